// Reads FHIR resources as a list from standard input; writes what is wrong with each, as a list.
const { Fhir } = require('fhir')

const fhir = new Fhir()
const resources = JSON.parse(require('fs').readFileSync(0, 'utf-8'))
const found = resources.map((resource) => {
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true })
  return messages.map(({ severity, location, message }) => `${severity} ${location}: ${message}`)
})
console.log(JSON.stringify(found))

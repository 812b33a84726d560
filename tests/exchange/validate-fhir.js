// Reads FHIR resources as a list from standard input; writes what is wrong with each, as a list.
import process from "node:process"
import { text } from "node:stream/consumers"
import fhirOfOthers from "fhir"

const fhir = new fhirOfOthers.Fhir()
const resources = JSON.parse(await text(process.stdin))
const found = resources.map((resource) => {
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true })
  return messages.map(({ severity, location, message }) => `${severity} ${location}: ${message}`)
})
process.stdout.write(JSON.stringify(found))

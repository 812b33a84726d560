/**
 * What the search of a built site answers: `node answer-queries.js SITE LANGUAGE`, with questions on the
 * standard input, one a line. One JSON line each: the lists of conditions with what they hold, and the results.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"

import { limitsFor } from "../../docs/js/conditions.js"
import { find, prepare } from "../../docs/js/search-match.js"
import { stemmerFor } from "../../docs/js/stemmers.js"

const [site, language] = process.argv.slice(2)
const home = language === "en" ? site : join(site, language)
const index = JSON.parse(readFileSync(join(home, "data/search.json"), "utf8"))
const prepared = prepare(index.entries, index, await stemmerFor(language))

for (const query of readFileSync(0, "utf8").split("\n")) {
  const { conditions, entries } = find(prepared, query)
  const ids = conditions.map(({ id }) => id)
  const limited = index.entries.filter((entry) => limitsFor(entry, ids).length > 0)
  const [results, held] = [entries, limited].map((found) => found.map(({ address }) => address))
  console.log(JSON.stringify({ results, lists: ids, held }))
}

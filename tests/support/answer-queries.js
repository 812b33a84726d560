/**
 * What the search of a built site answers: `node answer-queries.js SITE LANGUAGE`, with questions on the
 * standard input, one a line. One JSON line each: the lists of conditions with what they hold, and the results.
 * `node answer-queries.js SITE LANGUAGE ENTRIES` looks through the entries of that file instead.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

import { entriesAt, limitedBy } from "../../docs/js/index-parts.js"
import { find, prepare } from "../../docs/js/search-match.js"
import { stemmerFor } from "../../docs/js/stemmers.js"
import * as plain from "./plain-search.js"

const [site, language, entries] = process.argv.slice(2)
const data = join(language === "en" ? site : join(site, language), "data")
const read = (name) => JSON.parse(readFileSync(join(data, name), "utf8"))
const index = read("search.json")
if (existsSync(join(data, "search"))) {
  for (const name of readdirSync(join(data, "search"))) {
    index.parts[name.replace(".json", "")] = read(join("search", name)) // as the network would bring it
  }
}
const stemmer = await stemmerFor(language)

async function withIndex() {
  const search = await prepare(index, stemmer)
  const addressesOf = async (numbers) => (await entriesAt(index, numbers)).map(({ address }) => address)
  return async (query) => {
    const { conditions, numbers } = await find(search, query)
    const lists = conditions.map(({ id }) => id)
    const limited = (await Promise.all(lists.map((id) => limitedBy(index, id)))).flat().flatMap(([, held]) => held)
    return { results: await addressesOf(numbers), lists, held: (await addressesOf(limited)).sort() }
  }
}

function withoutIndex() {
  const all = JSON.parse(readFileSync(entries, "utf8"))
  const search = plain.prepare(all, index, stemmer)
  return (query) => {
    const { conditions, entries: found } = plain.find(search, query)
    const lists = conditions.map(({ id }) => id)
    const isHeld = (entry, id) => entry.limits.some(({ condition }) => condition === id)
    const held = lists.flatMap((id) => all.filter((entry) => isHeld(entry, id)))
    const [results, limited] = [found, held].map((some) => some.map(({ address }) => address))
    return { results, lists, held: limited.sort() }
  }
}

const answer = entries ? withoutIndex() : await withIndex()
for (const query of readFileSync(0, "utf8").split("\n")) console.log(JSON.stringify(await answer(query)))

/** Search by itself, without a page; tests/browser/test_search.py has it in one. */
import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import { find, prepare } from "../../docs/js/search-match.js"
import { stemmerFor } from "../../docs/js/stemmers.js"

const BRIDGE = {
  address: "/stretches/bridge/",
  name: "Bridge",
  summary: "Lift your hips.",
  other_names: ["Glute bridge"],
  search_words: ["Buttocks", "gluteus maximus"],
  limits: [],
}
const TWIST = {
  ...{ address: "/stretches/twist/", name: "Seated twist", other_names: [], search_words: ["Back"] },
  summary: "Turn, and keep your hips still.",
  limits: [{ condition: "hip-replacement", means: "leave-out", text: "Leave it out.", by_position: false }],
}
const BEND = {
  ...TWIST,
  address: "/stretches/bend/",
  name: "Side bend",
  limits: [{ condition: "hip-replacement", means: "adapt", text: "Bend less.", by_position: false }],
}
const HIP = { id: "hip-replacement", name: "Hip replacement", also: ["artificial hip", "cannot bend the hip"] }
const ENTRIES = [BRIDGE, TWIST, BEND]
/** The places where each word stands, as scripts/stretchbook/views/word_index.py writes them. */
const WEIGHTS = { name: 8, other_names: 6, search_words: 3, summary: 1 }
const wordsOf = (text) => [text].flat().join(" ").toLowerCase().match(/\w+/g) ?? []
const vocabulary = [
  ...new Set(ENTRIES.flatMap((entry) => Object.keys(WEIGHTS).flatMap((name) => wordsOf(entry[name])))),
]
const standsIn = (word) =>
  Object.entries(WEIGHTS).map(([name, weight]) => {
    const numbers = [0, 1, 2].filter((number) => wordsOf(ENTRIES[number][name]).includes(word))
    return [weight, numbers.map((number, at) => number - (numbers[at - 1] ?? 0))]
  })
const index = await prepare(
  {
    conditions: [HIP],
    words: { fillers: "how to my the with" },
    count: 3,
    parts: {
      vocabulary: { words: vocabulary.join(" "), parts: [2, vocabulary.length - 2] },
      "words-0": vocabulary.slice(0, 2).map((word) => Object.fromEntries(standsIn(word))),
      "words-1": vocabulary.slice(2).map((word) => Object.fromEntries(standsIn(word))),
      "limits-hip-replacement": { "leave-out": [1], "ask-first": [], adapt: [2] },
    },
  },
  await stemmerFor("en"),
)
const named = async (query) => (await find(index, query)).numbers.map((number) => ENTRIES[number].name)

test("the start of a word, any form of it, another name and one slip all find a stretch", async () => {
  for (const query of ["brid", "bridges", "bridging", "glute bridge", "GLUTEUS", "bridgr", "bridgee", "birdge"]) {
    assert.equal((await named(query))[0], "Bridge", query)
  }
})

test("every word counts, but for those that mean nothing", async () => {
  assert.deepEqual(await named("bridge zebra"), [])
  assert.deepEqual(await named("how to twist my back"), ["Seated twist"])
  assert.deepEqual(await named("the"), [])
})

test("a short word is forgiven nothing, and is not looked for inside others", async () => {
  assert.deepEqual(await named("beck"), [])
  assert.deepEqual(await named("ridge"), ["Bridge"]) // five letters are enough for the middle of a word
  assert.deepEqual(await named("rid"), [])
})

test("a named condition is told, and what it leaves out is no result", async () => {
  assert.deepEqual(await find(index, "my artificial hip"), { conditions: [HIP], numbers: [] })
  assert.deepEqual(await named("side hip replacment"), ["Side bend"])
  assert.deepEqual(await named("seated hip replacement"), [])
})

test("a condition is named by a whole phrase only", async () => {
  assert.deepEqual((await find(index, "replacement")).conditions, [])
  assert.deepEqual((await find(index, "hip")).conditions, [])
  assert.deepEqual((await find(index, "cannot bend my hip")).conditions, [HIP])
})

test("whatever is typed, only entries that exist come back, each once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (query) => {
      const found = (await find(index, query)).numbers
      assert.equal(new Set(found).size, found.length)
      assert.ok(found.every((number) => number in ENTRIES))
    }),
    { numRuns: 2000 },
  )
})

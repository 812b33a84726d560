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
const index = prepare(
  [BRIDGE, TWIST, BEND],
  { conditions: [HIP], words: { fillers: "how to my the with" } },
  await stemmerFor("en"),
)
const named = (query) => find(index, query).entries.map(({ name }) => name)

test("the start of a word, any form of it, another name and one slip all find a stretch", () => {
  for (const query of ["brid", "bridges", "bridging", "glute bridge", "GLUTEUS", "bridgr", "bridgee", "birdge"]) {
    assert.equal(named(query)[0], "Bridge", query)
  }
})

test("every word counts, but for those that mean nothing", () => {
  assert.deepEqual(named("bridge zebra"), [])
  assert.deepEqual(named("how to twist my back"), ["Seated twist"])
  assert.deepEqual(named("the"), [])
})

test("a short word is forgiven nothing, and is not looked for inside others", () => {
  assert.deepEqual(named("beck"), [])
  assert.deepEqual(named("ridge"), ["Bridge"]) // five letters are enough for the middle of a word
  assert.deepEqual(named("rid"), [])
})

test("a named condition is told, and what it leaves out is no result", () => {
  assert.deepEqual(find(index, "my artificial hip"), { conditions: [HIP], entries: [] })
  assert.deepEqual(named("side hip replacment"), ["Side bend"])
  assert.deepEqual(named("seated hip replacement"), [])
})

test("a condition is named by a whole phrase only", () => {
  assert.deepEqual(find(index, "replacement").conditions, [])
  assert.deepEqual(find(index, "hip").conditions, [])
  assert.deepEqual(find(index, "cannot bend my hip").conditions, [HIP])
})

test("whatever is typed, only entries that exist come back, each once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (query) => {
      const found = find(index, query).entries
      assert.equal(new Set(found).size, found.length)
      assert.ok(found.every((entry) => [BRIDGE, TWIST, BEND].includes(entry)))
    }),
    { numRuns: 2000 },
  )
})

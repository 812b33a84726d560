/** Search by itself, without a page; tests/browser/test_search.py has it in one. */
import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import { find, prepare } from "../../docs/js/search-match.js"

const BRIDGE = {
  address: "/stretches/bridge/",
  name: "Bridge",
  summary: "Lift your hips.",
  other_names: ["Glute bridge"],
  search_words: ["Buttocks", "gluteus maximus"],
}
const TWIST = { ...BRIDGE, address: "/stretches/twist/", name: "Seated twist", other_names: [], search_words: ["Back"] }
const index = prepare([BRIDGE, TWIST])

test("the start of a word, another name and one slip all find a stretch", () => {
  for (const query of ["brid", "glute bridge", "GLUTEUS", "bridgr"]) {
    assert.deepEqual(find(index, query)[0], BRIDGE, query)
  }
})

test("a word that nothing has finds nothing", () => {
  assert.deepEqual(find(index, "zebra"), [])
})

test("whatever is typed, only entries that exist come back, each once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (query) => {
      const found = find(index, query)
      assert.equal(new Set(found).size, found.length)
      assert.ok(found.every((entry) => entry === BRIDGE || entry === TWIST))
    }),
    { numRuns: 2000 },
  )
})

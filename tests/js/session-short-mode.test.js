/** Short mode: what fits, and what is said about the rest. */
import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import { choose } from "../../docs/js/session/short-mode.js"
import { totalSeconds } from "../../docs/js/session/timetable.js"
import { phasesOf, steps, stepWith, TIMING } from "./session-steps.js"

const facts = { floor: TIMING.floor, secondsOf: (some) => totalSeconds(phasesOf(some)) }
const wishes = fc.record({
  minutes: fc.constantFrom(0, 3, 5),
  standing: fc.boolean(),
  noFloor: fc.boolean(),
  missing: fc.uniqueArray(fc.constantFrom("chair", "bed", "mat")),
})

test("what is chosen fits every wish, keeps its order and its dose, and nothing is lost", () => {
  fc.assert(
    fc.property(steps, wishes, (some, wish) => {
      const { chosen, leftOut } = choose(some, wish, facts)
      assert.deepEqual(
        chosen,
        some.filter((step) => chosen.includes(step)),
      )
      assert.equal(chosen.length + leftOut.length, some.length)
      if (wish.minutes) assert.ok(facts.secondsOf(chosen) <= wish.minutes * 60)
      for (const { stretch } of chosen) {
        if (wish.standing) assert.equal(stretch.position, "standing")
        if (wish.noFloor) assert.ok(!TIMING.floor.includes(stretch.position))
        assert.ok(stretch.equipment.every((thing) => !wish.missing.includes(thing)))
      }
    }),
    { numRuns: 500 },
  )
})

test("without a wish everything stays", () => {
  const none = { minutes: 0, standing: false, noFloor: false, missing: [] }
  fc.assert(fc.property(steps, (some) => assert.deepEqual(choose(some, none, facts).chosen, some)))
})

test("each reason is told apart", () => {
  const step = (position, equipment, hold_seconds) => stepWith({ hold_seconds }, { position, equipment })
  const some = [
    step("sitting", [], 10),
    step("supine", [], 10),
    step("standing", ["chair"], 10),
    step("standing", [], 600),
  ]
  const reasons = (wish) =>
    choose(some, { minutes: 0, standing: false, noFloor: false, missing: [], ...wish }, facts).leftOut.map(
      ({ reason }) => reason,
    )
  assert.deepEqual(reasons({ standing: true }), ["position", "position"])
  assert.deepEqual(reasons({ noFloor: true }), ["floor"])
  assert.deepEqual(reasons({ missing: ["chair"] }), ["equipment"])
  assert.deepEqual(reasons({ minutes: 3 }), ["time"])
})

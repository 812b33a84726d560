/** The timetable of a guided session, over random routines. Real ones: tests/site/test_timetable.py. */
import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import { passed, marks } from "../../docs/js/session/marks.js"
import { timetable, totalSeconds, workSeconds } from "../../docs/js/session/timetable.js"
import { paces, steps, TIMING } from "./session-steps.js"

const check = (property) => fc.assert(property, { numRuns: 500 })

test("the work adds up exactly to the doses, however slow the changes are", () => {
  check(
    fc.property(steps, paces, (some, pace) => {
      const doses = some.reduce((sum, { stretch: { dose } }) => sum + dose.total_seconds, 0)
      assert.equal(workSeconds(timetable(some, { ...TIMING, ...pace })), doses)
    }),
  )
})

test("both sides get the same work, set by set", () => {
  check(
    fc.property(steps, (some) => {
      const phases = timetable(some, TIMING).filter(({ work }) => work)
      some.forEach(({ stretch: { dose } }, step) => {
        const of = (side) => phases.filter((phase) => phase.step === step && phase.side === side)
        const seconds = (side) => of(side).map((phase) => `${phase.set} ${phase.kind} ${phase.seconds}`)
        if (dose.sides === "each") assert.deepEqual(seconds(1), seconds(2))
        else assert.deepEqual([of(1), of(2)], [[], []])
      })
    }),
  )
})

test("every stretch begins with time to change and a count, and no phase is empty", () => {
  check(
    fc.property(steps, paces, (some, pace) => {
      const phases = timetable(some, { ...TIMING, ...pace })
      some.forEach((_, step) => {
        const kinds = phases.filter((phase) => phase.step === step).map(({ kind }) => kind)
        assert.deepEqual(kinds.slice(0, 2), ["change-over", "ready"])
        assert.ok(!["change-side", "rest", "again"].includes(kinds.at(-1)))
      })
      assert.ok(phases.every(({ seconds }) => Number.isInteger(seconds) && seconds > 0))
    }),
  )
})

test("between two blocks of work there is always a break, and never two", () => {
  check(
    fc.property(steps, (some) => {
      const phases = timetable(some, TIMING)
      const breaks = phases.filter(({ kind }) => kind === "change-side" || kind === "rest").length
      const blocks = some.map(({ stretch: { dose } }) => dose.sets * (dose.sides === "each" && !dose.alternate ? 2 : 1))
      assert.equal(
        breaks,
        blocks.reduce((sum, count) => sum + count - 1, 0),
      )
    }),
  )
})

test("a slower pace lengthens only what is not work, and waiting takes no counted time", () => {
  check(
    fc.property(steps, (some) => {
      const normal = timetable(some, TIMING)
      const slow = timetable(some, { ...TIMING, pace: 2 })
      const again = normal.filter(({ kind }) => kind === "again").length * TIMING.again
      const pauses = totalSeconds(normal) - workSeconds(normal) - again
      assert.equal(totalSeconds(slow), totalSeconds(normal) + pauses)
      const waiting = timetable(some, { ...TIMING, waits: true })
      assert.ok(waiting.every(({ kind, waits }) => waits === (kind === "change-over")))
      assert.ok(totalSeconds(waiting) < totalSeconds(normal))
    }),
  )
})

test("reminders of a test come at every interval, and never at its end", () => {
  const phase = {
    kind: "test",
    seconds: 480,
    every: 180,
    work: true,
    waits: false,
    step: 0,
    set: 1,
    side: 1,
    repetition: 1,
  }
  const at = (seconds) =>
    marks({ ...phase, seconds })
      .filter(({ cue }) => cue === "test")
      .map((mark) => mark.at)
  assert.deepEqual(at(480), [180, 360])
  assert.deepEqual(at(360), [180])
  assert.deepEqual(at(300), [180])
})

test("a tab that slept rings nothing of what it missed", () => {
  const phase = {
    kind: "hold",
    seconds: 60,
    every: 0,
    work: true,
    waits: false,
    step: 0,
    set: 1,
    side: 0,
    repetition: 1,
  }
  assert.deepEqual(passed(phase, 0, 29), [])
  assert.deepEqual(
    passed(phase, 29, 30.1).map(({ cue }) => cue),
    ["half"],
  )
  assert.deepEqual(passed(phase, 1, 50), [])
  assert.deepEqual(
    passed(phase, 56.9, 58.1).map(({ cue }) => cue),
    ["count", "count"],
  )
})

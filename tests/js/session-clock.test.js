/** The clock of a guided session: pauses, sleep and jumps, over random routines and times. */
import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import * as clocks from "../../docs/js/session/clock.js"
import { endNote } from "../../docs/js/session/phrases.js"
import { totalSeconds } from "../../docs/js/session/timetable.js"
import { phasesOf, steps, stepWith } from "./session-steps.js"

const START = 1_800_000_000_000
const check = (property) => fc.assert(property, { numRuns: 500 })
const waits = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 12 })

test("looking often or seldom makes no difference", () => {
  check(
    fc.property(steps, waits, (some, gaps) => {
      let now = START
      let often = clocks.run(clocks.pausedClock(phasesOf(some)), now)
      const seldom = often
      for (const gap of gaps) {
        now += gap
        often = clocks.settle(often, now)
      }
      const once = clocks.settle(seldom, now)
      assert.deepEqual([often.index, often.spent], [once.index, once.spent])
    }),
  )
})

test("pauses of any length take nothing away and add nothing", () => {
  check(
    fc.property(steps, waits, fc.integer({ min: 0, max: 7 * 86_400_000 }), (some, gaps, pause) => {
      let now = START
      let clock = clocks.run(clocks.pausedClock(phasesOf(some)), now)
      for (const gap of gaps) {
        now += gap
        clock = clocks.pause(clock, now)
        now += pause
        clock = clocks.run(clock, now)
      }
      const ran = gaps.reduce((sum, gap) => sum + gap, 0)
      const expected = clocks.settle(clocks.run(clocks.pausedClock(phasesOf(some)), START), START + ran)
      assert.deepEqual([clock.index, clock.spent], [expected.index, expected.spent])
    }),
  )
})

test("it ends after exactly its total, to the millisecond", () => {
  check(
    fc.property(steps, (some) => {
      const phases = phasesOf(some)
      const clock = clocks.run(clocks.pausedClock(phases), START)
      const end = START + totalSeconds(phases) * 1000
      assert.equal(clocks.isOver(clocks.settle(clock, end - 1)), false)
      assert.equal(clocks.isOver(clocks.settle(clock, end)), true)
    }),
  )
})

test("the time left falls as the time goes by", () => {
  check(
    fc.property(steps, fc.integer({ min: 0, max: 1_000_000 }), (some, gone) => {
      const phases = phasesOf(some)
      const clock = clocks.run(clocks.pausedClock(phases), START)
      const left = clocks.timeLeft(clock, START + gone)
      assert.ok(Math.abs(left - Math.max(0, totalSeconds(phases) - gone / 1000)) < 1e-6)
    }),
  )
})

test("next always comes to the end, and back always to the start", () => {
  check(
    fc.property(steps, (some) => {
      let clock = clocks.pausedClock(phasesOf(some))
      let presses = 0
      for (; !clocks.isOver(clock); presses += 1) {
        const before = clock.index
        clock = clocks.next(clock, START)
        assert.ok(clock.index > before)
      }
      for (; presses >= 0; presses -= 1) clock = clocks.back(clock, START)
      assert.equal(clock.index, 0)
    }),
  )
})

test("back repeats a part that is under way, and goes further when it has only begun", () => {
  const step = stepWith({ sets: 2, hold_seconds: 30 })
  const phases = phasesOf([step]) // change-over ready hold rest hold
  const hold = { ...clocks.pausedClock(phases, 4, 10_000) }
  assert.equal(clocks.back(hold, START).index, 4)
  assert.equal(clocks.back({ ...hold, spent: 1000 }, START).index, 3)
})

test("skipping leaves the rest of one stretch out and nothing else", () => {
  check(
    fc.property(steps, fc.nat(), (some, place) => {
      const phases = phasesOf(some)
      const index = place % phases.length
      const clock = clocks.nextStretch(clocks.pausedClock(phases, index), START)
      const { step, kind } = phases[index]
      const getsUp = endNote(some[step]) && kind !== "finish" // it hurts, but one lies on the floor
      const expected = getsUp ? [step, "finish"] : [step + 1, "change-over"]
      if (clocks.isOver(clock)) assert.ok(!getsUp && step === some.length - 1)
      else assert.deepEqual([phases[clock.index].step, phases[clock.index].kind], expected)
    }),
  )
})

test("more time lengthens this phase alone", () => {
  check(
    fc.property(steps, fc.nat(), (some, place) => {
      const phases = phasesOf(some)
      const clock = clocks.extend(clocks.pausedClock(phases, place % phases.length), 180, START)
      assert.equal(totalSeconds(clock.phases), totalSeconds(phases) + 180)
    }),
  )
})

test("a change-over that waits never ends by itself", () => {
  const step = stepWith({ sets: 1, hold_seconds: 30 })
  const phases = phasesOf([step], "waits")
  const clock = clocks.run(clocks.pausedClock(phases), START)
  assert.equal(clocks.settle(clock, START + 86_400_000).index, 0)
  assert.equal(clocks.next(clock, START + 86_400_000).index, 1)
})

test("a clock that is set back takes nothing away", () => {
  const step = stepWith({ sets: 1, hold_seconds: 30 })
  const clock = clocks.run(clocks.pausedClock(phasesOf([step]), 2, 5000), START)
  assert.equal(clocks.settle(clock, START - 3_600_000).spent, 5000)
})

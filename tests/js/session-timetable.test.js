/** The timetable of a guided session, over random routines. Real ones: tests/site/test_timetable.py. */
import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import { passed, marks } from "../../docs/js/session/marks.js"
import { endNote, spoken } from "../../docs/js/session/phrases.js"
import { totalSeconds, workSeconds } from "../../docs/js/session/timetable.js"
import { DATA, paces, phasesOf, steps, stepWith } from "./session-steps.js"

const check = (property) => fc.assert(property, { numRuns: 500 })

test("the work adds up exactly to the doses, however slow the changes are", () => {
  check(
    fc.property(steps, paces, (some, pace) => {
      const doses = some.reduce((sum, { stretch: { dose } }) => sum + dose.total_seconds, 0)
      assert.equal(workSeconds(phasesOf(some, pace)), doses)
    }),
  )
})

test("both sides get the same work, set by set", () => {
  check(
    fc.property(steps, (some) => {
      const phases = phasesOf(some).filter(({ work }) => work)
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
      const phases = phasesOf(some, pace)
      some.forEach((_, step) => {
        const kinds = phases.filter((phase) => phase.step === step).map(({ kind }) => kind)
        assert.deepEqual(kinds.slice(0, 2), ["change-over", "ready"])
        assert.ok(!["change-side", "rest", "again"].includes(kinds.at(-1)))
        assert.equal(kinds.at(-1) === "finish", endNote(some[step]) !== "")
      })
      assert.ok(phases.every(({ seconds }) => Number.isInteger(seconds) && seconds > 0))
    }),
  )
})

test("between two blocks of work there is always a break, and never two", () => {
  check(
    fc.property(steps, (some) => {
      const phases = phasesOf(some)
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
      const [normal, slow, waiting] = ["1", "2", "waits"].map((pace) => phasesOf(some, pace))
      normal.forEach((phase, index) => {
        assert.ok(slow[index].seconds >= phase.seconds && slow[index].seconds <= 2 * phase.seconds)
        if (phase.work || phase.kind === "again") assert.equal(slow[index].seconds, phase.seconds)
      })
      assert.ok(waiting.every(({ kind, waits }) => waits === (kind === "change-over" || kind === "change-side")))
      assert.ok(totalSeconds(waiting) < totalSeconds(normal))
    }),
  )
})

const MINUTE_WORDS = 130 // the slowest usual voice

test("nothing that is said is cut by the next phase or the next cue, whatever the dose and the pace", () => {
  check(
    fc.property(steps, paces, (some, pace) => {
      phasesOf(some, pace).forEach((phase, index) => {
        const said = spoken(DATA, phase, some[phase.step], index === 0).join(" ")
        const seconds = (60 * said.split(/[\s-]+/).filter(Boolean).length) / MINUTE_WORDS
        const [first] = marks(phase).filter(({ cue }) => cue === "half" || cue === "test")
        assert.ok(seconds <= (first?.at ?? phase.seconds), `${phase.kind} ${phase.seconds}: ${said}`)
      })
    }),
  )
})

test("a change is as long as the stretch says, and no shorter than its words", () => {
  const of = (kind, step, pace) => phasesOf([step], pace).find((phase) => phase.kind === kind).seconds
  const each = { hold_seconds: 20, sides: "each" }
  assert.equal(of("change-over", stepWith(each)), DATA.timing.settle)
  assert.equal(of("change-over", stepWith(each, { set_up_seconds: 40 })), 40)
  assert.equal(of("change-over", stepWith(each, { set_up_seconds: 40 }), "2"), 80)
  assert.equal(of("change-over", stepWith(each, { steps: ["word ".repeat(200)] })), 103)
  assert.equal(of("change-side", stepWith(each)), DATA.timing.change_side)
  assert.equal(of("change-side", stepWith(each, { change_side_seconds: 30 })), 30)
})

test("a rest that a plan sets is that long before every new set, at every pace", () => {
  const rests = (dose, pace) => {
    const step = stepWith({ sets: 3, hold_seconds: 10, ...dose }, {}, { pause_seconds: 120 })
    return phasesOf([step], pace)
      .filter(({ kind }) => kind === "rest" || kind === "change-side")
      .map(({ seconds }) => seconds)
  }
  for (const pace of ["1", "2", "waits"]) assert.deepEqual(rests({}, pace), [120, 120])
  assert.deepEqual(rests({ sides: "left" }, "1"), [120, 120])
  assert.deepEqual(rests({ sides: "each" }, "1"), [10, 120, 10, 120, 10])
})

test("a set that begins differently says so on both kinds of pause", () => {
  const set_steps = ["Feet straight.", "Feet turned out."]
  const saidBefore = (dose) => {
    const step = stepWith({ sets: 2, hold_seconds: 10, ...dose }, { set_steps, side_of: "leg" })
    const phases = phasesOf([step]).filter(({ kind }) => kind === "rest" || kind === "change-side")
    return phases.map((phase) => spoken(DATA, phase, step, false))
  }
  assert.deepEqual(saidBefore({}), [["Rest. Then set 2 of 2.", "Feet turned out."]])
  assert.deepEqual(saidBefore({ sides: "each" }), [
    ["Change legs."],
    ["Change legs.", "Then set 2 of 2.", "Feet turned out."],
    ["Change legs."],
  ])
  assert.deepEqual(saidBefore({ sides: "each", first_side: "left" })[1][0], "Change to your left leg.")
})

test("how to get up comes at the end, and not before", () => {
  const step = stepWith({ hold_seconds: 20 }, {}, { note_at_end: "To get up, roll on to your side." })
  const phases = phasesOf([step])
  const said = phases.map((phase, index) => spoken(DATA, phase, step, index === 0).join(" "))
  assert.deepEqual(
    said.map((text) => text.includes("To get up")),
    phases.map(({ kind }) => kind === "finish"),
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
  assert.deepEqual(at(190), []) // no time is left to do it
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

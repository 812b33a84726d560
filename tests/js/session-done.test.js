/** What was done, and which of a stretch's texts belongs to now. */
import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import * as clocks from "../../docs/js/session/clock.js"
import { nowShown } from "../../docs/js/session/current.js"
import { Done } from "../../docs/js/session/done.js"
import { spoken } from "../../docs/js/session/phrases.js"
import { sentenceAt, speechSeconds } from "../../docs/js/session/speech.js"
import { totalSeconds, workSeconds } from "../../docs/js/session/timetable.js"
import { DATA, phasesOf, steps, stepWith } from "./session-steps.js"

const check = (property) => fc.assert(property, { numRuns: 300 })
const everything = (phases) => 1000 * totalSeconds(phases)

test("however often one looks, the work that went by adds up", () => {
  check(
    fc.property(steps, fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 12 }), (some, gaps) => {
      const phases = phasesOf(some)
      const looks = [...gaps, everything(phases)]
      let [clock, now, sum] = [clocks.run(clocks.pausedClock(phases), 0), 0, 0]
      for (const gap of looks) {
        now += gap
        const later = clocks.settle(clock, now)
        sum += clocks.workBetween(clock, later).reduce((total, [, spent]) => total + spent, 0)
        clock = later
      }
      assert.equal(sum, 1000 * workSeconds(phases))
    }),
  )
})

test("a stretch counts when at least half of its dose was spent, and never by a press alone", () => {
  const phases = phasesOf([stepWith({ hold_seconds: 40 }), stepWith({ hold_seconds: 40 })])
  const done = new Done(phases, null)
  done.add(0, 19_000)
  done.add(1, 20_000)
  done.count(2)
  assert.deepEqual([...done.steps], [1])
  done.skip(1)
  done.add(1, 20_000)
  done.count(2)
  assert.deepEqual([...done.steps], [])
  const later = new Done(phases, JSON.parse(JSON.stringify(done.saved())))
  assert.deepEqual(later.saved(), { done: [], skipped: [1], worked: [19_000, 40_000] })
})

test("the step of now is the one that is said, or that the phase is about", () => {
  const told = {
    cautions: [{ text: "Hold a chair." }],
    steps: ["Stand tall.", "Set 1: feet straight.", "Set 2: feet out.", "Squeeze for 3 seconds.", "Let go."],
    step_gaps: ["Stand tall.", "{set_by_set} 1", "{set_by_set} 2", "Squeeze for {hold}.", "Let go for {release}."],
    set_steps: ["Feet straight.", "Feet out."],
  }
  const step = stepWith({ sets: 2, hold_seconds: 3, release_seconds: 2 }, told, {
    note: "Slowly.",
    note_at_end: "Sit.",
  })
  const phases = phasesOf([step])
  const shown = (kind, sentence = 0) =>
    nowShown(
      step,
      phases.find((phase) => phase.kind === kind),
      sentence,
    )
  const said = spoken(DATA, phases[0], step, true)
  const places = said.map((_, at) => `${shown("change-over", at).part} ${shown("change-over", at).at}`)
  const lines = [0, 1, 2, 3, 4].map((at) => `.session-steps li ${at}`)
  assert.deepEqual(places, [...Array(3).fill(".warning li 0"), ...lines, ".session-note 0"])
  assert.equal(shown("ready").at, 3)
  assert.equal(shown("hold").at, 3)
  assert.equal(shown("release").at, 4)
  assert.equal(shown("rest").at, 2)
  assert.equal(shown("finish").part, ".session-at-end")
})

test("where no voice tells, the sentence of now goes by a slow voice", () => {
  const sentences = ["one two three four", "five six", "seven eight nine ten"]
  const at = [0, 1, 2.9, 3.1, 4.1, 60].map((seconds) => sentenceAt(DATA.timing, sentences, seconds))
  assert.deepEqual(at, [0, 0, 0, 1, 2, 2])
  assert.equal(speechSeconds(DATA.timing, sentences), 6)
})

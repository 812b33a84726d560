/** Random stretches and doses for tests; not a test itself. */
import { readFileSync } from "node:fs"

import fc from "fast-check"

import { timetable } from "../../docs/js/session/timetable.js"

const GOLDEN = new URL("../golden/expected/docs/data/session.json", import.meta.url)
/** As a built site has it. */
export const DATA = JSON.parse(readFileSync(GOLDEN, "utf8"))
export const TIMING = DATA.timing
/** At the usual pace. */
export const phasesOf = (some, pace = "1") => timetable(DATA, some, pace)

/** One step of this dose, which says little. */
export function stepWith(dose, stretch = {}, more = {}) {
  const all = { sets: 1, repetitions: 1, sides: "together", alternate: false, ...NO_TIME, ...dose }
  const said = {
    name: "A",
    steps: ["Do it."],
    step_gaps: ["{hold}"],
    set_steps: [],
    cautions: [],
    side_of: "side",
    feel: "",
    self_test: null,
  }
  const place = { position: "standing", position_name: "Standing", equipment: [] }
  const own = {
    ...said,
    ...place,
    dose_line: "Do it",
    set_up_seconds: 0,
    change_side_seconds: 0,
    note_at_end: "",
    ...stretch,
    dose: all,
  }
  return { stretch: own, note: "", note_at_end: "", ...more }
}

const NO_TIME = {
  hold_seconds: null,
  release_seconds: null,
  repetition_seconds: null,
  set_seconds: null,
  first_side: null,
}
const POSITIONS = ["standing", "sitting", "supine", "prone", "side-lying", "all-fours", "kneeling"]

const timings = fc.oneof(
  fc.record({
    hold_seconds: fc.integer({ min: 1, max: 300 }),
    release_seconds: fc.option(fc.integer({ min: 1, max: 20 })),
  }),
  fc.record({ repetition_seconds: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ set_seconds: fc.integer({ min: 1, max: 900 }) }),
)

const doses = fc
  .record({
    sets: fc.integer({ min: 1, max: 4 }),
    repetitions: fc.integer({ min: 1, max: 30 }),
    sides: fc.constantFrom("together", "each", "left", "right"),
    turns: fc.boolean(),
    timing: timings,
  })
  .map(({ sets, repetitions, sides, turns, timing }) => {
    const dose = {
      sets,
      repetitions,
      sides,
      alternate: turns && sides === "each" && !timing.set_seconds,
      ...NO_TIME,
      ...timing,
    }
    return { ...dose, total_seconds: totalOf(dose) }
  })

/** As scripts/stretchbook/model/dose.py counts it. */
function totalOf({ sets, repetitions, sides, hold_seconds, release_seconds, repetition_seconds, set_seconds }) {
  const one = set_seconds ?? repetitions * (repetition_seconds ?? (hold_seconds ?? 0) + (release_seconds ?? 0))
  return sets * (sides === "each" ? 2 : 1) * one
}

const WORDS = ["knee", "floor", "hip-wide", "don't", "30", "(4 inches)"]
const sentences = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }).map((some) => some.join(" "))

const stretches = fc.record({
  id: fc.constantFrom("bridge", "twist", "squeeze", "roll"),
  name: fc.string(),
  position: fc.constantFrom(...POSITIONS),
  equipment: fc.uniqueArray(fc.constantFrom("chair", "bed", "mat")),
  dose: doses,
  position_name: fc.constantFrom("Standing", "Lying on your back"),
  steps: fc.array(sentences, { minLength: 1, maxLength: 8 }),
  set_steps: fc.array(sentences, { maxLength: 3 }),
  cautions: fc.array(fc.record({ text: sentences }), { maxLength: 3 }),
  feel: sentences,
  dose_line: sentences,
  side_of: fc.constantFrom("side", "leg", "arm"),
  set_up_seconds: fc.constantFrom(0, 40),
  change_side_seconds: fc.constantFrom(0, 30),
  note_at_end: fc.constantFrom("", "Stand up slowly."),
  self_test: fc.option(
    fc.record({ check_every_seconds: fc.integer({ min: 10, max: 400 }), steps: fc.constant(["Tighten your thigh."]) }),
  ),
})

export const steps = fc.array(
  fc.record({
    stretch: stretches,
    note: fc.constantFrom("", "Go slowly."),
    note_at_end: fc.constantFrom("", "To get up, roll on to your side first."),
    pause_seconds: fc.constantFrom(null, 1, 120),
  }),
  {
    minLength: 1,
    maxLength: 8,
  },
)

export const paces = fc.constantFrom("1", "1.5", "2", "waits")

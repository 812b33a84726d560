/** Random stretches and doses for tests; not a test itself. */
import fc from "fast-check"

/** As data/session.json has it; any numbers would do. */
export const TIMING = {
  settle: 15,
  shift: 25,
  move: 40,
  floor: ["supine", "prone", "all-fours"],
  ready: 5,
  again: 3,
  change_side: 10,
  rest: 15,
  pace: 1,
  waits: false,
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
    const none = { hold_seconds: null, release_seconds: null, repetition_seconds: null, set_seconds: null }
    const dose = {
      sets,
      repetitions,
      sides,
      alternate: turns && sides === "each" && !timing.set_seconds,
      ...none,
      ...timing,
    }
    return { ...dose, total_seconds: totalOf(dose) }
  })

/** As scripts/stretchbook/model/dose.py counts it. */
function totalOf({ sets, repetitions, sides, hold_seconds, release_seconds, repetition_seconds, set_seconds }) {
  const one = set_seconds ?? repetitions * (repetition_seconds ?? (hold_seconds ?? 0) + (release_seconds ?? 0))
  return sets * (sides === "each" ? 2 : 1) * one
}

const stretches = fc.record({
  id: fc.constantFrom("bridge", "twist", "squeeze", "roll"),
  name: fc.string(),
  position: fc.constantFrom(...POSITIONS),
  equipment: fc.uniqueArray(fc.constantFrom("chair", "bed", "mat")),
  dose: doses,
  self_test: fc.option(fc.record({ check_every_seconds: fc.integer({ min: 10, max: 400 }) })),
})

export const steps = fc.array(fc.record({ stretch: stretches, note: fc.constant("") }), {
  minLength: 1,
  maxLength: 8,
})

export const paces = fc.record({ pace: fc.constantFrom(1, 1.5, 2), waits: fc.boolean() })

/**
 * The form of a plan, and what it may hold. Pure: no page, no library, no network.
 *
 * A plan is the part of a link after its `#`: read.js reads one, write.js writes one. The format is
 * described for people in docs/plan-format.md; tests/vectors/plan-links.json holds links that these
 * modules and scripts/stretchbook/plans/codec.py read and write alike.
 *
 * @typedef {"together" | "each" | "left" | "right"} Sides
 * @typedef {{
 *   sets: number, repetitions: number, hold_seconds: number | null, release_seconds: number | null,
 *   repetition_seconds: number | null, set_seconds: number | null, sides: Sides,
 *   first_side: "left" | "right" | null,
 * }} Dose All times are whole seconds; exactly one of hold, repetition and set is given.
 * @typedef {{ times_a_day: number | null, days_a_week: number | null }} Often
 * @typedef {Often & {
 *   exercise: string, dose: Dose | null, note: string, pause_seconds: number | null,
 * }} Step Without a dose it is the stretch's own.
 * @typedef {{ made_on: string | null, made_by: string, until: string | null, days: string[] }} Life When it was
 *   made and until when it holds, such as `2026-11-26`; `days` are those of life.js, none where it says none.
 * @typedef {Often & Life & { title: string, about: string, steps: Step[] }} Plan With days it has no number of days.
 */

export const VERSION = 1
export const LIMITS = {
  link: 8000, // characters after the #
  stretches: 30,
  title: 60,
  about: 500,
  from: 60,
  note: 200,
  quoted: 40,
  problems: 40,
  dose_seconds: 30 * 60,
}
/** The smallest and the largest of every number, the same as in the library itself. */
export const RANGES = {
  sets: [1, 10],
  repetitions: [1, 200],
  hold_seconds: [1, 900],
  release_seconds: [1, 60],
  repetition_seconds: [1, 60],
  set_seconds: [1, 900],
  pause_seconds: [1, 300],
  times_a_day: [1, 10],
  days_a_week: [1, 7],
}
/** How a link writes the sides; the order of the letters of a link never changes. @type {Record<string, Pick<Dose, "sides" | "first_side">>} */
export const SIDES = {
  "": { sides: "together", first_side: null },
  e: { sides: "each", first_side: null },
  el: { sides: "each", first_side: "left" },
  er: { sides: "each", first_side: "right" },
  ol: { sides: "left", first_side: null },
  or: { sides: "right", first_side: null },
}
const TIMINGS = /** @type {const} */ (["hold_seconds", "repetition_seconds", "set_seconds"])

/** @returns {Plan} */
export function emptyPlan() {
  const life = { made_on: null, made_by: "", until: null, days: [] }
  return { title: "", about: "", ...life, times_a_day: null, days_a_week: null, steps: [] }
}

/** Whether it says nothing that one would want to keep. @param {Plan} plan */
export function isEmpty({ steps, title, about }) {
  return steps.length === 0 && !title && !about
}

/** @param {string} exercise @returns {Step} */
export function stepOf(exercise) {
  return { exercise, dose: null, note: "", pause_seconds: null, times_a_day: null, days_a_week: null }
}

/** Seconds for all sets and sides, without pauses. @param {Dose} dose */
export function doseSeconds(dose) {
  return dose.sets * sideCount(dose) * setSeconds(dose)
}

/** Seconds for one set on one side. @param {Dose} dose */
export function setSeconds({ set_seconds, repetitions, repetition_seconds, hold_seconds, release_seconds }) {
  return set_seconds ?? repetitions * (repetition_seconds ?? (hold_seconds ?? 0) + (release_seconds ?? 0))
}

/** The rest between sets in seconds; 0 where there is one set. @param {Pick<Step, "pause_seconds">} step @param {Dose | null | undefined} dose */
export function restSeconds({ pause_seconds }, dose) {
  return dose && dose.sets > 1 ? (pause_seconds ?? 0) : 0
}

/** 2 where left and right each get the whole dose. @param {Dose} dose */
export function sideCount({ sides }) {
  return sides === "each" ? 2 : 1
}

/** The side that does it alone, or null. @param {Dose} dose */
export function onlySide({ sides }) {
  return sides === "left" || sides === "right" ? sides : null
}

/** The letters of a link for the sides of a dose; null where there are no such sides. @param {Dose} dose */
export function sidesLetters({ sides, first_side }) {
  const found = Object.entries(SIDES).find(([, one]) => one.sides === sides && one.first_side === first_side)
  return found ? found[0] : null
}

/** Whether somebody could do this dose, and it leaves nothing open. @param {Dose} dose */
export function isPossible(dose) {
  const timings = TIMINGS.filter((name) => dose[name] !== null)
  const releases = dose.release_seconds === null || dose.hold_seconds !== null
  const sides = sidesLetters(dose) !== null
  return timings.length === 1 && sides && allInRange(dose) && releases && doseSeconds(dose) <= LIMITS.dose_seconds
}

/** Whether every number that is given is one of its range. @param {object} numbers by their names */
export function allInRange(numbers) {
  return Object.entries(RANGES).every(([name, [least, most]]) => {
    const value = Reflect.get(numbers, name) ?? null
    return value === null || (Number.isInteger(value) && value >= least && value <= most)
  })
}

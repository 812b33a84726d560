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
 *   first_side: "left" | "right" | null, sets_to?: number | null, repetitions_to?: number | null,
 *   hold_seconds_to?: number | null, repetition_seconds_to?: number | null, set_seconds_to?: number | null,
 *   until_tired?: boolean, as_you_like?: boolean, rest_seconds?: number | null, load?: string | null,
 * }} Dose All times are seconds, some in half ones; at most one of hold, repetition and set is given. Without
 *   any, the reader sets the pace. `_to` is the upper end of a range; the lower one is timed.
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
  load: 60,
  dose_seconds: 60 * 60,
}
/** The smallest, the largest and the steps of every number, the same as in the library itself. */
export const RANGES = {
  sets: [1, 10],
  repetitions: [1, 200],
  hold_seconds: [0.5, 900, 0.5],
  release_seconds: [0.5, 60, 0.5],
  repetition_seconds: [0.5, 60, 0.5],
  set_seconds: [1, 3600],
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
/** A dose without a time, as a link writes it: a count, until one is tired, as often as one likes. */
export const KINDS = { c: {}, t: { until_tired: true }, a: { as_you_like: true } }
export const TIMINGS = /** @type {const} */ (["hold_seconds", "repetition_seconds", "set_seconds"])
/** Numbers that may be a range. */
export const RANGED = /** @type {const} */ (["sets", "repetitions", ...TIMINGS])

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

/** Seconds for all sets and sides and its own rests; 0 where the reader sets the pace. @param {Dose} dose */
export function doseSeconds(dose) {
  return isTimed(dose) ? dose.sets * sideCount(dose) * setSeconds(dose) + (dose.sets - 1) * (dose.rest_seconds ?? 0) : 0
}

/** Whether it says how long it takes. @param {Dose} dose */
export function isTimed({ hold_seconds, repetition_seconds, set_seconds }) {
  return Boolean(hold_seconds || repetition_seconds || set_seconds)
}

/** @param {Dose} dose */
export function hasSets({ sets, sets_to }) {
  return (sets_to ?? sets) > 1
}

/** Whether a set is made of several repetitions. @param {Dose} dose */
export function counts({ repetitions, repetitions_to }) {
  return (repetitions_to ?? repetitions) > 1
}

/** Whether one may do more than what is timed. @param {Dose} dose */
export function hasRange({ sets_to, repetitions_to, hold_seconds_to, repetition_seconds_to, set_seconds_to }) {
  return Boolean(sets_to || repetitions_to || hold_seconds_to || repetition_seconds_to || set_seconds_to)
}

/** Seconds for one set on one side. @param {Dose} dose */
export function setSeconds({ set_seconds, repetitions, repetition_seconds, hold_seconds, release_seconds }) {
  return set_seconds ?? repetitions * (repetition_seconds ?? (hold_seconds ?? 0) + (release_seconds ?? 0))
}

/**
 * The dose that holds in a plan: its own or else the usual one, with the rest that the plan sets.
 * @param {Pick<Step, "dose" | "pause_seconds">} step @param {Dose} usual @returns {Dose}
 */
export function doseInPlan({ dose, pause_seconds }, usual) {
  const held = dose ?? usual
  const rest_seconds = hasSets(held) ? (pause_seconds ?? held.rest_seconds ?? null) : null
  return { ...held, rest_seconds }
}

/** How long a dose of a plan takes, without the rest that the plan sets. @param {Pick<Step, "dose" | "pause_seconds">} step @param {Dose} usual */
export function secondsInPlan(step, usual) {
  const dose = doseInPlan(step, usual)
  return doseSeconds(step.pause_seconds ? { ...dose, rest_seconds: null } : dose)
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

/** Whether somebody could do this dose, and it leaves open nothing but the pace. @param {Dose} dose */
export function isPossible(dose) {
  const timings = TIMINGS.filter((name) => dose[name] !== null)
  const releases = dose.release_seconds === null || dose.hold_seconds !== null
  const sides = sidesLetters(dose) !== null
  const isFree = dose.until_tired || dose.as_you_like
  const says = isFree ? isAlone(dose) : timings.length === 1 || counts(dose)
  return (
    timings.length < 2 &&
    says &&
    sides &&
    allInRange(dose) &&
    areRanges(dose) &&
    releases &&
    doseSeconds(dose) <= LIMITS.dose_seconds
  )
}

/** Words that stand instead of numbers stand alone; until one is tired, there may be sets. @param {Dose} dose */
export function isAlone(dose) {
  const hasTimes = isTimed(dose) || counts(dose)
  return !hasTimes && (dose.until_tired ? !dose.as_you_like : !hasSets(dose))
}

/** Whether each upper end is above its lower one, and may be that high. @param {Dose} dose */
export function areRanges(dose) {
  const ends = RANGED.filter((name) => dose[`${name}_to`]).map((name) => ({ name, end: Number(dose[`${name}_to`]) }))
  const low = (/** @type {typeof RANGED[number]} */ name) => dose[name] ?? Infinity
  return (
    allInRange(Object.fromEntries(ends.map(({ name, end }) => [name, end]))) &&
    ends.every(({ name, end }) => low(name) < end)
  )
}

/** Whether every number that is given is one of its range. @param {object} numbers by their names */
export function allInRange(numbers) {
  return Object.entries(RANGES).every(([name, [least, most, size = 1]]) => {
    const value = Reflect.get(numbers, name) ?? null
    return value === null || (Number.isInteger(value / size) && value >= least && value <= most)
  })
}

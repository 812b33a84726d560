/**
 * Doses as sentences, the same as scripts/stretchbook/views/dose_view.py writes them. Pure.
 * tests/vectors/dose-lines.json holds doses that both say alike.
 *
 * @import { PlanData } from "../types.js"
 * @import { Words } from "../words.js"
 * @import { Dose, Often } from "./format.js"
 * @typedef {"repetitions" | "hold_seconds" | "release_seconds" | "repetition_seconds" | "set_seconds"} Numbered
 * @typedef {(unit: "times" | "seconds", name: Numbered) => string} Counted A number with its unit.
 */
import { duration, say } from "../words.js"

/** @param {PlanData} data @param {Dose} dose */
export function doseLine({ words, dose_lines }, dose) {
  const counted = /** @type {Counted} */ (unit, name) =>
    unit === "times" ? say(words, unit, { n: dose[name] ?? 0 }) : duration(words, dose[name] ?? 0)
  return say(dose_lines, patternOf(dose), gapsOf(dose, counted))
}

/** The name of the sentence: what is timed, one set or several, the sides. @param {Dose} dose */
export function patternOf(dose) {
  return `${timing(dose)} ${dose.sets > 1 ? "sets" : "set"} ${dose.sides}`
}

/**
 * What fills the gaps of such a sentence.
 * @param {{ sets: string | number, repetitions: string | number }} numbers @param {Counted} counted
 */
export function gapsOf({ sets, repetitions }, counted) {
  return {
    ...{ sets, n: repetitions, times: counted("times", "repetitions") },
    hold: counted("seconds", "hold_seconds"),
    release: counted("seconds", "release_seconds"),
    movement: counted("seconds", "repetition_seconds"),
    clock: counted("seconds", "set_seconds"),
  }
}

/** How often, or nothing where the plan does not say. @param {Words} words @param {Often} often */
export function oftenLine(words, { times_a_day, days_a_week }) {
  const times = times_a_day ? say(words, "times_a_day", { n: times_a_day }) : ""
  const daily = days_a_week === 7
  if (!days_a_week) return times
  if (!times) return daily ? say(words, "every_day") : say(words, "days_a_week", { n: days_a_week })
  return daily ? say(words, "times_every_day", { times }) : say(words, "times_and_days", { times, n: days_a_week })
}

/** @param {Dose} dose */
function timing(dose) {
  if (dose.set_seconds) return dose.repetitions === 1 ? "clock" : "count by clock"
  if (dose.repetition_seconds) return "movement"
  if (dose.release_seconds) return "hold and release"
  return dose.repetitions === 1 ? "hold once" : "hold"
}

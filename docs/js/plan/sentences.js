/**
 * Doses as sentences, the same as scripts/stretchbook/views/dose_view.py writes them. Pure.
 * tests/vectors/dose-lines.json holds doses that both say alike.
 *
 * @import { PlanData } from "../types.js"
 * @import { Words } from "../words.js"
 * @import { Dose, Often } from "./format.js"
 */
import { duration, say } from "../words.js"

/** @param {PlanData} data @param {Dose} dose */
export function doseLine({ words, dose_lines }, dose) {
  const name = `${timing(dose)} ${dose.sets > 1 ? "sets" : "set"} ${dose.sides}`
  const gaps = {
    sets: dose.sets,
    n: dose.repetitions,
    times: say(words, "times", { n: dose.repetitions }),
    hold: duration(words, dose.hold_seconds ?? 0),
    release: duration(words, dose.release_seconds ?? 0),
    movement: duration(words, dose.repetition_seconds ?? 0),
    clock: duration(words, dose.set_seconds ?? 0),
  }
  return say(dose_lines, name, gaps)
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

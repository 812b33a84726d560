/**
 * Doses as sentences, the same as scripts/stretchbook/views/dose_view.py writes them. Pure.
 * tests/vectors/dose-lines.json holds doses that both say alike.
 *
 * @import { PlanData } from "../types.js"
 * @import { Words } from "../words.js"
 * @import { Dose, Often } from "./format.js"
 * @typedef {"sets" | "repetitions" | "hold_seconds" | "release_seconds" | "repetition_seconds" | "set_seconds"} Numbered
 * @typedef {(unit: "" | "times" | "sets_count" | "seconds", name: Numbered) => string | number} Counted A number with its unit.
 */
import { counted, duration, spread } from "../amounts.js"
import { say } from "../words.js"
import { counts, hasRange, hasSets, isTimed } from "./format.js"

/** @param {PlanData} data @param {Dose} dose */
export function doseLine(data, dose) {
  const { words } = data
  return saidDose(data, dose, (unit, name) => {
    const [low, high] = [dose[name] ?? 0, Reflect.get(dose, `${name}_to`)]
    if (unit === "seconds") return duration(words, low, high)
    return unit ? counted(words, unit, low, high) : spread(words, low, high)
  })
}

/** What to do, with the numbers as they are asked for. @param {PlanData} data @param {Dose} dose @param {Counted} numbers */
export function saidDose({ words, dose_lines }, dose, numbers) {
  const { load, rest_seconds, sides } = dose
  const name = `${timing(dose)} ${hasSets(dose) ? "sets" : "set"} ${sides}`
  const line = say(dose_lines, name, gapsOf(numbers))
  const loaded = load ? say(words, "dose_load", { dose: line, load }) : line
  return rest_seconds ? say(words, "dose_rest", { dose: loaded, rest: duration(words, rest_seconds) }) : loaded
}

/** How long a dose takes, as far as it can be said. @param {Words} words @param {Dose} dose @param {number} seconds */
export function doseTime(words, dose, seconds) {
  if (!isTimed(dose)) return say(words, "own_pace")
  const time = duration(words, seconds)
  return hasRange(dose) ? say(words, "at_least", { time }) : time
}

/** Which stretches have no time; empty where all have one. @param {Words} words @param {(Dose | null)[]} doses */
export function untold(words, doses) {
  const n = doses.filter((dose) => dose && !isTimed(dose)).length
  return n > 0 ? say(words, "own_pace_untold", { n }) : ""
}

/** What fills the gaps of such a sentence. @param {Counted} counted */
function gapsOf(counted) {
  return {
    ...{ sets: counted("sets_count", "sets"), sets_times: counted("times", "sets") },
    ...{ n: counted("", "repetitions"), times: counted("times", "repetitions") },
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
  if (dose.as_you_like) return "as you like"
  if (dose.until_tired) return "until tired"
  if (dose.set_seconds) return counts(dose) ? "count by clock" : "clock"
  if (dose.repetition_seconds) return "movement"
  if (dose.release_seconds) return "hold and release"
  if (!dose.hold_seconds) return "count"
  return counts(dose) ? "hold" : "hold once"
}

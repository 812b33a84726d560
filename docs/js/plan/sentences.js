/**
 * Doses and times as sentences, the same as scripts/stretchbook/views/dose_view.py writes them. Pure.
 *
 * The sentences come from the catalogue as data, whole and with named gaps. tests/vectors/dose-lines.json holds doses that both say alike.
 *
 * @typedef {import("./format.js").Dose} Dose
 * @typedef {import("./format.js").Often} Often
 * @typedef {import("../words.js").Gaps} Gaps
 * @typedef {Record<string, import("../words.js").Sentence>} Words
 */
import { fill } from "../words.js"

/**
 * One sentence; `n` chooses between the singular and the plural.
 *
 * @param {Words} words
 * @param {string} name
 * @param {Gaps} [gaps]
 */
export function say(words, name, gaps = {}) {
  return fill(words[name] ?? name, gaps)
}

/** @param {Words} words @param {number} seconds */
export function duration(words, seconds) {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return say(words, "seconds", { n: rest })
  const whole = say(words, "minutes", { n: minutes })
  if (rest === 0) return whole
  return say(words, "minutes_and_seconds", { minutes: whole, seconds: say(words, "seconds", { n: rest }) })
}

/** @param {{ words: Words, dose_lines: Record<string, string> }} data @param {Dose} dose */
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

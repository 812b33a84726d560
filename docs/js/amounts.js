/**
 * Numbers and times in words. Apart from words.js, which every page loads.
 *
 * @import { Words } from "./words.js"
 */
import { fill, formFor, say } from "./words.js"

/** A number, or a range such as "8 to 12" where there is an upper end. @param {Words} words @param {number} low @param {number | null} [high] */
export function spread(words, low, high) {
  return high ? say(words, "range", { low, high }) : low
}

/** "8 times", "8 to 12 minutes". @param {Words} words @param {string} unit @param {number} low @param {number | null} [high] */
export function counted(words, unit, low, high) {
  const sentence = words[unit]
  const form = formFor(sentence, high || low)
  const isClosed = high && typeof sentence === "object" && !form.includes("{n}") // "two hours" in a word: no place for a range
  return fill(isClosed ? sentence.other : form, { n: spread(words, low, high) })
}

/** A time such as "1 minute 40 seconds", or a range. @param {Words} words @param {number} seconds @param {number | null} [high] @returns {string} */
export function duration(words, seconds, high) {
  if (high) return timeRange(words, seconds, high)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return say(words, "seconds", { n: rest })
  const whole = say(words, "minutes", { n: minutes })
  if (rest === 0) return whole
  return say(words, "minutes_and_seconds", { minutes: whole, seconds: say(words, "seconds", { n: rest }) })
}

/** Far apart, each end has its own unit. @param {Words} words @param {number} low @param {number} high */
function timeRange(words, low, high) {
  if (low % 60 === 0 && high % 60 === 0) return counted(words, "minutes", low / 60, high / 60)
  if (high < 120) return counted(words, "seconds", low, high)
  return say(words, "range", { low: duration(words, low), high: duration(words, high) })
}

/** To the minute, never less than one. @param {Words} words @param {number} seconds */
export function minutes(words, seconds) {
  return say(words, "minutes", { n: Math.max(1, Math.round(seconds / 60)) })
}

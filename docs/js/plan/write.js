/**
 * Writes a plan as the part of a link after its `#`. Pure.
 *
 * @import { Dose, Often, Plan, Step } from "./format.js"
 */
import { counts, hasSets, isTimed, LIMITS, sidesLetters, VERSION } from "./format.js"
import { writeLife } from "./life.js"
import { checksum, clean, toPercent } from "./texts.js"

const TIMES = /** @type {const} */ ({
  h: "hold_seconds",
  r: "release_seconds",
  m: "repetition_seconds",
  s: "set_seconds",
})

/** The part of a link after its `#`. What is longer than the limits is cut. @param {Plan} plan @returns {string} */
export function encode(plan) {
  const often = writeOften(plan)
  const parts = [String(VERSION), ...writeText("title", plan.title), ...writeText("about", plan.about)]
  parts.push(...writeText("from", plan.made_by), ...writeLife(plan))
  if (often) parts.push(`often:${often}`)
  for (const step of plan.steps.slice(0, LIMITS.stretches)) {
    parts.push([step.exercise, writeDose(step), writeOften(step)].filter(Boolean).join("."))
    parts.push(...writeText("load", step.dose?.load ?? ""), ...writeText("note", step.note))
  }
  const body = parts.join("/")
  return `${body}/end:${checksum(body)}`
}

/** @param {Step} step */
function writeDose({ dose, pause_seconds }) {
  const pause = pause_seconds ? `p${pause_seconds}` : ""
  if (!dose) return pause
  const sets = hasSets(dose) ? `${written(dose, "sets")}x` : ""
  const repetitions = counts(dose) || sets ? written(dose, "repetitions") : ""
  const times = Object.entries(TIMES).map(([letter, name]) => (dose[name] ? letter + written(dose, name) : ""))
  return [sets, repetitions, kindLetter(dose), ...times, sidesLetters(dose), pause].join("")
}

/** One number, or both ends of its range. @param {Dose} dose @param {string} name */
function written(dose, name) {
  const ends = [Reflect.get(dose, name), Reflect.get(dose, `${name}_to`) ?? null].filter((end) => end !== null)
  return ends.map((end) => `${Math.floor(end)}${end % 1 ? "f" : ""}`).join("-")
}

/** @param {Dose} dose */
function kindLetter(dose) {
  if (isTimed(dose)) return ""
  return dose.until_tired ? "t" : dose.as_you_like ? "a" : "c"
}

/** @param {Often} often */
function writeOften({ times_a_day, days_a_week }) {
  return `${times_a_day ? `d${times_a_day}` : ""}${days_a_week ? `w${days_a_week}` : ""}`
}

/** @param {"title" | "about" | "from" | "load" | "note"} name @param {string} text @returns {string[]} */
function writeText(name, text) {
  const kept = clean(text, LIMITS[name])
  return kept ? [`${name}:${toPercent(kept)}`] : []
}

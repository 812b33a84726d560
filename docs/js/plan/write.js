/**
 * Writes a plan as the part of a link after its `#`. Pure.
 *
 * @import { Often, Plan, Step } from "./format.js"
 */
import { LIMITS, sidesLetters, VERSION } from "./format.js"
import { writeLife } from "./life.js"
import { checksum, clean, toPercent } from "./texts.js"

/** The part of a link after its `#`. What is longer than the limits is cut. @param {Plan} plan @returns {string} */
export function encode(plan) {
  const often = writeOften(plan)
  const parts = [String(VERSION), ...writeText("title", plan.title), ...writeText("about", plan.about)]
  parts.push(...writeText("from", plan.made_by), ...writeLife(plan))
  if (often) parts.push(`often:${often}`)
  for (const step of plan.steps.slice(0, LIMITS.stretches)) {
    parts.push([step.exercise, writeDose(step), writeOften(step)].filter(Boolean).join("."))
    parts.push(...writeText("note", step.note))
  }
  const body = parts.join("/")
  return `${body}/end:${checksum(body)}`
}

/** @param {Step} step */
function writeDose({ dose, pause_seconds }) {
  const pause = pause_seconds ? `p${pause_seconds}` : ""
  if (!dose) return pause
  const sets = dose.sets > 1 ? `${dose.sets}x` : ""
  const repetitions = dose.repetitions > 1 || sets ? dose.repetitions : ""
  const times = [
    dose.hold_seconds && `h${dose.hold_seconds}`,
    dose.release_seconds && `r${dose.release_seconds}`,
    dose.repetition_seconds && `m${dose.repetition_seconds}`,
    dose.set_seconds && `s${dose.set_seconds}`,
    sidesLetters(dose),
  ]
  return `${sets}${repetitions}${times.filter(Boolean).join("")}${pause}`
}

/** @param {Often} often */
function writeOften({ times_a_day, days_a_week }) {
  return `${times_a_day ? `d${times_a_day}` : ""}${days_a_week ? `w${days_a_week}` : ""}`
}

/** @param {"title" | "about" | "from" | "note"} name @param {string} text @returns {string[]} */
function writeText(name, text) {
  const kept = clean(text, LIMITS[name])
  return kept ? [`${name}:${toPercent(kept)}`] : []
}

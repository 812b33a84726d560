/**
 * Reads a plan out of a link. A link comes from anywhere, so `decode` takes any text, never throws,
 * and works no longer than its limits allow. Pure.
 *
 * @import { Plan, Step } from "./format.js"
 * @typedef {"truncated" | "altered" | "newer" | "no-version" | "too-long" | "too-many"
 *   | "shortened" | "unknown-part" | "cut-part" | "cut-text" | "dose" | "no-stretch"} Code
 * @typedef {{ code: Code, found: string, step: number | null }} Problem
 *   What is wrong; `found` quotes the link, `step` counts from 0.
 * @typedef {{ plan: Plan, problems: Problem[] }} Reading
 */
import { emptyPlan, LIMITS, stepOf, VERSION } from "./format.js"
import { readLife, settle } from "./life.js"
import { numbersIn } from "./numbers.js"
import { fromPercent } from "../percent.js"
import { clean, lower, wellFormed } from "./texts.js"
import { closestIn, wholeIn } from "./undress.js"

const MEANT = /[/:]|^[0-9]/
const VERSIONED = /^([0-9]{1,3})\/(.*)$/
// With what stands behind it, but for a further part; its checksum does not fit.
const ENDED = /^(.*?)\/end:([0-9a-z]*)(?![0-9a-z]|\/+[0-9a-z]).*$/i
const CHECKSUM_DIGITS = 4
const END_BEGUN = /^(|e|en|end|end:)$/
const STRETCH = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.(.*))?$/
const TEXT = /^(title|about|from|load|note):(.*)$/i
const LIFE = /^(made|until|days):(.*)$/
const OFTEN = /^often:(.*)$/
const LONGEST_ID = 60
const CUT = "…"

/**
 * Reads any text as a plan: as much as can be read, and what is wrong with it.
 * @param {string} link The part after the `#`, or a whole address with it. @returns {Reading}
 */
export function decode(link) {
  /** @type {Reading} */
  const reading = { plan: emptyPlan(), problems: [] }
  const parts = partsOf(link, reading)
  if (!parts) return reading
  for (const part of parts.sure.filter(Boolean)) readPart(reading, part)
  if (parts.cut !== null) readCutPart(reading, parts.cut)
  for (const part of settle(reading.plan)) note(reading, "unknown-part", part)
  if (reading.plan.steps.length === 0) note(reading, "no-stretch")
  return reading
}

/** Whether any part of this text was meant as a plan: `#urgent-signs` is a place on the page. @param {string} link */
export function isPlan(link) {
  return partsOf(link, { plan: emptyPlan(), problems: [] }) !== null
}

/**
 * The parts of a link that are whole, and the last one where it may have been cut. Where the checksum
 * fits, everything is there, in whatever dress it came.
 * @param {string} link @param {Reading} reading
 * @returns {{ sure: string[], cut: string | null } | null} Null where this is no plan at all.
 */
function partsOf(link, reading) {
  const start = [...link.slice(0, 4 * LIMITS.link)]
  const text = wellFormed(start.slice(0, LIMITS.link).join(""))
  const whole = wholeIn(text)
  if (whole !== null) return { sure: partsIn(whole, reading), cut: null }
  if (start.length > LIMITS.link) note(reading, "too-long")
  const closest = closestIn(text)
  return MEANT.test(closest) ? brokenParts(closest, reading) : null
}

/** @param {string} text @param {Reading} reading */
function brokenParts(text, reading) {
  const ended = ENDED.exec(text)
  note(reading, ended && ended[2].length >= CHECKSUM_DIGITS ? "altered" : "truncated")
  const parts = partsIn(ended ? ended[1] : text, reading)
  if (!/^[0-9]/.test(text) && STRETCH.test(lower(parts[0]))) note(reading, "unknown-part", parts.shift()) // half a name
  const last = ended ? "" : (parts.pop() ?? "")
  return { sure: parts, cut: END_BEGUN.test(lower(last)) ? null : last }
}

/** @param {string} body @param {Reading} reading */
function partsIn(body, reading) {
  return withoutVersion(body, reading).split("/")
}

/** @param {string} body @param {Reading} reading */
function withoutVersion(body, reading) {
  const versioned = VERSIONED.exec(`${body}/`)
  if (!versioned || Number(versioned[1]) === 0) {
    note(reading, "no-version")
    return body
  }
  if (Number(versioned[1]) > VERSION) note(reading, "newer", versioned[1])
  return versioned[2].slice(0, -1)
}

/** @param {Reading} reading @param {string} part */
function readPart(reading, part) {
  const text = TEXT.exec(part)
  if (text) return readText(reading, text[1].toLowerCase(), text[2], part)
  const small = lower(part)
  const often = OFTEN.exec(small)
  if (often) return readOften(reading, often[1], part)
  const life = LIFE.exec(small)
  const dated = life && readLife(life[1], life[2])
  if (dated) return void Object.assign(reading.plan, dated)
  const stretch = STRETCH.exec(small)
  if (!stretch || stretch[1].length > LONGEST_ID) return note(reading, "unknown-part", part)
  readStretch(reading, stretch[1], stretch[2] ?? "", part)
}

/**
 * The last part of a link that lacks its end. A text is shown as far as it goes, and ends in "…". Half
 * a name may be another stretch, and half a number another number: `cat-s`, `h3` of `h30`.
 * @param {Reading} reading @param {string} part
 */
function readCutPart(reading, part) {
  const text = TEXT.exec(part)
  if (text) return readCutText(reading, text[1].toLowerCase(), text[2], part)
  const stretch = STRETCH.exec(lower(part))
  const isNamed = stretch?.[2] !== undefined && stretch[1].length <= LONGEST_ID
  if (!isNamed) return note(reading, "cut-part", part)
  if (addStep(reading, stretch[1])) note(reading, "dose", part, reading.plan.steps.length - 1)
}

/** @param {Reading} reading @param {string} name @param {string} encoded @param {string} part */
function readCutText(reading, name, encoded, part) {
  const known = fromPercent(encoded.replace(/%[0-9a-fA-F]?$/, "").replaceAll("_", " "))
  const text = clean(known.replace(/\ufffd+$/, ""), longestOf(name) - CUT.length)
  if (!text || !setText(reading, name, `${text}${CUT}`)) return note(reading, "cut-part", part)
  note(reading, "cut-text", text)
}

/** @param {Reading} reading @param {string} name @param {string} encoded @param {string} part */
function readText(reading, name, encoded, part) {
  const full = fromPercent(encoded.replaceAll("_", " "))
  const text = clean(full, longestOf(name))
  if (!setText(reading, name, text)) return note(reading, "unknown-part", part)
  if (text !== clean(full, LIMITS.link)) note(reading, "shortened", part)
}

/** Gives false where there is no stretch yet, or no dose, that the text could be for. @param {Reading} reading @param {string} name @param {string} text */
function setText({ plan }, name, text) {
  const step = plan.steps.at(-1)
  if ((name === "note" && !step) || (name === "load" && !step?.dose)) return false
  if (name === "title") plan.title = text
  else if (name === "about") plan.about = text
  else if (name === "from") plan.made_by = text
  else if (name === "note" && step) step.note = text
  else if (step?.dose && text) step.dose.load = text
  else delete step?.dose?.load // as in a link that has none
  return true
}

/** @param {string} name */
function longestOf(name) {
  return Reflect.get(LIMITS, name)
}

/** @param {Reading} reading @param {string} written @param {string} part */
function readOften(reading, written, part) {
  const numbers = numbersIn(written)
  if (!numbers || numbers.dose || numbers.pause_seconds !== null) return note(reading, "unknown-part", part)
  reading.plan.times_a_day = numbers.times_a_day
  reading.plan.days_a_week = numbers.days_a_week
}

/** @param {Reading} reading @param {string} exercise @param {string} written @param {string} part */
function readStretch(reading, exercise, written, part) {
  const step = addStep(reading, exercise)
  if (!step) return
  const numbers = numbersIn(written)
  if (numbers) Object.assign(step, numbers)
  else note(reading, "dose", part, reading.plan.steps.length - 1)
}

/** @param {Reading} reading @param {string} exercise @returns {Step | null} */
function addStep(reading, exercise) {
  if (reading.plan.steps.length >= LIMITS.stretches) {
    if (!reading.problems.some(({ code }) => code === "too-many")) note(reading, "too-many")
    return null
  }
  const step = stepOf(exercise)
  reading.plan.steps.push(step)
  return step
}

/** @param {Reading} reading @param {Code} code @param {string} [found] @param {number | null} [step] */
function note({ problems }, code, found = "", step = null) {
  if (problems.length < LIMITS.problems) problems.push({ code, found: clean(found, LIMITS.quoted), step })
}

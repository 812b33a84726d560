/**
 * Reads a plan out of a link. A link comes from anywhere, so `decode` takes any text, never throws,
 * and works no longer than its limits allow. Pure.
 *
 * @import { Plan, Step } from "./format.js"
 * @typedef {"truncated" | "altered" | "newer" | "no-version" | "too-long" | "too-many"
 *   | "shortened" | "unknown-part" | "dose" | "no-stretch"} Code
 * @typedef {{ code: Code, found: string, step: number | null }} Problem
 *   What is wrong; `found` quotes the link, `step` counts from 0.
 * @typedef {{ plan: Plan, problems: Problem[] }} Reading
 */
import { emptyPlan, LIMITS, stepOf, VERSION } from "./format.js"
import { numbersIn } from "./numbers.js"
import { checksum, clean, fromPercent, lower, wellFormed, withoutSpaces } from "./texts.js"

const VERSIONED = /^([0-9]{1,3})\/(.*)$/
const ENDED = /^(.*)\/end:([0-9a-z]*)$/i
const END_BEGUN = /^(|e|en|end|end:)$/
const STRETCH = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.(.*))?$/
const TEXT = /^(title|about|note):(.*)$/i
const OFTEN = /^often:(.*)$/
const LONGEST_ID = 60

/**
 * Reads any text as a plan: as much as can be read, and what is wrong with it.
 * @param {string} link The part after the `#`, or a whole address with it. @returns {Reading}
 */
export function decode(link) {
  /** @type {Reading} */
  const reading = { plan: emptyPlan(), problems: [] }
  const text = unwrapped(link, reading)
  const parts = partsOf(text, reading)
  if (!parts) return reading
  for (const part of parts.sure) readPart(reading, part)
  if (parts.cut !== null) readCutPart(reading, parts.cut)
  if (reading.plan.steps.length === 0) note(reading, "no-stretch")
  return reading
}

/** Whether any part of this text was meant as a plan: `#urgent-signs` is a place on the page. @param {string} link */
export function isPlan(link) {
  const text = unwrapped(link, { plan: emptyPlan(), problems: [] })
  return text.includes("/")
}

/**
 * The link without what programs on its way put around or into it: white space at a line's end, a
 * full stop after it, every mark encoded a second time.
 * @param {string} link @param {Reading} reading
 */
function unwrapped(link, reading) {
  const start = [...link.slice(0, 4 * LIMITS.link)]
  if (start.length > LIMITS.link) note(reading, "too-long")
  let text = wellFormed(start.slice(0, LIMITS.link).join(""))
  text = withoutSpaces(text)
    .replace(/^(?:https?:\/\/[^#]*)?#/, "")
    .replace(/[^0-9a-zA-Z/:]+$/, "")
  return text.includes("/") ? text : fromPercent(text)
}

/**
 * The parts of a link that are whole, and the last one where it may have been cut.
 * @param {string} text @param {Reading} reading
 * @returns {{ sure: string[], cut: string | null } | null} Null where this is no plan at all.
 */
function partsOf(text, reading) {
  if (!text.includes("/")) return null
  const ended = ENDED.exec(text)
  const body = ended ? ended[1] : text
  const whole = ended !== null && ended[2].length >= 4
  if (!whole) note(reading, "truncated")
  else if (ended[2].toLowerCase() !== checksum(body)) note(reading, "altered")
  const parts = withoutVersion(body, reading).split("/").filter(Boolean)
  if (ended) return { sure: parts, cut: null }
  const last = parts.pop() ?? ""
  return { sure: parts, cut: END_BEGUN.test(lower(last)) ? null : last }
}

/** @param {string} body @param {Reading} reading */
function withoutVersion(body, reading) {
  const versioned = VERSIONED.exec(`${body}/`)
  if (!versioned || Number(versioned[1]) === 0) {
    note(reading, "no-version")
    return body
  }
  if (Number(versioned[1]) > VERSION) note(reading, "newer", versioned[1])
  return versioned[2]
}

/** @param {Reading} reading @param {string} part */
function readPart(reading, part) {
  const text = TEXT.exec(part)
  if (text) return readText(reading, text[1].toLowerCase(), text[2], part)
  const small = lower(part)
  const often = OFTEN.exec(small)
  if (often) return readOften(reading, often[1], part)
  const stretch = STRETCH.exec(small)
  if (!stretch || stretch[1].length > LONGEST_ID) return note(reading, "unknown-part", part)
  readStretch(reading, stretch[1], stretch[2] ?? "", part)
}

/**
 * The last part of a link that lacks its end. A text may be shown as far as it goes, but half a
 * number is another number: `h30` cut short reads `h3`.
 * @param {Reading} reading @param {string} part
 */
function readCutPart(reading, part) {
  const known = TEXT.test(part)
  const stretch = STRETCH.exec(lower(part).replace(/[-.]+$/, ""))
  if (known) return readPart(reading, part)
  if (!stretch || stretch[1].length > LONGEST_ID) return note(reading, "unknown-part", part)
  if (addStep(reading, stretch[1])) note(reading, "dose", part, reading.plan.steps.length - 1)
}

/** @param {Reading} reading @param {string} name @param {string} encoded @param {string} part */
function readText(reading, name, encoded, part) {
  const step = reading.plan.steps.at(-1)
  if (name === "note" && !step) return note(reading, "unknown-part", part)
  const full = fromPercent(encoded.replaceAll("_", " "))
  const longest = name === "note" ? LIMITS.note : name === "title" ? LIMITS.title : LIMITS.about
  const text = clean(full, longest)
  if (text !== clean(full, LIMITS.link)) note(reading, "shortened", part)
  if (name === "title") reading.plan.title = text
  else if (name === "about") reading.plan.about = text
  else if (step) step.note = text
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

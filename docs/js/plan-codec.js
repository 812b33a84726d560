/**
 * A plan as the part of a link after its `#`, and back. Pure: no page, no library, no network.
 *
 * docs/plan-format.md describes the format for people. tests/vectors/plan-links.json holds links
 * that this module and scripts/stretchbook/plans/codec.py both read alike. A link comes from
 * anywhere, so `decode` takes any text, never throws, and works no longer than its limits allow.
 *
 * @typedef {{
 *   sets: number, repetitions: number, hold_seconds: number | null, release_seconds: number | null,
 *   repetition_seconds: number | null, set_seconds: number | null, sides: "together" | "each",
 * }} Dose All times are whole seconds; exactly one of hold, repetition and set is given.
 * @typedef {{ times_a_day: number | null, days_a_week: number | null }} Often
 * @typedef {Often & {
 *   exercise: string, dose: Dose | null, note: string, pause_seconds: number | null,
 * }} Step Without a dose it is the stretch's own.
 * @typedef {Often & { title: string, about: string, steps: Step[] }} Plan
 * @typedef {"truncated" | "altered" | "newer" | "no-version" | "too-long" | "too-many"
 *   | "shortened" | "unknown-part" | "dose" | "no-stretch"} Code
 * @typedef {{ code: Code, found: string, step: number | null }} Problem
 *   What is wrong; `found` quotes the link, `step` counts from 0.
 * @typedef {{ plan: Plan, problems: Problem[] }} Reading
 */

const VERSION = 1
export const LIMITS = {
  link: 8000, // characters after the #
  stretches: 30,
  title: 60,
  about: 500,
  note: 200,
  quoted: 40,
  problems: 40,
  dose_seconds: 30 * 60,
}
/** The smallest and the largest of every number, the same as in the library itself. */
export const RANGES = {
  sets: [1, 10],
  repetitions: [1, 200],
  hold_seconds: [1, 900],
  release_seconds: [1, 60],
  repetition_seconds: [1, 60],
  set_seconds: [1, 900],
  pause_seconds: [1, 300],
  times_a_day: [1, 10],
  days_a_week: [1, 7],
}
const TIMINGS = /** @type {const} */ (["hold_seconds", "repetition_seconds", "set_seconds"])

const VERSIONED = /^([0-9]{1,3})\/(.*)$/
const ENDED = /^(.*)\/end:([0-9a-z]*)$/i
const END_BEGUN = /^(|e|en|end|end:)$/
const STRETCH = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.(.*))?$/
const TEXT = /^(title|about|note):(.*)$/i
const OFTEN = /^often:(.*)$/
const LONGEST_ID = 60
const NUMBERS = new RegExp(
  "^(?:(?:(?<sets>[0-9]{1,4})x)?(?<repetitions>[0-9]{1,4}))?(?:h(?<hold_seconds>[0-9]{1,4}))?" +
    "(?:r(?<release_seconds>[0-9]{1,4}))?(?:m(?<repetition_seconds>[0-9]{1,4}))?" +
    "(?:s(?<set_seconds>[0-9]{1,4}))?(?<each>e)?(?:p(?<pause_seconds>[0-9]{1,4}))?" +
    "(?:d(?<times_a_day>[0-9]{1,2}))?(?:w(?<days_a_week>[0-9]{1,2}))?$",
)
// One space for every kind of white space and control character; nothing for marks that turn the
// direction of the text or are not there to be seen.
const SPACES = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu // eslint-disable-line no-control-regex -- they are what is taken out
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

/** @returns {Plan} */
export function emptyPlan() {
  return { title: "", about: "", times_a_day: null, days_a_week: null, steps: [] }
}

/** @param {string} exercise @returns {Step} */
export function stepOf(exercise) {
  return { exercise, dose: null, note: "", pause_seconds: null, times_a_day: null, days_a_week: null }
}

/**
 * The part of a link after its `#`. What is longer than the limits is cut.
 *
 * @param {Plan} plan
 * @returns {string}
 */
export function encode(plan) {
  const often = writeOften(plan)
  const parts = [String(VERSION), ...writeText("title", plan.title), ...writeText("about", plan.about)]
  if (often) parts.push(`often:${often}`)
  for (const step of plan.steps.slice(0, LIMITS.stretches)) {
    parts.push([step.exercise, writeDose(step), writeOften(step)].filter(Boolean).join("."))
    parts.push(...writeText("note", step.note))
  }
  const body = parts.join("/")
  return `${body}/end:${checksum(body)}`
}

/**
 * Reads any text as a plan: as much as can be read, and what is wrong with it.
 *
 * @param {string} link The part after the `#`, or a whole address with it.
 * @returns {Reading}
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
 * CRC-32 of the text, of which the last four hexadecimal digits are enough to notice a cut.
 *
 * @param {string} text
 */
export function checksum(text) {
  let crc = 0xffffffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (~crc & 0xffff).toString(16).padStart(4, "0")
}

/** Seconds for all sets and sides, without pauses. @param {Dose} dose */
export function doseSeconds(dose) {
  const one = dose.repetition_seconds ?? (dose.hold_seconds ?? 0) + (dose.release_seconds ?? 0)
  const set = dose.set_seconds ?? dose.repetitions * one
  return dose.sets * (dose.sides === "each" ? 2 : 1) * set
}

/** Whether somebody could do this dose, and it leaves nothing open. @param {Dose} dose */
export function isPossible(dose) {
  const timings = TIMINGS.filter((name) => dose[name] !== null)
  const inRange = Object.entries(RANGES).every(([name, [least, most]]) => {
    const value = Reflect.get(dose, name) ?? null
    return value === null || (Number.isInteger(value) && value >= least && value <= most)
  })
  const releases = dose.release_seconds === null || dose.hold_seconds !== null
  return timings.length === 1 && inRange && releases && doseSeconds(dose) <= LIMITS.dose_seconds
}

/**
 * A text as it may stand in a plan: one line, nothing invisible, no longer than `longest`.
 *
 * @param {string} text
 * @param {number} longest
 */
export function clean(text, longest) {
  const whole = [...text.replace(INVISIBLE, "").replace(SPACES, " ").trim()]
  return whole.slice(0, longest).join("").trim()
}

/**
 * The link without what programs on its way put around or into it: white space at a line's end, a
 * full stop after it, every mark encoded a second time.
 *
 * @param {string} link
 * @param {Reading} reading
 */
function unwrapped(link, reading) {
  const start = [...link.slice(0, 4 * LIMITS.link)]
  if (start.length > LIMITS.link) note(reading, "too-long")
  let text = wellFormed(start.slice(0, LIMITS.link).join(""))
  text = text.replace(SPACES, "").replace(/^(?:https?:\/\/[^#]*)?#/, "").replace(/[^0-9a-zA-Z/:]+$/, "")
  return text.includes("/") ? text : fromPercent(text)
}

/**
 * The parts of a link that are whole, and the last one where it may have been cut.
 *
 * @param {string} text
 * @param {Reading} reading
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
 *
 * @param {Reading} reading
 * @param {string} part
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

/**
 * `3x10h5ep30.d2w5`: 3 sets of 10, hold 5 seconds, each side, 30 seconds of rest between sets; twice
 * a day, 5 days a week. The dots are for the eye. Null where it cannot be read or done.
 *
 * @param {string} written
 * @returns {(Often & { dose: Dose | null, pause_seconds: number | null }) | null}
 */
function numbersIn(written) {
  const groups = NUMBERS.exec(written.replaceAll(".", ""))?.groups
  if (!groups) return null
  const found = Object.fromEntries(Object.keys(RANGES).map((name) => [name, numberOrNull(groups[name])]))
  const { pause_seconds, times_a_day, days_a_week, ...amounts } = found
  const given = Boolean(groups.each) || Object.values(amounts).some((value) => value !== null)
  const sides = groups.each ? "each" : "together"
  const dose = /** @type {Dose} */ ({ ...amounts, sets: amounts.sets ?? 1, repetitions: amounts.repetitions ?? 1, sides })
  const others = { pause_seconds, times_a_day, days_a_week }
  if ((given && !isPossible(dose)) || !allInRange(others)) return null
  return { dose: given ? dose : null, ...others }
}

/** Only A to Z: other alphabets have letters that become several. @param {string} text */
function lower(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** @param {string | undefined} digits */
function numberOrNull(digits) {
  return digits === undefined ? null : Number(digits)
}

/** @param {Record<string, number | null>} numbers */
function allInRange(numbers) {
  return Object.entries(numbers).every(([name, value]) => {
    const [least, most] = Reflect.get(RANGES, name)
    return value === null || (value >= least && value <= most)
  })
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
    dose.sides === "each" && "e",
  ]
  return `${sets}${repetitions}${times.filter(Boolean).join("")}${pause}`
}

/** @param {Often} often */
function writeOften({ times_a_day, days_a_week }) {
  return `${times_a_day ? `d${times_a_day}` : ""}${days_a_week ? `w${days_a_week}` : ""}`
}

/** @param {"title" | "about" | "note"} name @param {string} text @returns {string[]} */
function writeText(name, text) {
  const kept = clean(text, LIMITS[name])
  return kept ? [`${name}:${toPercent(kept)}`] : []
}

/** Letters, digits and the marks that every program leaves alone stay readable. @param {string} text */
function toPercent(text) {
  return text.replace(/[^A-Za-z0-9 .,-]/gu, percent).replaceAll(" ", "_")
}

/** @param {string} mark */
function percent(mark) {
  const bytes = [...new TextEncoder().encode(mark)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")
}

/** What is not valid becomes the mark for that; nothing is refused. @param {string} text */
function fromPercent(text) {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = run.slice(1).split("%").map((pair) => parseInt(pair, 16))
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes))
  })
}

/** Half a pair of surrogates becomes the mark for what cannot be read. @param {string} text */
function wellFormed(text) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text))
}

/** @param {Reading} reading @param {Code} code @param {string} [found] @param {number | null} [step] */
function note({ problems }, code, found = "", step = null) {
  if (problems.length < LIMITS.problems) problems.push({ code, found: clean(found, LIMITS.quoted), step })
}

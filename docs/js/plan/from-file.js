/**
 * A plan out of what a file holds. A file comes from anywhere: what is known is taken, within the limits
 * of a link, and everything else is named, so that nothing is lost in silence. Pure.
 *
 * @import { Dose, Plan, Step } from "./format.js"
 * @import { Words } from "../words.js"
 * @typedef {{ code: string, number: number, name: string, field: string, gaps: Record<string, string | number> }} Refused
 *   What was not taken: which stretch, counted from 1 (0 for the plan itself), which field, and why.
 * @typedef {{ plan: Plan | null, refused: Refused[] }} Taken Without a plan there was nothing to take.
 */
import { say } from "../words.js"
import {
  areRanges,
  counts,
  doseSeconds,
  emptyPlan,
  isAlone,
  isPossible,
  LIMITS,
  RANGED,
  RANGES,
  stepOf,
  TIMINGS,
} from "./format.js"
import { dateOf, daysOf, settle } from "./life.js"
import { clean } from "./texts.js"

const ID = /^(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const LONGEST_SHOWN = 60 // characters of what was found
const SIDES = /** @type {const} */ (["together", "each", "left", "right"])
const ONE_SIDE = /** @type {const} */ (["left", "right"])

/** A plan, or a routine of content/routines/. @param {unknown} data @returns {Taken} */
export function fromData(data) {
  /** @type {Refused[]} */
  const refused = []
  const fields = new Fields(data, { number: 0, name: "", within: "" }, refused)
  const isRoutine = fields.has("sections") || (fields.has("name") && !fields.has("title"))
  const [title, about] = isRoutine ? ["name", "summary"] : ["title", "about"]
  const found = {
    title: fields.text(title, LIMITS.title),
    about: fields.text(about, LIMITS.about),
    times_a_day: fields.number("times_a_day"),
    days_a_week: fields.number("days_a_week"),
    made_by: fields.text("made_by", LIMITS.from),
    made_on: fields.read("made_on", dateOf, "file_no_date"),
    until: fields.read("until", dateOf, "file_no_date"),
    days: fields.read("days", daysOf, "file_no_days") ?? [],
    steps: [],
  }
  for (const part of settle(found)) fields.refuse("file_contradicts", part.replace(/:.*/, ""))
  const parts = partsOf(fields)
  if (isRoutine) fields.refuse("file_routine", "")
  else fields.close()
  if (parts.length === 0) fields.refuse("file_no_steps", "steps")
  /** @type {Step[]} */
  const steps = []
  for (const [index, part] of parts.entries()) {
    steps.push(...stepFrom(part, index + 1, steps.length, isRoutine, refused))
  }
  return { plan: steps.length > 0 ? { ...emptyPlan(), ...found, steps } : null, refused }
}

/** What was not taken, in a sentence. @param {Words} words @param {Refused} one */
export function refusedLine(words, { code, number, name, field, gaps }) {
  const place = number ? say(words, "file_place", { number, name, field }) : field
  return say(words, code, { place, ...gaps })
}

/** The steps of a plan, or those of all sections of a routine. @param {Fields} fields @returns {unknown[]} */
function partsOf(fields) {
  const sections = fields.take("sections")
  const steps = fields.take("steps")
  const lists = Array.isArray(sections) ? sections.map((section) => Reflect.get(Object(section), "steps")) : [steps]
  return lists.flatMap((list) => (Array.isArray(list) ? list : []))
}

/**
 * One step, or none where it names no stretch or the plan is full.
 * @param {unknown} part @param {number} number @param {number} taken How many stretches the plan holds already.
 * @param {boolean} ofRoutine @param {Refused[]} refused @returns {Step[]}
 */
function stepFrom(part, number, taken, ofRoutine, refused) {
  const exercise = Reflect.get(Object(part), "exercise")
  const isId = typeof exercise === "string" && ID.test(exercise)
  const fields = new Fields(part, { number, name: isId ? exercise : "?", within: "" }, refused)
  fields.take("exercise")
  if (!isId) fields.refuse("file_no_id", "exercise", { found: shown(exercise ?? part) })
  else if (taken >= LIMITS.stretches) fields.refuse("file_too_many", "exercise", { most: LIMITS.stretches })
  if (!isId || taken >= LIMITS.stretches) return []
  const { dose, rest } = doseFrom(fields, ofRoutine, refused)
  const step = {
    ...stepOf(exercise),
    dose,
    note: fields.text("note", LIMITS.note),
    pause_seconds: fields.number("pause_seconds") ?? rest,
    times_a_day: fields.number("times_a_day"),
    days_a_week: fields.number("days_a_week"),
  }
  if (!ofRoutine) fields.close()
  return [step]
}

/**
 * A dose is taken whole or not at all: half of one is another one. In a plan its rest is that of the step.
 * @param {Fields} step @param {boolean} ofRoutine @param {Refused[]} refused
 * @returns {{ dose: Dose | null, rest: number | null }}
 */
function doseFrom(step, ofRoutine, refused) {
  const given = step.take("dose")
  if (given === null) return { dose: null, rest: null }
  const fields = new Fields(given, { ...step.where, within: "dose" }, refused)
  const before = refused.length
  /** @type {Dose} */
  const dose = {
    sets: fields.number("sets") ?? 1,
    repetitions: fields.number("repetitions") ?? 1,
    hold_seconds: fields.number("hold_seconds"),
    release_seconds: fields.number("release_seconds"),
    repetition_seconds: fields.number("repetition_seconds"),
    set_seconds: fields.number("set_seconds"),
    sides: fields.choice("sides", SIDES) ?? "together",
    first_side: fields.choice("first_side", ONE_SIDE),
  }
  const ends = RANGED.map((name) => [`${name}_to`, fields.number(`${name}_to`, name)])
  const words = /** @type {const} */ (["until_tired", "as_you_like"]).map((name) => [name, fields.isTrue(name)])
  const more = [...ends, ...words, ["load", fields.text("load", LIMITS.load)]]
  Object.assign(dose, Object.fromEntries(more.filter(([, value]) => value)))
  const rest = fields.number("rest_seconds", "pause_seconds")
  if (refused.length === before) refuseImpossible(step, dose)
  const isTaken = refused.length === before && isPossible(dose)
  if (!isTaken) step.refuse("file_usual_dose", "dose")
  if (!ofRoutine) fields.close()
  return isTaken ? { dose, rest } : { dose: null, rest: null }
}

/** Numbers that are each allowed but cannot stand together. @param {Fields} step @param {Dose} dose */
function refuseImpossible(step, dose) {
  const timings = TIMINGS.filter((name) => dose[name] !== null)
  const isFree = dose.until_tired || dose.as_you_like
  if (timings.length > 1) step.refuse("file_dose_time", "dose", { found: timings.join(", ") })
  if (timings.length === 0 && !isFree && !counts(dose)) step.refuse("file_dose_empty", "dose")
  if (isFree && !isAlone(dose)) step.refuse("file_dose_words", "dose")
  if (!areRanges(dose)) step.refuse("file_dose_range", "dose")
  if (dose.release_seconds !== null && dose.hold_seconds === null) {
    step.refuse("file_dose_release", "dose.release_seconds")
  }
  if (dose.first_side !== null && dose.sides !== "each") step.refuse("file_dose_first_side", "dose.first_side")
  if (doseSeconds(dose) > LIMITS.dose_seconds) {
    step.refuse("file_dose_long", "dose", { found: doseSeconds(dose), most: LIMITS.dose_seconds })
  }
}

/** A group of fields. Each that is asked for is ticked off; what is left at the end is not known. */
class Fields {
  /** @type {Map<string, unknown>} */
  #left

  /**
   * @param {unknown} group @param {{ number: number, name: string, within: string }} where
   * @param {Refused[]} refused
   */
  constructor(group, where, refused) {
    const isGroup = typeof group === "object" && group !== null && !Array.isArray(group)
    this.#left = new Map(isGroup ? Object.entries(group) : [])
    this.where = where
    this.refused = refused
    if (!isGroup && where.within) this.refuse("file_no_group", "", { found: shown(group) })
  }

  /** @param {string} code @param {string} field @param {Record<string, string | number>} [gaps] */
  refuse(code, field, gaps = {}) {
    const { number, name, within } = this.where
    this.refused.push({ code, number, name, field: [within, field].filter(Boolean).join("."), gaps })
  }

  /** @param {string} field */
  has(field) {
    return this.#left.has(field)
  }

  /** Null where it is empty or missing, which says nothing. @param {string} field @returns {unknown} */
  take(field) {
    const value = this.#left.get(field) ?? null
    this.#left.delete(field)
    return value
  }

  /** @param {string} field @param {number} most @returns {string} */
  text(field, most) {
    const found = this.take(field)
    if (found === null) return ""
    if (typeof found !== "string") {
      this.refuse("file_no_text", field, { found: shown(found) })
      return ""
    }
    const whole = clean(found, LIMITS.link)
    const length = [...whole].length
    if (length <= most) return whole
    this.refuse("file_too_long", field, { found: length, most })
    return `${clean(whole, most - 1)}…`
  }

  /** @template Value @param {string} field @param {(found: unknown) => Value | null} take @param {string} code */
  read(field, take, code) {
    const found = this.take(field)
    const value = found === null ? null : take(found)
    if (found !== null && value === null) this.refuse(code, field, { found: shown(found) })
    return value
  }

  /** @param {string} field @param {string} [like] whose range it has @returns {number | null} */
  number(field, like = field) {
    const found = this.take(field)
    if (found === null) return null
    const [least, most, size = 1] = Reflect.get(RANGES, like)
    const isWhole = typeof found === "number" && Number.isInteger(found / size)
    if (isWhole && found >= least && found <= most) return found
    const code = isWhole ? "file_range" : size < 1 ? "file_no_half" : "file_no_number"
    this.refuse(code, field, { found: shown(found), least, most })
    return null
  }

  /** @param {string} field */
  isTrue(field) {
    const found = this.take(field) ?? false
    const isWord = typeof found === "boolean"
    if (!isWord) this.refuse("file_no_choice", field, { found: shown(found), allowed: "true, false" })
    return isWord && found
  }

  /** @template {string} Word @param {string} field @param {readonly Word[]} allowed @returns {Word | null} */
  choice(field, allowed) {
    const found = this.take(field)
    if (found === null) return null
    const chosen = allowed.find((one) => one === found) ?? null
    if (!chosen) this.refuse("file_no_choice", field, { found: shown(found), allowed: allowed.join(", ") })
    return chosen
  }

  /** Names what nobody has asked for. */
  close() {
    for (const field of this.#left.keys()) this.refuse("file_unknown", clean(field, LONGEST_SHOWN))
  }
}

/** A value as it stands in the file: texts in quotes, long ones cut. @param {unknown} value */
function shown(value) {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}"
  const text = clean(JSON.stringify(value) ?? "–", LIMITS.link)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

/**
 * Plans as files: JSON, and the YAML of content/plans/, whose steps have the form of a routine's.
 * A file comes from anywhere, so only what is known is taken from it, within the limits of a link.
 *
 * @import { Plan, Step } from "./format.js"
 * @typedef {{ plan: Plan, why: "" } | { plan: null, why: string }} Opened
 */
import { saveFile } from "../save-file.js"
import { plainDose } from "./edit.js"
import { allInRange, emptyPlan, isPossible, stepOf } from "./format.js"
import { decode } from "./read.js"
import { encode } from "./write.js"

const LARGEST = 200_000 // bytes; a plan of thirty stretches with long notes takes a tenth
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** @param {Plan} plan @param {"json" | "yaml"} kind @param {string} name */
export async function savePlan(plan, kind, name) {
  const data = toData(plan)
  const text = kind === "json" ? `${JSON.stringify(data, null, 2)}\n` : (await yaml()).dump(data)
  saveFile(`${name}.${kind === "json" ? "json" : "yml"}`, `application/${kind}`, text)
}

/** @param {File} file @returns {Promise<Opened>} */
export async function readFile(file) {
  if (file.size > LARGEST) return { plan: null, why: "file_too_large" }
  try {
    return fromData((await yaml()).load(await file.text())) // JSON is YAML too
  } catch (error) {
    return { plan: null, why: error instanceof Error ? error.message.split("\n")[0].slice(0, 200) : "" }
  }
}

/** The plan without what it does not say. @param {Plan} plan */
export function toData({ title, about, times_a_day, days_a_week, steps }) {
  return said({ title: title || null, about: about || null, times_a_day, days_a_week, steps: steps.map(stepData) })
}

/** @param {Step} step */
function stepData({ dose, note, ...others }) {
  const sides = dose?.sides === "together" ? null : dose?.sides
  return said({ ...others, dose: dose && said({ ...dose, sides }), note: note || null })
}

/** @param {Record<string, unknown>} values */
function said(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))
}

/** The plan in what a file holds: a plan, or a routine of content/routines/. @param {unknown} data @returns {Opened} */
export function fromData(data) {
  const { name, title, about, summary, steps, sections, ...others } = record(data)
  const parts = Array.isArray(sections) ? sections.flatMap((section) => record(section).steps ?? []) : steps
  if (!Array.isArray(parts)) return { plan: null, why: "file_no_steps" }
  const found = { ...emptyPlan(), title: textOf(title ?? name), about: textOf(about ?? summary), ...oftenOf(others) }
  /** @type {Step[]} */
  const read = []
  for (const part of parts) {
    const step = stepFrom(record(part))
    if (typeof step === "string") return { plan: null, why: step }
    read.push(step)
  }
  const { plan } = decode(encode({ ...found, steps: read })) // the limits of a link hold here too
  return { plan, why: "" }
}

/**
 * One step, or what is wrong with it: a dose is taken whole or not at all.
 * @param {Record<string, unknown>} part @returns {Step | string}
 */
function stepFrom({ exercise, dose, note, pause_seconds, ...others }) {
  const isId = typeof exercise === "string" && exercise.length <= 60 && ID.test(exercise)
  if (!isId) return `exercise: ${String(exercise).slice(0, 60)}`
  const step = {
    ...stepOf(exercise),
    note: textOf(note),
    pause_seconds: numberOf("pause_seconds", pause_seconds),
    ...oftenOf(others),
  }
  if (dose === undefined || dose === null) return step
  const none = { hold_seconds: null, release_seconds: null, repetition_seconds: null, set_seconds: null }
  const given = plainDose({ sets: 1, repetitions: 1, sides: "together", first_side: null, ...none, ...record(dose) })
  if (!isPossible(given)) return `${exercise}: dose`
  return { ...step, dose: given }
}

/** @param {Record<string, unknown>} values */
function oftenOf({ times_a_day, days_a_week }) {
  return { times_a_day: numberOf("times_a_day", times_a_day), days_a_week: numberOf("days_a_week", days_a_week) }
}

/** @param {string} name @param {unknown} value */
function numberOf(name, value) {
  return typeof value === "number" && allInRange({ [name]: value }) ? value : null
}

/** @param {unknown} value */
function textOf(value) {
  return typeof value === "string" ? value : ""
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {}
}

async function yaml() {
  const vendor = /** @type {unknown} */ (await import("../vendor/js-yaml.js"))
  return /** @type {typeof import("js-yaml")} */ (vendor)
}

/**
 * Plans as files: JSON, and the YAML of content/plans/, whose steps have the form of a routine's.
 *
 * @import { Taken } from "./from-file.js"
 * @import { Plan, Step } from "./format.js"
 * @typedef {Taken & { why: string }} Opened `why` there is no plan, where the file itself cannot be read.
 */
import { saveFile } from "../save-file.js"
import { fromData } from "./from-file.js"

const LARGEST = 200_000 // bytes; a plan of thirty stretches with long notes takes a tenth

/** @param {Plan} plan @param {"json" | "yaml"} kind @param {string} name */
export async function savePlan(plan, kind, name) {
  const data = toData(plan)
  const text = kind === "json" ? `${JSON.stringify(data, null, 2)}\n` : (await yaml()).dump(data)
  saveFile(`${name}.${kind === "json" ? "json" : "yml"}`, `application/${kind}`, text)
}

/** @param {File} file @returns {Promise<Opened>} */
export async function readFile(file) {
  const nothing = { plan: null, refused: [] }
  if (file.size > LARGEST) return { ...nothing, why: "file_too_large" }
  try {
    return { ...fromData((await yaml()).load(await file.text())), why: "" } // JSON is YAML too
  } catch (error) {
    return { ...nothing, why: error instanceof Error ? error.message.split("\n")[0].slice(0, 200) : "" }
  }
}

/** The plan without what it does not say. @param {Plan} plan */
export function toData({ title, about, made_by, days, steps, ...others }) {
  const texts = { title: title || null, about: about || null, made_by: made_by || null }
  return said({ ...texts, ...others, days: days.length > 0 ? days : null, steps: steps.map(stepData) })
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

async function yaml() {
  const vendor = /** @type {unknown} */ (await import("../vendor/js-yaml.js"))
  return /** @type {typeof import("js-yaml")} */ (vendor)
}

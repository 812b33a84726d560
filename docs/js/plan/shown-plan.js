/**
 * A plan together with what the site knows of its stretches.
 *
 * @import { Choices, PlanData, Stretch, StretchFile } from "../types.js"
 * @import { Dose, Life, Often, Plan, Step } from "./format.js"
 * @import { Opened } from "./opened-plans.js"
 * @import { Problem } from "./read.js"
 * @import { Words } from "../words.js"
 * @typedef {Often & {
 *   number: number, name: string, stretch: Stretch | null, dose: Dose | null, dose_line: string,
 *   is_own_dose: boolean, is_dose_unreadable: boolean, takes_turns: boolean, note: string, pause_seconds: number | null,
 *   seconds: number, english?: boolean,
 * }} ShownStep Without a stretch it is not on this site, or there in English only; `seconds` counts sets and sides.
 * @typedef {Often & Life & {
 *   title: string, about: string, steps: ShownStep[], seconds: number, guided_seconds: number, problems: Problem[],
 *   newer?: Opened | null, is_kept?: boolean,
 * }} ShownPlan guided_seconds: all that a guided session takes. newer: another that was opened on this device.
 *   is_kept: whether the device remembers it.
 */
import { load } from "../data.js"
import { withDose } from "../dosed-text.js"
import { timetable, totalSeconds } from "../session/timetable.js"
import { sameDose } from "./edit.js"
import { doseInPlan, secondsInPlan } from "./format.js"
import { doseLine } from "./sentences.js"
import { guidedStep } from "./to-session.js"
import { say } from "../words.js"

/** @returns {Promise<PlanData>} */
export function loadPlanData() {
  return load("plan")
}

/**
 * The id that a stretch has today, and its name; without an id it is not on this site, or there in
 * English only.
 * @param {PlanData} data @param {string} exercise @returns {{ id: string | null, name: string, english?: boolean }}
 */
export function stretchToday({ names, moved, untranslated }, exercise) {
  const id = Object.hasOwn(moved, exercise) ? moved[exercise] : exercise
  if (Object.hasOwn(names, id)) return { id, name: names[id] }
  if (Object.hasOwn(untranslated, id)) return { id: null, name: untranslated[id], english: true }
  const words = exercise.replaceAll("-", " ")
  return { id: null, name: words.charAt(0).toUpperCase() + words.slice(1) }
}

/** Why a stretch has no text here. @param {Words} words @param {{ english?: boolean }} step */
export function absence(words, { english }) {
  return say(words, english ? "not_translated" : "gone")
}

/**
 * A chosen stretch among those to choose from.
 * @param {{ data: PlanData, choices: Choices }} desk @param {string} exercise
 */
export function choiceOf({ data, choices }, exercise) {
  const { id } = stretchToday(data, exercise)
  return choices.stretches.find((choice) => choice.id === id)
}

/**
 * The plan as it is shown: names, doses and times of today.
 * @param {Plan} plan @param {Problem[]} [problems] What was wrong with its link. @returns {Promise<ShownPlan>}
 */
export async function show(plan, problems = []) {
  const [data, session] = await Promise.all([loadPlanData(), load("session")])
  const steps = await Promise.all(plan.steps.map((step, index) => showStep(data, step, index, problems)))
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0)
  const guided_seconds = totalSeconds(timetable(session, steps.flatMap(guidedStep), "1"))
  return { ...plan, steps, seconds, guided_seconds, problems }
}

/**
 * @param {PlanData} data @param {Step} step @param {number} index @param {Problem[]} problems
 * @returns {Promise<ShownStep>}
 */
async function showStep(data, step, index, problems) {
  const { id, name, english } = stretchToday(data, step.exercise)
  const file = id ? /** @type {StretchFile} */ (await load(`stretches/${id}`)) : null
  const dose = file && doseInPlan(step, file.dose)
  const stretch = file && dose && withDose(data.words, file, dose)
  return {
    ...step,
    number: index + 1,
    name,
    english,
    stretch,
    dose,
    dose_line: dose ? doseLine(data, dose) : "",
    is_own_dose: Boolean(file && step.dose && !sameDose(step.dose, file.dose)),
    is_dose_unreadable: problems.some(({ code, step }) => code === "dose" && step === index),
    takes_turns: Boolean(file?.dose.alternate),
    seconds: file ? secondsInPlan(step, file.dose) : 0,
  }
}

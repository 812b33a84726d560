/**
 * A plan together with what the site knows of its stretches.
 *
 * @import { Names, PlanData, Stretch, StretchFile } from "../types.js"
 * @import { Dose, Life, Often, Plan, Step } from "./format.js"
 * @import { Desk } from "./builder.js"
 * @import { Opened } from "./opened-plans.js"
 * @import { Problem } from "./read.js"
 * @import { Words } from "../words.js"
 * @typedef {{ data: PlanData, files: Map<string, StretchFile>, code?: string }} Known What is known of stretches in a
 *   language: that of the page where no code says another.
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

/**
 * With the names of these stretches, if no others.
 * @param {string[]} exercises @param {string} [code] @returns {Promise<PlanData>}
 */
export async function loadPlanData(exercises = [], code) {
  /** @type {PlanData} */
  const data = await load("plan", code)
  const ids = exercises.map((exercise) => idToday(data, exercise))
  const parts = new Set(ids.map((id) => data.name_parts.filter((first) => first <= id).length - 1))
  /** @type {Names[]} */
  const found = await Promise.all([...parts].filter((at) => at >= 0).map((at) => load(`names/${at}`, code)))
  for (const { names, untranslated } of found) {
    Object.assign(data.names, names)
    Object.assign(data.untranslated, untranslated)
  }
  return data
}

/** @param {Plan} plan */
export function exercisesOf({ steps }) {
  return steps.map(({ exercise }) => exercise)
}

/** @param {Pick<PlanData, "moved">} data @param {string} exercise */
function idToday({ moved }, exercise) {
  return Object.hasOwn(moved, exercise) ? moved[exercise] : exercise
}

let waiting = Promise.resolve(true)

/**
 * Before a plan that is being made has these stretches. Who asked first goes on first, or two quick presses
 * could change places. Where something cannot be fetched that is said, and the plan must stay as it is.
 * @param {Desk} desk @param {string[]} exercises
 */
export function learnFor(desk, exercises) {
  const learned = Promise.all([desk, desk.theirs].map((known) => known && learn(known, exercises))).then(
    () => true,
    () => ((desk.status.textContent = say(desk.data.words, "failed")), false),
  )
  return (waiting = waiting.then(() => learned))
}

/** Have the names and files of these stretches there. @param {Known} known @param {string[]} exercises */
export async function learn({ data, files, code }, exercises) {
  await loadPlanData(exercises, code)
  await Promise.all(
    exercises.map(async (exercise) => {
      const { id } = stretchToday(data, exercise)
      if (id) files.set(id, await load(`stretches/${id}`, code))
    }),
  )
}

/**
 * The id that a stretch has today, and its name; without an id it is not on this site, or there in
 * English only.
 * @param {PlanData} data @param {string} exercise @returns {{ id: string | null, name: string, english?: boolean }}
 */
export function stretchToday({ names, moved, untranslated }, exercise) {
  const id = idToday({ moved }, exercise)
  if (Object.hasOwn(names, id)) return { id, name: names[id] }
  if (Object.hasOwn(untranslated, id)) return { id: null, name: untranslated[id], english: true }
  const words = exercise.replaceAll("-", " ")
  return { id: null, name: words.charAt(0).toUpperCase() + words.slice(1) }
}

/** Why a stretch has no text here. @param {Words} words @param {{ english?: boolean }} step */
export function absence(words, { english }) {
  return say(words, english ? "not_translated" : "gone")
}

/** A stretch that is known. @param {Known} known @param {string} exercise */
export function fileOf({ data, files }, exercise) {
  return files.get(stretchToday(data, exercise).id ?? "")
}

/**
 * The plan as it is shown: names, doses and times of today.
 * @param {Plan} plan @param {Problem[]} [problems] What was wrong with its link. @returns {Promise<ShownPlan>}
 */
export async function show(plan, problems = []) {
  const [data, session] = await Promise.all([loadPlanData(exercisesOf(plan)), load("session")])
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

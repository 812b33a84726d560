/**
 * A plan as plain lines, for an e-mail and for a clinic's own record. No line says less than the page,
 * except where it names what it leaves out. Pure.
 *
 * @import { PlanData, StretchFile } from "../types.js"
 * @import { Plan, Step } from "./format.js"
 * @import { ShownPlan } from "./shown-plan.js"
 */
import { say } from "../words.js"
import { doseInPlan } from "./format.js"
import { lifeLines, oftenOnDays } from "./life-sentences.js"
import { doseLine, oftenLine } from "./sentences.js"
import { absence, stretchToday } from "./shown-plan.js"

/**
 * The note above the stretches, who made it and until when, how often, and a line for each stretch.
 * @param {PlanData} data @param {Plan} plan @param {(exercise: string) => StretchFile | undefined} fileOf
 * @param {(index: number) => string[]} [more] What else a line says of its stretch.
 */
export function planLines(data, plan, fileOf, more = () => []) {
  const often = oftenOnDays(data.words, plan)
  const steps = plan.steps.map((step, index) => {
    const today = stretchToday(data, step.exercise)
    const title = say(data.words, "step_title", { number: index + 1, name: today.name })
    const told = today.id || today.english ? factsOf(data, step, fileOf(step.exercise)) : []
    if (!today.id) told.unshift(absence(data.words, today))
    return say(data.words, "text_fact", { label: title, value: [...told, ...more(index)].join(" ") })
  })
  return [
    plan.about,
    lifeLines(data.words, plan).join(" "),
    often && labelled(data, "how_often", often),
    ...steps,
  ].filter(Boolean)
}

/**
 * What a record needs: day, link, doses, notes, cautions, and which texts the patient sees.
 * @param {PlanData} data @param {{ title: string }} plan @param {string[]} lines of `planLines`
 * @param {{ link: string, day: string }} made
 */
export function recordLines(data, { title }, lines, { link, day }) {
  const name = title || say(data.words, "your_plan")
  return [say(data.words, "text_head", { title: name, day }), link, ...lines, data.version]
}

/** The cautions of a stretch, which its page tells. @param {PlanData} data @param {ShownPlan} shown @param {number} index */
export function cautionsOf(data, { steps }, index) {
  const texts = steps[index].stretch?.cautions.map(({ text }) => text) ?? []
  return texts.length > 0
    ? [say(data.words, "text_fact", { label: say(data.words, "cautions"), value: texts.join(" ") })]
    : []
}

/** @param {PlanData} data @param {Step} step @param {StretchFile | undefined} file */
function factsOf(data, step, file) {
  const { words } = data
  const [often, usual] = [oftenLine(words, step), file?.dose ?? step.dose]
  return [
    usual && `${doseLine(data, doseInPlan(step, usual))}.`,
    often && labelled(data, "how_often", `${often}.`),
    step.note && labelled(data, "from_clinician", step.note),
  ].flatMap((fact) => fact || [])
}

/** @param {PlanData} data @param {string} label @param {string} value */
function labelled({ words }, label, value) {
  return say(words, "text_fact", { label: say(words, label), value })
}

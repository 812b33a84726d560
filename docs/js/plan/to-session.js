/** A guided session of the plan that stands on the page; nothing of it is fetched before it starts. */
/** @import { Words } from "../words.js" */
/** @import { Step } from "../types.js" */
/** @import { ShownPlan, ShownStep } from "./shown-plan.js" */
import { say } from "../words.js"
import { endedLine, lifeLines, oftenOnDays } from "./life-sentences.js"
import { showReminders } from "./plan-reminders.js"
import { oftenLine } from "./sentences.js"
import { startButton } from "../session-start.js"

/**
 * The button, or nothing where no stretch of the plan is left on the site.
 * @param {ShownPlan} plan @param {Words} words
 * @param {string} link The address of this very plan: a session that was left is found under it.
 */
export function sessionStart(plan, words, link) {
  const steps = plan.steps.flatMap(guidedStep)
  if (steps.length === 0) return null
  const name = plan.title || say(words, "your_plan")
  return startButton("", new URL(link).hash, async () => {
    const { openSession } = await import("../session/open.js")
    const parts = [{ title: "", steps, chosen: true }]
    const remind = endedLine(words, plan) ? undefined : showReminders
    const lacks = plan.steps.filter(({ stretch }) => !stretch).map((step) => step.name)
    await openSession({ id: new URL(link).hash, name, parts, rules: rulesOf(plan, words), remind, lacks })
  })
}

/** How often, and until when, for the last screen. @param {ShownPlan} plan @param {Words} words */
function rulesOf(plan, words) {
  const others = plan.steps.map((step) => [step.name, oftenLine(words, step)]).filter(([, often]) => often)
  const own = [oftenOnDays(words, plan), ...lifeLines(words, plan), endedLine(words, plan)]
  const lines = [...own, ...others.map(([name, often]) => say(words, "often_of", { name, often }))]
  return lines.filter(Boolean).map((text) => ({ text, link: null }))
}

/**
 * Taking turns belongs to the stretch: a plan's own dose does not say it.
 * @param {ShownStep} step @returns {Step[]}
 */
export function guidedStep({ stretch, dose, dose_line, takes_turns, note }) {
  if (!stretch || !dose) return []
  const alternate = takes_turns && dose.sides === "each"
  const own = { ...stretch, dose: { ...dose, alternate }, dose_line }
  return [{ stretch: own, note, note_at_end: "" }]
}

/** A guided session of the plan that stands on the page; nothing of it is fetched before it starts. */
/** @import { Words } from "../words.js" */
/** @import { GivenStep } from "../types.js" */
/** @import { ShownPlan, ShownStep } from "./shown-plan.js" */
import { say } from "../words.js"
import { startButton } from "../session-start.js"

/**
 * The button, or nothing where no stretch of the plan is left on the site.
 * @param {ShownPlan} plan @param {Words} words
 * @param {string} link The address of this very plan: a session that was left is found under it.
 */
export function sessionStart(plan, words, link) {
  const steps = plan.steps.flatMap(givenStep)
  if (steps.length === 0) return null
  const name = plan.title || say(words, "your_plan")
  return startButton("", async () => {
    const { openSession } = await import("../session/open.js")
    await openSession({ id: new URL(link).hash, name, parts: [{ title: "", steps, chosen: true }] })
  })
}

/**
 * Taking turns belongs to the stretch: a plan's own dose does not say it.
 * @param {ShownStep} step @returns {GivenStep[]}
 */
function givenStep({ stretch, dose, dose_line, takes_turns, seconds, note }) {
  if (!stretch || !dose) return []
  const alternate = takes_turns && dose.sides === "each"
  return [{ stretch: { id: stretch.id, dose: { ...dose, alternate, total_seconds: seconds }, dose_line }, note }]
}

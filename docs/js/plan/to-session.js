/** A guided session of the plan that stands on the page; nothing of it is fetched before it starts. */
import { say } from "./sentences.js"
import { startButton } from "../session-start.js"
import { word } from "../words.js"

/** @typedef {import("./shown-plan.js").ShownPlan} ShownPlan */
/** @typedef {import("./shown-plan.js").ShownStep} ShownStep */
/** @typedef {import("./sentences.js").Words} Words */

/**
 * The button, or nothing where no stretch of the plan is left on the site.
 *
 * @param {ShownPlan} plan
 * @param {Words} words
 * @param {string} link The address of this very plan: a session that was left is found under it.
 */
export function sessionStart(plan, words, link) {
  const steps = plan.steps.flatMap(givenStep)
  if (steps.length === 0) return null
  const name = plan.title || say(words, "untitled")
  return startButton(word("start_session"), word("start_failed"), "", async () => {
    const { openSession } = await import("../session/open.js")
    await openSession({ id: new URL(link).hash, name, parts: [{ title: "", steps, chosen: true }] })
  })
}

/**
 * Whether both sides are done in turn belongs to the stretch: a plan's own dose does not say it.
 *
 * @param {ShownStep} step
 */
function givenStep({ stretch, dose, dose_line, seconds, note }) {
  if (!stretch || !dose) return []
  const alternate = Boolean(stretch.dose.alternate) && dose.sides === "each"
  const own = { ...dose, alternate, line: dose_line, total_seconds: seconds }
  return [{ exercise: stretch.id, dose: own, note }]
}

/**
 * A plan as its reader sees it, on the screen and on paper. The markup is that of a routine's page,
 * so the same styles serve both.
 *
 * @typedef {import("./shown-plan.js").ShownPlan} ShownPlan
 * @typedef {import("./shown-plan.js").ShownStep} ShownStep
 * @typedef {import("./sentences.js").Words} Words
 */
import { fromRoot } from "../data.js"
import { actions, button, make, present } from "../dom.js"
import { startIn as startMovement } from "../movement.js"
import { openAll } from "../open-all.js"
import { LIMITS } from "./format.js"
import { sessionStart } from "./to-session.js"
import { duration, oftenLine, say } from "./sentences.js"
import { qrPicture } from "../qr.js"
import { bigPicture, care, facts, numbered, selfTest, thumbnail } from "../stretch-parts.js"
import { word } from "../words.js"

/**
 * What stands above the warning signs: title, note, time, what is wrong, what to do with it.
 *
 * @param {ShownPlan} plan
 * @param {Words} words
 * @param {string} link The address of this very plan.
 * @param {() => void} change
 */
export async function planHead(plan, words, link, change) {
  const code = await qrPicture(link, say(words, "qr_label")).catch(() => null)
  return present([
    make("h1", { tabindex: -1 }, plan.title || say(words, "untitled")),
    code && make("figure", { class: "plan-paper-qr" }, code, make("figcaption", {}, say(words, "qr_paper"))),
    plan.about && make("p", { class: "lead" }, plan.about),
    problemsBox(plan, words),
    plan.steps.length > 0 && facts(factsOf(plan, words), [say(words, "stretch_count")]),
    sessionStart(plan, words, link),
    actions(
      button(word("print"), () => window.print()),
      button(say(words, "change"), change),
    ),
    make("p", {}, make("small", {}, say(words, "stored_nowhere"))),
  ])
}

/** What stands below the warning signs: the stretches. @param {ShownPlan} plan @param {Words} words */
export function planBody(plan, words) {
  if (plan.steps.length === 0) return []
  const blocks = plan.steps.map((step) => block(step, words))
  for (const item of blocks) startMovement(item)
  return [
    make("h2", {}, say(words, "in_order")),
    make("p", { class: "on-screen" }, say(words, "changes")),
    make("p", { class: "on-screen" }, say(words, "closed_at_first")),
    openAll(() => blocks, word),
    ...blocks,
  ]
}

/** @param {ShownPlan} plan @param {Words} words @returns {[string, string][]} */
function factsOf(plan, words) {
  return /** @type {[string, string][]} */ ([
    [say(words, "how_often"), oftenLine(words, plan)],
    [say(words, "stretch_count"), String(plan.steps.length)],
    [say(words, "time"), duration(words, plan.seconds)],
  ])
}

/** What is wrong with the link, before anything else. @param {{ problems: import("./read.js").Problem[] }} plan @param {Words} words */
export function problemsBox({ problems }, words) {
  if (problems.length === 0) return null
  const lines = problems.map(({ code, found, step }) =>
    make("li", {}, say(words, code, { found, most: LIMITS.stretches, number: (step ?? 0) + 1 })),
  )
  return make(
    "section",
    { class: "plan-problems care" },
    make("h2", {}, say(words, "problems_title")),
    make("ul", {}, ...lines),
    make("p", {}, make("strong", {}, say(words, "problems_advice"))),
  )
}

/** One stretch. @param {ShownStep} step @param {Words} words */
function block(step, words) {
  const title = say(words, "step_title", { number: step.number, name: step.name })
  const line = step.stretch ? step.dose_line : say(words, "gone")
  const heading = make(
    "h3",
    {},
    thumbnail(step.stretch?.picture.small),
    title,
    " ",
    make("em", { class: "dose" }, line),
  )
  return make("details", { class: "stretch" }, make("summary", {}, heading), ...insideOf(step, words))
}

/** @param {ShownStep} step @param {Words} words */
function insideOf(step, words) {
  const { stretch } = step
  const own = noteBox(step, words)
  if (!stretch) return present([own ?? make("p", {}, make("strong", {}, say(words, "gone")))])
  return present([
    facts(setup(step, stretch, words), [say(words, "dose_time"), say(words, "position")]),
    bigPicture(stretch.picture),
    step.is_dose_unreadable && make("p", {}, make("strong", {}, say(words, "dose_unreadable"))),
    own,
    step.is_own_dose && ownDose(step, words),
    numbered(stretch.steps),
    make("dl", {}, make("dt", {}, say(words, "feel")), make("dd", {}, stretch.feel)),
    care(say(words, "cautions"), stretch.cautions, "h4"),
    selfTest(stretch.self_test, "h4"),
    actions(make("a", { href: fromRoot(stretch.address) }, say(words, "full_page"))),
  ])
}

/** @param {ShownStep} step @param {import("../types.js").Stretch} stretch @param {Words} words @returns {[string, string][]} */
function setup(step, stretch, words) {
  const pause = step.pause_seconds && step.dose && step.dose.sets > 1
  return [
    [say(words, "how_often"), oftenLine(words, step)],
    [say(words, "dose_time"), duration(words, step.seconds)],
    [say(words, "pause_label"), pause ? duration(words, step.pause_seconds ?? 0) : ""],
    [say(words, "position"), stretch.position_name],
    [say(words, "needs"), stretch.equipment_names.join(", ")],
    [say(words, "helpful"), stretch.helpful_names.join(", ")],
  ]
}

/** The steps were written for the usual dose, and name its numbers. @param {ShownStep} step @param {Words} words */
function ownDose({ dose_line }, words) {
  const dose = make("strong", { class: "on-screen" }, `${dose_line}.`)
  return make("p", { class: "note plan-dose" }, dose, " ", say(words, "your_dose"))
}

/** @param {ShownStep} step @param {Words} words */
function noteBox({ note }, words) {
  if (!note) return null
  return make("p", { class: "note plan-note" }, make("strong", {}, say(words, "from_clinician")), " ", note)
}

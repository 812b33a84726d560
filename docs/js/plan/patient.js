/**
 * A plan as its reader sees it, on the screen and on paper. The markup is that of a routine's page,
 * so the same styles serve both.
 *
 * @import { Stretch } from "../types.js"
 * @import { Words } from "../words.js"
 * @import { Problem } from "./read.js"
 * @import { ShownPlan, ShownStep } from "./shown-plan.js"
 */
import { minutes } from "../amounts.js"
import { fromHome, fromRoot } from "../data.js"
import { actions, button, make, present } from "../dom.js"
import { startIn as startMovement } from "../movement.js"
import { openAll } from "../open-all.js"
import { LIMITS } from "./format.js"
import { lifeOnPage, oftenOnWall } from "./life-on-page.js"
import { oftenOnDays } from "./life-sentences.js"
import { planReminders } from "./plan-reminders.js"
import { absence } from "./shown-plan.js"
import { sessionStart } from "./to-session.js"
import { doseTime, oftenLine, untold } from "./sentences.js"
import { say, word } from "../words.js"
import { printButton } from "../print-button.js"
import { doseOf, facts, howTo, pictured, thumbnail } from "../stretch-parts.js"

/**
 * What stands above the warning signs: title, note, time, what is wrong, what to do with it.
 * @param {ShownPlan} plan @param {Words} words @param {string} link The address of this very plan.
 * @param {() => void} change
 */
export function planHead(plan, words, link, change) {
  return present([
    make("h1", { tabindex: -1 }, make("bdi", {}, plan.title || say(words, "your_plan"))),
    plan.about && make("p", { class: "lead" }, make("bdi", {}, plan.about)),
    ...lifeOnPage(plan, words),
    problemsBox(plan, words),
    untranslatedBox(plan, words, link),
    plan.steps.length > 0 && facts(factsOf(plan, words), [say(words, "stretches_label")]),
    oftenOnWall(plan, words),
    sessionStart(plan, words, link),
    plan.steps.length > 0 && actions(printButton()),
    make("p", { class: "on-screen" }, make("small", {}, say(words, plan.is_kept ? "kept_here" : "stored_nowhere"))),
    make("p", { class: "on-screen" }, button(say(words, "change"), change, { class: "quiet" })),
  ])
}

/** What stands below the warning signs: the stretches. @param {ShownPlan} plan @param {Words} words @param {string} link */
export function planBody(plan, words, link) {
  if (plan.steps.length === 0) return []
  const blocks = plan.steps.map((step) => block(step, words, link))
  for (const item of blocks) startMovement(item)
  return [
    make("h2", {}, say(words, "in_order")),
    make("p", { class: "on-screen" }, say(words, "closed_at_first")),
    openAll(() => blocks, word),
    ...blocks,
    ...planReminders(plan, words, link),
  ]
}

/** @param {ShownPlan} plan @param {Words} words @returns {[string, string][]} */
function factsOf(plan, words) {
  return [
    [say(words, "how_often"), oftenOnDays(words, plan)],
    [say(words, "stretches_label"), String(plan.steps.length)],
    [say(words, "time"), timesOf(plan, words)],
  ]
}

/** All that a guided session takes, and the stretching alone; and what has no time. @param {ShownPlan} plan @param {Words} words */
function timesOf({ guided_seconds, seconds, steps }, words) {
  const [time, work] = [guided_seconds, seconds].map((one) => minutes(words, one))
  const told = seconds > 0 && say(words, "section_time", { time, work })
  return [
    told,
    untold(
      words,
      steps.map(({ dose }) => dose),
    ),
  ]
    .filter(Boolean)
    .join(" ")
}

/** What is wrong with the link, before anything else. @param {{ problems: Problem[] }} plan @param {Words} words */
export function problemsBox({ problems }, words) {
  if (problems.length === 0) return null
  const lines = problems.map(({ code, found, step }) =>
    make("li", {}, say(words, code, { found, most: LIMITS.stretches, number: (step ?? 0) + 1 })),
  )
  return careBox(say(words, "problems_title"), lines, important(say(words, "problems_advice")))
}

/** Which stretches are not in this language, and the way to them. @param {ShownPlan} plan @param {Words} words @param {string} link */
function untranslatedBox({ steps }, words, link) {
  const missing = steps.filter(({ english }) => english)
  if (missing.length === 0) return null
  const lines = missing.map((step) => make("li", {}, titleOf(step, words)))
  return careBox(say(words, "some_untranslated"), lines, inEnglish(words, link))
}

/** Number and name. @param {ShownStep} step @param {Words} words */
function titleOf({ number, name, english }, words) {
  return make("bdi", english ? { lang: "en" } : {}, say(words, "step_title", { number, name }))
}

/** The same plan. @param {Words} words @param {string} link */
function inEnglish(words, link) {
  const href = fromHome("/plan/", "en") + new URL(link).hash
  const name = document.querySelector("#languages [lang=en]")?.textContent ?? ""
  return make("p", {}, make("a", { href }, say(words, "see_in_language", { language: name })))
}

/** @param {string} title @param {HTMLElement[]} lines @param {HTMLElement} advice */
function careBox(title, lines, advice) {
  return make("section", { class: "plan-problems care" }, make("h2", {}, title), make("ul", {}, ...lines), advice)
}

/** One stretch. @param {ShownStep} step @param {Words} words @param {string} link */
function block(step, words, link) {
  const title = titleOf(step, words)
  const told = step.english ? say(words, "english_only") : absence(words, step)
  const dose = doseOf(step.stretch ? step.dose_line : told)
  const heading = make("h3", {}, thumbnail(step.stretch?.picture), title, " ", dose)
  const summary = make("summary", {}, heading, whileClosed(step, words))
  return make("details", { class: "stretch" }, summary, ...insideOf(step, words, link))
}

/** How often, and the note: open, both stand below. @param {ShownStep} step @param {Words} words */
function whileClosed({ note, ...step }, words) {
  const often = oftenLine(words, step)
  const told = note && say(words, "text_fact", { label: say(words, "from_clinician"), value: note })
  return (often || told) && make("span", { class: "plan-beside on-screen" }, often, often && told && " · ", told)
}

/** @param {ShownStep} step @param {Words} words @param {string} link */
function insideOf(step, words, link) {
  const { stretch } = step
  const own = noteBox(step, words)
  if (!stretch) return present([own, important(absence(words, step)), step.english && inEnglish(words, link)])
  const { before, steps, after, cautions, selfTest } = howTo(words, stretch, "h4")
  const movement = stretch.picture.moving && fromRoot(stretch.picture.moving)
  const picture = pictured(stretch, "still", { class: "picture", "data-movement": movement || null })
  return present([
    facts(setup(step, stretch, words), [say(words, "stretching_label"), say(words, "position_label")]),
    picture.length > 0 && make("p", {}, ...picture),
    step.is_dose_unreadable && important(say(words, "dose_unreadable")),
    own,
    step.is_own_dose && ownDose(step, words),
    ...[before, cautions, steps],
    stretch.note_at_end && make("p", {}, stretch.note_at_end),
    ...[after, selfTest],
    actions(make("a", { href: fromRoot(stretch.address) }, say(words, "full_page"))),
  ])
}

/** @param {string} text */
function important(text) {
  return make("p", {}, make("strong", {}, text))
}

/** @param {ShownStep} step @param {Stretch} stretch @param {Words} words @returns {[string, string][]} */
function setup(step, stretch, words) {
  return [
    [say(words, "how_often"), oftenLine(words, step)],
    [say(words, "stretching_label"), step.dose ? doseTime(words, step.dose, step.seconds) : ""],
    [say(words, "position_label"), stretch.position_name],
    [say(words, "needs_label"), stretch.equipment_names.join(", ")],
    [say(words, "helpful_label"), stretch.helpful_names.join(", ")],
  ]
}

/** Not the usual dose, so whoever knows that one is told. @param {ShownStep} step @param {Words} words */
function ownDose({ dose_line }, words) {
  const dose = make("strong", { class: "on-screen" }, `${dose_line}.`)
  return make("p", { class: "note plan-dose" }, dose, " ", say(words, "your_dose"))
}

/** @param {ShownStep} step @param {Words} words */
function noteBox({ note }, words) {
  if (!note) return null
  return make(
    "p",
    { class: "note plan-note" },
    make("strong", {}, say(words, "from_clinician")),
    " ",
    make("bdi", {}, note),
  )
}

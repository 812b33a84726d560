/**
 * A plan as its reader sees it, on the screen and on paper. The markup is that of a routine's page,
 * so the same styles serve both.
 *
 * @typedef {import("./plan-data.js").ShownPlan} ShownPlan
 * @typedef {import("./plan-data.js").ShownStep} ShownStep
 * @typedef {import("./plan-words.js").Words} Words
 */
import { make, present } from "./dom.js"
import { startIn as startMovement } from "./movement.js"
import { LIMITS } from "./plan-codec.js"
import { fromRoot } from "./plan-data.js"
import { sessionStart } from "./plan-session.js"
import { duration, oftenLine, say } from "./plan-words.js"
import { qrPicture } from "./qr.js"

/**
 * What stands above the warning signs: title, note, time, what is wrong, what to do with it.
 *
 * @param {ShownPlan} plan
 * @param {Words} words
 * @param {string} link The address of this very plan.
 * @param {{ change(): void }} actions
 */
export async function planHead(plan, words, link, actions) {
  const code = await qrPicture(link, say(words, "qr_label")).catch(() => null)
  return present([
    make("h1", { tabindex: -1 }, plan.title || say(words, "untitled")),
    code && make("figure", { class: "plan-paper-qr" }, code, make("figcaption", {}, say(words, "qr_paper"))),
    plan.about && make("p", { class: "lead" }, plan.about),
    problemsBox(plan, words),
    plan.steps.length > 0 && factList(factsOf(plan, words), [say(words, "stretch_count")]),
    sessionStart(plan, words, link),
    make("p", { class: "plan-actions" }, ...actionButtons(words, actions)),
    make("p", { class: "plan-stored" }, say(words, "stored_nowhere")),
  ])
}

/**
 * What stands below the warning signs: the stretches.
 *
 * @param {ShownPlan} plan
 * @param {Words} words
 */
export function planBody(plan, words) {
  if (plan.steps.length === 0) return []
  const blocks = plan.steps.map((step) => block(step, words))
  for (const item of blocks) startMovement(item)
  return [
    make("h2", {}, say(words, "in_order")),
    make("p", { class: "on-screen" }, say(words, "changes")),
    make("p", { class: "on-screen" }, say(words, "closed_at_first")),
    openAll(blocks, words),
    ...blocks,
  ]
}

/** @param {Words} words @param {{ change(): void }} actions */
function actionButtons(words, { change }) {
  return [
    make("button", { type: "button", onclick: () => window.print() }, say(words, "print")),
    make("button", { type: "button", onclick: change }, say(words, "change")),
  ]
}

/** @param {ShownPlan} plan @param {Words} words @returns {[string, string][]} */
function factsOf(plan, words) {
  return /** @type {[string, string][]} */ ([
    [say(words, "how_often"), oftenLine(words, plan)],
    [say(words, "time"), duration(words, plan.seconds)],
    [say(words, "stretch_count"), String(plan.steps.length)],
  ])
}

/** What is wrong with the link, before anything else. @param {{ problems: import("./plan-codec.js").Problem[] }} plan @param {Words} words */
export function problemsBox({ problems }, words) {
  if (problems.length === 0) return null
  const lines = problems.map(({ code, found, step }) =>
    make("li", {}, say(words, code, { found, most: LIMITS.stretches, number: (step ?? 0) + 1 })),
  )
  return make(
    "section",
    { class: "plan-problems" },
    make("h2", {}, say(words, "problems_title")),
    make("ul", {}, ...lines),
    make("p", {}, make("strong", {}, say(words, "problems_advice"))),
  )
}

/** @param {[string, string][]} facts @param {string[]} [hidden] Labels of facts that paper can do without. */
function factList(facts, hidden = []) {
  const rows = facts.filter(([, value]) => value)
  const pairs = rows.map(([label, value]) => make("div", { class: hidden.includes(label) && "on-screen" }, make("dt", {}, label), " ", make("dd", {}, value)))
  return make("dl", { class: "facts" }, ...pairs)
}

/** @param {HTMLDetailsElement[]} blocks @param {Words} words */
function openAll(blocks, words) {
  const status = make("span", { class: "visually-hidden", role: "status" })
  /** @param {string} label @param {string} done @param {boolean} open */
  const button = (label, done, open) => {
    const onclick = () => {
      for (const item of blocks) item.open = open
      status.textContent = say(words, done)
    }
    return make("button", { type: "button", onclick }, say(words, label))
  }
  const buttons = [button("open_all", "all_open", true), button("close_all", "all_closed", false)]
  return make("p", { class: "open-all" }, ...buttons, status)
}

/** One stretch. @param {ShownStep} step @param {Words} words */
function block(step, words) {
  const title = say(words, "step_title", { number: step.number, name: step.name })
  const line = step.stretch ? step.dose_line : say(words, "gone")
  const summary = make(
    "summary",
    {},
    thumbnail(step.stretch),
    make("h3", {}, title),
    " ",
    make("span", { class: "stretch-dose" }, line),
  )
  return make("details", { class: "stretch", "data-stretch": true }, summary, ...insideOf(step, words))
}

/** @param {ShownStep} step @param {Words} words */
function insideOf(step, words) {
  const { stretch } = step
  const own = noteBox(step, words)
  if (!stretch) return present([own ?? make("p", {}, make("strong", {}, say(words, "gone")))])
  return present([
    factList(setup(step, stretch, words), [say(words, "dose_time"), say(words, "position")]),
    picture(stretch, words),
    step.is_dose_unreadable && make("p", {}, make("strong", {}, say(words, "dose_unreadable"))),
    own,
    step.is_own_dose && ownDose(step, words),
    make("ol", {}, ...stretch.steps.map((text) => make("li", {}, text))),
    make("dl", { class: "notes" }, make("dt", {}, say(words, "feel")), make("dd", {}, stretch.feel)),
    stretch.cautions.length > 0 && cautions(stretch.cautions, words),
    stretch.self_test && selfTest(stretch.self_test),
    make("p", { class: "stretch-links" }, make("a", { href: fromRoot(stretch.address) }, say(words, "full_page"))),
  ])
}

/** @param {ShownStep} step @param {import("./plan-data.js").Stretch} stretch @param {Words} words @returns {[string, string][]} */
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
  return make("p", { class: "plan-dose" }, dose, " ", say(words, "your_dose"))
}

/** @param {ShownStep} step @param {Words} words */
function noteBox({ note }, words) {
  if (!note) return null
  return make("p", { class: "plan-note" }, make("strong", {}, say(words, "from_clinician")), " ", note)
}

/** Beside a name that says it already, so without words of its own. @param {import("./plan-data.js").Stretch | null} stretch */
export function thumbnail(stretch) {
  const small = stretch?.picture.small
  if (!small) return make("span", { class: "thumbnail thumbnail-to-come", "aria-hidden": "true" })
  const image = make("img", { src: fromRoot(small), alt: "", width: 96, height: 96 })
  return make("span", { class: "thumbnail" }, image)
}

/** @param {import("./plan-data.js").Stretch} stretch @param {Words} words */
function picture({ picture }, words) {
  if (!picture.still) return null
  const { still, moving, alt, width, height } = picture
  const button = make(
    "button",
    { type: "button", "data-movement": fromRoot(moving), "data-stop": say(words, "stop_movement"), hidden: true },
    say(words, "show_movement"),
  )
  const image = make("img", { src: fromRoot(still), alt, width, height })
  return make("div", { class: "picture", "data-picture": true }, image, moving && button)
}

/** @param {string[]} texts @param {Words} words */
function cautions(texts, words) {
  const rows = texts.map((text) => make("li", {}, text))
  return make("div", { class: "cautions" }, make("h4", {}, say(words, "cautions")), make("ul", {}, ...rows))
}

/** @param {NonNullable<import("./plan-data.js").Stretch["self_test"]>} test */
function selfTest(test) {
  return make(
    "div",
    { class: "self-test" },
    make("h4", {}, test.name),
    make("p", {}, test.summary),
    make("ol", {}, ...test.steps.map((text) => make("li", {}, text))),
    make("p", {}, test.interval),
    make("p", {}, make("small", {}, test.attribution)),
  )
}

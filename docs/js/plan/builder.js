/**
 * Where a plan is made: what to choose from, what is chosen, and the ways to hand it over.
 *
 * @import { Choices } from "../types.js"
 * @import { Plan } from "./format.js"
 * @import { Problem } from "./read.js"
 * @import { Prepared } from "../search-match.js"
 * @import { Known } from "./shown-plan.js"
 * @typedef {{
 *   problems: Problem[], isDraft: boolean, linkOf(plan: Plan, code?: string): string, changed(plan: Plan): void,
 *   handedOver(): void, print(): Promise<void>, showPatient(): Promise<void>,
 * }} Outside What the page does with the plan.
 * @typedef {Known & {
 *   choices: Choices, search: Prepared, status: HTMLElement, readonly plan: Plan, readonly canUndo: boolean,
 *   readonly ticked: Set<string>, theirs: Known | null,
 *   set(plan: Plan, options?: { said?: string, topic?: string, focus?: string, opened?: boolean }): void, undo(): void,
 *   listen(update: Update): void, redraw(): void, draw(): Promise<void>,
 * }} Desk What the parts of the builder share. A change with a `topic` is typed: what is typed into stays.
 *   One that is `opened` keeps the day on which it was made.
 *   ticked: conditions of the patient, by their ids; they are in no plan, no link and no store. theirs: in the
 *   patient's language, where that is another.
 * @typedef {(typed: boolean) => void | Promise<void>} Update
 */
import { duration } from "../amounts.js"
import { load } from "../data.js"
import { actions, button, make, present } from "../dom.js"
import { field } from "../fields.js"
import { doseInPlan, emptyPlan, LIMITS, RANGES, secondsInPlan } from "./format.js"
import { chooser } from "./chooser.js"
import { exercisesOf, fileOf, learn, loadPlanData } from "./shown-plan.js"
import { history } from "./edit.js"
import { handOver } from "./hand-over.js"
import { lifeFields, stamped } from "./life-fields.js"
import { stepList } from "./chosen.js"
import { problemsBox } from "./patient.js"
import { focusOn } from "./redraw.js"
import { untold } from "./sentences.js"
import { prepared } from "../search-match.js"
import { say } from "../words.js"
import { stepper } from "./stepper.js"

const KEPT_UP_WITH = 5 // stretches; said to the clinician alone

/** What the builder is made of. @param {Plan} start @param {Outside} outside */
export async function build(start, outside) {
  const [data, choices, search] = await Promise.all([loadPlanData(), load("choices"), prepared()])
  const known = { data, files: new Map() }
  await learn(known, exercisesOf(start))
  const begun = outside.isDraft && !start.made_on ? stamped(emptyPlan(), start, data.made_by) : start
  const desk = deskFor({ ...known, choices, search }, begun, outside.changed)
  if (begun !== start) outside.changed(begun)
  const totals = total(desk)
  const children = [
    problemsBox(outside, data.words),
    make("div", { class: "plan-columns" }, chooser(desk, totals.bar), chosen(desk, outside, totals.line)),
  ]
  await desk.draw()
  return present(children)
}

/**
 * @param {Pick<Desk, "data" | "files" | "choices" | "search">} given @param {Plan} start @param {(plan: Plan) => void} changed
 * @returns {Desk}
 */
function deskFor({ data, ...given }, start, changed) {
  const past = history(start)
  const status = make("p", { class: "plan-status", role: "status" })
  /** @type {Update[]} */
  const listeners = []
  /** @param {string} said @param {boolean} typed */
  const tell = (said, typed) => {
    if (said || !typed) status.textContent = said
    changed(past.plan)
    for (const update of listeners) update(typed)
  }
  return {
    ...{ data, ...given, status, ticked: new Set(), theirs: null, draw: () => oneByOne(listeners) },
    get plan() {
      return past.plan
    },
    get canUndo() {
      return past.canUndo
    },
    listen: (update) => listeners.push(update),
    redraw: () => listeners.forEach((update) => update(false)),
    set(plan, { said = "", topic = "", focus = "", opened = false } = {}) {
      past.set(opened ? plan : stamped(past.plan, plan, data.made_by), topic)
      tell(said, topic !== "")
      if (focus) focusOn(focus, document)
    },
    undo() {
      past.undo()
      tell(say(data.words, "undone"), false)
    },
  }
}

/** A slow phone answers its reader in between. @param {Update[]} updates */
async function oneByOne(updates) {
  for (const update of updates) {
    await update(false)
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** What is chosen, and what to do with it. @param {Desk} desk @param {Outside} outside @param {HTMLElement} time */
function chosen(desk, outside, time) {
  const { words } = desk.data
  const heading = make("h2", { id: "plan-chosen", tabindex: -1 }, say(words, "your_plan"))
  const undo = button(say(words, "undo"), () => desk.undo())
  const clear = button(say(words, "clear"), () => desk.set(emptyPlan(), { said: say(words, "cleared") }))
  desk.listen(() => {
    undo.disabled = !desk.canUndo
    clear.disabled = desk.plan.steps.length === 0
  })
  const texts = textFields(desk)
  return make(
    "section",
    { class: "plan-chosen", "aria-labelledby": "plan-chosen" },
    ...[heading, texts.title, desk.status, stepList(desk), time],
    actions(undo, clear),
    ...[texts.rest, lifeFields(desk), handOver(desk, outside)],
  )
}

/** Title, note and how often, for the plan as a whole. @param {Desk} desk */
function textFields(desk) {
  const { words } = desk.data
  /** @type {("title" | "about")[]} */
  const names = ["title", "about"]
  const [title, about] = names.map((name) => {
    const attributes = { maxlength: LIMITS[name], autocomplete: "off" }
    const control = make(name === "title" ? "input" : "textarea", attributes)
    control.addEventListener("input", () => desk.set({ ...desk.plan, [name]: control.value }, { topic: name }))
    return control
  })
  title.setAttribute("placeholder", say(words, "title_hint"))
  const often = /** @type {const} */ (["times_a_day", "days_a_week"]).map((name) =>
    stepper(words, {
      ...{ label: say(words, `${name}_label`), range: RANGES[name], optional: true },
      value: () => desk.plan[name],
      change: (value) => desk.set({ ...desk.plan, [name]: value }, { topic: name }),
    }),
  )
  desk.listen((typed) => {
    if (typed) return
    title.value = desk.plan.title
    about.value = desk.plan.about
    for (const item of often) item.update()
  })
  const steppers = make("div", { class: "steppers" }, ...often.map(({ element }) => element))
  const rest = make("div", { class: "plan-texts" }, field(say(words, "about_label"), about), steppers)
  return { title: field(say(words, "title_label"), title), rest }
}

/** The number of stretches and the time, below the list, and on a phone always in sight. @param {Desk} desk */
function total(desk) {
  const { words } = desk.data
  const line = make("strong")
  const many = make("p", { class: "plan-status" }, say(words, "many_stretches"))
  const [open, inBar] = [make("p", { class: "plan-status" }), make("span", {})]
  const show = button(say(words, "go_to_plan"), () => {
    const heading = document.getElementById("plan-chosen")
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  })
  const bar = make("div", { class: "card plan-bar" }, inBar, show)
  desk.listen(() => {
    const count = say(words, "stretches", { n: desk.plan.steps.length })
    const doses = dosesOf(desk)
    const seconds = doses.reduce((sum, dose) => sum + dose.total_seconds, 0)
    const time = duration(words, seconds)
    bar.hidden = desk.plan.steps.length === 0
    many.hidden = desk.plan.steps.length <= KEPT_UP_WITH
    open.textContent = untold(words, doses)
    line.textContent = seconds > 0 ? say(words, "round_time", { count, time }) : ""
    inBar.textContent = seconds > 0 ? say(words, "plan_so_far", { count, time }) : count
  })
  return { line: make("div", {}, make("p", {}, line), open, many), bar }
}

/** @param {Desk} desk */
function dosesOf(desk) {
  return desk.plan.steps.flatMap((step) => {
    const file = fileOf(desk, step.exercise)
    return file ? [{ ...doseInPlan(step, file.dose), total_seconds: secondsInPlan(step, file.dose) }] : []
  })
}

/**
 * Where a plan is made: what to choose from, what is chosen, and the ways to hand it over.
 *
 * @typedef {import("./plan-codec.js").Plan} Plan
 * @typedef {import("./plan-data.js").PlanData} PlanData
 * @typedef {{
 *   problems: import("./plan-codec.js").Problem[], linkOf(plan: Plan): string, changed(plan: Plan): void,
 *   print(): Promise<void>, showPatient(): Promise<void>,
 * }} Outside What the page does with the plan.
 * @typedef {{
 *   data: PlanData, choices: Choices, plan: Plan,
 *   set(plan: Plan, options?: { said?: string, topic?: string, focus?: string }): void,
 * }} Desk What the parts of the builder share. A change with a `topic` is typed: the list stays.
 * @typedef {import("./search-match.js").Entry & {
 *   id: string, position: string, position_name: string, equipment: string[], area: string[],
 *   small: string, dose: import("./plan-codec.js").Dose & { total_seconds: number },
 * }} Choice
 * @typedef {{
 *   stretches: Choice[], routines: { label: string, address: string }[],
 *   filters: { name: "area" | "position" | "equipment", label: string, choices: { label: string, address: string }[] }[],
 * }} Choices The file data/choices.json.
 */
import { make, present } from "./dom.js"
import { emptyPlan } from "./plan-codec.js"
import { chooser } from "./plan-chooser.js"
import { load, loadPlanData, stretchToday } from "./plan-data.js"
import { history, secondsOf } from "./plan-edit.js"
import { handOver } from "./plan-hand-over.js"
import { stepList } from "./plan-list.js"
import { problemsBox } from "./plan-patient.js"
import { duration, say } from "./plan-words.js"
import { stepper } from "./stepper.js"

/**
 * @param {Element} container
 * @param {Plan} start
 * @param {Outside} outside
 */
export async function build(container, start, outside) {
  const [data, choices] = await Promise.all([loadPlanData(), load("data/choices.json")])
  const { words } = data
  const past = history(start)
  const status = make("p", { class: "plan-status", role: "status" })
  /** @type {(() => void)[]} */
  const parts = []

  /** @type {Desk} */
  const desk = {
    data,
    choices,
    get plan() {
      return past.plan
    },
    set(plan, { said = "", topic = "", focus = "" } = {}) {
      past.set(plan, topic)
      tell(said, !topic)
      if (focus) focusOn(container, focus)
    },
  }

  /** @param {string} said @param {boolean} anew */
  function tell(said, anew) {
    if (said || anew) status.textContent = said
    outside.changed(past.plan)
    if (anew) for (const update of parts) update()
    else totals.update()
    undo.disabled = !past.canUndo
  }

  const undo = button(say(words, "undo"), () => {
    past.undo()
    tell(say(words, "undone"), true)
  })
  undo.disabled = true
  const clear = button(say(words, "clear"), () => desk.set(emptyPlan(), { said: say(words, "cleared") }))
  const [choose, list, texts, totals] = [chooser(desk), stepList(desk), textFields(desk), total(desk)]
  parts.push(choose.update, list.update, texts.update, totals.update)

  const chosen = make(
    "section",
    { class: "plan-chosen", "aria-labelledby": "plan-chosen" },
    make("h2", { id: "plan-chosen", tabindex: -1 }, say(words, "plan")),
    texts.title,
    status,
    list.element,
    totals.element,
    make("p", { class: "plan-actions" }, undo, clear),
    texts.rest,
    handOver(desk, outside),
  )
  container.replaceChildren(
    ...present([
      make("p", { class: "lead" }, say(words, "builder_lead")),
      problemsBox(outside, words),
      make("div", { class: "plan-columns" }, choose.element, chosen),
      totals.bar,
    ]),
  )
  for (const update of parts) update()
}

/** @param {string} label @param {() => void} onclick */
function button(label, onclick) {
  return make("button", { type: "button", onclick }, label)
}

/** @param {Element} container @param {string} name */
function focusOn(container, name) {
  const element = container.querySelector(`[data-focus="${CSS.escape(name)}"]`)
  if (element instanceof HTMLElement) element.focus()
}

/** Title, note and how often, for the plan as a whole. @param {Desk} desk */
function textFields(desk) {
  const { words } = desk.data
  /** @type {("title" | "about")[]} */
  const names = ["title", "about"]
  const [title, about] = names.map((name) => {
    const attributes = { maxlength: name === "title" ? 60 : 500, autocomplete: "off" }
    const field = make(name === "title" ? "input" : "textarea", attributes)
    field.addEventListener("input", () => desk.set({ ...desk.plan, [name]: field.value }, { topic: name }))
    return field
  })
  title.setAttribute("placeholder", say(words, "title_hint"))
  const often = /** @type {const} */ (["times_a_day", "days_a_week"]).map((name) =>
    stepper(words, {
      label: say(words, `${name}_label`),
      most: name === "times_a_day" ? 10 : 7,
      optional: true,
      value: () => desk.plan[name],
      change: (value) => desk.set({ ...desk.plan, [name]: value }, { topic: name }),
    }),
  )
  return {
    title: labelled(say(words, "title_label"), title),
    rest: make("div", { class: "plan-texts" }, labelled(say(words, "about_label"), about), make("div", { class: "steppers" }, ...often.map(({ element }) => element))),
    update() {
      title.value = desk.plan.title
      about.value = desk.plan.about
      for (const item of often) item.update()
    },
  }
}

/** @param {string} label @param {HTMLElement} field */
export function labelled(label, field) {
  return make("label", { class: "plan-field" }, make("span", {}, label), field)
}

/**
 * The number of stretches and the time, below the list, and on a phone always in sight.
 *
 * @param {Desk} desk
 */
function total(desk) {
  const { words } = desk.data
  const element = make("p", { class: "plan-total" })
  const inBar = make("span", {})
  const show = button(say(words, "go_to_plan"), () => {
    const heading = document.getElementById("plan-chosen")
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  })
  const bar = make("div", { class: "plan-bar" }, inBar, show)
  return {
    element,
    bar,
    update() {
      const count = say(words, "stretches", { n: desk.plan.steps.length })
      const time = duration(words, totalSeconds(desk))
      const line = desk.plan.steps.length > 0 ? say(words, "round_time", { count, time }) : ""
      bar.hidden = desk.plan.steps.length === 0
      element.textContent = inBar.textContent = line
    },
  }
}

/** @param {Desk} desk */
function totalSeconds({ data, choices, plan }) {
  return plan.steps.reduce((sum, step) => {
    const { id } = stretchToday(data, step.exercise)
    const own = choices.stretches.find((choice) => choice.id === id)
    const dose = own && (step.dose ?? own.dose)
    return sum + (dose ? secondsOf(dose, step.pause_seconds) : 0)
  }, 0)
}

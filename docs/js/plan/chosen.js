/** The chosen stretches: their order, and the dose and note of each. */
/** @import { StretchFile } from "../types.js" */
/** @import { Desk } from "./builder.js" */
/** @import { DoseControls } from "./dose-controls.js" */
/** @import { Step } from "./format.js" */
import { duration } from "../amounts.js"
import { reasonsFor } from "../conditions.js"
import { button, make, present, setText } from "../dom.js"
import { doseInPlan } from "./format.js"
import { absence, fileOf, stretchToday } from "./shown-plan.js"
import { move, remove } from "./edit.js"
import { doseControls } from "./dose-controls.js"
import { doseEditor } from "./dose-editor.js"
import { doseSentence } from "./dose-sentence.js"
import { startDrag } from "./drag.js"
import { redraw } from "./redraw.js"
import { oftenLine } from "./sentences.js"
import { say } from "../words.js"
import { named, thumbnail } from "../stretch-parts.js"

/** @param {Desk} desk */
export function stepList(desk) {
  const { words } = desk.data
  const list = make("ol", { class: "rows" })
  const empty = make("p", { class: "plan-empty" }, say(words, "empty"))
  const element = make("div", {}, empty, list)
  /** @type {Step | null} */
  let open = null // the step whose dose is being set, as it was when the list was drawn
  desk.listen((typed) => {
    if (typed) return
    empty.hidden = desk.plan.steps.length > 0
    const rows = desk.plan.steps.map((step, index) =>
      row(desk, index, step === open, (now) => (open = now ? desk.plan.steps[index] : null)),
    )
    redraw(list, rows)
  })
  return element
}

/** @param {Desk} desk @param {number} index @param {boolean} isOpen @param {(open: boolean) => void} toggled */
function row(desk, index, isOpen, toggled) {
  const { words } = desk.data
  const { exercise } = desk.plan.steps[index]
  const today = stretchToday(desk.data, exercise)
  const { name } = today
  const file = fileOf(desk, exercise)
  const title = named(say(words, "step_title", { number: index + 1, name }))
  const head = make("div", { class: "plan-step-head" }, handle(desk, index, name), thumbnail(file?.picture), title)
  const press = buttons(desk, index, name)
  const parts = file
    ? howMuch(desk, index, file, press, isOpen, toggled)
    : [make("p", { class: "care" }, absence(words, today)), press]
  return make("li", { class: "card plan-step" }, head, ...parts)
}

/**
 * The dose, what goes with it, and behind "more" all the rest.
 * @param {Desk} desk @param {number} index @param {StretchFile} file @param {HTMLElement} press Its buttons.
 * @param {boolean} isOpen @param {(open: boolean) => void} toggled
 */
function howMuch(desk, index, file, press, isOpen, toggled) {
  const controls = doseControls(desk, index, file)
  const sentence = doseSentence(controls)
  const beside = make("p", { class: "plan-beside" })
  const update = () => setText(beside, besideDose(desk, index, file))
  update()
  controls.listen(() => (sentence.update(), update()))
  const foot = make("div", { class: "plan-step-foot" }, press, editor(desk, index, controls, isOpen, toggled))
  return [...warning(desk, file), sentence.element, beside, controls.status, foot]
}

/** Rest, how often and the note, in a line. @param {Desk} desk @param {number} index @param {StretchFile} file */
function besideDose({ data, plan }, index, file) {
  const { words } = data
  const step = plan.steps[index]
  const rest = doseInPlan(step, file.dose).rest_seconds
  const pause = Boolean(rest) && `${say(words, "pause_label")}: ${duration(words, rest ?? 0)}`
  return present([pause, oftenLine(words, step), step.note]).join(" · ")
}

/** Where it has a caution for what is ticked. @param {Desk} desk @param {StretchFile} file */
function warning(desk, file) {
  const text = reasonsFor(file.limits, [...desk.ticked])
  return text ? [make("p", { class: "care" }, text)] : []
}

/**
 * @param {Desk} desk @param {number} index @param {DoseControls} controls @param {boolean} isOpen
 * @param {(open: boolean) => void} toggled
 */
function editor(desk, index, controls, isOpen, toggled) {
  const summary = make("summary", { "data-focus": `dose ${index}` }, say(desk.data.words, "set_dose"))
  const details = make("details", { class: "plan-dose-editor", open: isOpen }, summary)
  const fill = () => {
    toggled(details.open)
    if (details.open && details.children.length === 1) details.append(doseEditor(controls))
  }
  if (isOpen) fill()
  details.addEventListener("toggle", fill)
  controls.listen(() => details.open && toggled(true)) // a change makes another step of it
  return details
}

/**
 * Drags with a finger or a mouse; the arrow keys do the same.
 * @param {Desk} desk @param {number} index @param {string} name
 */
function handle(desk, index, name) {
  const label = say(desk.data.words, "drag", { name })
  /** @param {KeyboardEvent} event */
  const onkeydown = (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!step) return
    event.preventDefault()
    moveTo(desk, index, index + step, "handle")
  }
  const attributes = {
    type: "button",
    class: "plan-handle",
    "aria-label": label,
    "data-focus": `handle ${index}`,
    onkeydown,
  }
  const grip = make("button", attributes, "⠿")
  startDrag(grip, (to) => moveTo(desk, index, to, "handle"))
  return grip
}

/** @param {Desk} desk @param {number} index @param {string} name */
function buttons(desk, index, name) {
  const { words } = desk.data
  const last = desk.plan.steps.length - 1
  /** @param {string} kind @param {string} sign @param {boolean} disabled @param {() => void} press */
  const small = (kind, sign, disabled, press) =>
    button(sign, press, { "aria-label": say(words, kind, { name }), "data-focus": `${kind} ${index}`, disabled })
  return make(
    "span",
    { class: "plan-step-buttons" },
    small("up", "↑", index === 0, () => moveTo(desk, index, index - 1, "up")),
    small("down", "↓", index === last, () => moveTo(desk, index, index + 1, "down")),
    small("remove", "✕", false, () => takeOut(desk, index, name)),
  )
}

/** @param {Desk} desk @param {number} from @param {number} to @param {string} by What did it, and keeps the focus. */
function moveTo(desk, from, to, by) {
  const count = desk.plan.steps.length
  const target = Math.max(0, Math.min(to, count - 1))
  if (target === from) return
  const { name } = stretchToday(desk.data, desk.plan.steps[from].exercise)
  const said = say(desk.data.words, "moved", { name, number: target + 1, count })
  const edge = (by === "up" && target === 0) || (by === "down" && target === count - 1)
  desk.set(move(desk.plan, from, target), { said, focus: `${edge ? "handle" : by} ${target}` })
}

/** @param {Desk} desk @param {number} index @param {string} name */
function takeOut(desk, index, name) {
  const next = Math.min(index, desk.plan.steps.length - 2)
  const focus = next >= 0 ? `remove ${next}` : ""
  desk.set(remove(desk.plan, index), { said: say(desk.data.words, "removed", { name }), focus })
}

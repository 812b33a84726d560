/** How much of one stretch: its dose in plain steps, how often, and a note. */
/** @import { Choice } from "../types.js" */
/** @import { Words } from "../words.js" */
/** @import { Desk } from "./builder.js" */
/** @import { Dose, Step } from "./format.js" */
import { button, make, present } from "../dom.js"
import { checkbox, field } from "../fields.js"
import { isPossible, LIMITS, RANGES } from "./format.js"
import { change, plainDose, sameDose } from "./edit.js"
import { doseLine, oftenLine } from "./sentences.js"
import { duration, say } from "../words.js"
import { stepper } from "./stepper.js"

/** @typedef {"sets" | "repetitions" | "hold_seconds" | "release_seconds" | "repetition_seconds" | "set_seconds"} Amount */
/** @typedef {"pause_seconds" | "times_a_day" | "days_a_week"} Other */

/** The dose and what goes with it, in a line. @param {Desk} desk @param {number} index @param {Choice} choice */
export function lineOf(desk, index, choice) {
  const { words } = desk.data
  const step = desk.plan.steps[index]
  const dose = step.dose ?? choice.dose
  const pause = step.pause_seconds && dose.sets > 1
  const rest = pause ? `${say(words, "pause_label")}: ${duration(words, step.pause_seconds ?? 0)}` : ""
  return present([doseLine(desk.data, dose), rest, oftenLine(words, step), step.note]).join(" · ")
}

/**
 * @param {Desk} desk @param {number} index @param {Choice} choice
 * @param {HTMLElement} line Where the dose stands in words.
 */
export function doseEditor(desk, index, choice, line) {
  const { words } = desk.data
  const status = make("p", { role: "status", class: "plan-status" })
  const { dose, set, setDose } = settersFor(desk, index, choice, line, status)
  const sides = sidesField(words, dose, setDose)
  const amounts = amountsOf(dose()).map((name) => amount(words, name, dose, setDose))
  const others = /** @type {Other[]} */ (["pause_seconds", "times_a_day", "days_a_week"]).map((name) =>
    other(desk, index, name, set),
  )
  const fields = [sides, ...amounts, ...others]
  const usual = button(say(words, "to_usual"), () => {
    set({ dose: null, pause_seconds: null }, "usual")
    for (const item of fields) item.update()
  })
  for (const item of fields) item.update()
  const steppers = make("div", { class: "steppers" }, ...[...amounts, ...others].map(({ element }) => element))
  return make("div", { class: "plan-dose-fields" }, steppers, sides.element, status, noteField(desk, index, set), usual)
}

/**
 * How one step is changed: everything that is typed or pressed goes through here.
 * @param {Desk} desk @param {number} index @param {Choice} choice @param {HTMLElement} line @param {HTMLElement} status
 */
function settersFor(desk, index, choice, line, status) {
  const dose = () => desk.plan.steps[index].dose ?? choice.dose
  /** @param {Partial<Step>} values @param {string} topic */
  const set = (values, topic) => {
    desk.set(change(desk.plan, index, values), { topic: `${topic} ${index}` })
    line.textContent = lineOf(desk, index, choice)
  }
  /** @param {Partial<Dose>} values @param {string} topic */
  const setDose = (values, topic) => {
    const next = { ...plainDose(dose()), ...values }
    const possible = isPossible(next)
    status.textContent = possible ? "" : say(desk.data.words, "too_long_dose")
    if (possible) set({ dose: sameDose(next, choice.dose) ? null : next }, topic)
  }
  return { dose, set, setDose }
}

/** @param {Words} words @param {() => Dose} dose @param {(values: Partial<Dose>, topic: string) => void} setDose */
function sidesField(words, dose, setDose) {
  const update = () => {
    box.checked = dose().sides === "each"
  }
  const { box, label } = checkbox(say(words, "each_side"), () => {
    setDose({ sides: box.checked ? "each" : "together" }, "sides")
    update() // it stays as it was where the dose would be too long
  })
  return { element: label, update }
}

/** The numbers that a dose of this kind has. @param {Dose} dose @returns {Amount[]} */
function amountsOf(dose) {
  if (dose.set_seconds) return dose.repetitions > 1 ? ["sets", "repetitions", "set_seconds"] : ["sets", "set_seconds"]
  if (dose.repetition_seconds) return ["sets", "repetitions", "repetition_seconds"]
  return ["sets", "repetitions", "hold_seconds", "release_seconds"]
}

/**
 * @param {Words} words @param {Amount} name @param {() => Dose} dose
 * @param {(values: Partial<Dose>, topic: string) => void} setDose
 */
function amount(words, name, dose, setDose) {
  const [least, most] = RANGES[name]
  return stepper(words, {
    label: say(words, name),
    least,
    most,
    optional: name === "release_seconds",
    value: () => dose()[name],
    change: (value) => setDose({ [name]: value }, name),
  })
}

/**
 * @param {Desk} desk @param {number} index @param {Other} name
 * @param {(values: Partial<Step>, topic: string) => void} set
 */
function other(desk, index, name, set) {
  const { words } = desk.data
  const [least, most] = RANGES[name]
  return stepper(words, {
    label: say(words, name === "pause_seconds" ? name : `${name}_label`),
    least,
    most,
    optional: true,
    value: () => desk.plan.steps[index][name],
    change: (value) => set({ [name]: value }, name),
  })
}

/** @param {Desk} desk @param {number} index @param {(values: Partial<Step>, topic: string) => void} set */
function noteField(desk, index, set) {
  const control = make("textarea", { maxlength: LIMITS.note, rows: 2, autocomplete: "off" })
  control.value = desk.plan.steps[index].note
  control.addEventListener("input", () => set({ note: control.value }, "note"))
  return field(say(desk.data.words, "note_label"), control)
}

/** How much of one stretch: its dose in plain steps, how often, and a note. */
/** @import { Choice } from "../types.js" */
/** @import { Words } from "../words.js" */
/** @import { Desk } from "./builder.js" */
/** @import { Dose, Step } from "./format.js" */
/** @typedef {"sets" | "repetitions" | "hold_seconds" | "release_seconds" | "repetition_seconds" | "set_seconds"} Amount */
import { button, make, present } from "../dom.js"
import { field, select } from "../fields.js"
import { duration, say } from "../words.js"
import { change, plainDose, sameDose } from "./edit.js"
import { isPossible, LIMITS, RANGES, SIDES, sidesLetters } from "./format.js"
import { doseLine, oftenLine } from "./sentences.js"
import { stepper } from "./stepper.js"

const OTHERS = /** @type {const} */ ({
  pause_seconds: "pause_seconds",
  times_a_day: "times_a_day_label",
  days_a_week: "days_a_week_label",
})

/** The dose and what goes with it, in a line. @param {Desk} desk @param {number} index @param {Choice} choice */
export function lineOf({ data, plan }, index, choice) {
  const { words } = data
  const { note, pause_seconds, ...step } = plan.steps[index]
  const dose = step.dose ?? choice.dose
  const pause = pause_seconds && dose.sets > 1 && `${say(words, "pause_label")}: ${duration(words, pause_seconds)}`
  return present([doseLine(data, dose), pause || "", oftenLine(words, step), note]).join(" · ")
}

/**
 * @param {Desk} desk @param {number} index @param {Choice} choice
 * @param {HTMLElement} line Where the dose stands in words.
 */
export function doseEditor(desk, index, choice, line) {
  const { words } = desk.data
  const status = make("p", { role: "status", class: "plan-status" })
  const step = () => desk.plan.steps[index]
  const dose = () => step().dose ?? choice.dose
  /** Whatever is typed or pressed goes through here. @param {Partial<Step>} values @param {string} topic */
  const set = (values, topic) => {
    desk.set(change(desk.plan, index, values), { topic: `${topic} ${index}` })
    line.textContent = lineOf(desk, index, choice)
  }
  /** @param {Partial<Dose>} values @param {string} topic */
  const setDose = (values, topic) => {
    const next = { ...plainDose(dose()), ...values }
    const possible = isPossible(next)
    status.textContent = possible ? "" : say(words, "too_long_dose")
    if (possible) set({ dose: sameDose(next, choice.dose) ? null : next }, topic)
  }
  const sides = sidesField(words, dose, setDose)
  const numbers = [...amounts(desk, dose, setDose), ...others(desk, step, set)]
  const update = () => [sides, ...numbers].forEach((item) => item.update())
  const usual = button(say(words, "to_usual"), () => {
    set({ dose: null, pause_seconds: null }, "usual")
    update()
  })
  update()
  const steppers = make("div", { class: "steppers" }, ...numbers.map(({ element }) => element))
  return make("div", { class: "plan-dose-fields" }, sides.element, steppers, status, noteField(desk, step, set), usual)
}

/** @param {Words} words @param {() => Dose} dose @param {(values: Partial<Dose>, topic: string) => void} setDose */
function sidesField(words, dose, setDose) {
  const list = select(Object.keys(SIDES).map((letters) => [letters, say(words, `sides_${letters}`)]))
  const update = () => {
    list.value = sidesLetters(dose()) ?? ""
  }
  list.addEventListener("change", () => {
    setDose(SIDES[list.value], "sides")
    update() // it stays as it was where the dose would be too long
  })
  return { element: field(say(words, "sides"), list), update }
}

/** The numbers that a dose of this kind has. @param {Dose} dose @returns {Amount[]} */
function amountsOf({ set_seconds, repetition_seconds, repetitions }) {
  if (set_seconds) return repetitions > 1 ? ["sets", "repetitions", "set_seconds"] : ["sets", "set_seconds"]
  if (repetition_seconds) return ["sets", "repetitions", "repetition_seconds"]
  return ["sets", "repetitions", "hold_seconds", "release_seconds"]
}

/** @param {Desk} desk @param {() => Dose} dose @param {(values: Partial<Dose>, topic: string) => void} setDose */
function amounts({ data: { words } }, dose, setDose) {
  return amountsOf(dose()).map((name) =>
    stepper(words, {
      ...{ label: say(words, name), range: RANGES[name], optional: name === "release_seconds" },
      value: () => dose()[name],
      change: (value) => setDose({ [name]: value }, name),
    }),
  )
}

/** @param {Desk} desk @param {() => Step} step @param {(values: Partial<Step>, topic: string) => void} set */
function others({ data: { words } }, step, set) {
  const names = /** @type {(keyof typeof OTHERS)[]} */ (Object.keys(OTHERS))
  return names.map((name) =>
    stepper(words, {
      ...{ label: say(words, OTHERS[name]), range: RANGES[name], optional: true },
      value: () => step()[name],
      change: (value) => set({ [name]: value }, name),
    }),
  )
}

/** @param {Desk} desk @param {() => Step} step @param {(values: Partial<Step>, topic: string) => void} set */
function noteField({ data: { words } }, step, set) {
  const control = make("textarea", { maxlength: LIMITS.note, rows: 2, autocomplete: "off" })
  control.value = step().note
  control.addEventListener("input", () => set({ note: control.value }, "note"))
  return field(say(words, "note_label"), control)
}

/**
 * What all fields of one chosen stretch share: its dose as it is now, and how it is changed.
 *
 * @import { Choice } from "../types.js"
 * @import { Desk } from "./builder.js"
 * @import { Dose, Step } from "./format.js"
 * @typedef {"sets" | "repetitions" | "hold_seconds" | "release_seconds" | "repetition_seconds" | "set_seconds"} Amount
 * @typedef {ReturnType<typeof doseControls>} DoseControls
 */
import { make } from "../dom.js"
import { say } from "../words.js"
import { change, plainDose, sameDose } from "./edit.js"
import { isPossible, RANGES } from "./format.js"
import { stretchToday } from "./shown-plan.js"

/** @param {Desk} desk @param {number} index @param {Choice} choice */
export function doseControls(desk, index, choice) {
  const status = make("p", { role: "status", class: "plan-status" })
  /** @type {(() => void)[]} */
  const listeners = []
  const step = () => desk.plan.steps[index]
  const dose = () => step().dose ?? choice.dose
  const refresh = () => listeners.forEach((update) => update())
  /** Whatever is typed or pressed goes through here. @param {Partial<Step>} values @param {string} topic */
  const set = (values, topic) => {
    desk.set(change(desk.plan, index, values), { topic: `${topic} ${index}` })
    refresh()
  }
  /** @param {Partial<Dose>} values @param {string} topic */
  const setDose = (values, topic) => {
    const next = { ...plainDose(dose()), ...values }
    const possible = isPossible(next)
    status.textContent = possible ? "" : say(desk.data.words, "too_long_dose")
    if (possible) set({ dose: sameDose(next, choice.dose) ? null : next }, topic)
    else refresh() // what was pressed stays as it was
  }
  /** @param {() => void} update */
  const listen = (update) => listeners.push(update)
  const title = stretchToday(desk.data, choice.id).name
  /** A field for one number of the dose. @param {Amount} name @param {string} label */
  const numberOptions = (name, label) => ({
    ...{ label, range: RANGES[name], optional: name === "release_seconds" },
    value: () => dose()[name],
    change: (/** @type {number | null} */ value) => setDose({ [name]: value }, name),
  })
  return { desk, index, title, status, step, dose, set, setDose, listen, numberOptions }
}

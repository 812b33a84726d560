/**
 * What all fields of one chosen stretch share: its dose as it is now, and how it is changed.
 *
 * @import { StretchFile } from "../types.js"
 * @import { Desk } from "./builder.js"
 * @import { Dose, Step } from "./format.js"
 * @typedef {"sets" | "repetitions" | "hold_seconds" | "release_seconds" | "repetition_seconds" | "set_seconds"} Amount
 * @typedef {ReturnType<typeof doseControls>} DoseControls
 */
import { make } from "../dom.js"
import { say } from "../words.js"
import { change, plainDose, sameDose } from "./edit.js"
import { doseInPlan, doseSeconds, isPossible, isTimed, LIMITS, RANGES } from "./format.js"
import { stretchToday } from "./shown-plan.js"

/** @param {Desk} desk @param {number} index @param {StretchFile} file */
export function doseControls(desk, index, file) {
  const status = make("p", { role: "status", class: "plan-status" })
  /** @type {(() => void)[]} */
  const listeners = []
  const step = () => desk.plan.steps[index]
  const dose = () => doseInPlan(step(), file.dose)
  const refresh = () => listeners.forEach((update) => update())
  /** Whatever is typed or pressed goes through here. @param {Partial<Step>} values @param {string} topic */
  const set = (values, topic) => {
    desk.set(change(desk.plan, index, values), { topic: `${topic} ${index}` })
    refresh()
  }
  /** A dose of one's own takes the usual rest along. @param {Partial<Dose>} values @param {string} topic */
  const setDose = (values, topic) => {
    const next = plainDose({ ...dose(), ...values })
    const possible = isPossible(next)
    status.textContent = doseSeconds(next) > LIMITS.dose_seconds ? say(desk.data.words, "too_long_dose") : ""
    const pause_seconds = step().pause_seconds ?? file.dose.rest_seconds ?? null
    if (possible) set({ dose: sameDose(next, file.dose) ? null : next, pause_seconds }, topic)
    else refresh() // what was pressed stays as it was
  }
  /** @param {() => void} update */
  const listen = (update) => listeners.push(update)
  const title = stretchToday(desk.data, file.id).name
  /** A field for one number of the dose. @param {Amount} name @param {string} label */
  const numberOptions = (name, label) => ({
    ...boundsOf(name, dose()),
    label,
    value: () => (isUnset(name, dose()) ? null : dose()[name]),
    change: (/** @type {number | null} */ value) => {
      if (value !== null || !isUnset(name, dose())) setDose(numberAlone(name, value), name)
    },
  })
  return { desk, index, title, status, step, dose, set, setDose, listen, numberOptions }
}

/** One that is set is no range any more, and takes the place of words. @param {Amount} name @param {number | null} value */
function numberAlone(name, value) {
  const noWords = name === "repetitions" ? { until_tired: false, as_you_like: false } : {}
  return { [name]: value, [`${name}_to`]: null, ...noWords }
}

/** Where words stand instead of a number of times. @param {Amount} name @param {Dose} dose */
function isUnset(name, { until_tired, as_you_like }) {
  return name === "repetitions" && Boolean(until_tired || as_you_like)
}

/** @param {Amount} name @param {Dose} dose */
function boundsOf(name, dose) {
  const [least, ...rest] = RANGES[name]
  const range = [name === "repetitions" && !isTimed(dose) ? 2 : least, ...rest] // a count needs two
  return { range, optional: name === "release_seconds" || isUnset(name, dose) }
}

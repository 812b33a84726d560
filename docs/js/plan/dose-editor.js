/** The rest of how much of one stretch: sides, every number in plain steps, how often, a note. */
/** @import { Dose } from "./format.js" */
/** @import { Amount, DoseControls } from "./dose-controls.js" */
import { actions, button, make } from "../dom.js"
import { field, select } from "../fields.js"
import { say } from "../words.js"
import { duplicate } from "./edit.js"
import { counts, isTimed, LIMITS, RANGES, SIDES, sidesLetters } from "./format.js"
import { stepper } from "./stepper.js"

const OTHERS = /** @type {const} */ ({
  pause_seconds: "pause_seconds",
  times_a_day: "times_a_day_label",
  days_a_week: "days_a_week_label",
})

/** @param {DoseControls} controls */
export function doseEditor(controls) {
  const { desk, set, listen } = controls
  const { words } = desk.data
  const numbers = [...amounts(controls), ...others(controls)]
  for (const { update } of numbers) {
    update()
    listen(update)
  }
  const steppers = make("div", { class: "steppers" }, ...numbers.map(({ element }) => element))
  const usual = button(say(words, "to_usual"), () => set({ dose: null, pause_seconds: null }, "usual"))
  const twice = button(say(words, "duplicate"), () => addAgain(controls))
  const fields = [sidesField(controls), steppers, noteField(controls), actions(usual, twice)]
  return make("div", { class: "plan-dose-fields" }, ...fields)
}

/** The same once more, below: one for each side, or at another time. @param {DoseControls} controls */
function addAgain({ desk, index, title }) {
  const { words } = desk.data
  const next = duplicate(desk.plan, index)
  const full = next === desk.plan
  const said = full ? say(words, "full", { most: LIMITS.stretches }) : say(words, "added", { name: title })
  desk.set(next, { said, focus: `handle ${index + (full ? 0 : 1)}` })
}

/** @param {DoseControls} controls */
function sidesField({ desk, dose, setDose, listen }) {
  const { words } = desk.data
  const list = select(Object.keys(SIDES).map((letters) => [letters, say(words, `sides_${letters}`)]))
  const update = () => {
    list.value = sidesLetters(dose()) ?? ""
  }
  list.addEventListener("change", () => setDose(SIDES[list.value], "sides"))
  update()
  listen(update)
  return field(say(words, "sides"), list)
}

/** The numbers that a dose of this kind has. @param {Dose} dose @returns {Amount[]} */
function amountsOf(dose) {
  if (dose.as_you_like) return ["repetitions"]
  if (dose.set_seconds) return counts(dose) ? ["sets", "repetitions", "set_seconds"] : ["sets", "set_seconds"]
  if (dose.repetition_seconds) return ["sets", "repetitions", "repetition_seconds"]
  if (!isTimed(dose)) return ["sets", "repetitions"]
  return ["sets", "repetitions", "hold_seconds", "release_seconds"]
}

/** @param {DoseControls} controls */
function amounts({ desk, dose, numberOptions }) {
  const { words } = desk.data
  return amountsOf(dose()).map((name) => stepper(words, numberOptions(name, say(words, name))))
}

/** @param {DoseControls} controls */
function others({ desk, step, set }) {
  const { words } = desk.data
  const names = /** @type {(keyof typeof OTHERS)[]} */ (Object.keys(OTHERS))
  return names.map((name) =>
    stepper(words, {
      ...{ label: say(words, OTHERS[name]), range: RANGES[name], optional: true },
      value: () => step()[name],
      change: (value) => set({ [name]: value }, name),
    }),
  )
}

/** @param {DoseControls} controls */
function noteField({ desk, step, set }) {
  const control = make("textarea", { maxlength: LIMITS.note, rows: 2, autocomplete: "off" })
  control.value = step().note
  control.addEventListener("input", () => set({ note: control.value }, "note"))
  return field(say(desk.data.words, "note_label"), control)
}

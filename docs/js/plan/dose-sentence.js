/**
 * A dose as a sentence whose numbers are fields: a tap on one, and it is typed or stepped where it
 * stands. The sentences are those of sentences.js.
 *
 * @import { Amount, DoseControls } from "./dose-controls.js"
 */
import { make, setText } from "../dom.js"
import { formFor, say } from "../words.js"
import { redraw } from "./redraw.js"
import { saidDose } from "./sentences.js"
import { numberField } from "./stepper.js"

const MARK = "\u0001" // around the name of a number, where its field goes
const RANGE = "\u0002" // before the name of a number and what makes it a range

/** @param {DoseControls} controls */
export function doseSentence(controls) {
  const element = make("p", { class: "dose dose-sentence" })
  let [written, fields] = ["", /** @type {ReturnType<typeof fieldIn>[]} */ ([])]
  const draw = () => {
    written = marked(controls)
    const parts = written.split(MARK) // every second one is the name of a number
    fields = parts.flatMap((part, at) => (at % 2 ? [fieldIn(controls, part, update)] : []))
    redraw(element, parts.map((part, at) => (at % 2 ? fields[(at - 1) / 2].element : part)).filter(Boolean))
  }
  /** Another sentence waits until nobody types in this one. @param {boolean} [typing] */
  const update = (typing = element.contains(document.activeElement)) => {
    if (!typing && written !== marked(controls)) draw()
    else for (const field of fields) field.update()
  }
  draw()
  return { element, update }
}

/** The sentence with a mark for each of its numbers. @param {DoseControls} controls */
function marked({ desk: { data }, dose }) {
  const now = dose()
  return saidDose(data, { ...now, rest_seconds: null }, (unit, name) => {
    const high = Reflect.get(now, `${name}_to`)
    const [before, after] = high ? say(data.words, "range", { low: MARK, high }).split(MARK) : ["", ""]
    const [opens, closes] = [before, after].map((text) => text && MARK + RANGE + name + RANGE + text + MARK)
    const number = opens + MARK + name + MARK + closes
    return unit ? formFor(data.words[unit], high ? null : now[name]).replace("{n}", number) : number
  })
}

/** @param {DoseControls} controls @param {string} part @param {(typing: boolean) => void} settled */
function fieldIn(controls, part, settled) {
  if (!part.startsWith(RANGE)) return numberIn(controls, /** @type {Amount} */ (part), settled)
  const [, name, text] = part.split(RANGE)
  const element = make("span")
  const update = () => setText(element, Reflect.get(controls.dose(), `${name}_to`) ? text : "") // at the first digit
  update()
  return { element, update }
}

/** @param {DoseControls} controls @param {Amount} name @param {(typing: boolean) => void} settled */
function numberIn(controls, name, settled) {
  const { desk, index, title, numberOptions } = controls
  const { words } = desk.data
  const label = say(words, "text_fact", { label: title, value: say(words, name) })
  const options = { ...numberOptions(name, label), settled: () => settled(false) }
  const { input, turn, update } = numberField(words, options)
  input.setAttribute("aria-label", label)
  input.dataset.focus = `${name} ${index}`
  const steps = [turn("less", "−", -1), turn("more", "+", 1)]
  for (const step of steps) {
    step.tabIndex = -1 // the arrow keys do the same
    step.addEventListener("mousedown", (event) => event.preventDefault()) // the field keeps the focus
  }
  update()
  const element = make("span", { class: "dose-number" }, input, make("span", { class: "dose-steps" }, ...steps))
  return { element, update }
}

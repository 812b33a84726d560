/**
 * A number that is typed, or turned by a button for less and a button for more.
 *
 * @import { Words } from "../words.js"
 * @typedef {{ range: number[], optional?: boolean }} Bounds The least, the most, and the steps where they
 *   are not ones; `optional`: the field may be empty, one step below the least.
 * @typedef {Bounds & { label: string, value(): number | null, change(value: number | null): void,
 *   settled?(): void }} Options settled: called when a number is whole, not with every digit.
 */
import { button, make } from "../dom.js"
import { field } from "../fields.js"
import { say } from "../words.js"

/** With its label above it and the buttons beside it. @param {Words} words @param {Options} options */
export function stepper(words, options) {
  const { input, turn, update } = numberField(words, options)
  const buttons = [turn("less", "−", -1), turn("more", "+", 1)]
  return { element: make("div", { class: "stepper-row" }, field(options.label, input), ...buttons), update }
}

/**
 * The field, and what makes its buttons. A digit counts as soon as it is typed, so that nothing that
 * is printed or handed over meanwhile has the old number.
 * @param {Words} words @param {Options} options
 */
export function numberField(words, options) {
  const { range, value, change, settled = () => {} } = options
  const [least, most, size = 1] = range
  const numeric = {
    type: "number",
    inputmode: size < 1 ? "decimal" : "numeric",
    step: size < 1 ? "any" : 1,
    placeholder: "–",
  }
  const input = make("input", { ...numeric, min: least, max: most, onfocus: () => input.select() })
  const show = () => {
    input.value = String(value() ?? "")
  }
  /** @param {number | null} next */
  const set = (next) => {
    change(next)
    show()
    settled()
  }
  /** @param {string} name @param {string} sign @param {1 | -1} direction */
  const turn = (name, sign, direction) =>
    button(sign, () => set(nextValue(value(), direction, options)), {
      "aria-label": say(words, name, { label: options.label }),
    })
  input.addEventListener("input", () => {
    const number = Number(input.value)
    if (Number.isInteger(number / size) && number >= least && number <= most) change(number)
  })
  input.addEventListener("change", () => set(typed(input.value, value(), options)))
  return { input, turn, update: () => input === document.activeElement || show() }
}

/**
 * Ones up to ten, fives up to a minute, quarters of a minute above: nobody presses 60 times.
 * @param {number | null} value @param {1 | -1} direction @param {Bounds} bounds
 */
export function nextValue(value, direction, { range: [least, most], optional }) {
  if (value === null) return direction > 0 ? least : null
  if (direction < 0 && value <= least) return optional ? null : least
  const near = direction > 0 ? value : value - 1
  const size = near < 10 ? 1 : near < 60 ? 5 : 15
  const next = direction > 0 ? Math.floor(value / size) * size + size : Math.ceil(value / size) * size - size
  return Math.max(least, Math.min(next, most))
}

/** @param {string} text @param {number | null} before @param {Bounds} bounds */
function typed(text, before, { range: [least, most, size = 1], optional }) {
  const number = Math.round(Number(text) / size) * size
  if (text.trim() === "" || (optional && number === 0)) return optional ? null : before
  return Number.isFinite(number) ? Math.max(least, Math.min(number, most)) : before
}

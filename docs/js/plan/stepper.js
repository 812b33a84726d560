/**
 * A number between a button for less and a button for more.
 *
 * @import { Words } from "../words.js"
 * @typedef {{
 *   label: string, most: number, least?: number, optional?: boolean,
 *   value(): number | null, change(value: number | null): void,
 * }} Options `optional`: the field may be empty, one step below the least.
 */
import { button, make } from "../dom.js"
import { field } from "../fields.js"
import { say } from "../words.js"

/** @param {Words} words @param {Options} options */
export function stepper(words, options) {
  const { label, least = 1, most, optional = false, value, change } = options
  const input = make("input", {
    type: "number",
    inputmode: "numeric",
    min: least,
    max: most,
    step: 1,
    placeholder: "–",
  })
  /** @param {number | null} next */
  const set = (next) => {
    change(next)
    update()
  }
  /** @param {string} name @param {string} sign @param {1 | -1} direction */
  const turn = (name, sign, direction) =>
    button(sign, () => set(nextValue(value(), direction, least, most, optional)), {
      "aria-label": say(words, name, { label }),
    })
  function update() {
    input.value = String(value() ?? "")
  }
  input.addEventListener("change", () => set(typed(input.value, least, most, optional, value())))
  const [less, more] = [turn("less", "−", -1), turn("more", "+", 1)]
  const element = field(label, input)
  return { element: make("div", { class: "stepper-row" }, element, less, more), input, update }
}

/**
 * Ones up to ten, fives up to a minute, quarters of a minute above: nobody presses 60 times.
 * @param {number | null} value @param {1 | -1} direction @param {number} least @param {number} most
 * @param {boolean} optional
 */
export function nextValue(value, direction, least, most, optional) {
  if (value === null) return direction > 0 ? least : null
  if (direction < 0 && value <= least) return optional ? null : least
  const near = direction > 0 ? value : value - 1
  const size = near < 10 ? 1 : near < 60 ? 5 : 15
  const next = direction > 0 ? Math.floor(value / size) * size + size : Math.ceil(value / size) * size - size
  return Math.max(least, Math.min(next, most))
}

/**
 * @param {string} text @param {number} least @param {number} most @param {boolean} optional
 * @param {number | null} before
 */
function typed(text, least, most, optional, before) {
  const number = Math.round(Number(text))
  if (text.trim() === "" || (optional && number === 0)) return optional ? null : before
  return Number.isFinite(number) ? Math.max(least, Math.min(number, most)) : before
}

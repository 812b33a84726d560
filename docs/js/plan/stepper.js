/**
 * A number between a button for less and a button for more.
 *
 * @import { Words } from "../words.js"
 * @typedef {{ range: number[], optional?: boolean }} Bounds The least and the most; `optional`: the
 *   field may be empty, one step below the least.
 * @typedef {Bounds & { label: string, value(): number | null, change(value: number | null): void }} Options
 */
import { button, make } from "../dom.js"
import { field } from "../fields.js"
import { say } from "../words.js"

/** @param {Words} words @param {Options} options */
export function stepper(words, options) {
  const { label, range, value, change } = options
  const numeric = { type: "number", inputmode: "numeric", step: 1, placeholder: "–" }
  const input = make("input", { ...numeric, min: range[0], max: range[1] })
  const update = () => {
    input.value = String(value() ?? "")
  }
  /** @param {number | null} next */
  const set = (next) => {
    change(next)
    update()
  }
  /** @param {string} name @param {string} sign @param {1 | -1} direction */
  const turn = (name, sign, direction) =>
    button(sign, () => set(nextValue(value(), direction, options)), { "aria-label": say(words, name, { label }) })
  input.addEventListener("change", () => set(typed(input.value, value(), options)))
  const row = make("div", { class: "stepper-row" }, field(label, input), turn("less", "−", -1), turn("more", "+", 1))
  return { element: row, update }
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
function typed(text, before, { range: [least, most], optional }) {
  const number = Math.round(Number(text))
  if (text.trim() === "" || (optional && number === 0)) return optional ? null : before
  return Number.isFinite(number) ? Math.max(least, Math.min(number, most)) : before
}

/** Fields that several screens of a session use. */
import { make } from "./dom.js"

/** @param {string} title @param {...Node} children */
export function fieldset(title, ...children) {
  return make("fieldset", {}, make("legend", {}, title), ...children)
}

/**
 * @param {string} text
 * @param {() => void} change
 * @param {Record<string, string>} [attributes]
 */
export function checkbox(text, change, attributes = {}) {
  const box = make("input", { type: "checkbox", ...attributes })
  box.addEventListener("change", change)
  return { box, label: make("label", { class: "session-chip" }, box, text) }
}

/**
 * Pain from 0 to 10; nothing is noted unless the reader chooses.
 *
 * @param {Record<string, string>} text
 * @param {"pain-before" | "pain-after"} name
 */
export function painField(text, name) {
  const select = make("select", {}, make("option", { value: "" }, text["pain-not"]))
  for (let pain = 0; pain <= 10; pain += 1) {
    select.append(make("option", { value: pain }, text[`pain-${pain}`] ?? String(pain)))
  }
  const label = make("label", { class: "session-field" }, make("span", {}, text[name]), select)
  return { label, select, value: () => (select.value === "" ? null : Number(select.value)) }
}

/** Fields of forms that scripts make. */
import { make } from "./dom.js"

/** A control with its label above it. @param {string} label @param {HTMLElement} control */
export function field(label, control) {
  return make("label", { class: "field" }, make("span", {}, label), control)
}

/** A box to tick. @param {string} text @param {() => void} change @param {Record<string, string>} [attributes] */
export function checkbox(text, change, attributes = {}) {
  const box = make("input", { type: "checkbox", onchange: change, ...attributes })
  return { box, label: make("label", { class: "chip" }, box, " ", text) }
}

/** Fields that belong together. @param {string} title @param {...Node} children */
export function fieldset(title, ...children) {
  return make("fieldset", {}, make("legend", {}, title), ...children)
}

/** A choice among values with their labels. @param {string[][]} choices @param {Record<string, string>} [attributes] */
export function select(choices, attributes = {}) {
  return make("select", attributes, ...choices.map(([value, label]) => make("option", { value }, label)))
}

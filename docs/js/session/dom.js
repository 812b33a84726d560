/** Elements without markup: text is always text. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean>} [attributes] false leaves one out, true writes the bare name
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  setAll(element, attributes)
  element.append(...children)
  return element
}

/**
 * @param {string} label
 * @param {() => void} press
 * @param {Record<string, string | boolean>} [attributes]
 */
export function button(label, press, attributes = {}) {
  const element = make("button", { type: "button", ...attributes }, label)
  element.addEventListener("click", press)
  return element
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
export function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag)
  setAll(element, attributes)
  element.append(...children)
  return element
}

/**
 * Only what has changed: a screen reader hears a text again that is set again.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text
}

/** @param {Element} element @param {Record<string, string | number | boolean>} attributes */
function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : String(value))
  }
}

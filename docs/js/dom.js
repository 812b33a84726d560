/**
 * Makes elements. Text goes in as text: whatever it holds, it never becomes markup.
 *
 * @typedef {string | number | boolean | null | undefined | ((event: any) => void)} Value
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * `true` writes the bare attribute; `false`, null and undefined leave it out; a function answers
 * the event its name says, such as `onclick`. Children that are empty are left out.
 * @template {keyof HTMLElementTagNameMap} Tag @param {Tag} tag @param {Record<string, Value>} [attributes]
 * @param {...Child} children @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  setAll(element, attributes)
  element.append(...present(children).flatMap(inItsLanguage))
  return element
}

/**
 * @template {keyof SVGElementTagNameMap} Tag @param {Tag} tag @param {Record<string, Value>} attributes
 * @param {...Node} children @returns {SVGElementTagNameMap[Tag]}
 */
export function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag)
  setAll(element, attributes)
  element.append(...children)
  return element
}

/** @param {string} label @param {() => void} onclick @param {Record<string, Value>} [attributes] */
export function button(label, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, ...attributes }, label)
}

/** A row of buttons. @param {...Child} children */
export function actions(...children) {
  return make("p", { class: "actions" }, ...children)
}

/** Where the buttons of several scripts stand: in the place itself, or below a text in one row. @param {HTMLElement} place */
export function rowIn(place) {
  if (!place.matches(".lead")) return place
  const row = place.querySelector(":scope > .actions") ?? make("span", { class: "actions" })
  place.append(row)
  return row
}

/**
 * A place for a short message, read out by screen readers. It is made empty, and before it is
 * needed: a live region that arrives together with its text is often not read.
 * @param {string} [className]
 */
export function statusLine(className = "live-status") {
  return make("span", { class: className, role: "status" })
}

/**
 * Only what has changed: a screen reader hears a text again that is set again.
 * @param {Element} element @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.replaceChildren(...inItsLanguage(text))
}

/** @param {Child[]} children @returns {(Node | string)[]} */
export function present(children) {
  return children.flatMap((child) => (child ? [child] : []))
}

/** @type {Record<string, Record<string, Value>>} */
const SET_APART = { "\u2068": { lang: "en" }, "\u2066": { dir: "ltr" } }

/**
 * Words that the site has set apart stand in an element of their own, as on its pages: see
 * scripts/stretchbook/finish/set_apart.py.
 * @param {Node | string} child @returns {(Node | string)[]}
 */
function inItsLanguage(child) {
  if (typeof child !== "string" || !child.includes("\u2069")) return [child]
  const open = [make("span")]
  for (const part of child.split(/([\u2066\u2068\u2069])/)) {
    if (part === "\u2069") open.pop()
    else if (part in SET_APART) open.push(open.at(-1)?.appendChild(make("bdi", SET_APART[part])) ?? make("bdi"))
    else open.at(-1)?.append(part)
  }
  return [...open[0].childNodes]
}

/**
 * Everything that fits, as elements of HTML.
 * @param {string} selector @param {ParentNode} [place] @returns {HTMLElement[]}
 */
export function findAll(selector, place = document) {
  return [...place.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement)
}

/**
 * A copy of what a template holds, for one print. @param {string} selector @returns {HTMLElement | null}
 */
export function copyOf(selector) {
  const template = document.querySelector(selector)
  const first = template instanceof HTMLTemplateElement && template.content.firstElementChild
  const copy = first ? document.importNode(first, true) : null
  if (!(copy instanceof HTMLElement)) return null
  copy.dataset.printAdded = ""
  return copy
}

/** @param {Element} element @param {Record<string, Value>} attributes */
function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, "")
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value))
  }
}

/**
 * The stretches of a page, as it shows them: of a routine or a plan its blocks, or the one stretch
 * that the page is about.
 *
 * @typedef {{ place: HTMLElement, title: string, name: string, dose: string, address: string }} OnPage
 *   title: the name, with its number if it has one.
 */
import { findAll } from "./dom.js"
import { word } from "./words.js"

export const BLOCKS = "details.stretch"

/** @returns {OnPage[]} */
export function stretchesOnPage() {
  const blocks = findAll(BLOCKS)
  return blocks.length > 0 ? blocks.map(inBlock) : findAll("article").map(asPage)
}

/** @param {HTMLElement} block @returns {OnPage} */
function inBlock(block) {
  const heading = /** @type {HTMLElement | undefined} */ (block.querySelector("summary h3")?.cloneNode(true))
  const dose = textOf(heading?.querySelector(".dose"))
  for (const other of heading?.querySelectorAll(".dose, img") ?? []) other.remove()
  const title = textOf(heading)
  const link = [...block.querySelectorAll(":scope > .actions a")].at(-1)
  const address = link instanceof HTMLAnchorElement ? link.href : location.href
  return { place: block, title, name: nameIn(title), dose, address }
}

/** @param {HTMLElement} article @returns {OnPage} */
function asPage(article) {
  const name = textOf(article.querySelector("h1"))
  const dose = textOf(article.querySelector(":scope > .facts dd"))
  return { place: article, title: name, name, dose, address: location.href.replace(/[?#].*/, "") }
}

/**
 * A name may begin with a number of its own, so only what the catalogue puts before it is taken off.
 * @param {string} title
 */
function nameIn(title) {
  const [number] = /\d+/.exec(title) ?? [""]
  const before = word("step_title", { number, name: "" })
  return title.startsWith(before) ? title.slice(before.length) : title
}

/** @param {Node | null | undefined} element */
export function textOf(element) {
  return (element?.textContent ?? "").trim()
}

/** A long list stands on several pages; this brings items of the others into this one. */
import { fetchOk } from "../data.js"

/** Where the items of a list stand: of all stretches, or of their links. */
export const LIST = ":is(.stretch-list, .link-sheet) > ul"
const ROUTINE = '[data-position=""]' // each stretch has a position

const PAGE = /page-(\d+)\/(?:index\.html)?$/ // the first has no number

/** Whether items of this list stand on other pages. */
export function isPart() {
  return document.querySelector("[data-next-list]") !== null
}

/** Whether this item is a routine; the sheet of links has some before its stretches. @param {Element} item */
export function isRoutine(item) {
  return item.matches(ROUTINE)
}

/** @type {Map<number, Promise<HTMLElement[]>>} */
const fetched = new Map()

/**
 * Copies of items, by their places in the whole list; a page that could not be fetched is asked for again
 * the next time.
 * @param {number[]} places @param {number} size of a full page @returns {Promise<HTMLElement[]>}
 */
export function itemsAt(places, size) {
  return Promise.all(
    places.map(async (place) => {
      const items = await itemsOf(Math.floor(place / size))
      return document.importNode(items[place % size], true)
    }),
  )
}

/** @param {number} at of a page, from 0 */
function itemsOf(at) {
  const waiting = fetched.get(at) ?? fetchItems(at)
  fetched.set(at, waiting)
  waiting.catch(() => fetched.delete(at))
  return waiting
}

/** @param {number} at */
async function fetchItems(at) {
  const address = new URL(at > 0 ? `page-${at + 1}/` : "./", location.href.replace(/[?#].*/, "").replace(PAGE, "")).href
  const page = new DOMParser().parseFromString(await (await fetchOk(address)).text(), "text/html")
  const items = [...page.querySelectorAll(`${LIST} > li:not(${ROUTINE})`)].flatMap((item) =>
    item instanceof HTMLElement ? [item] : [],
  )
  for (const item of items) completeLinks(item, address)
  return items
}

/**
 * An item's links are relative to the page it comes from, and would lead astray in this one.
 * @param {Element} item @param {string} address
 */
function completeLinks(item, address) {
  for (const name of ["href", "src", "data-picture"]) {
    for (const element of [item, ...item.querySelectorAll("*")].filter((one) => one.hasAttribute(name))) {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? "", address).href)
    }
  }
}

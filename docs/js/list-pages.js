/** A long list stands on several pages; this brings the following pages' items into this one. */
import { addButtons } from "./add-to-plan.js"
import { fetchOk } from "./data.js"

/** Where the items of a list stand: of all stretches, or of their links. */
export const LIST = ":is(.stretch-list, .link-sheet) > ul"

/** @type {Promise<boolean> | undefined} */
let loading

/** Whether items of this list stand on pages that have not been fetched. */
export function hasRest() {
  return nextAddress(document, location.href) !== null
}

/**
 * Append the items of all following pages, once however often it is asked.
 *
 * Gives false where a page could not be fetched: then nothing is appended, the link to the next
 * page stays, and the next call tries again.
 * @param {Element} list @returns {Promise<boolean>}
 */
export function loadRest(list) {
  loading ??= appendRest(list).catch(() => {
    loading = undefined
    return false
  })
  return loading
}

/** @param {Element} list */
async function appendRest(list) {
  const items = []
  for (let next = nextAddress(document, location.href); next;) {
    const page = new DOMParser().parseFromString(await (await fetchOk(next)).text(), "text/html")
    for (const item of page.querySelectorAll(`${LIST} > li`)) {
      completeLinks(item, next)
      items.push(document.importNode(item, true))
    }
    next = nextAddress(page, next)
  }
  list.append(...items)
  addButtons(list)
  // The way to the next page goes; a way back to the page before stays.
  const pager = pagerOf(document)
  pager?.lastElementChild?.remove()
  pager?.removeAttribute("data-next-list")
  return true
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

/** @param {Document} page @returns {HTMLElement | null} */
function pagerOf(page) {
  return page.querySelector("[data-next-list]")
}

/** @param {Document} page @param {string} base */
function nextAddress(page, base) {
  const next = pagerOf(page)?.getAttribute("data-next-list")
  if (!next) return null // the last page has none
  const address = new URL(next, base)
  return address.origin === location.origin ? address.href : null
}

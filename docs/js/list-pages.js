/** A long list stands on several pages; this brings the following pages' items into this one. */

/** @type {Promise<boolean> | undefined} */
let loading

/** Whether items of this list stand on pages that have not been fetched. */
export function hasRest() {
  return nextLink(document) !== null
}

/**
 * Append the items of all following pages, once however often it is asked.
 *
 * Gives false where a page could not be fetched: then nothing is appended, the link to the next
 * page stays, and the next call tries again.
 *
 * @param {Element} list
 * @returns {Promise<boolean>}
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
  const pager = nextLink(document)
  const items = []
  for (let next = addressOf(pager, location.href); next; ) {
    const page = await fetchPage(next)
    items.push(...itemsOf(page, next))
    next = addressOf(nextLink(page), next)
  }
  list.append(...items)
  pager?.remove()
  return true
}

/** @param {string} address */
async function fetchPage(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return new DOMParser().parseFromString(await response.text(), "text/html")
}

/**
 * @param {Document} page
 * @param {string} address
 */
function itemsOf(page, address) {
  const items = [...page.querySelectorAll("[data-stretch-list] > li")]
  for (const item of items) completeLinks(item, address)
  return items.map((item) => document.importNode(item, true))
}

/**
 * An item's links are relative to the page it comes from, and would lead astray in this one.
 *
 * @param {Element} item
 * @param {string} address
 */
function completeLinks(item, address) {
  for (const name of ["href", "src"]) {
    for (const element of item.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? "", address).href)
    }
  }
}

/** @param {Document} page */
function nextLink(page) {
  return page.querySelector("a[data-next-list]")
}

/**
 * @param {Element | null} link
 * @param {string} base
 */
function addressOf(link, base) {
  if (!link) return null
  const address = new URL(link.getAttribute("href") ?? "", base)
  return address.origin === location.origin ? address.href : null
}

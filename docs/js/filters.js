/**
 * Filters over the list of stretches. What is chosen stands in the address (`?area=hips`), so a
 * filtered list can be linked; without script the page shows plain lists instead.
 *
 * @import { Index } from "./types.js"
 */
import { findAll } from "./dom.js"
import { limitLists, linkTo } from "./conditions.js"
import { load } from "./data.js"
import { hasRest, LIST, loadRest } from "./list-pages.js"
import { pluralForm, tellCount } from "./words.js"

// What somebody has or cannot do stands behind the #, which no browser sends to a server.
const PRIVATE = "without"

export function start() {
  const form = document.querySelector("form[data-filters]")
  const list = document.querySelector(LIST)
  if (!(form instanceof HTMLFormElement) || !(list instanceof HTMLElement)) return
  form.hidden = false
  for (const plain of findAll(".plain-lists")) plain.hidden = true
  const selects = [...form.querySelectorAll("select")]
  const update = () => {
    remember(selects)
    apply(selects, list)
  }
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("change", update)
  form.addEventListener("reset", (event) => {
    event.preventDefault() // the browser would go back to its own idea of the start, and later
    for (const select of selects) select.value = ""
    update()
  })
  const begin = () => {
    restore(selects)
    apply(selects, list)
  }
  addEventListener("hashchange", begin) // the search leads here with a condition
  begin()
}

/** From the address; the browser may have kept older choices over a reload. @param {HTMLSelectElement[]} selects */
function restore(selects) {
  const [query, kept] = [location.search, location.hash.slice(1)].map((part) => new URLSearchParams(part))
  for (const select of selects) {
    select.value = (select.name === PRIVATE ? kept : query).get(select.name) ?? ""
    if (select.selectedIndex < 0) select.value = "" // an old link may name what is gone
  }
}

/** @param {HTMLSelectElement[]} selects */
function remember(selects) {
  const address = new URL(location.href)
  for (const { name, value } of selects) {
    if (name === PRIVATE) rememberPrivately(address, value)
    else if (value) address.searchParams.set(name, value)
    else address.searchParams.delete(name)
  }
  history.replaceState(history.state, "", address)
}

/** Another place on the page, which may stand there, is left alone. @param {URL} address @param {string} value */
function rememberPrivately(address, value) {
  if (value) address.hash = `${PRIVATE}=${value}`
  else if (address.hash.startsWith(`#${PRIVATE}=`)) address.hash = ""
}

/**
 * The first choice fetches the rest of a long list, since what fits may stand there. Choices made
 * meanwhile are read again at the end, so the last one counts.
 * @param {HTMLSelectElement[]} selects @param {HTMLElement} list
 */
async function apply(selects, list) {
  const status = document.querySelector("[data-filter-status]")
  tellLeftOut(selects)
  let count = hideUnfit(selects, list)
  if (selects.some(({ value }) => value)) {
    if (!(await loadRest(list))) return tellCount(status, "failed", count)
    count = hideUnfit(selects, list)
  }
  tellCount(status, hasRest() ? "part" : pluralForm(count), count)
}

/** Gives how many remain. @param {HTMLSelectElement[]} selects @param {HTMLElement} list */
function hideUnfit(selects, list) {
  const items = findAll(":scope > li", list)
  for (const item of items) {
    item.hidden = selects.some(({ name, value }) => value && has(item, name, value) === (name === PRIVATE))
  }
  return items.filter((item) => !item.hidden).length
}

/** @param {HTMLElement} item @param {string} name @param {string} value */
function has(item, name, value) {
  return item.dataset[name]?.split(/\s+/).includes(value) ?? false
}

/** What is left out, and why; the reasons are fetched for the first choice. @param {HTMLSelectElement[]} selects */
async function tellLeftOut(selects) {
  const place = document.querySelector("[data-left-out]")
  const chosen = selects.find(({ name }) => name === PRIVATE)
  if (!chosen?.value) return place?.replaceChildren()
  /** @type {Index | null} */
  const index = await load("search").catch(() => null) // the list is filtered all the same
  if (!index) return
  const conditions = index.conditions.filter(({ id }) => id === chosen.value)
  place?.replaceChildren(...limitLists(index.words, conditions, index.entries, linkTo))
}

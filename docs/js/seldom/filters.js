/**
 * Filters over the list of stretches. What is chosen stands in the address (`?area=hips`), so a
 * filtered list can be linked; without script the page shows plain lists instead.
 */
import { addButtons } from "../add-to-plan.js"
import { limitLists, linkTo } from "../conditions.js"
import { findAll } from "../dom.js"
import { fill, fitting, loadIndex } from "../index-parts.js"
import { pluralForm, tellCount } from "../words.js"
import { isPart, isRoutine, itemsAt, LIST } from "./list-pages.js"

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

/** @type {Element[]} */
const added = [] // items of other pages, and the button that brings more of them
let turn = 0

/**
 * What fits a choice may stand on any page of a long list: then it is looked up, and comes here some at a
 * time. Of choices made meanwhile the last one counts.
 * @param {HTMLSelectElement[]} selects @param {HTMLElement} list
 */
async function apply(selects, list) {
  const status = document.querySelector("[data-filter-status]")
  const mine = (turn += 1)
  for (const element of added.splice(0)) element.remove()
  showPager(true)
  const own = findAll(":scope > li", list)
  const count = hideUnfit(selects, own)
  const chosen = selects.filter(({ value }) => value)
  if (chosen.length === 0) tellCount(status, isPart() ? "part" : pluralForm(count), count)
  else if (!isPart()) tellCount(status, pluralForm(count), count)
  try {
    await tellLeftOut(selects, mine)
    const all = chosen.length > 0 && isPart() ? await bring(chosen, list, own, mine) : null
    if (all !== null && mine === turn) tellCount(status, pluralForm(all), all)
  } catch {
    if (mine === turn) tellCount(status, "failed", count)
  }
}

/**
 * Puts what fits in place of the stretches of this page, and gives how many do.
 * @param {HTMLSelectElement[]} chosen @param {HTMLElement} list @param {HTMLElement[]} own @param {number} mine
 */
async function bring(chosen, list, own, mine) {
  const index = await loadIndex()
  const [hidden, named] = [true, false].map((isPrivate) =>
    chosen.filter(({ name }) => (name === PRIVATE) === isPrivate),
  )
  const numbers = await fitting(
    index,
    named.map(({ name, value }) => [name, value]),
    hidden.map(({ value }) => value),
  )
  const stretches = own.filter((item) => !isRoutine(item))
  const more = await fill(index, list, numbers, async (shown) => {
    const items = await itemsAt(
      shown.map((number) => number - index.first_stretch),
      index.a_list_page,
    )
    if (mine !== turn) return []
    for (const item of stretches) item.hidden = true
    added.push(...items)
    setTimeout(() => addButtons(list)) // when they stand there
    return items
  })
  if (mine === turn) {
    showPager(false)
    list.after(...more)
    added.push(...more)
  }
  return numbers.length + own.filter((item) => isRoutine(item) && !item.hidden).length
}

/** The way to the other pages, where all of the list is shown. @param {boolean} isShown */
function showPager(isShown) {
  for (const pager of findAll("[data-next-list]")) pager.hidden = !isShown
}

/** Gives how many remain. @param {HTMLSelectElement[]} selects @param {HTMLElement[]} items */
function hideUnfit(selects, items) {
  for (const item of items) {
    item.hidden = selects.some(({ name, value }) => value && has(item, name, value) === (name === PRIVATE))
  }
  return items.filter((item) => !item.hidden).length
}

/** @param {HTMLElement} item @param {string} name @param {string} value */
function has(item, name, value) {
  return item.dataset[name]?.split(/\s+/).includes(value) ?? false
}

/** What is left out, and why; the reasons are fetched for the first choice. @param {HTMLSelectElement[]} selects @param {number} mine */
async function tellLeftOut(selects, mine) {
  const place = document.querySelector("[data-left-out]")
  const chosen = selects.find(({ name }) => name === PRIVATE)
  place?.replaceChildren() // what it said is of another choice
  if (!chosen?.value) return
  const index = await loadIndex()
  const conditions = index.conditions.filter(({ id }) => id === chosen.value)
  const lists = await limitLists(index, conditions, linkTo)
  if (mine === turn) place?.replaceChildren(...lists)
}

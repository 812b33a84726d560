/**
 * Filters over the list of stretches. What is chosen stands in the address (`?area=hips`), so a
 * filtered list can be linked; without script the page shows plain lists instead.
 */
import { findAll } from "./dom.js"
import { hasRest, loadRest } from "./list-pages.js"
import { pluralForm, tellCount } from "./words.js"

export function start() {
  const form = document.querySelector("form[data-filters]")
  const list = document.querySelector(".stretch-list > ul")
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
  restore(selects)
  apply(selects, list)
}

/** From the address; the browser may have kept older choices over a reload. @param {HTMLSelectElement[]} selects */
function restore(selects) {
  const query = new URLSearchParams(location.search)
  for (const select of selects) {
    select.value = query.get(select.name) ?? ""
    if (select.selectedIndex < 0) select.value = "" // an old link may name what is gone
  }
}

/** @param {HTMLSelectElement[]} selects */
function remember(selects) {
  const address = new URL(location.href)
  for (const { name, value } of selects) {
    if (value) address.searchParams.set(name, value)
    else address.searchParams.delete(name)
  }
  history.replaceState(history.state, "", address)
}

/**
 * The first choice fetches the rest of a long list, since what fits may stand there. Choices made
 * meanwhile are read again at the end, so the last one counts.
 * @param {HTMLSelectElement[]} selects @param {HTMLElement} list
 */
async function apply(selects, list) {
  const status = document.querySelector("[data-filter-status]")
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
    item.hidden = !selects.every(({ name, value }) => !value || item.dataset[name]?.split(/\s+/).includes(value))
  }
  return items.filter((item) => !item.hidden).length
}

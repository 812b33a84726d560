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
  showForm(form)
  listen(form, list)
  restore(form)
  apply(form, list)
}

/** @param {HTMLFormElement} form */
function showForm(form) {
  form.hidden = false
  for (const plain of findAll(".plain-lists")) plain.hidden = true
}

/** @param {HTMLFormElement} form @param {HTMLElement} list */
function listen(form, list) {
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("change", () => update(form, list))
  form.addEventListener("reset", (event) => {
    event.preventDefault() // the browser would go back to its own idea of the start, and later
    for (const select of selectsOf(form)) select.value = ""
    update(form, list)
  })
}

/** @param {HTMLFormElement} form @param {HTMLElement} list */
function update(form, list) {
  remember(form)
  apply(form, list)
}

/** @param {HTMLFormElement} form */
function selectsOf(form) {
  return form.querySelectorAll("select")
}

/** What is chosen, by filter name, without the filters left at "any". @param {HTMLFormElement} form */
function chosenIn(form) {
  return [...selectsOf(form)].filter((select) => select.value).map(({ name, value }) => ({ name, value }))
}

/**
 * Set every filter from the address; the browser may have kept older choices over a reload.
 * @param {HTMLFormElement} form
 */
function restore(form) {
  const query = new URLSearchParams(location.search)
  for (const select of selectsOf(form)) {
    select.value = query.get(select.name) ?? ""
    if (select.selectedIndex < 0) select.value = "" // an old link may name what is gone
  }
}

/** @param {HTMLFormElement} form */
function remember(form) {
  const address = new URL(location.href)
  for (const { name, value } of selectsOf(form)) {
    if (value) address.searchParams.set(name, value)
    else address.searchParams.delete(name)
  }
  history.replaceState(history.state, "", address)
}

/**
 * The first choice fetches the rest of a long list, since what fits may stand there. Choices made
 * meanwhile are read again at the end, so the last one counts.
 * @param {HTMLFormElement} form @param {HTMLElement} list
 */
async function apply(form, list) {
  const status = document.querySelector("[data-filter-status]")
  let count = hideUnfit(form, list)
  if (chosenIn(form).length > 0) {
    if (!(await loadRest(list))) return tellCount(status, "failed", count)
    count = hideUnfit(form, list)
  }
  tellCount(status, hasRest() ? "part" : pluralForm(count), count)
}

/**
 * Hides what does not fit the choices; gives how many remain.
 * @param {HTMLFormElement} form @param {HTMLElement} list
 */
function hideUnfit(form, list) {
  const chosen = chosenIn(form)
  const items = findAll(":scope > li", list)
  for (const item of items) item.hidden = !fits(item, chosen)
  return items.filter((item) => !item.hidden).length
}

/** @param {HTMLElement} item @param {{ name: string, value: string }[]} chosen */
function fits(item, chosen) {
  return chosen.every(({ name, value }) => item.dataset[name]?.split(/\s+/).includes(value))
}

/**
 * Search. The index is fetched when the reader opens it, and not before; what is typed goes
 * nowhere, not even into the address.
 *
 * @import { Found, Prepared } from "./search-match.js"
 * @import { Entry, Index } from "./types.js"
 * @import { Words } from "./words.js"
 */
import { limitLists, linkTo, reasons } from "./conditions.js"
import { fromHome, load } from "./data.js"
import { make } from "./dom.js"
import { find, prepare } from "./search-match.js"
import { stemmerFor } from "./stemmers.js"
import { say as sentence, pluralForm, tellCount } from "./words.js"

const SHOWN = 50 // more than anyone reads; the status says that there are more

/** @type {WeakSet<HTMLDialogElement>} */
const ready = new WeakSet()

/** @type {Prepared<Entry> | undefined} */
let prepared

/** A press on the search button; main.js has opened the dialog already. */
export function open() {
  const dialog = document.querySelector("dialog[data-search]")
  if (!(dialog instanceof HTMLDialogElement)) return
  if (!ready.has(dialog)) listen(dialog)
  else inputOf(dialog)?.select() // what was looked for before
  update(dialog)
}

/** @param {HTMLDialogElement} dialog */
function listen(dialog) {
  ready.add(dialog)
  dialog.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close())
  dialog.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault()
    const best = listOf(dialog)?.querySelector(":scope > ul:last-child a") // and nothing that is ruled out above
    if (best instanceof HTMLElement) best.click()
  })
  dialog.addEventListener("input", () => update(dialog))
  dialog.addEventListener("keydown", (event) => onKey(event, dialog))
  dialog.addEventListener("click", (event) => {
    const { target } = event
    if (target === dialog || (target instanceof Element && target.closest("a"))) dialog.close() // or beside the sheet
  })
}

/** @param {HTMLDialogElement} dialog */
async function update(dialog) {
  try {
    /** @type {Index} */
    const index = await load("search")
    const stemmer = await stemmerFor()
    prepared ??= prepare(index.entries, index, stemmer)
    const query = inputOf(dialog)?.value.trim() ?? "" // as it is now, however long the index took
    if (query) show(dialog, index, find(prepared, query))
    else clear(dialog)
  } catch {
    say(dialog, "failed", 0)
  }
}

/**
 * What a named condition rules out comes before everything else.
 * @param {HTMLDialogElement} dialog @param {Index} index @param {Found<Entry>} found
 */
function show(dialog, index, { conditions, entries }) {
  const lists = limitLists(index.words, conditions, index.entries, linkTo)
  if (lists.length > 0) lists.push(...conditions.map(({ id, name }) => theRest(index.words, id, name)))
  const shown = entries.slice(0, SHOWN)
  const items = shown.map((entry) => make("li", {}, linkTo(entry), make("span", {}, entry.summary), caution(entry)))
  listOf(dialog)?.replaceChildren(...lists, make("ul", {}, ...items))
  if (lists.length > 0 && shown.length === 0) return say(dialog, "", 0) // the lists are the answer
  say(dialog, entries.length > SHOWN ? "more" : pluralForm(entries.length), shown.length)
}

/** @param {HTMLDialogElement} dialog */
function clear(dialog) {
  listOf(dialog)?.replaceChildren()
  say(dialog, "", 0)
}

/** All other stretches. @param {Words} words @param {string} id @param {string} condition */
function theRest(words, id, condition) {
  const href = fromHome(`/stretches/#without=${id}`)
  return make("p", {}, make("a", { href }, sentence(words, "the_rest", { condition })))
}

/** For whom it is not; what its position rules out one sees in its summary. @param {Entry} entry */
function caution({ limits }) {
  const text = reasons(limits.filter(({ by_position }) => !by_position))
  return text && make("span", { class: "care" }, text)
}

/** @param {HTMLDialogElement} dialog @param {string} form @param {number} count */
function say(dialog, form, count) {
  tellCount(dialog.querySelector("[data-search-status]"), form, count)
}

/**
 * The arrows go through the field and the results, and stop at either end.
 * @param {KeyboardEvent} event @param {HTMLDialogElement} dialog
 */
function onKey(event, dialog) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const stops = [inputOf(dialog), ...dialog.querySelectorAll("[data-search-results] a")]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[at + step]
  if (at < 0 || !(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}

/** @param {HTMLElement} dialog @returns {HTMLInputElement | null} */
function inputOf(dialog) {
  return dialog.querySelector("input[type=search]")
}

/** @param {HTMLElement} dialog */
function listOf(dialog) {
  return dialog.querySelector("[data-search-results]")
}

/**
 * Search. The index is fetched when the reader opens it, and not before; what is typed goes
 * nowhere, not even into the address.
 *
 * @import { Prepared } from "./search-match.js"
 * @import { Entry, Index } from "./types.js"
 */
import { fromRoot, load } from "./data.js"
import { make } from "./dom.js"
import { find, prepare } from "./search-match.js"
import { pluralForm, tellCount } from "./words.js"

const SHOWN = 50 // more than anyone reads; the status says that there are more

/** A press on the search button; main.js has opened the dialog already. */
export function open() {
  const dialog = document.querySelector("dialog[data-search]")
  if (!(dialog instanceof HTMLDialogElement)) return
  // What was looked for before is still there.
  if (ready.has(dialog)) inputOf(dialog)?.select()
  else listen(dialog)
  update(dialog)
}

/** @type {WeakSet<HTMLDialogElement>} */
const ready = new WeakSet()

/** @param {HTMLDialogElement} dialog */
function listen(dialog) {
  ready.add(dialog)
  dialog.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close())
  dialog.querySelector("form")?.addEventListener("submit", (event) => followFirst(event, dialog))
  dialog.addEventListener("input", () => update(dialog))
  dialog.addEventListener("keydown", (event) => onKey(event, dialog))
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close() // beside the sheet
  })
}

/** @type {Prepared<Entry>[] | undefined} */
let prepared

/** The index, once it has come. */
async function index() {
  /** @type {Index} */
  const { entries } = await load("search")
  prepared ??= prepare(entries)
  return prepared
}

/** @param {HTMLDialogElement} dialog */
async function update(dialog) {
  try {
    const entries = await index()
    const query = inputOf(dialog)?.value.trim() ?? "" // as it is now, however long the index took
    show(dialog, query ? find(entries, query) : [], query !== "")
  } catch {
    say(dialog, "failed", 0)
  }
}

/** @param {HTMLDialogElement} dialog @param {Entry[]} found @param {boolean} asked */
function show(dialog, found, asked) {
  const shown = found.slice(0, SHOWN)
  listOf(dialog)?.replaceChildren(...shown.map(itemFor))
  if (!asked) return say(dialog, "", 0)
  say(dialog, found.length > SHOWN ? "many" : pluralForm(found.length), shown.length)
}

/** @param {Entry} entry */
function itemFor(entry) {
  const link = make("a", { href: fromRoot(entry.address) }, entry.name)
  return make("li", {}, link, make("span", {}, entry.summary))
}

/** @param {HTMLDialogElement} dialog @param {string} form @param {number} count */
function say(dialog, form, count) {
  tellCount(dialog.querySelector("[data-search-status]"), form, count)
}

/** Enter goes to the best result. @param {Event} event @param {HTMLDialogElement} dialog */
function followFirst(event, dialog) {
  event.preventDefault()
  listOf(dialog)?.querySelector("a")?.click()
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

/** @param {HTMLElement} dialog @returns {HTMLElement | null} */
function listOf(dialog) {
  return dialog.querySelector("[data-search-results]")
}

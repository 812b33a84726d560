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

/** @type {WeakSet<HTMLDialogElement>} */
const ready = new WeakSet()

/** @type {Prepared<Entry>[] | undefined} */
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
    listOf(dialog)?.querySelector("a")?.click() // the best result
  })
  dialog.addEventListener("input", () => update(dialog))
  dialog.addEventListener("keydown", (event) => onKey(event, dialog))
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close() // beside the sheet
  })
}

/** @param {HTMLDialogElement} dialog */
async function update(dialog) {
  try {
    /** @type {Index} */
    const { entries } = await load("search")
    prepared ??= prepare(entries)
    const query = inputOf(dialog)?.value.trim() ?? "" // as it is now, however long the index took
    show(dialog, query ? find(prepared, query) : [], query !== "")
  } catch {
    say(dialog, "failed", 0)
  }
}

/** @param {HTMLDialogElement} dialog @param {Entry[]} found @param {boolean} asked */
function show(dialog, found, asked) {
  const shown = found.slice(0, SHOWN)
  const items = shown.map(({ address, name, summary }) =>
    make("li", {}, make("a", { href: fromRoot(address) }, name), make("span", {}, summary)),
  )
  listOf(dialog)?.replaceChildren(...items)
  if (!asked) return say(dialog, "", 0)
  say(dialog, found.length > SHOWN ? "many" : pluralForm(found.length), shown.length)
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

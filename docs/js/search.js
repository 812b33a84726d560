/**
 * Search. The index is fetched when the reader opens it, and not before; what is typed goes
 * nowhere, not even into the address.
 *
 * @import { Prepared } from "./search-match.js"
 * @import { Entry } from "./types.js"
 * @import { Words } from "./words.js"
 */
import { limitLists, linkTo, reasons } from "./conditions.js"
import { fromHome } from "./data.js"
import { make } from "./dom.js"
import { entriesAt, fill } from "./index-parts.js"
import { find, prepared } from "./search-match.js"
import { say as sentence, pluralForm, tellCount } from "./words.js"

/** @type {WeakSet<HTMLDialogElement>} */
const ready = new WeakSet()

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
  dialog.querySelector("form")?.addEventListener("submit", async (event) => {
    event.preventDefault()
    await update(dialog) // what was typed last may still be on its way
    const best = listOf(dialog)?.querySelector(":scope > ul:last-of-type a") // and nothing that is ruled out above
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
  const query = asked(dialog)
  const isOld = () => query !== asked(dialog) // more was typed meanwhile, and is answered
  try {
    const search = await prepared()
    const parts = query ? await answer(search, query) : null
    if (isOld()) return
    listOf(dialog)?.replaceChildren(...(parts?.children ?? []))
    say(dialog, parts?.form ?? "", parts?.count ?? 0)
  } catch {
    if (isOld()) return
    listOf(dialog)?.replaceChildren()
    say(dialog, "failed", 0)
  }
}

/**
 * What a named condition rules out comes before everything else; without results that is the answer.
 * @param {Prepared} search @param {string} query
 */
async function answer(search, query) {
  const { index } = search
  const { conditions, numbers } = await find(search, query)
  const list = make("ul")
  const [lists, more] = await Promise.all([
    limitLists(index, conditions, linkTo),
    fill(index, list, numbers, async (shown) => (await entriesAt(index, shown)).map(result)),
  ])
  if (lists.length > 0) lists.push(...conditions.map(({ id, name }) => theRest(index.words, id, name)))
  const count = numbers.length
  return { children: [...lists, list, ...more], form: count || lists.length === 0 ? pluralForm(count) : "", count }
}

/** @param {Entry} entry */
function result(entry) {
  return make("li", {}, linkTo(entry), make("span", {}, entry.summary), caution(entry))
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
function asked(dialog) {
  return inputOf(dialog)?.value.trim() ?? ""
}

/** @param {HTMLElement} dialog */
function listOf(dialog) {
  return dialog.querySelector("[data-search-results]")
}

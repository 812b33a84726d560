/**
 * The last screen: what was done, how it feels, what the routine says about how often. It draws no
 * conclusion from any of it.
 *
 * @typedef {import("../diary/entries.js").Entry} Entry
 * @typedef {import("../types.js").Advice} Advice
 */
import { saveEntry } from "../diary/entries.js"
import { fromRoot } from "../data.js"
import { actions, button, make } from "../dom.js"
import { fill } from "../words.js"
import { painField } from "./pain.js"

/**
 * @param {{ dialog: HTMLDialogElement, given: import("./open.js").Given, data: any, entry: Entry,
 *   kept: boolean }} context
 */
export function showEnd({ dialog, given, data, entry, kept }) {
  const { text } = data
  const title = make("h2", { id: "session-title", tabindex: "-1" }, text["end-title"])
  const close = button(text.close, () => dialog.close(), { class: "session-close" })
  const body = make(
    "div",
    { class: "session-end" },
    ...summary(text, entry),
    afterwards(text, entry, kept),
    ...advice(text["end-rule"], given.rules ?? []),
    ...advice(text["end-after"], given.after ?? []),
    links(text),
  )
  dialog.setAttribute("aria-labelledby", "session-title")
  dialog.replaceChildren(make("header", { class: "session-head" }, title, close), body)
  title.focus()
}

/** @param {Record<string, string>} text @param {Entry} entry */
function summary(text, { done, count, skipped }) {
  const lines = [make("p", { class: "session-result" }, fill(text["end-done"], { done, count }))]
  const names = skipped.join(", ")
  return names ? [...lines, make("p", {}, fill(text["end-skipped"], { names }))] : lines
}

/** @param {Record<string, string>} text @param {Entry} entry @param {boolean} kept */
function afterwards(text, entry, kept) {
  const pain = painField(text, "pain-after")
  const status = make("p", { role: "status" }, text[kept ? "kept" : "not-kept"])
  pain.select.addEventListener("change", () => {
    const saved = saveEntry({ ...entry, after: pain.value() })
    status.textContent = text[saved ? "kept" : "not-kept"]
  })
  return make("div", {}, pain.label, status)
}

/** @param {string} title @param {Advice[]} items */
function advice(title, items) {
  if (items.length === 0) return []
  const lines = items.map(({ text, address }) => {
    const words = address ? make("a", { href: fromRoot(address) }, text) : text
    return make("li", {}, words)
  })
  return [make("h3", {}, title), make("ul", {}, ...lines)]
}

/** @param {Record<string, string>} text */
function links(text) {
  const diary = fromRoot("diary/")
  const reminders = `${diary}#reminders`
  return actions(make("a", { href: diary }, text.diary), make("a", { href: reminders }, text.reminders))
}

/**
 * The last screen: what was done, how it feels, what the routine says about how often. It draws no
 * conclusion from any of it.
 *
 * @import { Entry } from "../diary/entries.js"
 * @import { Advice, SessionData } from "../types.js"
 * @import { Given } from "./open.js"
 */
import { saveEntry } from "../diary/entries.js"
import { fromHome, fromRoot } from "../data.js"
import { actions, button, make } from "../dom.js"
import { say } from "../words.js"
import { painField } from "./pain.js"
import { fillDialog } from "./parts.js"

/** @param {{ dialog: HTMLDialogElement, given: Given, data: SessionData, entry: Entry, kept: boolean | null }} context */
export function showEnd({ dialog, given, data: { text }, entry, kept }) {
  const body = make(
    "div",
    { class: "session-end" },
    ...summary(text, entry),
    afterwards(text, entry, kept),
    ...advice(text.how_often, given.rules ?? []),
    ...advice(text.afterwards, given.after ?? []),
    actions(make("a", { href: fromHome("/diary/") }, text.diary), reminders(dialog, text, given)),
  )
  fillDialog(dialog, text, text["end-title"], body)
}

/** @param {HTMLDialogElement} dialog @param {Record<string, string>} text @param {Given} given */
function reminders(dialog, { reminders: label }, { remind }) {
  if (!remind) return make("a", { href: fromHome("/diary/#reminders") }, label)
  return button(label, () => {
    dialog.close()
    remind()
  })
}

/** @param {Record<string, string>} text @param {Entry} entry */
function summary(text, { done, count, skipped }) {
  const lines = [make("p", { class: "session-result" }, say(text, "end-done", { done, count }))]
  const names = skipped.join(", ")
  return names ? [...lines, make("p", {}, say(text, "end-skipped", { names }))] : lines
}

/** @param {Record<string, string>} text @param {Entry} entry @param {boolean | null} kept */
function afterwards(text, entry, kept) {
  const pain = painField(text, "pain-after")
  const status = make("p", { role: "status" }, kept === null ? "" : text[kept ? "kept" : "not-kept"])
  pain.select.addEventListener("change", () => {
    const saved = saveEntry({ ...entry, after: pain.value() })
    status.textContent = text[saved ? "kept" : "not-kept"]
  })
  return make("div", {}, pain.label, status)
}

/** @param {string} title @param {Advice[]} items */
function advice(title, items) {
  if (items.length === 0) return []
  const lines = items.map(({ text, link }) =>
    make("li", {}, link ? make("a", { href: fromRoot(link.address) }, text) : text),
  )
  return [make("h3", {}, title), make("ul", {}, ...lines)]
}

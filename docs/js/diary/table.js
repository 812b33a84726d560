/** The diary as a table for spreadsheet programs (CSV, RFC 4180). Pure. */
/** @import { Entry } from "./entries.js" */
import { say } from "../words.js"

/** @param {Entry[]} entries @param {Record<string, string>} text the `diary` part of data/session.json */
export function diaryTable(entries, text) {
  const head = ["when", "what", "done", "skipped", "before", "after"].map((name) => text[name])
  const rows = entries.map(({ at, name, done, count, skipped, before, after }) => [
    ...[at.replace("T", " "), name, say(text, "done-of", { done, count })],
    ...[skipped.join("; "), before ?? "", after ?? ""],
  ])
  const lines = [head, ...rows].map((row) => row.map((cell) => quoted(String(cell))).join(","))
  return `\uFEFF${lines.join("\r\n")}\r\n` // the mark tells spreadsheets that it is UTF-8
}

/** A cell that begins like a formula must not become one. @param {string} cell */
function quoted(cell) {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands the reader a file that was made here; nothing is sent for it. */
import { make } from "./dom.js"

/** @param {string} name @param {string} type @param {string} text */
export function saveFile(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  make("a", { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000) // some browsers read it a little later
}

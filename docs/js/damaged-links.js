/**
 * Links to a stretch as mail and chat programs leave them: with a dot or a bracket at the end, in
 * capital letters, or encoded once or twice. What cannot be mended is named, and not passed over in
 * silence: somebody was told to do just this stretch.
 */
import { findAll, make } from "./dom.js"
import { word } from "./words.js"

const ENCODED_AT_MOST = 3 // times
const SHOWN_AT_MOST = 60 // letters of an id

/** The place that was meant, or null. @param {string} hash @returns {HTMLElement | null} */
export function meantBy(hash) {
  return document.getElementById(idIn(hash))
}

/** Says above the stretches which one is not there, where the page has any. @param {string} hash */
export function tellMissing(hash) {
  const first = document.querySelector("details.stretch")
  const name = idIn(hash).slice(0, SHOWN_AT_MOST)
  if (!first || !name) return
  const note = make("p", { class: "care link-missing", role: "status", tabindex: -1 }, word("link_missing", { name }))
  first.before(note)
  note.scrollIntoView({ block: "center" })
  note.focus({ preventScroll: true })
}

/** The next address may be right. */
export function takeBack() {
  for (const note of findAll(".link-missing")) note.remove()
}

/** @param {string} hash */
function idIn(hash) {
  const text = decoded(hash.slice(1), ENCODED_AT_MOST)
  return text.toLowerCase().replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "")
}

/** @param {string} text @param {number} times @returns {string} */
function decoded(text, times) {
  if (times === 0 || !text.includes("%")) return text
  try {
    return decoded(decodeURIComponent(text), times - 1)
  } catch {
    return decoded(text.replace(/%(?![0-9a-f]{2})[0-9a-f]?/gi, ""), times - 1) // a sign was cut in two
  }
}

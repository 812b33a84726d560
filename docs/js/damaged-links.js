/**
 * Links to a stretch as mail and chat programs leave them: with a dot or a bracket at the end, in
 * capital letters, or encoded once or twice. What cannot be mended is named, and not passed over in
 * silence: somebody was told to do just this stretch.
 */
import { findAll, make } from "./dom.js"
import { decodings } from "./percent.js"
import { word } from "./words.js"

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
  const text = decodings(hash.slice(1)).at(-1) ?? ""
  const whole = text.replace(/%[0-9a-f]?$/i, "") // a sign was cut in two
  return whole.toLowerCase().replace(/\p{Cf}|^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "")
}

/** "Copy link" buttons: the lasting address of one stretch, ready to send to someone. */
import { button, findAll, make, statusLine } from "./dom.js"
import { word } from "./words.js"

const SHOWN_FOR_MS = 2000

export function start() {
  for (const place of findAll("[data-copy-link]")) {
    const id = place.dataset.copyLink
    const page = location.origin + location.pathname // without its query, which holds the reader's own filters
    const { press, status } = copyButton(() => (id ? `${page}#${encodeURIComponent(id)}` : page))
    place.append(" ", press, " ", status)
  }
}

/**
 * The button, and where it says what came of it.
 * @param {() => string | Promise<string>} text As it is when pressed; an address, if the labels do not say other.
 * @param {{ label: string, done: string, failed: string }} [labels]
 */
export function copyButton(text, labels) {
  const { label, done, failed } = labels ?? ofLink()
  const status = statusLine()
  const press = button(label, async () => {
    const found = await text()
    if (await copied(found)) confirm(status, done)
    else showText(status, found, failed)
  })
  return { press, status }
}

function ofLink() {
  return { label: word("copy_link"), done: word("link_copied"), failed: word("copy_failed") }
}

/** Browsers refuse the clipboard on plain http and inside some frames. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** When each message goes, so that a second press gives it its full time again. @type {WeakMap<HTMLElement, number>} */
const timers = new WeakMap()

/** @param {HTMLElement} status @param {string} text */
function confirm(status, text) {
  clearTimeout(timers.get(status))
  status.textContent = text
  timers.set(
    status,
    setTimeout(() => (status.textContent = ""), SHOWN_FOR_MS),
  )
}

/**
 * Where copying is refused, the text stands there selected, for the reader to copy.
 * @param {HTMLElement} status @param {string} text @param {string} label
 */
function showText(status, text, label) {
  clearTimeout(timers.get(status))
  status.textContent = label
  const found = status.nextElementSibling
  const isField = found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement
  const field = isField
    ? found
    : make(text.includes("\n") ? "textarea" : "input", { class: "copy-link-address", dir: "auto", readonly: true })
  if (field !== found) status.after(field)
  field.value = text
  field.setAttribute("aria-label", label)
  field.focus()
  field.select()
}

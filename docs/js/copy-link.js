/** "Copy link" buttons: the lasting address of one stretch, ready to send to someone. */
import { addStatus } from "./live-status.js"

const SHOWN_FOR_MS = 2000

export function start() {
  for (const button of document.querySelectorAll("button[data-copy-link]")) {
    if (button instanceof HTMLButtonElement) offer(button)
  }
}

/** @param {HTMLButtonElement} button */
function offer(button) {
  const status = addStatus(button)
  button.hidden = false
  button.addEventListener("click", async () => {
    const address = addressOf(button.dataset.copyLink ?? "")
    if (await copied(address)) confirm(status, button.dataset.copied ?? "")
    else showAddress(status, address, button.dataset.copyFailed ?? "")
  })
}

/**
 * The page without its query, which holds the reader's own filters, and the block in it, if any.
 *
 * @param {string} id
 */
function addressOf(id) {
  const page = location.origin + location.pathname
  return id ? `${page}#${encodeURIComponent(id)}` : page
}

/**
 * Browsers refuse the clipboard on plain http and inside some frames.
 *
 * @param {string} text
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * When each message goes, so that a second press gives it its full time again.
 *
 * @type {WeakMap<HTMLElement, number>}
 */
const timers = new WeakMap()

/**
 * @param {HTMLElement} status
 * @param {string} text
 */
function confirm(status, text) {
  clearTimeout(timers.get(status))
  status.textContent = text
  timers.set(status, setTimeout(() => (status.textContent = ""), SHOWN_FOR_MS))
}

/**
 * Where copying is refused, the address stands there selected, for the reader to copy.
 *
 * @param {HTMLElement} status
 * @param {string} address
 * @param {string} label
 */
function showAddress(status, address, label) {
  clearTimeout(timers.get(status))
  status.textContent = label
  const field = status.parentElement?.querySelector("input.copy-link-address") ?? addField(status)
  if (!(field instanceof HTMLInputElement)) return
  field.value = address
  field.setAttribute("aria-label", label)
  field.focus()
  field.select()
}

/** @param {HTMLElement} status */
function addField(status) {
  const field = document.createElement("input")
  field.className = "copy-link-address"
  field.readOnly = true
  status.after(field)
  return field
}

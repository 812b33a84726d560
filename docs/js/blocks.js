/**
 * Stretch blocks: an address opens its block, and two buttons open or close them all.
 *
 * Material's own script opens a block for a hash too. Both may run: it acts only on a block that
 * is still closed, and both scroll to the same place.
 */
import { addStatus } from "./live-status.js"

export function start() {
  window.addEventListener("hashchange", revealAddress) // links, typed addresses, back and forward
  document.addEventListener("click", onClick)
  revealAddress()
  startOpenAll()
}

function revealAddress() {
  const target = targetOf(location.hash)
  if (!target) return
  if (target.dataset.movedTo) follow(target.dataset.movedTo)
  else reveal(target)
}

/** @param {string} hash @returns {HTMLElement | null} */
function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null // a hash that is no valid text names nothing
  }
}

/**
 * Go on to where an old anchor has moved, leaving no trace of the old one in the history.
 *
 * @param {string} movedTo
 */
function follow(movedTo) {
  const address = new URL(movedTo, location.href)
  if (address.origin === location.origin) location.replace(address)
}

/** @param {HTMLElement} target */
function reveal(target) {
  const block = target.closest("details")
  if (!block) return // the browser itself does all that is needed
  block.open = true
  target.scrollIntoView()
  focusOn(block === target ? (block.querySelector("summary") ?? block) : target)
}

/**
 * Move the keyboard to where the eye is; the scrolling is done already.
 *
 * @param {HTMLElement} element
 */
function focusOn(element) {
  element.focus({ preventScroll: true })
  if (document.activeElement === element) return
  element.tabIndex = -1 // a heading or paragraph takes focus only when asked to
  element.focus({ preventScroll: true })
}

/**
 * A click on a link to the address we are at changes no hash, so nothing else would open a block
 * that has been closed since.
 *
 * @param {MouseEvent} event
 */
function onClick(event) {
  const link = event.target instanceof Element && event.target.closest("a")
  if (!link || !link.hash || link.href !== location.href || opensElsewhere(event, link)) return
  if (!targetOf(link.hash)?.closest("details")) return
  event.preventDefault() // the browser would take the focus away again
  revealAddress()
}

/**
 * Whether the click asks for a new tab or window, or is no longer ours to answer.
 *
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 */
function opensElsewhere(event, link) {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.defaultPrevented || modified || event.button !== 0 || link.target === "_blank"
}

function startOpenAll() {
  for (const button of findAll("[data-open-all]")) offer(button, true)
  for (const button of findAll("[data-close-all]")) offer(button, false)
}

/**
 * @param {HTMLElement} button
 * @param {boolean} open
 */
function offer(button, open) {
  const status = addStatus(button, "visually-hidden")
  button.hidden = false
  button.addEventListener("click", () => {
    setAll(open)
    say(status, button.dataset.done ?? "")
  })
}

/** @param {boolean} open */
function setAll(open) {
  for (const block of document.querySelectorAll("details[data-stretch]")) {
    block.toggleAttribute("open", open)
  }
}

/**
 * One sentence however many blocks changed; emptied first, or a second press would say nothing.
 *
 * @param {HTMLElement} status
 * @param {string} text
 */
function say(status, text) {
  status.textContent = ""
  setTimeout(() => (status.textContent = text), 100)
}

/** @param {string} selector @returns {NodeListOf<HTMLElement>} */
function findAll(selector) {
  return document.querySelectorAll(selector)
}

/**
 * An address shows its place: it opens the blocks and tabs that the place is in, and an old anchor
 * leads on to where the place has moved.
 */
import { meantBy, takeBack, tellMissing } from "./damaged-links.js"

export function start() {
  window.addEventListener("hashchange", revealAddress) // links, typed addresses, back and forward
  document.addEventListener("click", onClick)
  revealAddress()
  if (document.readyState !== "complete") window.addEventListener("load", revealAgain, { once: true })
}

/** The browser goes to the place by itself once the page is whole, and takes the focus away. */
function revealAgain() {
  if (document.activeElement === document.body) revealAddress()
}

function revealAddress() {
  takeBack()
  const target = targetOf(location.hash)
  if (!target) return mend()
  if (!target.dataset.movedTo) return reveal(target)
  const address = new URL(target.dataset.movedTo, location.href)
  if (address.origin === location.origin) location.replace(address) // the old one leaves no trace in the history
}

/** The address of a place with damage from mail is put right; one that is nowhere is named. */
function mend() {
  const meant = meantBy(location.hash)
  if (meant) location.replace(`#${encodeURIComponent(meant.id)}`)
  else tellMissing(location.hash)
}

/** @param {string} hash @returns {HTMLElement | null} */
function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null // a hash that is no valid text names nothing
  }
}

/** @param {HTMLElement} target */
function reveal(target) {
  if (!hides(target)) return // the browser itself does all that is needed
  for (let place = target.closest(HIDING); place; place = place.parentElement?.closest(HIDING) ?? null) show(place)
  if (isTab(target)) target.checked = true
  target.scrollIntoView()
  focusOn(target instanceof HTMLDetailsElement ? (target.querySelector("summary") ?? target) : target)
}

const HIDING = "details, .tabbed-block"

/** Whether a place may be out of sight until something opens. @param {Element} target */
function hides(target) {
  return target.closest(HIDING) !== null || isTab(target)
}

/** Material's tabs are radio buttons, each with an id. @param {Element} target @returns {target is HTMLInputElement} */
function isTab(target) {
  return target instanceof HTMLInputElement && target.name.startsWith("__tabbed_")
}

/** @param {Element} place */
function show(place) {
  if (place instanceof HTMLDetailsElement) place.open = true
  const set = place.matches(".tabbed-block") && place.closest(".tabbed-set")
  if (!set) return
  const number = [...(place.parentElement?.children ?? [])].indexOf(place)
  const tab = set.querySelectorAll(":scope > input")[number]
  if (tab instanceof HTMLInputElement) tab.checked = true
}

/** Move the keyboard to where the eye is; the scrolling is done already. @param {HTMLElement} element */
function focusOn(element) {
  element.focus({ preventScroll: true })
  if (document.activeElement === element) return
  element.tabIndex = -1 // a heading or paragraph takes focus only when asked to
  element.focus({ preventScroll: true })
}

/**
 * A click on a link to the address we are at changes no hash, so nothing else would open a block
 * that has been closed since.
 * @param {MouseEvent} event
 */
function onClick(event) {
  const link = event.target instanceof Element && event.target.closest("a")
  if (!link || !link.hash || link.href !== location.href || opensElsewhere(event, link)) return
  const target = targetOf(link.hash)
  if (!target || !hides(target)) return
  event.preventDefault() // the browser would take the focus away again
  revealAddress()
}

/**
 * Whether the click asks for a new tab or window, or is no longer ours to answer.
 * @param {MouseEvent} event @param {HTMLAnchorElement} link
 */
function opensElsewhere(event, link) {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.defaultPrevented || modified || event.button !== 0 || link.target === "_blank"
}

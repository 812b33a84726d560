/**
 * A sheet that lies over the page (menu, display) closes when the keyboard moves on, so that it
 * never covers what has the focus. Everything else about it is the browser's own, but for the list of
 * languages, which takes along what stands after the #: a plan is in no other place.
 */
import { findAll } from "./dom.js"

export function start() {
  for (const sheet of findAll("[popover]")) sheet.addEventListener("focusout", onFocusOut)
  for (const link of findAll("#languages a:not([href*='#'])")) link.addEventListener("click", takeAlong)
}

/** @param {Event} event */
function takeAlong({ currentTarget }) {
  if (currentTarget instanceof HTMLAnchorElement) currentTarget.hash = location.hash
}

/** @param {FocusEvent} event */
function onFocusOut(event) {
  const sheet = event.currentTarget
  if (!(sheet instanceof HTMLElement) || !sheet.matches(":popover-open")) return
  const next = event.relatedTarget
  if (next instanceof Node && !sheet.contains(next)) sheet.hidePopover()
}

/**
 * A sheet that lies over the page (menu, display) closes when the keyboard moves on, so that it
 * never covers what has the focus. Everything else about it is the browser's own.
 */
import { findAll } from "./dom.js"

export function start() {
  for (const sheet of findAll("[popover]")) sheet.addEventListener("focusout", onFocusOut)
}

/** @param {FocusEvent} event */
function onFocusOut(event) {
  const sheet = event.currentTarget
  if (!(sheet instanceof HTMLElement) || !sheet.matches(":popover-open")) return
  const next = event.relatedTarget
  if (next instanceof Node && !sheet.contains(next)) sheet.hidePopover()
}

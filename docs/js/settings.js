/**
 * Colors and text size. A choice shows at once and lasts; the page's root carries it as
 * `data-<name>`, and first.js puts it there again on the next page before anything is painted.
 */
import { keep, radios, restore } from "./radios.js"

const FORM = "form[data-settings]"

export function start() {
  document.querySelector(FORM)?.addEventListener("change", onChange)
  window.addEventListener("pageshow", showStored) // a page the browser kept may be out of date
  window.addEventListener("storage", showStored) // set in another tab
  showStored()
}

/** Bring the page and the form in line with what is stored. */
export function showStored() {
  for (const radio of radios(document.querySelector(FORM))) {
    restore(radio)
    if (radio.checked) apply(radio)
  }
}

/** @param {Event} event */
function onChange({ target }) {
  if (!(target instanceof HTMLInputElement)) return
  apply(target)
  keep(target)
}

/** @param {HTMLInputElement} radio */
function apply({ defaultChecked, name, value }) {
  const root = document.documentElement
  if (defaultChecked) root.removeAttribute(`data-${name}`)
  else root.setAttribute(`data-${name}`, value)
}

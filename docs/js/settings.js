/**
 * Colors and text size. A choice shows at once and lasts; the page's root carries it as
 * `data-<name>`, and first.js puts it there again on the next page before anything is painted.
 */
import { read, remove, write } from "./storage.js"

export function start() {
  const form = settingsForm()
  if (!form) return
  form.addEventListener("change", onChange)
  window.addEventListener("pageshow", showStored) // a page the browser kept may be out of date
  window.addEventListener("storage", showStored) // set in another tab
  showStored()
}

/** Bring the page and the form in line with what is stored. */
export function showStored() {
  for (const radio of radios()) {
    const stored = read(radio.name)
    radio.checked = stored === null ? radio.defaultChecked : radio.value === stored
    if (radio.checked) apply(radio)
  }
}

/** @param {Event} event */
function onChange(event) {
  const radio = event.target
  if (!(radio instanceof HTMLInputElement)) return
  apply(radio)
  // Nothing is kept that need not be.
  if (radio.defaultChecked) remove(radio.name)
  else write(radio.name, radio.value)
}

/** @param {HTMLInputElement} radio */
function apply(radio) {
  const root = document.documentElement
  if (radio.defaultChecked) root.removeAttribute(`data-${radio.name}`)
  else root.setAttribute(`data-${radio.name}`, radio.value)
}

function radios() {
  const found = settingsForm()?.querySelectorAll("input[type=radio]") ?? []
  return [...found].filter((element) => element instanceof HTMLInputElement)
}

/** @returns {HTMLFormElement | null} */
function settingsForm() {
  return document.querySelector("form[data-settings]")
}

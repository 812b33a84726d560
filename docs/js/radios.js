/** Choices of a form of radio buttons that last on this device, each under its button's name. */
import { read, remove, write } from "./storage.js"

/** @param {ParentNode | null} form */
export function radios(form) {
  const found = form?.querySelectorAll("input[type=radio]") ?? []
  return [...found].filter((element) => element instanceof HTMLInputElement)
}

/** @param {HTMLInputElement} radio */
export function restore(radio) {
  const stored = read(radio.name)
  radio.checked = stored === null ? radio.defaultChecked : radio.value === stored
}

/** Nothing is kept that need not be. @param {HTMLInputElement} radio the one that is chosen */
export function keep(radio) {
  if (radio.defaultChecked) remove(radio.name)
  else write(radio.name, radio.value)
}

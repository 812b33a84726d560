/** "Print": opens the choices for printing. main.js fetches what makes them work on a press. */
import { findAll, make, rowIn } from "./dom.js"
import { word } from "./words.js"

export function start() {
  if (!document.getElementById("print")) return
  for (const place of findAll("[data-print]")) rowIn(place).append(" ", printButton())
}

/** @param {() => void} [onclick] what else it does */
export function printButton(onclick = () => {}) {
  return make("button", { type: "button", popovertarget: "print", onclick }, word("print"))
}

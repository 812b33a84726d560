/**
 * "Show the movement": puts the moving picture in the place of the still one, and back.
 *
 * Nothing moves by itself, and nothing is fetched before the reader asks. Who asks their device for
 * less motion gets no button, since the moving picture would stand still.
 */
import { button, findAll, setText } from "./dom.js"
import { word } from "./words.js"

export function start() {
  startIn(document)
}

/** For pictures that come later than the page. @param {ParentNode} place */
export function startIn(place) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return
  for (const image of findAll("img[data-movement]", place)) {
    if (image instanceof HTMLImageElement) offer(image)
  }
}

/** @param {HTMLImageElement} image */
function offer(image) {
  const still = image.src
  const moving = new URL(image.dataset.movement ?? "", location.href).href
  const press = button(word("show_movement"), () => {
    const show = image.src === still
    image.src = show ? moving : still
    setText(press, word(show ? "stop_movement" : "show_movement"))
  })
  image.after(press)
  // Paper shows the still picture, whatever moves on the screen.
  window.addEventListener("beforeprint", () => {
    if (image.src !== still) press.click()
  })
}

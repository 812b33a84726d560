/**
 * "Show the movement": puts the moving picture in the place of the still one, and back.
 *
 * Nothing moves by itself, and nothing is fetched before the reader asks. Who asks their device for
 * less motion gets no button, since the moving picture would stand still.
 */
export function start() {
  startIn(document)
}

/** For pictures that come later than the page. @param {ParentNode} place */
export function startIn(place) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return
  for (const button of place.querySelectorAll("button[data-movement]")) {
    const image = button.closest("[data-picture]")?.querySelector("img")
    if (button instanceof HTMLButtonElement && image) offer(button, image)
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLImageElement} image
 */
function offer(button, image) {
  const still = image.src
  const moving = new URL(button.dataset.movement ?? "", location.href).href
  const labels = { show: button.textContent ?? "", stop: button.dataset.stop ?? "" }
  button.hidden = false
  button.addEventListener("click", () => {
    const show = image.src === still
    image.src = show ? moving : still
    button.textContent = show ? labels.stop : labels.show
  })
  // Paper shows the still picture, whatever moves on the screen.
  window.addEventListener("beforeprint", () => {
    if (image.src !== still) button.click()
  })
}

/** Two buttons that open or close all stretches of the page, after the hint that each is closed. */
import { actions, button, findAll, statusLine } from "./dom.js"
import { word } from "./words.js"

export function start() {
  const blocks = () => findAll("details.stretch")
  for (const hint of findAll("[data-open-all]")) hint.after(openAll(blocks, word))
}

/**
 * @param {() => HTMLElement[]} blocks
 * @param {(name: "open_all" | "close_all" | "all_open" | "all_closed") => string} say
 */
export function openAll(blocks, say) {
  const status = statusLine("visually-hidden")
  /** @param {boolean} open @param {string} done */
  const setAll = (open, done) => {
    for (const block of blocks()) block.toggleAttribute("open", open)
    // One sentence however many there are; emptied first, or a second press would say nothing.
    status.textContent = ""
    setTimeout(() => (status.textContent = done), 100)
  }
  return actions(
    button(say("open_all"), () => setAll(true, say("all_open"))),
    button(say("close_all"), () => setAll(false, say("all_closed"))),
    status,
  )
}

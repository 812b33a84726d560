/** The ring that empties as time goes by, with digits to be read from two metres. */
import { makeSvg, setText } from "../dom.js"
import { digits } from "./phrases.js"

const AROUND = 1000 // the length of the ring in its own measure

export class Ring {
  constructor() {
    const circle = { cx: 100, cy: 100, r: 88, pathLength: AROUND, "stroke-dasharray": AROUND }
    const track = makeSvg("circle", { class: "ring-track", cx: 100, cy: 100, r: 88 })
    this.line = makeSvg("circle", { class: "ring-line", ...circle, transform: "rotate(-90 100 100)" })
    this.number = makeSvg("text", { class: "ring-number", x: 100, y: 104 })
    const view = { viewBox: "0 0 200 200", "aria-hidden": "true", class: "ring" }
    this.element = makeSvg("svg", view, track, this.line, this.number)
  }

  /** @param {number} left seconds @param {number} whole seconds of this phase @param {boolean} waits */
  draw(left, whole, waits) {
    const shown = waits ? "" : digits(left)
    setText(this.number, shown)
    this.number.setAttribute("class", `ring-number ring-number-${Math.min(shown.length, 5)}`)
    const share = waits ? 1 : Math.max(0, left) / whole
    this.line.setAttribute("stroke-dashoffset", String(Math.round(AROUND * (1 - share))))
  }
}

/** QR codes, by the package lean-qr, which is fetched only for one. */
import { makeSvg } from "./dom.js"

const QUIET = 4 // modules of white on each side, as the standard asks for

/**
 * A QR code as a picture, or null where the text is longer than one can hold.
 * @param {string} text @param {string} label What it is, for those who do not see it.
 * @returns {Promise<SVGSVGElement | null>}
 */
export async function qrPicture(text, label) {
  const vendor = /** @type {unknown} */ (await import("./vendor/lean-qr.js"))
  const { generate, correction } = /** @type {typeof import("lean-qr")} */ (vendor)
  for (const minCorrectionLevel of [correction.M, correction.L]) {
    try {
      return draw(generate(text, { minCorrectionLevel }), label)
    } catch {
      // too long for this level: the next one leaves more room
    }
  }
  return null
}

/** @param {import("lean-qr").Bitmap2D} code @param {string} label */
function draw(code, label) {
  const size = code.size + 2 * QUIET
  const ground = makeSvg("rect", { width: size, height: size, fill: "#fff" })
  const marks = makeSvg("path", { d: pathOf(code), fill: "#000", "shape-rendering": "crispEdges" })
  const view = { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, class: "qr" }
  return makeSvg("svg", view, ground, marks)
}

/** @param {import("lean-qr").Bitmap2D} code */
function pathOf(code) {
  const steps = []
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) steps.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`)
    }
  }
  return steps.join("")
}

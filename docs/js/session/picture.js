/** The picture of a stretch. */
import { make } from "./dom.js"
import { ROOT } from "./load.js"

/**
 * @param {import("./types.js").Picture} picture
 * @param {"still" | "small" | "moving"} kind the small one stands beside its name and says nothing more
 */
export function pictureOf(picture, kind) {
  if (!picture[kind]) return ""
  const alt = kind === "small" ? "" : picture.alt
  const size = kind === "small" ? { width: 96, height: 96 } : { width: picture.width, height: picture.height }
  return make("img", { src: new URL(picture[kind], ROOT).href, alt, ...size })
}

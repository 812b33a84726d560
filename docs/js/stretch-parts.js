/**
 * The parts of a stretch where a script shows one: in a plan and in a guided session. Their markup
 * is that of scripts/stretchbook/pages/parts.py, so the same styles serve all.
 *
 * @typedef {"h3" | "h4"} Level
 */
import { fromRoot } from "./data.js"
import { make } from "./dom.js"

const THUMBNAIL = 96 // CSS pixels, both ways

/**
 * Labels and values; a pair without a value is left out.
 *
 * @param {[string, string][]} pairs
 * @param {string[]} [onScreen] Labels of facts that paper can do without.
 */
export function facts(pairs, onScreen = []) {
  const rows = pairs
    .filter(([, value]) => value)
    .flatMap(([label, value]) => {
      const attributes = { class: onScreen.includes(label) && "on-screen" }
      return [make("dt", attributes, label), " ", make("dd", attributes, value), " "] // paper writes them in one line
    })
  return make("div", { class: "facts" }, make("dl", {}, ...rows))
}

/** Beside a name that says it already, so without words of its own. @param {string | undefined} small */
export function thumbnail(small) {
  return (
    small &&
    make("img", {
      class: "thumbnail",
      src: fromRoot(small),
      alt: "",
      width: THUMBNAIL,
      height: THUMBNAIL,
      loading: "lazy",
    })
  )
}

/** @param {import("./types.js").Picture} picture */
export function bigPicture({ still, moving, alt, width, height }) {
  if (!still) return null
  const movement = moving && fromRoot(moving)
  return make(
    "p",
    {},
    make("img", { class: "picture", src: fromRoot(still), alt, width, height, "data-movement": movement || null }),
  )
}

/** @param {string[]} texts */
export function numbered(texts) {
  return make("ol", {}, ...lines(texts))
}

/** When to take care. @param {string} title @param {string[]} cautions @param {Level} level */
export function care(title, cautions, level) {
  if (cautions.length === 0) return null
  return admonition("warning", title, level, make("ul", {}, ...lines(cautions)))
}

/** Another way to time a hold. @param {import("./types.js").SelfTest | null} test @param {Level} level */
export function selfTest(test, level) {
  if (!test) return null
  const { name, summary, steps, interval, attribution } = test
  const whose = make("p", { class: "source" }, attribution)
  return admonition("tip", name, level, make("p", {}, summary), numbered(steps), make("p", {}, interval), whose)
}

/** @param {"warning" | "tip"} kind @param {string} title @param {Level} level @param {...Node} children */
function admonition(kind, title, level, ...children) {
  return make("div", { class: `admonition ${kind}` }, make(level, { class: "admonition-title" }, title), ...children)
}

/** @param {string[]} texts */
function lines(texts) {
  return texts.map((text) => make("li", {}, text))
}

/**
 * The parts of a stretch where a script shows one: in a plan and in a guided session. Their markup
 * is that of scripts/stretchbook/pages/page_parts.py, so the same styles serve all.
 *
 * @import { Caution, Remark, SelfTest, Source, Stretch, Thumbnail, Told } from "./types.js"
 * @import { Words } from "./words.js"
 * @typedef {"h3" | "h4"} Level
 */
import { fromRoot } from "./data.js"
import { make, present } from "./dom.js"
import { say } from "./words.js"

const THUMBNAIL = 96 // CSS pixels, both ways

/**
 * Labels and values; a pair without a value is left out.
 * @param {[string, string][]} pairs @param {string[]} onScreen Labels of facts that paper can do without.
 */
export function facts(pairs, onScreen) {
  const rows = pairs
    .filter(([, value]) => value)
    .flatMap(([label, value]) => {
      const attributes = { class: onScreen.includes(label) && "on-screen" }
      return [make("dt", attributes, label), " ", make("dd", attributes, value), " "] // paper writes them in one line
    })
  return make("div", { class: "facts" }, make("dl", {}, ...rows))
}

/** A name and what stands beside it. @param {string} name @param {...Node} beside */
export function named(name, ...beside) {
  return make("span", { class: "named" }, make("strong", {}, name), ...beside.flatMap((one) => [" ", one]))
}

/** @param {string} line */
export function doseOf(line) {
  return make("em", { class: "dose" }, line)
}

/** Beside a name that says it already, so without words of its own. @param {Thumbnail | undefined} picture */
export function thumbnail(picture) {
  if (!picture?.small) return null
  const size = { width: THUMBNAIL, height: THUMBNAIL }
  return make("img", { class: "thumbnail", src: fromRoot(picture.small), alt: "", ...size, loading: "lazy" })
}

/**
 * The picture, and for those who do not see it all that it shows; nothing where there is none.
 * @param {Stretch} stretch @param {"still" | "moving"} kind @param {Record<string, string | null>} [attributes]
 */
export function pictured({ picture, picture_note }, kind, attributes) {
  const { alt, width, height, description } = picture
  if (!picture[kind]) return []
  const image = make("img", { src: fromRoot(picture[kind]), alt, width, height, ...attributes })
  const note = picture_note && make("strong", { class: "picture-note" }, picture_note)
  return present([image, description && make("span", { class: "visually-hidden" }, description), note])
}

/**
 * How a stretch is done, in parts: each place has an order of its own.
 * @param {Words} words @param {Stretch} stretch @param {Level} level
 */
export function howTo(words, { steps, remarks, cautions, self_test }, level) {
  return {
    steps: make("ol", {}, ...items(steps)),
    before: told(remarks.filter(({ before_steps }) => before_steps)),
    after: told(remarks.filter(({ before_steps }) => !before_steps)),
    cautions: care(say(words, "cautions"), cautions, level),
    selfTest: self_test && selfTest(self_test, level),
  }
}

/** What is said beside the steps; nothing where there is none. @param {Remark[]} remarks */
export function told(remarks) {
  const rows = remarks.flatMap(
    ({ label, lines }) => [make("dt", {}, label), ...lines.map(line)].flatMap((row) => [row, " "]), // paper writes them in one line
  )
  return rows.length > 0 && make("dl", {}, ...rows)
}

/** A sentence, or a link: to another stretch, or to another site. @param {Told} line */
function line({ text, link, source }) {
  return make(
    "dd",
    {},
    text,
    link && make("a", { href: fromRoot(link.address) }, link.label),
    whoSays(source, text ? "" : " printed"),
  )
}

/** When to take care. @param {string} title @param {Caution[]} cautions @param {Level} level */
function care(title, cautions, level) {
  if (cautions.length === 0) return null
  const rows = cautions.map(({ text, source }) => make("li", {}, text, source.label && " ", whoSays(source)))
  return admonition("warning", title, level, make("ul", {}, ...rows))
}

/** @param {Source} source @param {string} [more] A link that stands alone is printed with its address. */
function whoSays({ label, address }, more = "") {
  if (address) return make("a", { class: `source${more}`, href: address }, label)
  return label && make("em", { class: "source" }, label)
}

/** Another way to time a hold. @param {SelfTest & { steps: string[] }} test @param {Level} level */
function selfTest({ name, summary, steps, interval, attribution }, level) {
  const [about, how] = [make("p", {}, summary), make("ol", {}, ...items(steps))]
  return admonition(
    "tip",
    name,
    level,
    about,
    how,
    make("p", {}, interval),
    make("p", { class: "source" }, attribution),
  )
}

/** @param {"warning" | "tip"} kind @param {string} title @param {Level} level @param {...Node} children */
function admonition(kind, title, level, ...children) {
  return make("div", { class: `admonition ${kind}` }, make(level, { class: "admonition-title" }, title), ...children)
}

/** @param {string[]} texts */
function items(texts) {
  return texts.map((text) => make("li", {}, text))
}

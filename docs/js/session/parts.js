/**
 * The elements of a running session, made once.
 *
 * @import { Step, Stretch, Told } from "../types.js"
 * @typedef {Record<"close" | "pause" | "back" | "next" | "skip" | "more" | "atTop" | "counted", () => void>} Answers
 */
import { button, make, present } from "../dom.js"
import { howTo, told } from "../stretch-parts.js"
import { endNote } from "./phrases.js"
import { Ring } from "./ring.js"

/** @param {Record<string, string>} text @param {Answers} answers */
export function makeParts(text, answers) {
  const test = { hidden: true }
  return {
    ring: new Ring(),
    light: make("div", { class: "session-light", "aria-hidden": "true" }),
    live: make("p", { class: "visually-hidden", role: "status" }),
    place: make("p", { class: "session-place" }),
    left: make("p", { class: "session-left" }),
    bar: make("progress", { max: 1, "aria-label": text.progress }),
    name: make("h2", { id: "session-name" }),
    picture: make("div", { class: "session-picture" }),
    doing: make("p", { class: "session-do" }),
    timer: make("p", { class: "visually-hidden", role: "timer" }),
    where: make("p", { class: "session-where" }),
    words: make("div", { class: "session-words", tabindex: "0", role: "group", "aria-label": text.how_to }),
    then: make("p", { class: "session-then" }),
    ask: make("p", { class: "session-ask note", role: "alert", hidden: true }),
    away: make("span"),
    counted: button(text["away-counted"], answers.counted),
    notes: { said: make("p"), awake: make("p"), kept: make("p") },
    close: button(text.close, answers.close, { class: "session-close" }),
    back: button(text.back, answers.back),
    pause: button(text.pause, answers.pause, { class: "md-button--primary session-pause" }),
    next: button(text.next, answers.next),
    skip: button(text.skip, answers.skip, { class: "session-skip" }),
    atTop: button(text["at-top"], answers.atTop, { class: "md-button--primary session-test", ...test }),
    more: button(text["more-time"], answers.more, { class: "session-test", ...test }),
  }
}

/** @param {ReturnType<typeof makeParts>} parts */
export function arrange(parts) {
  const { doing, ring, timer, where, atTop, more, back, pause, next, skip } = parts
  parts.ask.append(parts.away, " ", parts.counted)
  const facts = make("div", { class: "session-facts" }, parts.place, parts.left)
  const head = make("header", { class: "session-head" }, facts, parts.close, parts.bar, parts.ask)
  const clock = make("div", { class: "session-clock" }, doing, ring.element, timer, where)
  const notes = make("div", { class: "session-notes", role: "status" }, ...Object.values(parts.notes))
  const coming = make("div", { class: "session-coming" }, parts.then, notes)
  const middle = make("div", { class: "session-middle" }, parts.name, parts.picture, clock, parts.words, coming)
  const buttons = make("footer", { class: "session-buttons" }, atTop, back, pause, next, more, skip)
  return make("div", { class: "session-run" }, head, middle, buttons)
}

/**
 * What a dialog shows before or after a session, below a title that has the focus.
 * @param {HTMLDialogElement} dialog @param {Record<string, string>} text @param {string} name @param {...Node} children
 */
export function fillDialog(dialog, text, name, ...children) {
  const title = make("h2", { id: "session-title", tabindex: "-1" }, name)
  const close = button(text.close, () => dialog.close(), { class: "session-close" })
  dialog.setAttribute("aria-labelledby", "session-title")
  dialog.replaceChildren(make("header", { class: "session-head" }, title, close), ...children)
  title.focus()
}

/**
 * All that the page says about how to do a stretch; warnings are part of it.
 * @param {Step} step @param {Record<string, string>} text
 * @param {boolean} tests whether its self test is on, and comes first
 */
export function instructions(step, text, tests) {
  const { stretch, note } = step
  const atEnd = endNote(step)
  const { steps, cautions, selfTest } = howTo(text, stretch, "h3")
  return present([
    tests && selfTest,
    make("p", {}, make("strong", {}, stretch.dose_line)),
    cautions,
    make("div", { class: "session-steps" }, steps),
    note && make("p", { class: "note session-note" }, note),
    atEnd && make("p", { class: "note session-at-end" }, atEnd),
    !tests && selfTest,
    ...beside(stretch, text.more),
  ])
}

/**
 * Where one feels it, and all else that is said beside the steps for whoever wants to know. Nothing there
 * leads away from the session.
 * @param {Stretch} stretch @param {string} label
 */
function beside({ remarks }, label) {
  const plain = remarks.map((remark) => ({ ...remark, lines: remark.lines.map(withoutLink) }))
  const more = told(plain.filter(({ kind }) => kind !== "feel"))
  return [
    told(plain.filter(({ kind }) => kind === "feel")),
    more && make("details", {}, make("summary", {}, label), more),
  ]
}

/** @param {Told} line @returns {Told} */
function withoutLink({ text, link, source }) {
  return { text: link ? link.label : text, link: null, source: { ...source, address: "" } }
}

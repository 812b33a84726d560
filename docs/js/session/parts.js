/**
 * The elements of a running session, made once.
 *
 * @typedef {Record<"close" | "pause" | "back" | "next" | "skip" | "more", () => void>} Answers
 */
import { button, make, present } from "../dom.js"
import { care, numbered, selfTest } from "../stretch-parts.js"
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
    words: make("div", { class: "session-words", tabindex: "0", role: "group", "aria-label": text["how-to"] }),
    then: make("p", { class: "session-then" }),
    notes: { said: make("p"), awake: make("p"), kept: make("p") },
    close: button(text.close, answers.close, { class: "session-close" }),
    back: button(text.back, answers.back),
    pause: button(text.pause, answers.pause, { class: "md-button--primary session-pause" }),
    next: button(text.next, answers.next),
    skip: button(text.skip, answers.skip, { class: "session-skip" }),
    atTop: button(text["at-top"], answers.next, { class: "md-button--primary session-test", ...test }),
    more: button(text["more-time"], answers.more, { class: "session-test", ...test }),
  }
}

/** @param {ReturnType<typeof makeParts>} parts */
export function arrange(parts) {
  const facts = make("div", { class: "session-facts" }, parts.place, parts.left)
  const head = make("header", { class: "session-head" }, facts, parts.close, parts.bar)
  const clock = make("div", { class: "session-clock" }, ...[parts.doing, parts.ring.element, parts.timer, parts.where])
  const notes = make("div", { class: "session-notes", role: "status" }, ...Object.values(parts.notes))
  const more = make("div", { class: "session-coming" }, parts.then, notes)
  const middle = make("div", { class: "session-middle" }, parts.name, parts.picture, clock, parts.words, more)
  const { atTop, more: moreTime, back, pause, next, skip } = parts
  const buttons = make("footer", { class: "session-buttons" }, atTop, back, pause, next, moreTime, skip)
  return make("div", { class: "session-run" }, head, middle, buttons)
}

/**
 * All that the page says about how to do a stretch; warnings are part of it.
 *
 * @param {import("../types.js").Step} step
 * @param {Record<string, string>} text
 * @param {boolean} tests whether its self test is on, and comes first
 */
export function wordsOf({ stretch, dose, note }, text, tests) {
  const { steps, cautions, self_test, feel } = stretch
  const test = selfTest(self_test, "h3")
  return present([
    tests && test,
    make("p", {}, make("strong", {}, dose.line)),
    numbered(steps),
    note && make("p", { class: "note" }, note),
    care(text["take-care"], cautions, "h3"),
    !tests && test,
    make("dl", {}, make("dt", {}, text.feel), make("dd", {}, feel)),
  ])
}

/**
 * The screen of a running session. It is built once and then only changed, so that focus stays and
 * a screen reader hears nothing twice.
 *
 * @import { Phase, SessionData, Step } from "../types.js"
 * @import { Answers } from "./parts.js"
 * @typedef {{ steps: Step[], phases: Phase[], index: number, left: number, allLeft: number,
 *   progress: number, sentence: number, testing: boolean, paused: boolean, mayExtend: boolean }} Now left, allLeft: seconds.
 *   sentence: which one of those that are said as the phase begins.
 */
import { duration, minutes } from "../amounts.js"
import { nextPart } from "./clock.js"
import { make, setText } from "../dom.js"
import { arrange, instructions, makeParts } from "./parts.js"
import { nowShown } from "./current.js"
import { details, digits, then, title } from "./phrases.js"
import { pictured } from "../stretch-parts.js"
import { say } from "../words.js"

const MOVING = new Set(["change-over", "ready", "move", "count"])
const BREAKS = new Set(["change-over", "change-side", "rest", "finish"])
const MINUTES_FROM = 90 // seconds; less is told to the next five seconds

export class Screen {
  /** @param {HTMLDialogElement} dialog @param {SessionData} data @param {Answers} answers */
  constructor(dialog, data, answers) {
    this.data = data
    this.text = data.text
    this.answers = answers
    this.parts = makeParts(data.text, answers)
    this.frame = arrange(this.parts)
    this.light = this.parts.light
    this.shownWords = ""
    this.shownPicture = ""
    dialog.setAttribute("aria-labelledby", "session-name")
    dialog.replaceChildren(this.frame, this.parts.live, this.light)
    dialog.scrollTo(0, 0)
    dialog.addEventListener("keydown", (event) => this.onKey(event))
  }

  focus() {
    this.parts.pause.focus()
  }

  /** @param {Now} now */
  draw(now) {
    const phase = now.phases[now.index]
    const step = now.steps[phase.step]
    this.frame.dataset.phase = phase.kind
    this.frame.dataset.work = String(phase.work)
    this.frame.toggleAttribute("data-paused", now.paused)
    this.drawStretch(step, phase)
    this.drawPicture(step, phase, now.paused)
    this.drawClock(now, phase, step)
    this.drawOverall(now, phase)
    this.drawButtons(now, phase)
    this.drawStep(step, phase, now) // last: it measures
  }

  /** @param {Step} step @param {Phase} phase */
  drawStretch(step, { step: number, kind }) {
    const { name, words, notes } = this.parts
    const shown = `${number} ${kind === "test"}`
    if (shown === this.shownWords) return
    this.shownWords = shown
    setText(name, step.stretch.name)
    setText(notes.said, "")
    words.replaceChildren(...instructions(step, this.text, kind === "test"))
    words.scrollTo(0, 0)
  }

  /** The step that belongs to now is marked, and in sight. @param {Step} step @param {Phase} phase @param {Now} now */
  drawStep(step, phase, { sentence, testing }) {
    const { words } = this.parts
    const { part, at } = testing ? { part: ".tip li", at: 0 } : nowShown(step, phase, sentence)
    const [found] = part ? [...words.querySelectorAll(part)].slice(at) : []
    const marked = words.querySelector("[aria-current]")
    if (!found || found === marked) return
    marked?.removeAttribute("aria-current")
    found.setAttribute("aria-current", "step")
    const [box, line] = [words.getBoundingClientRect(), found.getBoundingClientRect()]
    words.scrollBy(0, line.top - box.top - Math.max(0, (box.height - line.height) / 2))
  }

  /**
   * The movement shows while getting ready and moving, and stands still with the clock.
   * @param {Step} step @param {Phase} phase @param {boolean} paused
   */
  drawPicture({ stretch }, phase, paused) {
    const { picture } = stretch
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
    const moves = Boolean(picture.moving) && MOVING.has(phase.kind) && !paused && !calm
    const kind = moves ? "moving" : "still"
    const shown = picture[kind] || picture.alt
    if (shown === this.shownPicture) return
    this.shownPicture = shown
    const toCome = make("p", { class: "picture-to-come" }, picture.alt)
    this.parts.picture.replaceChildren(...(picture[kind] ? pictured(stretch, kind) : [toCome]))
  }

  /** @param {Now} now @param {Phase} phase @param {Step} step */
  drawClock({ left, paused, phases, steps, index }, phase, step) {
    const later = nextPart(phases, index)
    setText(this.parts.doing, paused ? this.text.paused : title(this.data, phase, step))
    setText(this.parts.timer, phase.waits ? "" : digits(left))
    this.drawWhere(details(this.data, phase, step))
    setText(this.parts.then, then(this.data, later, later && steps[later.step]))
    this.parts.ring.draw(left, phase.seconds, phase.waits)
  }

  /** Side, set and repetition, each in a line of its own. @param {string[]} lines */
  drawWhere(lines) {
    const { where } = this.parts
    if (where.textContent === lines.join("")) return
    where.replaceChildren(...lines.map((line) => make("span", {}, line)))
  }

  /** @param {Now} now @param {Phase} phase */
  drawOverall({ steps, phases, index, allLeft, progress }, phase) {
    const gaps = { number: phase.step + 1, count: steps.length }
    const exact = duration(this.data.plural, Math.ceil(allLeft / 5) * 5)
    const time = allLeft < MINUTES_FROM ? exact : minutes(this.data.plural, allLeft)
    setText(this.parts.place, say(this.text, "stretch-of", gaps))
    const isOpen = phases.some(({ work, waits }, at) => work && waits && at >= index)
    setText(
      this.parts.left,
      say(this.text, !isOpen ? "time-left" : allLeft ? "time-left-open" : "time-left-pace", { time }),
    )
    this.parts.bar.value = progress
  }

  /** @param {Now} now @param {Phase} phase */
  drawButtons({ paused, phases, index, mayExtend }, phase) {
    const { pause, next, atTop, more } = this.parts
    const later = phases[index + 1]
    const ends = later?.step !== phase.step || later.kind === "finish"
    const atTopText = ends ? "at-top-last" : later.kind === "rest" ? "at-top-rest" : "at-top"
    setText(pause, this.text[paused ? "go-on" : "pause"])
    setText(next, this.text[BREAKS.has(phase.kind) ? "ready" : phase.kind === "count" ? "set-done" : "next"])
    setText(atTop, this.text[atTopText])
    next.classList.toggle("md-button--primary", phase.kind === "count")
    pause.classList.toggle("md-button--primary", phase.kind !== "count")
    for (const button of [atTop, more]) button.toggleAttribute("hidden", phase.kind !== "test")
    next.toggleAttribute("hidden", phase.kind === "test") // "at the top" does the same
    more.toggleAttribute("disabled", !mayExtend)
  }

  /** Somebody was away. @param {boolean} mayCount whether that time may count after all */
  ask(mayCount) {
    const { ask, away, counted } = this.parts
    setText(away, this.text.away)
    counted.toggleAttribute("hidden", !mayCount)
    ask.hidden = false
    this.parts.pause.focus()
  }

  /** It has been answered. */
  asked() {
    this.parts.ask.hidden = true
  }

  /** For a screen reader. @param {string} text */
  announce(text) {
    setText(this.parts.live, text)
  }

  /** For everyone, until the next stretch. @param {string} text */
  note(text) {
    setText(this.parts.notes.said, text)
  }

  /** @param {boolean} works */
  tellAwake(works) {
    setText(this.parts.notes.awake, works ? "" : this.text["awake-failed"])
  }

  /** @param {boolean} kept */
  tellKept(kept) {
    setText(this.parts.notes.kept, kept ? "" : this.text["cannot-keep"])
  }

  /** Space pauses, the arrows go back and on; a focused button keeps its own keys. @param {KeyboardEvent} event */
  onKey(event) {
    const onControl = event.target instanceof Element && event.target.closest("button, a, summary")
    const [on, back] = document.body.dir === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"]
    const does = { [on]: this.answers.next, [back]: this.answers.back, " ": this.answers.pause }[event.key]
    if (!does || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === " " && onControl) return
    event.preventDefault()
    does()
  }
}

/**
 * What a session says, on the screen and aloud. Pure: every sentence comes from data/session.json.
 *
 * @typedef {import("../types.js").Phase} Phase
 * @typedef {import("../types.js").Step} Step
 * @typedef {import("../types.js").Words} Words
 */
import { fill } from "../words.js"

const COUNTED_FROM = 4 // seconds; a shorter hold leaves no time to say for how long

/** @param {Words} words @param {string} name @param {number} count */
export function plural(words, name, count) {
  return fill(words.plural[name], { n: count })
}

/** A time to read aloud, such as "1 minute 40 seconds". @param {Words} words @param {number} seconds */
export function duration(words, seconds) {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)]
  const parts = [minutes && plural(words, "minute", minutes), rest && plural(words, "second", rest)]
  return parts.filter(Boolean).join(" ") || plural(words, "second", 0)
}

/** "About" to the minute, never less than one. @param {Words} words @param {number} seconds */
export function minutes(words, seconds) {
  return plural(words, "minute", Math.max(1, Math.round(seconds / 60)))
}

/** The digits on the ring: `45`, or `4:05` from a minute on. @param {number} seconds */
export function digits(seconds) {
  const whole = Math.max(0, Math.ceil(seconds))
  if (whole < 60) return String(whole)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}

/** What to do now, in a word or two. @param {Words} words @param {Phase} phase */
export function title(words, phase) {
  return words.text[`do-${phase.kind}`]
}

/**
 * Side, set and repetition, as far as each means anything.
 *
 * @param {Words} words
 * @param {Phase} phase
 * @param {Step} step
 */
export function details(words, phase, { dose }) {
  const { set, side, repetition } = phase
  return [
    side ? words.text[`side-${side}`] : "",
    set && dose.sets > 1 ? fill(words.text["set-of"], { set, sets: dose.sets }) : "",
    repetition && dose.repetitions > 1
      ? fill(words.text["repetition-of"], { repetition, repetitions: dose.repetitions })
      : "",
  ].filter(Boolean)
}

/**
 * What the voice says as a phase begins, sentence by sentence; the last may be cut off.
 *
 * @param {Words} words
 * @param {Phase} phase
 * @param {Step} step
 * @param {boolean} first whether this is the very first phase
 * @returns {string[]}
 */
export function spoken(words, phase, step, first) {
  const { stretch, dose, note } = step
  const gaps = { name: stretch.name, position: stretch.position_name, dose: dose.line }
  const sets = { set: phase.set, sets: dose.sets, repetition: phase.repetition }
  const time = duration(words, phase.seconds)
  const said = fill(words.text[sayingOf(phase, dose, first)], { ...gaps, ...sets, time })
  const more = phase.kind === "change-over" ? [...stretch.steps, note].filter(Boolean) : []
  const feel = phase.kind === "hold" && phase.seconds >= 20 ? [stretch.feel] : []
  return [withSide(words, phase, said), ...more, ...feel]
}

/** @param {Phase} phase @param {import("../types.js").Dose} dose @param {boolean} first */
function sayingOf({ kind, seconds }, dose, first) {
  if (kind === "change-over" && first) return "say-first"
  const counted = dose.repetitions > 1 && !dose.set_seconds
  if (kind === "move" && counted) return "say-move-count"
  if (kind !== "hold") return `say-${kind}`
  if (counted) return "say-hold-count"
  return seconds < COUNTED_FROM ? "say-hold-short" : "say-hold"
}

/** @param {Words} words @param {Phase} phase @param {string} what */
function withSide(words, phase, what) {
  const names = phase.side && ["hold", "move", "test"].includes(phase.kind) && phase.repetition <= 1
  if (!names) return what
  return fill(words.text["say-side"], { side: words.text[`side-${phase.side}`], what })
}

/**
 * What comes after this phase.
 *
 * @param {Words} words
 * @param {Phase | undefined} next
 * @param {Step | undefined} step the stretch it belongs to
 */
export function then(words, next, step) {
  if (!next || !step) return words.text["then-end"]
  const { name, position_name: position } = step.stretch
  const stretch = fill(words.text["then-stretch"], { name, position })
  const what = next.kind === "change-over" ? stretch : title(words, next)
  const side = next.side && next.work ? ` (${words.text[`side-${next.side}`]})` : ""
  return fill(words.text.then, { what: what + side })
}

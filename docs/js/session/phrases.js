/** What a session says, on the screen and aloud. Pure: every sentence comes from data/session.json. */
/** @import { Dose, Phase, SessionData, Step } from "../types.js" */
import { setStep } from "../dosed-text.js"
import { onlySide } from "../plan/format.js"
import { duration, say } from "../words.js"

const COUNTED_FROM = 4 // seconds; a shorter hold leaves no time to say for how long

/** "About" to the minute, never less than one. @param {SessionData} data @param {number} seconds */
export function minutes({ plural }, seconds) {
  return say(plural, "minutes", { n: Math.max(1, Math.round(seconds / 60)) })
}

/** The digits on the ring: `45`, or `4:05` from a minute on. @param {number} seconds */
export function digits(seconds) {
  const whole = Math.max(0, Math.ceil(seconds))
  if (whole < 60) return String(whole)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}

/** What to do now, in a word or two. @param {SessionData} data @param {Phase} phase */
export function title({ text }, phase) {
  return text[`do-${phase.kind}`]
}

/**
 * Side, set and repetition, as far as each means anything.
 * @param {SessionData} data @param {Phase} phase @param {Step} step
 */
export function details({ text, plural }, { kind, set, side, repetition }, { stretch }) {
  const { sets, repetitions } = stretch.dose
  const begins = kind === "rest" ? setStep(stretch.set_steps, set) : ""
  return [
    sideName(text, stretch, side),
    begins && say(plural, "set_step", { number: set, step: begins }),
    !begins && set && sets > 1 ? say(text, "set-of", { set, sets }) : "",
    repetition && repetitions > 1 ? say(text, "repetition-of", { repetition, repetitions }) : "",
  ].filter(Boolean)
}

/**
 * What the voice says as a phase begins, sentence by sentence; the last may be cut off.
 * @param {SessionData} data @param {Phase} phase @param {Step} step
 * @param {boolean} first whether this is the very first phase
 */
export function spoken({ text, plural }, phase, { stretch, note }, first) {
  const { name, position_name: position, dose, dose_line } = stretch
  const said = say(text, sayingOf(phase, dose, first), {
    ...{ name, position, dose: dose_line, time: duration(plural, phase.seconds) },
    ...{ set: phase.set, sets: dose.sets, repetition: phase.repetition },
  })
  const more = phase.kind === "change-over" ? [...stretch.steps, note] : []
  const begins = phase.kind === "rest" ? [setStep(stretch.set_steps, phase.set)] : []
  const feel = phase.kind === "hold" && phase.seconds >= 20 ? [stretch.feel] : []
  return [withSide(text, phase, stretch, said), ...more, ...begins, ...feel].filter(Boolean)
}

/** @param {Phase} phase @param {Dose} dose @param {boolean} first */
function sayingOf({ kind, seconds }, dose, first) {
  if (kind === "change-over" && first) return "say-first"
  const counted = dose.repetitions > 1 && !dose.set_seconds
  if (kind === "move" && counted) return "say-move-count"
  if (kind !== "hold") return `say-${kind}`
  if (counted) return "say-hold-count"
  return seconds < COUNTED_FROM ? "say-hold-short" : "say-hold"
}

/** @param {Record<string, string>} text @param {Phase} phase @param {Step["stretch"]} stretch @param {string} what */
function withSide(text, { kind, side, repetition }, stretch, what) {
  const known = knownSide(stretch.dose, side)
  if (kind === "change-side" && known) return text[`change to ${known} ${stretch.side_of}`]
  const name = ["hold", "move", "test"].includes(kind) && repetition <= 1 && sideName(text, stretch, side)
  return name ? say(text, "say-side", { side: name, what }) : what
}

/**
 * The side that is meant, by its name where the dose says which.
 * @param {Record<string, string>} text @param {Step["stretch"]} stretch @param {number} side
 */
function sideName(text, { dose, side_of }, side) {
  const known = knownSide(dose, side)
  if (known) return text[`side ${known} ${side_of}`]
  return side ? text[`side-${side}`] : ""
}

/** @param {Dose} dose @param {number} side 1 for the first, 2 for the other, 0 where there is one only */
function knownSide(dose, side) {
  if (!dose.first_side || !side) return onlySide(dose)
  return (side === 1) === (dose.first_side === "left") ? "left" : "right"
}

/**
 * What comes after this phase, and the stretch it belongs to.
 * @param {SessionData} data @param {Phase} [next] @param {Step} [step]
 */
export function then(data, next, step) {
  const { text } = data
  if (!next || !step) return text["then-end"]
  const { name, position_name: position } = step.stretch
  const what = next.kind === "change-over" ? say(text, "then-stretch", { name, position }) : title(data, next)
  const side = next.work ? sideName(text, step.stretch, next.side) : ""
  return say(text, side ? "then-side" : "then", { what, side })
}

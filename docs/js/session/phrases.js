/** What a session says, on the screen and aloud. Pure: every sentence comes from data/session.json. */
/** @import { Dose, Phase, SessionData, Step } from "../types.js" */
import { duration } from "../amounts.js"
import { oneSet, setStep } from "../dosed-text.js"
import { onlySide } from "../plan/format.js"
import { fits } from "./speech.js"
import { room } from "./marks.js"
import { say } from "../words.js"

const FELT_FROM = 20 // seconds of a hold, to say where it is felt
const COUNTED_FROM = 4 // seconds; a shorter hold leaves no time to say for how long

/** The digits on the ring: `45`, or `4:05` from a minute on. @param {number} seconds */
export function digits(seconds) {
  const whole = Math.max(0, Math.ceil(seconds))
  if (whole < 60) return String(whole)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}

/** What to do now, in a word or two. @param {SessionData} data @param {Phase} phase @param {Step} step */
export function title({ text }, { kind }, { stretch }) {
  return text[kind === "change-side" ? `do-change ${stretch.side_of}` : `do-${kind}`]
}

/**
 * Side, set and repetition, as far as each means anything.
 * @param {SessionData} data @param {Phase} phase @param {Step} step
 */
export function details({ text, plural }, phase, { stretch }) {
  const { set, side, repetition } = phase
  const { sets, repetitions } = stretch.dose
  const begins = setBegins(phase, stretch)
  return [
    phase.kind === "count" ? oneSet(plural, stretch.dose) : "",
    sideName(text, stretch, side),
    begins && say(plural, "set_step", { number: set, step: begins }),
    !begins && set && sets > 1 ? say(text, "set-of", { set, sets }) : "",
    repetition && repetitions > 1 ? say(text, "repetition-of", { repetition, repetitions }) : "",
  ].filter(Boolean)
}

/**
 * What the voice says as a phase begins, sentence by sentence. Of what is said during a dose, only
 * what fits: nothing is cut off by the next thing that is said.
 * @param {SessionData} data @param {Phase} phase @param {Step} step
 * @param {boolean} first whether this is the very first phase
 */
export function spoken(data, phase, step, first) {
  const { stretch, note } = step
  if (phase.kind === "finish") return [endNote(step)]
  const said = sayingOf(data, phase, stretch, first)
  if (phase.kind === "count") return [withSide(data.text, phase, stretch, said), stretch.feel].filter(Boolean)
  const care = stretch.cautions.map(({ text }) => text)
  if (care.length > 0) care.unshift(data.text.cautions)
  if (phase.kind === "change-over") return [said, ...care, ...stretch.steps, note].filter(Boolean)
  if (phase.work || phase.kind === "again") return saidAtWork(data, phase, stretch, said)
  return [said, newSet(data, phase, stretch), setBegins(phase, stretch)].filter(Boolean)
}

/** What to know when it is done, such as how to get up. @param {Step} step */
export function endNote({ stretch, note_at_end }) {
  return note_at_end || stretch.note_at_end
}

/** @param {SessionData} data @param {Phase} phase @param {Step["stretch"]} stretch @param {string} said */
function saidAtWork({ text, timing }, phase, stretch, said) {
  const named = withSide(text, phase, stretch, said)
  const felt = phase.kind === "hold" && phase.seconds >= FELT_FROM ? [stretch.feel] : []
  return [[named, ...felt], [named], [said]].find((some) => fits(timing, some, room(phase))) ?? []
}

/** @param {SessionData} data @param {Phase} phase @param {Step["stretch"]} stretch @param {boolean} first */
function sayingOf({ text, plural }, phase, stretch, first) {
  const { name, position_name: position, dose, dose_line } = stretch
  if (phase.kind === "change-side") return changeOf(text, stretch, phase.side)
  return say(text, sayingName(phase, dose, first), {
    ...{ name, position, dose: dose_line, time: duration(plural, phase.seconds) },
    ...{ set: phase.set, sets: dose.sets, repetition: phase.repetition, times: oneSet(plural, dose) },
  })
}

/** What a set begins with that is not the first, in the break before it. @param {Phase} phase @param {Step["stretch"]} stretch */
function setBegins(phase, { set_steps }) {
  return beginsSet(phase) ? setStep(set_steps, phase.set) : ""
}

/** @param {Phase} phase */
function beginsSet({ kind, set, side }) {
  return (kind === "rest" || kind === "change-side") && set > 1 && side < 2
}

/** Which set comes, where sides change at the same time. @param {SessionData} data @param {Phase} phase @param {Step["stretch"]} stretch */
function newSet({ text }, phase, { dose: { sets } }) {
  return phase.kind === "change-side" && beginsSet(phase) ? say(text, "say-set", { set: phase.set, sets }) : ""
}

/** @param {Phase} phase @param {Dose} dose @param {boolean} first */
function sayingName({ kind, seconds }, dose, first) {
  if (kind === "change-over" && first) return "say-first"
  const counted = dose.repetitions > 1 && !dose.set_seconds
  if (kind === "move" && counted) return "say-move-count"
  if (kind !== "hold") return `say-${kind}`
  if (counted) return "say-hold-count"
  return seconds < COUNTED_FROM ? "say-hold-short" : "say-hold"
}

/** @param {Record<string, string>} text @param {Phase} phase @param {Step["stretch"]} stretch @param {string} what */
function withSide(text, { kind, side, repetition }, stretch, what) {
  const name = ["hold", "move", "count", "test"].includes(kind) && repetition <= 1 && sideName(text, stretch, side)
  return name ? say(text, "say-side", { side: name, what }) : what
}

/** @param {Record<string, string>} text @param {Step["stretch"]} stretch @param {number} side the one that comes now */
function changeOf(text, { dose, side_of }, side) {
  const known = knownSide(dose, side)
  return text[known ? `change to ${known} ${side_of}` : `change ${side_of}`]
}

/**
 * The side that is meant, by its name where the dose says which.
 * @param {Record<string, string>} text @param {Step["stretch"]} stretch @param {number} side
 */
function sideName(text, { dose, side_of }, side) {
  const known = knownSide(dose, side)
  if (known) return text[`side ${known} ${side_of}`]
  return side ? text[`side ${side} ${side_of}`] : ""
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
  const what = next.kind === "change-over" ? say(text, "then-stretch", { name, position }) : title(data, next, step)
  const side = next.work ? sideName(text, step.stretch, next.side) : ""
  return say(text, side ? "then-side" : "then", { what, side })
}

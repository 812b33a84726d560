/**
 * Where a session stands, by the clock. Pure: every function takes the time and gives a new clock.
 * The time is that of a clock which nobody can set, in milliseconds.
 *
 * It keeps the moment at which it last began to run and counts no ticks: a tab that slept finds
 * itself where the time is, and a pause of any length costs nothing.
 *
 * @import { Phase } from "../types.js"
 * @typedef {{ phases: Phase[], index: number, spent: number, since: number | null }} Clock
 *   index: the phase now, or the number of phases when all is over. spent: milliseconds of it that
 *   had gone by at `since`. since: when it last began to run; null while paused.
 */
import { totalSeconds } from "./timetable.js"

const FROM_ITS_START_MS = 4000 // "back" within this time goes to the part before

/** @param {Phase[]} phases @param {number} [index] @param {number} [spent] @returns {Clock} */
export function pausedClock(phases, index = 0, spent = 0) {
  return { phases, index, spent, since: null }
}

/** @param {Clock} clock @param {number} now @returns {Clock} */
export function run(clock, now) {
  return clock.since === null ? { ...clock, since: now } : clock
}

/** @param {Clock} clock @param {number} now @returns {Clock} */
export function pause(clock, now) {
  return { ...settle(clock, now), since: null }
}

/**
 * The same clock, brought to this moment: phases that have ended are passed, each at its own time.
 * @param {Clock} clock @param {number} now @returns {Clock}
 */
export function settle(clock, now) {
  if (clock.since === null) return clock
  let { index } = clock
  let spent = clock.spent + Math.max(0, now - clock.since) // a clock set back takes nothing away
  while (index < clock.phases.length && spent >= milliseconds(clock.phases[index])) {
    spent -= milliseconds(clock.phases[index])
    index += 1
  }
  return { ...clock, index, spent: isOver({ ...clock, index }) ? 0 : spent, since: now }
}

/** At the very end of this phase: something must still be said. @param {Clock} clock @param {number} now @returns {Clock} */
export function atEnd(clock, now) {
  return { ...clock, spent: milliseconds(clock.phases[clock.index]) - 1, since: now }
}

/**
 * Milliseconds of work by stretch that went by from one state of a clock to a later one.
 * @param {Clock} from @param {Clock} to @returns {[number, number][]}
 */
export function workBetween(from, to) {
  const passed = from.phases.slice(from.index, to.index + 1)
  return passed.flatMap((phase, after) => {
    const begins = after === 0 ? from.spent : 0
    const ends = from.index + after === to.index ? to.spent : milliseconds(phase)
    return phase.work ? [/** @type {[number, number]} */ ([phase.step, ends - begins])] : []
  })
}

/** @param {Clock} clock @param {number} index @param {number} now @returns {Clock} */
function goTo(clock, index, now) {
  const place = Math.min(Math.max(0, index), clock.phases.length)
  return { ...clock, index: place, spent: 0, since: clock.since === null ? null : now }
}

/** To the start of the next part: a set, a side, a break or a stretch. @param {Clock} clock @param {number} now */
export function next(clock, now) {
  const here = settle(clock, now)
  const later = starts(here.phases).find((start) => start > here.index)
  return goTo(here, later ?? here.phases.length, now)
}

/**
 * To the start of this part, or of the one before when this has only begun.
 * @param {Clock} clock @param {number} now
 */
export function back(clock, now) {
  const here = settle(clock, now)
  const before = starts(here.phases).filter((start) => start <= here.index)
  const start = before.at(-1) ?? 0
  const begun = totalSeconds(here.phases.slice(start, here.index)) * 1000 + here.spent
  const goesFurther = begun < FROM_ITS_START_MS && !isOver(here)
  return goTo(here, goesFurther ? (before.at(-2) ?? 0) : start, now)
}

/** Past all that is left of this stretch, but not past how to get up from it. @param {Clock} clock @param {number} now */
export function nextStretch(clock, now) {
  const here = settle(clock, now)
  const step = here.phases[here.index]?.step
  const leads = (/** @type {Phase} */ { step: other, kind }) => other !== step || kind === "finish"
  const later = here.phases.findIndex((phase, index) => index > here.index && leads(phase))
  return goTo(here, later < 0 ? here.phases.length : later, now)
}

/** More time for the phase now. @param {Clock} clock @param {number} more seconds @param {number} now */
export function extend(clock, more, now) {
  const here = settle(clock, now)
  const phases = here.phases.map((phase, index) =>
    index === here.index ? { ...phase, seconds: phase.seconds + more } : phase,
  )
  return { ...here, phases }
}

/** @param {Clock} clock */
export function isOver(clock) {
  return clock.index >= clock.phases.length
}

/** Seconds until this phase ends; 0 where it waits for the reader. @param {Clock} clock @param {number} now */
export function phaseLeft(clock, now) {
  const here = settle(clock, now)
  const phase = here.phases[here.index]
  return phase && !phase.waits ? phase.seconds - here.spent / 1000 : 0
}

/** Seconds until everything is over, breaks included. @param {Clock} clock @param {number} now */
export function timeLeft(clock, now) {
  const here = settle(clock, now)
  return phaseLeft(here, now) + totalSeconds(here.phases.slice(here.index + 1))
}

/** The share of all phases that is behind us, from 0 to 1. @param {Clock} clock @param {number} now */
export function progress(clock, now) {
  const whole = totalSeconds(clock.phases)
  return whole ? 1 - timeLeft(clock, now) / whole : 1
}

/**
 * What comes after this part: after getting into position, the work itself.
 * @param {Phase[]} phases @param {number} index
 */
export function nextPart(phases, index) {
  if (phases[index].kind === "ready") return phases[index + 1]
  const start = starts(phases).find((later) => later > index)
  if (start === undefined) return undefined
  return phases[start].kind === "ready" ? phases[start + 1] : phases[start]
}

/** Where each part begins. "Get ready" belongs to what follows it. @param {Phase[]} phases */
function starts(phases) {
  const breaks = new Set(["change-over", "change-side", "rest", "ready", "finish"])
  return phases.flatMap((phase, index) => {
    const afterBreak = index === 0 || breaks.has(phases[index - 1].kind)
    const begins = breaks.has(phase.kind) || (afterBreak && phases[index - 1]?.kind !== "ready")
    return begins ? [index] : []
  })
}

/** @param {Phase} phase */
function milliseconds(phase) {
  return phase.waits ? Infinity : phase.seconds * 1000
}

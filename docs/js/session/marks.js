/**
 * Moments within a phase at which a cue is due. Pure.
 *
 * @import { Phase } from "../types.js"
 * @typedef {"count" | "five" | "half" | "test"} Cue
 * @typedef {{ at: number, cue: Cue }} Mark at: seconds after the phase began
 */

const TEST_SECONDS = 15 // a test that begins later is not done in time
const COUNTED_FROM = 8 // seconds: the last three of a shorter phase are nearly all of it
const LAST_FIVE_FROM = 15
const HALF_FROM = 40

/** @param {Phase} phase @returns {Mark[]} */
export function marks(phase) {
  const { seconds, work, waits, every } = phase
  if (waits) return []
  /** @type {Mark[]} */
  const found = []
  if (work && !every && seconds >= HALF_FROM) found.push({ at: seconds / 2, cue: "half" })
  for (let at = every; every && at <= seconds - TEST_SECONDS; at += every) found.push({ at, cue: "test" })
  if (seconds >= LAST_FIVE_FROM) found.push({ at: seconds - 5, cue: "five" })
  if (seconds < COUNTED_FROM) return found
  return [...found, ...[3, 2, 1].map((left) => ({ at: seconds - left, cue: /** @type {Cue} */ ("count") }))]
}

/** Whether it has just been time to test. @param {Phase} phase @param {number} seconds after it began */
export function isTesting(phase, seconds) {
  return marks(phase).some(({ at, cue }) => cue === "test" && seconds >= at && seconds < at + TEST_SECONDS)
}

/** Seconds before something else is said. @param {Phase} phase */
export function room(phase) {
  const [first] = marks(phase).filter(({ cue }) => cue === "half" || cue === "test")
  return first?.at ?? phase.seconds
}

/**
 * The marks passed between two moments of the same phase, none that is long past: a tab that slept
 * does not ring all it missed.
 * @param {Phase} phase @param {number} from seconds after it began @param {number} to
 */
export function passed(phase, from, to) {
  return marks(phase).filter(({ at }) => at > from && at <= to && to - at < 1.5)
}

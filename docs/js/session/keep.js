/**
 * What a session keeps on this device between two visits: the reader's choices, where a session
 * stopped, and which stretches hurt. Whatever cannot be read counts as not kept.
 *
 * @import { Choices } from "./cues.js"
 * @import { Entry } from "../diary/entries.js"
 * @import { PlannedStep } from "../types.js"
 * @typedef {{ cues: Choices, pace: string }} Settings pace: how much longer changes last, or "waits"
 * @typedef {{ at: number, steps: PlannedStep[], pace: string, step: number,
 *   index: number, spent: number, seconds: number, done: number[], skipped: number[], worked?: number[],
 *   entry: Entry }} Unfinished
 *   at: when it was left. step: place in `steps`. index, spent, seconds: the phase, how far it was
 *   in milliseconds, and how long it was in all. done, skipped: places in `steps`. worked: milliseconds, by place.
 */
import { read, remove, write } from "../storage.js"

const MOST_UNFINISHED = 5
const FORGOTTEN_MS = 14 * 24 * 60 * 60 * 1000 // after two weeks one starts afresh

/** @type {Settings} */
const AT_FIRST = { cues: { speech: true, sound: true, vibration: true, flash: false }, pace: "1" }

/** @returns {Settings} */
export function settings() {
  const kept = parsed("session.settings")
  return { cues: { ...AT_FIRST.cues, ...kept.cues }, pace: kept.pace ?? AT_FIRST.pace }
}

/** @param {Settings} chosen */
export function keepSettings(chosen) {
  return write("session.settings", JSON.stringify(chosen))
}

/**
 * The session that was left open, if it is not long ago.
 * @param {string} id @param {number} now @returns {Unfinished | null}
 */
export function unfinished(id, now) {
  const found = parsed("session.unfinished")[id]
  return isUnfinished(found) && now - found.at < FORGOTTEN_MS ? found : null
}

/** @param {string} id @param {Unfinished} session @returns {boolean} whether it was kept */
export function keepUnfinished(id, session) {
  const others = Object.entries(parsed("session.unfinished")).filter(([other]) => other !== id)
  const kept = [[id, session], ...others].slice(0, MOST_UNFINISHED)
  return write("session.unfinished", JSON.stringify(Object.fromEntries(kept)))
}

/** @param {string} id */
export function forgetUnfinished(id) {
  const { [id]: gone, ...others } = parsed("session.unfinished")
  if (gone) write("session.unfinished", JSON.stringify(others))
}

/** The names of the stretches that are left out because they hurt, by id. @returns {Record<string, string>} */
export function hurting() {
  return parsed("session.hurt")
}

/** @param {string} id @param {string} name @returns {boolean} */
export function leaveOut(id, name) {
  return write("session.hurt", JSON.stringify({ ...hurting(), [id]: name }))
}

/** @param {string[]} ids */
export function bringBack(ids) {
  const left = Object.entries(hurting()).filter(([id]) => !ids.includes(id))
  if (left.length > 0) write("session.hurt", JSON.stringify(Object.fromEntries(left)))
  else remove("session.hurt")
}

/** @param {any} kept @returns {kept is Unfinished} */
function isUnfinished(kept) {
  if (!kept?.entry || !Array.isArray(kept.steps)) return false
  const { steps, at, index, spent, seconds, done, skipped } = kept
  if (!steps.every((/** @type {any} */ step) => step?.stretch?.id)) return false // kept by an older version
  return [at, index, spent, seconds].every(Number.isFinite) && Array.isArray(done) && Array.isArray(skipped)
}

/** @param {string} name @returns {Record<string, any>} */
function parsed(name) {
  try {
    const found = JSON.parse(read(name) ?? "{}")
    return typeof found === "object" && found !== null && !Array.isArray(found) ? found : {}
  } catch {
    return {}
  }
}

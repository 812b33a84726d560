/**
 * The diary: one entry a session, kept on this device only. What is read back may come from an
 * older version, another program or a broken disk, so every entry is checked on its way in.
 *
 * @typedef {{ id: string, at: string, name: string, done: number, count: number,
 *   skipped: string[], before: number | null, after: number | null }} Entry
 *   id: the moment it began, in UTC. at: the same by the reader's own clock, `2026-11-22T19:30`.
 *   before, after: pain from 0 to 10, null where it was not noted.
 */
import { localDay, timeOfDay } from "../local-time.js"
import { read, remove, write } from "../storage.js"

const NAME = "diary"
const UNREADABLE = "diary.unreadable" // kept aside rather than written over
const FORMAT = "stretchbook diary 1"
const MOST_ENTRIES = 2000 // years, and still a small part of what a browser keeps
const LONGEST_TEXT = 200

/**
 * A new entry.
 * @param {Date} began @param {string} name @param {number} count @param {number | null} before @returns {Entry}
 */
export function newEntry(began, name, count, before) {
  const at = `${localDay(began)}T${timeOfDay(60 * began.getHours() + began.getMinutes())}`
  const none = { done: 0, skipped: [], after: null }
  return { id: began.toISOString(), at, name: name.slice(0, LONGEST_TEXT), count, before, ...none }
}

/** Whether it began today, by the reader's own clock. @param {Entry} entry */
export function isToday({ at }) {
  return String(at).startsWith(localDay(new Date()))
}

/** @returns {{ entries: Entry[], corrupt: boolean }} the newest first */
export function readDiary() {
  const text = read(NAME)
  if (text === null) return { entries: [], corrupt: false }
  const entries = parseDiary(text)
  return { entries: entries ?? [], corrupt: entries === null }
}

/**
 * Puts an entry in, or in the place of the one with its id.
 * @param {Entry} entry @returns {boolean} whether it was kept
 */
export function saveEntry(entry) {
  return writeDiary(merged([entry], readDiary().entries))
}

/** @param {Entry[]} entries @returns {boolean} */
export function writeDiary(entries) {
  const text = read(NAME)
  if (text !== null && parseDiary(text) === null) write(UNREADABLE, text)
  return write(NAME, diaryText(entries))
}

export function eraseDiary() {
  remove(NAME)
  remove(UNREADABLE)
}

/** The text that is kept, exported and brought in again. @param {Entry[]} entries */
export function diaryText(entries) {
  return JSON.stringify({ format: FORMAT, entries })
}

/** @param {string} text @returns {Entry[] | null} null where it is no diary of ours */
export function parseDiary(text) {
  try {
    const { format, entries } = JSON.parse(text)
    if (format !== FORMAT || !Array.isArray(entries)) return null
    return entries.every(isEntry) ? merged(entries.map(plain), []) : null
  } catch {
    return null
  }
}

/** Both together, each session once, the newest first; `some` win. @param {Entry[]} some @param {Entry[]} others */
export function merged(some, others) {
  const byId = new Map([...others, ...some].map((entry) => [entry.id, entry]))
  const entries = [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  return entries.slice(0, MOST_ENTRIES)
}

/** Only what is ours, whatever else an imported file holds. @param {Entry} entry @returns {Entry} */
function plain({ id, at, name, done, count, skipped, before, after }) {
  return { id, at, name, done, count, skipped, before, after }
}

/** @param {any} entry @returns {entry is Entry} */
function isEntry(entry) {
  if (typeof entry !== "object" || entry === null) return false
  const { id, at, name, done, count, skipped, before, after } = entry
  return (
    isMoment(id, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) &&
    isMoment(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d$/) &&
    isText(name) &&
    [done, count].every((number) => isWithin(number, 999)) &&
    Array.isArray(skipped) &&
    skipped.length < 100 &&
    skipped.every(isText) &&
    [before, after].every((pain) => pain === null || isWithin(pain, 10))
  )
}

/** @param {unknown} value @param {RegExp} shape */
function isMoment(value, shape) {
  return typeof value === "string" && shape.test(value) && !Number.isNaN(Date.parse(value))
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string" && value.length <= LONGEST_TEXT
}

/** @param {unknown} value @param {number} most */
function isWithin(value, most) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most
}

/**
 * When a plan was made, until when it holds, and on which days: parts of a link of their own, and
 * fields of a file. Pure. The twin of scripts/stretchbook/plans/life.py.
 *
 * @import { Plan } from "./format.js"
 */
export const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
export const EVERY_OTHER_DAY = "every other day"

const DATE = /^([0-9]{4})([0-9]{2})([0-9]{2})$/
const DAYS = /^(?=.)1?2?3?4?5?6?7?$/
const EVERY_OTHER = "other"
const [FIRST_YEAR, LAST_YEAR] = [2020, 2099]

/**
 * What a part says, or null where it cannot be read: half a date is another date.
 * @param {string} name @param {string} written @returns {Partial<Plan> | null}
 */
export function readLife(name, written) {
  if (name === "days") {
    const days = daysIn(written)
    return days.length > 0 ? { days } : null
  }
  const day = dateIn(written)
  return day ? { [name === "made" ? "made_on" : "until"]: day } : null
}

/**
 * Takes out of a plan what contradicts the rest of it. The days say how many they are; all seven
 * are every day, as they always were.
 * @param {Plan} plan @returns {string[]} what was taken out, as a link writes it
 */
export function settle(plan) {
  const out = []
  if (plan.made_on && plan.until && plan.until < plan.made_on) {
    out.push(...writeLife({ ...plan, made_on: null, days: [] }))
    plan.until = null
  }
  const number = isEveryOther(plan.days) ? null : plan.days.length
  if (plan.days.length > 0 && plan.days_a_week && plan.days_a_week !== number) {
    out.push(...writeLife({ ...plan, made_on: null, until: null }))
    plan.days = []
  }
  if (plan.days.length > 0) plan.days_a_week = number === WEEK.length ? number : null
  if (number === WEEK.length) plan.days = []
  return out
}

/** The parts of a link, in their order. @param {Plan} plan */
export function writeLife({ made_on, until, days }) {
  const [made, end] = [made_on, until].map((day) => (day ?? "").replaceAll("-", ""))
  const parts = { made, until: end, days: writeDays(days) }
  return Object.entries(parts).flatMap(([name, written]) => (written ? [`${name}:${written}`] : []))
}

/** The days of a file, or null where they cannot be read. @param {unknown} days */
export function daysOf(days) {
  if (!Array.isArray(days) || days.length === 0) return null
  const known = isEveryOther(days) ? days : WEEK.filter((day) => days.includes(day))
  return known.length === days.length ? known : null
}

/** @param {string[]} days */
export function isEveryOther(days) {
  return days.length === 1 && days[0] === EVERY_OTHER_DAY
}

/** The date of a file, or null where it is none: YAML knows dates, JSON does not. @param {unknown} value */
export function dateOf(value) {
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value
  return typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) ? dateIn(text.replaceAll("-", "")) : null
}

/** `20261126` as `2026-11-26`. @param {string} written */
function dateIn(written) {
  const [year, month, day] = (DATE.exec(written) ?? []).slice(1).map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().slice(0, 10) : null
}

/** @param {string} written */
function daysIn(written) {
  if (written === EVERY_OTHER) return [EVERY_OTHER_DAY]
  return DAYS.test(written) ? [...written].map((digit) => WEEK[Number(digit) - 1]) : []
}

/** @param {string[]} days */
function writeDays(days) {
  if (isEveryOther(days)) return EVERY_OTHER
  return WEEK.flatMap((day, at) => (days.includes(day) ? [at + 1] : [])).join("")
}

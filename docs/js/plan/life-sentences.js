/**
 * When a plan was made, until when it holds and on which days, in sentences: days and dates in the
 * language of the page.
 *
 * @import { Words } from "../words.js"
 * @import { Life, Often } from "./format.js"
 */
import { present } from "../dom.js"
import { localDay } from "../local-time.js"
import { locale, say } from "../words.js"
import { isEveryOther, WEEK } from "./life.js"
import { oftenLine } from "./sentences.js"

const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 24 * 60 * 60 * 1000

/** How often, and on which days, where it says them. @param {Words} words @param {Often & Life} plan */
export function oftenOnDays(words, plan) {
  if (plan.days.length === 0) return oftenLine(words, plan)
  const times = oftenLine(words, { ...plan, days_a_week: null })
  const days = new Intl.ListFormat(locale()).format(plan.days.map((day) => dayName(day, "long")))
  if (isEveryOther(plan.days)) return say(words, times ? "times_every_other_day" : "every_other_day", { times })
  return say(words, times ? "times_on_days" : "on_days", { times, days })
}

/** Who made it and when, and how long to do it. @param {Words} words @param {Life} plan @returns {string[]} */
export function lifeLines(words, plan) {
  return present([madeLine(words, plan), plan.until && say(words, "do_until", { day: dateName(plan.until) })]).map(
    String,
  )
}

/** @param {Words} words @param {Life} plan */
export function madeLine(words, { made_on, made_by: from }) {
  const day = made_on && dateName(made_on)
  if (day && from) return say(words, "made_on_by", { day, from })
  if (day) return say(words, "made_on_day", { day })
  return from && say(words, "made_by_them", { from })
}

/** What to do once its last day is past; nothing before. @param {Words} words @param {Life} plan */
export function endedLine(words, { until }) {
  return until && until < localDay(new Date()) ? say(words, "ended", { day: dateName(until) }) : ""
}

/** @param {string} date such as `2026-11-26` */
export function dateName(date) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(date))
}

/** @param {string} day of WEEK @param {"long" | "short"} weekday */
export function dayName(day, weekday) {
  const date = MONDAY + WEEK.indexOf(day) * DAY_MS
  return new Intl.DateTimeFormat(locale(), { weekday, timeZone: "UTC" }).format(date)
}

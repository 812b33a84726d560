/** A month at a glance: how many sessions on which day. */
/** @import { SessionData } from "../types.js" */
/** @import { Entry } from "./entries.js" */
import { make } from "../dom.js"
import { localDay } from "../local-time.js"
import { locale, say } from "../words.js"

/**
 * The days of a month in weeks; null where a week belongs to another month too.
 * @param {number} year @param {number} month from 0 @param {number} firstDay 0 for Sunday
 */
export function weeksOf(year, month, firstDay) {
  const days = new Date(year, month + 1, 0).getDate()
  const empty = (new Date(year, month, 1).getDay() - firstDay + 7) % 7
  /** @type {(number | null)[]} */
  const cells = [...Array(empty).fill(null), ...Array.from({ length: days }, (_, day) => day + 1)]
  while (cells.length % 7) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** @param {Entry[]} entries @param {number} year @param {number} month from 0 */
export function entriesOf(entries, year, month) {
  const start = localDay(new Date(year, month, 1)).slice(0, -2)
  return entries.filter(({ at }) => at.startsWith(start))
}

/**
 * @param {Entry[]} entries of this month @param {number} year @param {number} month from 0 @param {SessionData} data
 */
export function monthTable(entries, year, month, data) {
  const firstDay = firstDayOf(locale())
  const counts = new Map()
  for (const { at } of entries) {
    const day = Number(at.slice(8, 10))
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const name = new Date(year, month, 1).toLocaleDateString(locale(), { month: "long", year: "numeric" })
  const head = make("tr", {}, ...dayNames(firstDay))
  const rows = weeksOf(year, month, firstDay).map((week) =>
    make("tr", {}, ...week.map((day) => cell(day, counts.get(day) ?? 0, data))),
  )
  return make(
    "table",
    { class: "month" },
    make("caption", {}, name),
    make("thead", {}, head),
    make("tbody", {}, ...rows),
  )
}

/** @param {number | null} day @param {number} count @param {SessionData} data */
function cell(day, count, data) {
  if (day === null) return make("td")
  const number = make("span", { class: "month-day" }, String(day))
  if (count === 0) return make("td", {}, number)
  const said = make("span", { class: "visually-hidden" }, `: ${say(data.plural, "sessions", { n: count })}`)
  const shown = make("span", { class: "month-count", "aria-hidden": "true" }, count > 1 ? `✓ ${count}` : "✓")
  return make("td", { class: "month-done" }, number, said, shown)
}

/** @param {number} firstDay */
function dayNames(firstDay) {
  // Three for all: to make one takes longer than to draw the table.
  const [narrow, short, long] = /** @type {const} */ (["narrow", "short", "long"]).map(
    (weekday) => new Intl.DateTimeFormat(locale(), { weekday }),
  )
  // The first of January 2023 was a Sunday.
  const days = Array.from({ length: 7 }, (_, number) => new Date(2023, 0, 1 + firstDay + number))
  const shown = days.some((day) => short.format(day).length > 4) ? narrow : short // Arabic shortens none
  return days.map((day) => make("th", { scope: "col" }, make("abbr", { title: long.format(day) }, shown.format(day))))
}

/** 0 for Sunday. @param {string} language */
function firstDayOf(language) {
  const locale = /** @type {any} */ (new Intl.Locale(language))
  return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % 7
}

/**
 * A calendar file (RFC 5545) that reminds so many times a day on chosen days. Pure. Times are
 * floating: half past seven is half past seven wherever the reader is. Proven against the PyPI
 * library icalendar in tests/unit/test_calendar_file.py.
 *
 * @typedef {"MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU"} Day
 * @typedef {{ title: string, description: string, address: string, days: Day[], times: string[],
 *   now: Date, until?: string | null, everyOtherFrom?: string }} Reminders
 *   times: by the reader's clock, such as `07:30`. until: the last day, such as `2026-12-10`.
 *   everyOtherFrom: one of the days, where it is every other day; then `days` do not count.
 */
import { localDay } from "../local-time.js"

const DAYS = /** @type {Day[]} */ (["SU", "MO", "TU", "WE", "TH", "FR", "SA"]) // as Date counts them
const DAY_MS = 24 * 60 * 60 * 1000
const LONGEST_LINE = 75 // bytes, without the line's end

/** Empty where no reminder is left before the last day. @param {Reminders} reminders */
export function calendarFile(reminders) {
  const events = reminders.times.flatMap((time, number) => event(reminders, time, number))
  if (events.length === 0) return ""
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stretchbook//Reminders//EN", "CALSCALE:GREGORIAN"],
    ...events,
    "END:VCALENDAR",
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join("")
}

/**
 * A file that is made again replaces what it brought before: the same address has the same events.
 * @param {Reminders} reminders @param {string} time @param {number} number of the time in a day
 */
function event(reminders, time, number) {
  const { title, description, address, now, until } = reminders
  const first = firstDay(reminders, time)
  if (until && first > until) return []
  return [
    "BEGIN:VEVENT",
    `UID:${digest(address)}-${number}@stretchbook`,
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART:${first.replaceAll("-", "")}T${time.replace(":", "")}00`,
    "DURATION:PT15M",
    `RRULE:${rule(reminders)}${until ? `;UNTIL=${until.replaceAll("-", "")}T235959` : ""}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${address}`,
    ...["TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0M"],
    `DESCRIPTION:${escaped(title)}`,
    ...["END:VALARM", "END:VEVENT"],
  ]
}

/** @param {Reminders} reminders */
function rule({ days, everyOtherFrom }) {
  if (everyOtherFrom) return "FREQ=DAILY;INTERVAL=2"
  return `FREQ=WEEKLY;BYDAY=${DAYS.filter((day) => days.includes(day)).join(",")}`
}

/**
 * The next chosen day on which the time is still to come: a rule must begin on a day of its own.
 * @param {Reminders} reminders @param {string} time
 */
function firstDay({ days, now, everyOtherFrom }, time) {
  const [hours, minutes] = time.split(":").map(Number)
  for (let later = 0; later <= 7; later += 1) {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later, hours, minutes)
    const chosen = everyOtherFrom ? isEven(localDay(day), everyOtherFrom) : days.includes(DAYS[day.getDay()])
    if (day > now && chosen) return localDay(day)
  }
  return localDay(now)
}

/** Whether it is an even number of days from one day to the other. @param {string} day @param {string} other */
function isEven(day, other) {
  return ((Date.parse(day) - Date.parse(other)) / DAY_MS) % 2 === 0
}

/** The same for the same text, and hardly for any other (FNV-1a, twice). @param {string} text */
function digest(text) {
  const halves = [0x811c9dc5, 0x9e3779b9].map((start) => {
    let hash = start
    for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, "0")
  })
  return halves.join("")
}

/** @param {string} text */
function escaped(text) {
  const lines = text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n")
  return lines.replace(/\p{Cc}/gu, "") // no calendar reads other control characters
}

/** Long lines go on in the next, after a space; no character is cut in two. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder()
  let text = ""
  let length = 0
  for (const character of line) {
    const bytes = encoder.encode(character).length
    if (length + bytes > LONGEST_LINE) {
      text += "\r\n "
      length = 1
    }
    text += character
    length += bytes
  }
  return text
}

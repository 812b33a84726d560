/**
 * A calendar file (RFC 5545) that reminds so many times a day on chosen days. Pure. Times are
 * floating: half past seven is half past seven wherever the reader is. Proven against the PyPI
 * library icalendar in tests/unit/test_calendar_file.py.
 *
 * @typedef {"MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU"} Day
 * @typedef {{ title: string, description: string, address: string, days: Day[], times: string[],
 *   now: Date, newId: () => string }} Reminders
 *   times: by the reader's clock, such as `07:30`. newId: a text that no other event has.
 */
import { localDay } from "../local-time.js"

const DAYS = /** @type {Day[]} */ (["SU", "MO", "TU", "WE", "TH", "FR", "SA"]) // as Date counts them
const LONGEST_LINE = 75 // bytes, without the line's end

/** @param {Reminders} reminders */
export function calendarFile(reminders) {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stretchbook//Reminders//EN", "CALSCALE:GREGORIAN"],
    ...reminders.times.flatMap((time) => event(reminders, time)),
    "END:VCALENDAR",
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join("")
}

/** @param {Reminders} reminders @param {string} time */
function event({ title, description, address, days, now, newId }, time) {
  return [
    "BEGIN:VEVENT",
    `UID:${newId()}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART:${firstDay(days, time, now).replaceAll("-", "")}T${time.replace(":", "")}00`,
    "DURATION:PT15M",
    `RRULE:FREQ=WEEKLY;BYDAY=${DAYS.filter((day) => days.includes(day)).join(",")}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${address}`,
    ...["TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0M"],
    `DESCRIPTION:${escaped(title)}`,
    ...["END:VALARM", "END:VEVENT"],
  ]
}

/**
 * The next chosen day on which the time is still to come: a rule must begin on a day of its own.
 * @param {Day[]} days @param {string} time @param {Date} now
 */
function firstDay(days, time, now) {
  const [hours, minutes] = time.split(":").map(Number)
  for (let later = 0; later <= 7; later += 1) {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later, hours, minutes)
    if (day > now && days.includes(DAYS[day.getDay()])) return localDay(day)
  }
  return localDay(now)
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

/** Dates and times by the reader's own clock, in digits. Pure. */

/** @param {number} number */
export function twoDigits(number) {
  return String(number).padStart(2, "0")
}

/** `2026-11-22` @param {Date} date */
export function localDay(date) {
  const year = String(date.getFullYear()).padStart(4, "0")
  return `${year}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

/** `19:30` @param {number} minutes since midnight */
export function timeOfDay(minutes) {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

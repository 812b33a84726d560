/**
 * A new entry of the diary.
 *
 * @param {Date} began
 * @param {string} name
 * @param {number} count how many stretches it has
 * @param {number | null} before pain before it
 * @returns {import("../diary/entries.js").Entry}
 */
export function newEntry(began, name, count, before) {
  return {
    ...{ id: began.toISOString(), at: localMoment(began), name: name.slice(0, 200) },
    ...{ done: 0, count, skipped: [], before, after: null },
  }
}

/** By the reader's own clock, to the minute: `2026-11-22T19:30`. @param {Date} moment */
export function localMoment(moment) {
  const [month, day, hours, minutes] = [
    ...[moment.getMonth() + 1, moment.getDate(), moment.getHours(), moment.getMinutes()],
  ].map((number) => String(number).padStart(2, "0"))
  return `${String(moment.getFullYear()).padStart(4, "0")}-${month}-${day}T${hours}:${minutes}`
}

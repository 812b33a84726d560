/** The form that makes a calendar file. */
/** @import { SessionData } from "../types.js" */
/** @import { Day } from "./calendar-file.js" */
import { timeOfDay } from "../local-time.js"
import { saveFile } from "../save-file.js"
import { say } from "../words.js"
import { calendarFile } from "./calendar-file.js"

const FROM_HOUR = 8 // times are offered between eight in the morning
const TO_HOUR = 20 // and eight in the evening, evenly

/** @param {SessionData} data */
export function startReminders(data) {
  const form = document.querySelector("form[data-reminders]")
  if (!(form instanceof HTMLFormElement)) return
  const count = form.elements.namedItem("count")
  if (!(count instanceof HTMLSelectElement)) return
  form.hidden = false
  const offer = () => offerTimes(form, Number(count.value))
  count.addEventListener("change", offer)
  offer()
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const routine = form.elements.namedItem("routine")
    if (!(routine instanceof HTMLSelectElement)) return
    const name = routine.selectedOptions[0].textContent ?? ""
    makeFile(form, data.reminders, { name, address: new URL(routine.value, location.href).href })
  })
}

/** @param {HTMLFormElement} form @param {number} count */
function offerTimes(form, count) {
  timeFields(form).forEach((field, number) => {
    field.closest("label")?.toggleAttribute("hidden", number >= count)
    field.value = number < count ? timeOf(number, count) : ""
  })
}

/** @param {number} number from 0 @param {number} count */
export function timeOf(number, count) {
  const span = (TO_HOUR - FROM_HOUR) * 60
  const later = count === 1 ? 60 : Math.round((span * number) / (count - 1) / 5) * 5
  return timeOfDay(60 * FROM_HOUR + later)
}

/** @param {HTMLFormElement} form */
function timeFields(form) {
  return [...form.querySelectorAll("input[name=time]")].filter((field) => field instanceof HTMLInputElement)
}

/**
 * The file of what a form says, or what is missing in it. `until` and `everyOtherFrom` are those of a plan.
 * @param {HTMLFormElement} form @param {Record<string, string>} text
 * @param {{ name: string, address: string, until?: string | null, everyOtherFrom?: string }} of
 */
export function makeFile(form, text, { name, address, ...dates }) {
  const given = new FormData(form)
  const days = /** @type {Day[]} */ (given.getAll("day").map(String))
  const times = [...new Set(given.getAll("time").map(String).filter(Boolean))].sort()
  const problem =
    (days.length === 0 && !dates.everyOtherFrom && "day-missing") || (times.length === 0 && "time-missing")
  if (problem) return tell(form, text[problem])
  const [title, description] = [say(text, "event", { name }), say(text, "description", { address })]
  const file = calendarFile({ title, description, address, days, times, now: new Date(), ...dates })
  if (!file) return tell(form, text.over)
  saveFile("stretch-reminders.ics", "text/calendar", file)
  tell(form, text.made)
}

/** @param {HTMLFormElement} form @param {string} text */
function tell(form, text) {
  const status = form.querySelector("[data-reminders-status]")
  if (status) status.textContent = text
}

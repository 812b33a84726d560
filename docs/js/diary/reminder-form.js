/** The form of a plan's reminders: its days and its end stand in the plan, the times are the reader's. */
/** @import { Plan } from "../plan/format.js" */
/** @import { SessionData } from "../types.js" */
import { make } from "../dom.js"
import { checkbox, fieldset } from "../fields.js"
import { localDay } from "../local-time.js"
import { isEveryOther, WEEK } from "../plan/life.js"
import { dayName } from "../plan/life-sentences.js"
import { say } from "../words.js"
import { makeFile, timeOf } from "./reminders.js"

/** Which days of the week to begin with, for so many of them. */
const EVENLY = ["", "1", "14", "135", "1245", "12345", "123456", "1234567"]

/** @param {Pick<Plan, "title" | "made_on" | "until" | "days" | "times_a_day" | "days_a_week">} plan @param {string} link @param {SessionData} data */
export function reminderForm(plan, link, { reminders: text }) {
  const count = plan.times_a_day ?? 1
  const times = Array.from({ length: count }, (_, at) =>
    timeField(say(text, "time", { number: at + 1 }), timeOf(at, count)),
  )
  const everyOther = isEveryOther(plan.days)
  const days = everyOther ? make("p", {}, text["every-other-day"]) : fieldset(text["on-days"], ...dayBoxes(plan))
  const form = make(
    "form",
    { class: "reminders" },
    make("p", {}, text["of-plan"]),
    ...[days, fieldset(text["at-times"], ...times)],
    make("p", {}, make("button", {}, text["make-file"])),
    make("p", { role: "status", "data-reminders-status": true }),
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const everyOtherFrom = everyOther ? (plan.made_on ?? localDay(new Date())) : ""
    makeFile(form, text, { name: plan.title, address: link, until: plan.until, everyOtherFrom })
  })
  return form
}

/** @param {string} label @param {string} value */
function timeField(label, value) {
  return make("label", { class: "chip" }, make("input", { type: "time", name: "time", "aria-label": label, value }))
}

/** Those of the plan; where it says only how many, as many. @param {Pick<Plan, "days" | "days_a_week">} plan */
function dayBoxes({ days, days_a_week }) {
  const evenly = EVENLY[days_a_week ?? WEEK.length]
  return WEEK.map((day, at) => {
    const value = day.slice(0, 2).toUpperCase()
    const { box, label } = checkbox(dayName(day, "long"), () => {}, { name: "day", value })
    box.checked = days.length > 0 ? days.includes(day) : evenly.includes(String(at + 1))
    return label
  })
}

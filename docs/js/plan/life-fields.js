/** Who gives a plan, until when, and on which days; folded, with what it says in a line above. */
/** @import { Desk } from "./builder.js" */
/** @import { Plan } from "./format.js" */
/** @import { Words } from "../words.js" */
import { make, present } from "../dom.js"
import { checkbox, field, select } from "../fields.js"
import { localDay } from "../local-time.js"
import { say } from "../words.js"
import { isEmpty, LIMITS } from "./format.js"
import { dateOf, EVERY_OTHER_DAY, isEveryOther, WEEK } from "./life.js"
import { dayName, lifeLines, oftenOnDays } from "./life-sentences.js"

const WEEKS = [1, 2, 4, 6]
const AT_FIRST = ["mon", "wed", "fri"]

/**
 * A changed plan is of today, and from this clinic where it says no other. What it said of its end
 * may be past then, and of its days and their number the one that was changed holds.
 * @param {Plan} before @param {Plan} plan @param {string} from
 */
export function stamped(before, plan, from) {
  if (plan === before) return plan
  const twice = plan.days.length > 0 && plan.days_a_week !== null
  const numberIsNew = plan.days_a_week !== before.days_a_week
  const next = twice ? { ...plan, ...(numberIsNew ? { days: [] } : { days_a_week: null }) } : plan
  if (isEmpty(plan)) return { ...next, made_on: null }
  const today = localDay(new Date())
  const made_by = plan.made_by || (before.made_on ? "" : from)
  return { ...next, made_on: today, made_by, until: plan.until && plan.until < today ? null : plan.until }
}

/** @param {Desk} desk */
export function lifeFields(desk) {
  const { words } = desk.data
  const line = make("p", { class: "plan-status" })
  const parts = [fromField(desk), untilFields(desk), daysFields(desk)]
  desk.listen(() => {
    line.textContent = summaryOf(words, desk.plan)
    for (const { update } of parts) update()
  })
  const summary = make("summary", {}, say(words, "life_title"))
  const fields = make("div", { class: "plan-texts" }, ...parts.flatMap(({ elements }) => elements))
  return make("div", {}, line, make("details", { class: "plan-files" }, summary, fields))
}

/** @param {Words} words @param {Plan} plan */
function summaryOf(words, plan) {
  const often = oftenOnDays(words, plan)
  return present([...lifeLines(words, plan), often && `${often}.`]).join(" ")
}

/** @param {Desk} desk */
function fromField(desk) {
  const control = make("input", { maxlength: LIMITS.from, autocomplete: "off", placeholder: desk.data.made_by })
  control.addEventListener("input", () => desk.set({ ...desk.plan, made_by: control.value }, { topic: "from" }))
  const update = () => {
    if (control.value !== desk.plan.made_by) control.value = desk.plan.made_by
  }
  return { elements: [field(say(desk.data.words, "from_label"), control)], update }
}

/** So many weeks from today, or a day. @param {Desk} desk */
function untilFields(desk) {
  const { words } = desk.data
  const weeks = WEEKS.map((n) => [inWeeks(n), say(words, "for_weeks", { n })])
  const list = select([["", say(words, "no_end")], ...weeks, ["day", say(words, "until_day")]])
  const date = make("input", { type: "date", min: localDay(new Date()), max: "2099-12-31" })
  /** @param {string | null} until */
  const set = (until) => desk.set({ ...desk.plan, until }, { topic: "until" })
  const update = () => {
    const until = desk.plan.until ?? ""
    if (document.activeElement !== date) date.value = until // half a date is still being typed
    list.value = [...list.options].some(({ value }) => value === until) ? until : "day"
  }
  list.addEventListener("change", () => (list.value === "day" ? date.focus() : set(list.value || null)))
  date.addEventListener("change", () => {
    if (date.validity.valid) set(dateOf(date.value))
  })
  date.addEventListener("blur", update)
  return { elements: [field(say(words, "for_label"), list), field(say(words, "until_label"), date)], update }
}

/** @param {number} weeks */
function inWeeks(weeks) {
  const now = new Date()
  return localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 7 * weeks))
}

/** Daily, every other day, or days of the week to choose. @param {Desk} desk */
function daysFields(desk) {
  const { words } = desk.data
  const names = { "": "any_days", daily: "every_day", other: "every_other_day", chosen: "chosen_days" }
  const list = select(Object.entries(names).map(([value, key]) => [value, say(words, key)]))
  const boxes = WEEK.map((day) => checkbox(dayName(day, "short"), () => choose(ticked()), labelOf(day)))
  const choices = make("fieldset", { "aria-label": say(words, "chosen_days") }, ...boxes.map(({ label }) => label))
  let choosing = false // also while none or all are ticked
  const ticked = () => WEEK.filter((_, at) => boxes[at].box.checked)
  /** @param {string[]} days */
  const choose = (days) => {
    const daily = days.length === WEEK.length
    desk.set({ ...desk.plan, days: daily ? [] : days, days_a_week: daily ? days.length : null })
  }
  list.addEventListener("change", () => {
    choosing = list.value === "chosen"
    choose({ daily: WEEK, other: [EVERY_OTHER_DAY], chosen: AT_FIRST }[list.value] ?? [])
  })
  const update = () => {
    const { days, days_a_week } = desk.plan
    choosing &&= !isEmpty(desk.plan)
    const daily = days_a_week === WEEK.length
    const chosen = choosing || (days.length > 0 && !isEveryOther(days))
    list.value = chosen ? "chosen" : isEveryOther(days) ? "other" : daily ? "daily" : ""
    choices.hidden = !chosen
    for (const [at, day] of WEEK.entries()) boxes[at].box.checked = daily || days.includes(day)
  }
  return { elements: [field(say(words, "days_label"), list), choices], update }
}

/** @param {string} day */
function labelOf(day) {
  return { "aria-label": dayName(day, "long") }
}

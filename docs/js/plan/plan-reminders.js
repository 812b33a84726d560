/** Reminders of the plan on the page: nothing of them is fetched before they are opened. */
/** @import { Words } from "../words.js" */
/** @import { ShownPlan } from "./shown-plan.js" */
import { load } from "../data.js"
import { make } from "../dom.js"
import { say } from "../words.js"
import { endedLine } from "./life-sentences.js"

const OF_PLAN = "plan-reminders"

/** Closed at first; none for a plan that is past. @param {ShownPlan} plan @param {Words} words @param {string} link The address of this very plan. */
export function planReminders(plan, words, link) {
  if (endedLine(words, plan)) return []
  const summary = make("summary", {}, say(words, "remind"))
  const details = make("details", { class: "plan-files on-screen", id: OF_PLAN }, summary)
  details.addEventListener("toggle", async () => {
    if (!details.open || details.children.length > 1) return
    const [{ reminderForm }, data] = await Promise.all([import("../diary/reminder-form.js"), load("session")])
    if (details.children.length > 1) return // opened twice, fast
    details.append(reminderForm({ ...plan, title: plan.title || say(words, "your_plan") }, link, data))
  })
  return [details]
}

export function showReminders() {
  const details = document.getElementById(OF_PLAN)
  if (!(details instanceof HTMLDetailsElement)) return
  details.open = true
  details.querySelector("summary")?.focus()
  details.scrollIntoView()
}

/** Who made the plan and until when it holds, at its head; and what to know once that has changed. */
/** @import { Words } from "../words.js" */
/** @import { Opened } from "./opened-plans.js" */
/** @import { ShownPlan } from "./shown-plan.js" */
import { make, present } from "../dom.js"
import { say } from "../words.js"
import { dateName, endedLine, lifeLines, madeLine, oftenOnDays } from "./life-sentences.js"

/** @param {ShownPlan} plan @param {Words} words */
export function lifeOnPage(plan, words) {
  const ended = endedLine(words, plan)
  const lines = ended ? [madeLine(words, plan)] : lifeLines(words, plan)
  const said = lines.filter(Boolean).join(" ")
  return present([
    said && make("p", { class: "plan-life" }, said),
    ended && make("p", { class: "note plan-ended" }, ended),
    plan.newer && newerPlan(plan.newer, words),
  ])
}

/** How often, for the sheet on the wall; on the page it is one of the facts. @param {ShownPlan} plan @param {Words} words */
export function oftenOnWall(plan, words) {
  const often = oftenOnDays(words, plan)
  return often && make("p", { class: "plan-often", hidden: true }, often)
}

/** @param {Opened} plan @param {Words} words */
function newerPlan({ link, title, from, made, opened }, words) {
  const said = say(words, "newer_plan", { from, made: dateName(made), opened: dateName(opened) })
  const open = make("a", { href: `#${link}` }, say(words, "open_newer", { title: title || say(words, "your_plan") }))
  return make("p", { class: "note plan-newer on-screen" }, said, " ", open)
}

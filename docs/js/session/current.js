/** Which of a stretch's texts belongs to now: what is said in a change, what is done in a dose. Pure. */
/** @import { Phase, Step } from "../types.js" */
import { SET_BY_SET } from "../dosed-text.js"

/** Gaps of the step that a phase is about, the first that there is. @type {Record<string, string[]>} */
const GAPS = {
  hold: ["{hold}"],
  test: ["{hold}"],
  count: ["{count}", "{times}"],
  release: ["{release}", "{hold}"],
  again: ["{release}", "{hold}"],
  move: ["{movement}", "{clock}", "{hold}"],
  "change-side": ["{both_sides}"],
}

/**
 * A part of the words, as a selector, and the place in it; an empty one leaves what is shown.
 * @param {Step} step @param {Phase} phase @param {number} sentence which of what is said as it begins
 */
export function nowShown(step, phase, sentence) {
  if (phase.kind === "finish") return { part: ".session-at-end", at: 0 }
  const before = step.stretch.cautions.length > 0 ? 2 : 1 // the name, and "take care"
  if (phase.kind === "change-over") return introduced(step, sentence - before)
  return { part: ".session-steps li", at: stepNow(step, phase) }
}

/** @param {Step} step @param {number} at of cautions, steps and note, one after the other */
function introduced({ stretch: { cautions, steps } }, at) {
  if (at < cautions.length) return { part: ".warning li", at: Math.max(0, at) }
  const past = at - cautions.length
  return past < steps.length ? { part: ".session-steps li", at: Math.max(0, past) } : { part: ".session-note", at: 0 }
}

/** @param {Step} step @param {Phase} phase */
function stepNow({ stretch: { step_gaps } }, { kind, set, side }) {
  const newSet = set > 1 && side < 2 && (kind === "rest" || kind === "change-side")
  const wanted = newSet ? [`${SET_BY_SET} ${set}`, "{both_sides}"] : (GAPS[kind] ?? GAPS.hold)
  const found = wanted.map((gap) => step_gaps.findIndex((text) => text.includes(gap))).find((at) => at >= 0)
  return found ?? step_gaps.length - 1
}

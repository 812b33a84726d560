/**
 * The plan that is being made, kept on this device until it is handed over or cleared, so that
 * stretches can be added to it from any page.
 *
 * @import { Plan } from "./format.js"
 */
import { read, remove, write } from "../storage.js"
import { toggle } from "./edit.js"
import { emptyPlan, isEmpty } from "./format.js"
import { decode } from "./read.js"
import { encode } from "./write.js"

const DRAFT = "plan.draft"

/** Null where none is kept. @returns {Plan | null} */
export function readDraft() {
  const kept = read(DRAFT)
  return kept === null ? null : decode(kept).plan
}

/** @param {Plan} plan */
export function keepDraft(plan) {
  if (isEmpty(plan)) forgetDraft()
  else write(DRAFT, encode(plan))
}

/** How many stretches it has, and whether that of a link is among them. */
export function keptStretches() {
  const ids = (readDraft()?.steps ?? []).map(({ exercise }) => exercise)
  return { count: ids.length, has: (/** @type {string} */ link) => ids.includes(stretchOf(link).exercise) }
}

/** Adds a stretch, or takes it out. @param {string} link The plan of this stretch alone. */
export function turnInDraft(link) {
  const plan = toggle(readDraft() ?? emptyPlan(), stretchOf(link))
  keepDraft({ ...plan, made_on: null }) // the builder dates it, and knows the clinic
}

export function forgetDraft() {
  remove(DRAFT)
}

/** @param {string} link */
function stretchOf(link) {
  return decode(link).plan.steps[0]
}

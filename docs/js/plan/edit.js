/**
 * Changes to a plan. Pure: each gives a new plan and leaves the old one as it was, so that undo
 * only has to remember it.
 *
 * @import { Dose, Plan, Step } from "./format.js"
 */
import { LIMITS, stepOf } from "./format.js"

const MOST_UNDONE = 100
/** What few doses have. */
const MORE = /** @type {const} */ ([
  ...["sets_to", "repetitions_to", "hold_seconds_to", "repetition_seconds_to", "set_seconds_to"],
  ...["until_tired", "as_you_like", "load"],
])

/** @param {Plan} plan @param {string} exercise @returns {Plan} */
export function add(plan, exercise) {
  return insert(plan, stepOf(exercise), plan.steps.length)
}

/** One press adds a stretch, another takes it out. @param {Plan} plan @param {Step} step @returns {Plan} */
export function toggle(plan, step) {
  const at = plan.steps.map(({ exercise }) => exercise).lastIndexOf(step.exercise)
  return at < 0 ? insert(plan, step, plan.steps.length) : remove(plan, at)
}

/** The same once more, behind it. @param {Plan} plan @param {number} index @returns {Plan} */
export function duplicate(plan, index) {
  return insert(plan, { ...plan.steps[index] }, index + 1)
}

/** A plan that is full stays as it is. @param {Plan} plan @param {Step} step @param {number} index @returns {Plan} */
function insert(plan, step, index) {
  if (plan.steps.length >= LIMITS.stretches) return plan
  return { ...plan, steps: [...plan.steps.slice(0, index), step, ...plan.steps.slice(index)] }
}

/** @param {Plan} plan @param {number} index @returns {Plan} */
export function remove(plan, index) {
  return { ...plan, steps: plan.steps.filter((_, at) => at !== index) }
}

/**
 * Beyond either end it stays at that end.
 * @param {Plan} plan @param {number} from @param {number} to @returns {Plan}
 */
export function move(plan, from, to) {
  const steps = [...plan.steps]
  const [step] = steps.splice(from, 1)
  if (!step) return plan
  steps.splice(Math.max(0, Math.min(to, steps.length)), 0, step)
  return { ...plan, steps }
}

/** @param {Plan} plan @param {number} index @param {Partial<Step>} values @returns {Plan} */
export function change(plan, index, values) {
  return { ...plan, steps: plan.steps.map((step, at) => (at === index ? { ...step, ...values } : step)) }
}

/** What a plan says of a dose: a site's own carry more. The rest between sets is its own field. @param {Dose} dose @returns {Dose} */
export function plainDose(dose) {
  const { sets, repetitions, hold_seconds, release_seconds, repetition_seconds, set_seconds, sides, first_side } = dose
  const more = MORE.filter((name) => dose[name]).map((name) => [name, dose[name]])
  const always = { sets, repetitions, hold_seconds, release_seconds, repetition_seconds, set_seconds }
  return { ...always, sides, first_side, ...Object.fromEntries(more) }
}

/** @param {Dose} a @param {Dose} b */
export function sameDose(a, b) {
  const [one, other] = [plainDose(a), plainDose(b)]
  const names = /** @type {(keyof Dose)[]} */ (Object.keys({ ...one, ...other }))
  return names.every((name) => one[name] === other[name])
}

/**
 * A plan that remembers what it was. Changes with the same `topic` one after the other, such as the
 * letters of a note, are undone together.
 * @param {Plan} start
 */
export function history(start) {
  /** @type {Plan[]} */
  const before = []
  let [plan, lastTopic] = [start, ""]
  return {
    get plan() {
      return plan
    },
    get canUndo() {
      return before.length > 0
    },
    /** @param {Plan} next @param {string} [topic] */
    set(next, topic = "") {
      if (next === plan) return
      if (!topic || topic !== lastTopic) before.push(plan)
      if (before.length > MOST_UNDONE) before.shift()
      ;[plan, lastTopic] = [next, topic]
    },
    undo() {
      ;[plan, lastTopic] = [before.pop() ?? plan, ""]
    },
  }
}

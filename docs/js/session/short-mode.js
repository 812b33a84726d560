/**
 * "I have three minutes", "only standing", "no floor today": which stretches of a routine fit, in
 * their own order, and why the others do not. Pure. It leaves doses as they are.
 *
 * @import { Step } from "../types.js"
 * @typedef {"position" | "floor" | "equipment" | "pace" | "time"} Reason
 * @typedef {{ minutes: number, standing: boolean, noFloor: boolean, missing: string[] }} Wishes
 *   minutes: 0 for no limit. missing: ids of equipment that the reader does not have.
 * @typedef {{ floor: string[], secondsOf: (steps: Step[]) => number }} Facts
 *   floor: positions on the floor. secondsOf: how long a session of these steps takes.
 */
import { isTimed } from "../plan/format.js"

/**
 * @param {Step[]} steps @param {Wishes} wishes @param {Facts} facts
 * @returns {{ chosen: Step[], leftOut: { step: Step, reason: Reason }[] }}
 */
export function choose(steps, wishes, facts) {
  /** @type {Step[]} */
  const chosen = []
  /** @type {{ step: Step, reason: Reason }[]} */
  const leftOut = []
  for (const step of steps) {
    const reason = unfit(step, wishes, facts) ?? tooLong([...chosen, step], wishes, facts)
    if (reason) leftOut.push({ step, reason })
    else chosen.push(step)
  }
  return { chosen, leftOut }
}

/** @param {Step} step @param {Wishes} wishes @param {Facts} facts @returns {Reason | null} */
function unfit({ stretch }, wishes, { floor }) {
  if (wishes.standing && stretch.position !== "standing") return "position"
  if (wishes.noFloor && floor.includes(stretch.position)) return "floor"
  if (stretch.equipment.some((thing) => wishes.missing.includes(thing))) return "equipment"
  if (wishes.minutes && !isTimed(stretch.dose)) return "pace"
  return null
}

/** @param {Step[]} steps @param {Wishes} wishes @param {Facts} facts @returns {Reason | null} */
function tooLong(steps, wishes, { secondsOf }) {
  return wishes.minutes && secondsOf(steps) > wishes.minutes * 60 ? "time" : null
}

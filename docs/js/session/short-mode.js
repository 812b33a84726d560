/**
 * "I have three minutes", "only standing", "no floor today": which stretches of a routine fit, in
 * their own order, and why the others do not. Pure. It leaves doses as they are.
 *
 * @typedef {import("./types.js").Step} Step
 * @typedef {"position" | "floor" | "equipment" | "time"} Reason
 * @typedef {{ minutes: number, standing: boolean, noFloor: boolean, missing: string[] }} Wishes
 *   minutes: 0 for no limit. missing: ids of equipment that the reader does not have.
 */

const ON_THE_FLOOR = new Set(["supine", "prone", "side-lying", "all-fours", "kneeling"])

/**
 * @param {Step[]} steps
 * @param {Wishes} wishes
 * @param {(steps: Step[]) => number} secondsOf how long a session of these steps takes
 * @returns {{ chosen: Step[], leftOut: { step: Step, reason: Reason }[] }}
 */
export function choose(steps, wishes, secondsOf) {
  /** @type {Step[]} */
  const chosen = []
  /** @type {{ step: Step, reason: Reason }[]} */
  const leftOut = []
  for (const step of steps) {
    const reason = unfit(step, wishes) ?? tooLong([...chosen, step], wishes, secondsOf)
    if (reason) leftOut.push({ step, reason })
    else chosen.push(step)
  }
  return { chosen, leftOut }
}

/** @param {Step} step @param {Wishes} wishes @returns {Reason | null} */
function unfit({ stretch }, wishes) {
  if (wishes.standing && stretch.position !== "standing") return "position"
  if (wishes.noFloor && ON_THE_FLOOR.has(stretch.position)) return "floor"
  if (stretch.equipment.some((thing) => wishes.missing.includes(thing))) return "equipment"
  return null
}

/**
 * @param {Step[]} steps
 * @param {Wishes} wishes
 * @param {(steps: Step[]) => number} secondsOf
 * @returns {Reason | null}
 */
function tooLong(steps, wishes, secondsOf) {
  return wishes.minutes && secondsOf(steps) > wishes.minutes * 60 ? "time" : null
}

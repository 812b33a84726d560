/**
 * The numbers of a stretch in a link: its dose, the rest between sets, how often. Pure.
 *
 * @import { Dose, Often } from "./format.js"
 */
import { allInRange, isPossible, RANGES, SIDES } from "./format.js"

const NUMBERS = new RegExp(
  "^(?:(?:(?<sets>[0-9]{1,4})x)?(?<repetitions>[0-9]{1,4}))?(?:h(?<hold_seconds>[0-9]{1,4}))?" +
    "(?:r(?<release_seconds>[0-9]{1,4}))?(?:m(?<repetition_seconds>[0-9]{1,4}))?" +
    "(?:s(?<set_seconds>[0-9]{1,4}))?(?<sides>e[lr]?|o[lr])?(?:p(?<pause_seconds>[0-9]{1,4}))?" +
    "(?:d(?<times_a_day>[0-9]{1,2}))?(?:w(?<days_a_week>[0-9]{1,2}))?$",
)

/**
 * `3x10h5ep30.d2w5`: 3 sets of 10, hold 5 seconds, each side, 30 seconds of rest between sets;
 * twice a day, 5 days a week. The dots are for the eye. Null where it cannot be read or done.
 * @param {string} written @returns {(Often & { dose: Dose | null, pause_seconds: number | null }) | null}
 */
export function numbersIn(written) {
  const groups = NUMBERS.exec(written.replaceAll(".", ""))?.groups
  if (!groups) return null
  const found = Object.fromEntries(
    Object.keys(RANGES).map((name) => [name, groups[name] ? Number(groups[name]) : null]),
  )
  const { pause_seconds, times_a_day, days_a_week, ...amounts } = found
  const given = Boolean(groups.sides) || Object.values(amounts).some((value) => value !== null)
  const dose = /** @type {Dose} */ ({
    ...amounts,
    sets: amounts.sets ?? 1,
    repetitions: amounts.repetitions ?? 1,
    ...SIDES[groups.sides ?? ""],
  })
  const others = { pause_seconds, times_a_day, days_a_week }
  if ((given && !isPossible(dose)) || !allInRange(others)) return null
  return { dose: given ? dose : null, ...others }
}

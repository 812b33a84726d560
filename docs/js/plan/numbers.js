/**
 * The numbers of a stretch in a link: its dose, the rest between sets, how often. Pure.
 *
 * @import { Dose, Often } from "./format.js"
 */
import { allInRange, isPossible, isTimed, KINDS, RANGED, RANGES, SIDES } from "./format.js"

/** `8`, `8-12`, or `1f` for one and a half. @param {string} name */
const range = (name) => `(?<${name}>[0-9]{1,4}f?)(?:-(?<${name}_to>[0-9]{1,4}f?))?`
const NUMBERS = new RegExp(
  `^(?:(?:${range("sets")}x)?${range("repetitions")})?(?<kind>[cta])?(?:h${range("hold_seconds")})?` +
    `(?:r(?<release_seconds>[0-9]{1,4}f?))?(?:m${range("repetition_seconds")})?(?:s${range("set_seconds")})?` +
    "(?<sides>e[lr]?|o[lr])?(?:p(?<pause_seconds>[0-9]{1,4}))?" +
    "(?:d(?<times_a_day>[0-9]{1,2}))?(?:w(?<days_a_week>[0-9]{1,2}))?$",
)

/**
 * `3x10h5ep30.d2w5`: 3 sets of 10, hold 5 seconds, each side, 30 seconds of rest between sets;
 * twice a day, 5 days a week. `2x8-12c`: 2 sets of 8 to 12 at one's own pace. The dots are for the eye. Null where it cannot be read or done.
 * @param {string} written @returns {(Often & { dose: Dose | null, pause_seconds: number | null }) | null}
 */
export function numbersIn(written) {
  const groups = NUMBERS.exec(written.replaceAll(".", ""))?.groups
  if (!groups) return null
  const found = Object.fromEntries(Object.keys(RANGES).map((name) => [name, numberIn(groups[name])]))
  const { pause_seconds, times_a_day, days_a_week, ...amounts } = found
  const { kind, sides } = groups
  const given = Boolean(kind || sides) || Object.values(amounts).some((value) => value !== null)
  const ends = RANGED.map((name) => `${name}_to`).filter((name) => groups[name])
  const dose = /** @type {Dose} */ ({
    ...amounts,
    sets: amounts.sets ?? 1,
    repetitions: amounts.repetitions ?? 1,
    ...SIDES[sides ?? ""],
    ...Object.fromEntries(ends.map((name) => [name, numberIn(groups[name])])),
    ...Reflect.get(KINDS, kind ?? "c"),
  })
  const others = { pause_seconds, times_a_day, days_a_week }
  if (given && (!isPossible(dose) || isTimed(dose) === Boolean(kind))) return null
  if (!allInRange(others)) return null
  return { dose: given ? dose : null, ...others }
}

/** @param {string | undefined} digits */
function numberIn(digits) {
  if (!digits) return null
  return digits.endsWith("f") ? Number(digits.slice(0, -1)) + 0.5 : Number(digits)
}

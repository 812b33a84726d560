/**
 * A stretch with the dose that holds for it: no step has a number of its own. Pure.
 * scripts/stretchbook/views/dosed_text.py fills the same gaps; tests/vectors/dosed-texts.json has both do it.
 *
 * @import { Stretch, StretchFile } from "./types.js"
 * @import { Dose } from "./plan/format.js"
 * @import { Words } from "./words.js"
 */
import { counted, duration, spread } from "./amounts.js"
import { counts, hasSets, isTimed, onlySide, setSeconds } from "./plan/format.js"
import { fill, say } from "./words.js"

export const SET_BY_SET = "{set_by_set}"
const BOTH_SIDES = "{both_sides}"
const ONE_SIDE = "{one_side}"

/**
 * @template {Dose} D
 * @param {Words} words @param {StretchFile} stretch @param {D} dose @returns {Stretch & { dose: D }}
 */
export function withDose(words, stretch, dose) {
  const marked = markedSteps(words, stretch, dose)
  const [steps, step_gaps] = [marked.map(({ text }) => text), marked.map(({ gaps }) => gaps)]
  const test = stretch.self_test
  const self_test = test && { ...test, steps: test.step_texts.map((step) => forSides(step, dose)).filter(Boolean) }
  return { ...stretch, dose, steps, step_gaps, self_test, picture_note: sideShown(words, stretch, dose) }
}

/**
 * What to do, in order, for this dose: on which side, each set, and every number.
 * @param {Words} words @param {StretchFile} stretch @param {Dose} dose
 */
export function dosedSteps(words, stretch, dose) {
  return markedSteps(words, stretch, dose).map(({ text }) => text)
}

/**
 * Each step, and as it was written: its gaps tell what it is about.
 * @param {Words} words @param {StretchFile} stretch @param {Dose} dose
 */
function markedSteps(words, { side_of, step_texts, set_steps }, dose) {
  const filling = gapsOf(words, dose)
  const steps = step_texts.flatMap((step) => (step === SET_BY_SET ? setBySet(words, dose, set_steps) : [[step, step]]))
  const filled = steps.map(([step, gaps]) => ({ text: fill(forSides(step, dose), filling), gaps }))
  return [{ text: sideStep(words, dose, side_of), gaps: "" }, ...filled].filter(({ text }) => text)
}

/** What a set begins with; after the last text they begin again. @param {string[]} texts @param {number} set */
export function setStep(texts, set) {
  return texts.length > 0 ? texts[(set - 1) % texts.length] : ""
}

/**
 * The text without its mark, or nothing where it is not meant for these sides.
 * @param {string} text @param {Dose} dose
 */
function forSides(text, dose) {
  const [mark, other] = onlySide(dose) ? [ONE_SIDE, BOTH_SIDES] : [BOTH_SIDES, ONE_SIDE]
  return text.includes(other) ? "" : text.replace(mark, "").trim()
}

/** @param {Words} words @param {Dose} dose */
function gapsOf(words, dose) {
  const { release_seconds } = dose
  const [time, clock] = timesOf(words, dose)
  return {
    hold: time,
    release: release_seconds ? duration(words, release_seconds) : say(words, "a_moment"),
    movement: time,
    clock,
    times: repeated(words, dose),
    count: countOf(words, dose),
  }
}

/** How long one repetition takes, and one set; never a number that the dose does not have. @param {Words} words @param {Dose} dose */
function timesOf(words, dose) {
  const { hold_seconds, hold_seconds_to, repetition_seconds, repetition_seconds_to } = dose
  if (!isTimed(dose)) return [say(words, "your_time"), say(words, "your_time")]
  const time = duration(words, setSeconds(dose), dose.set_seconds_to)
  const [one, most] = [hold_seconds ?? repetition_seconds, hold_seconds_to ?? repetition_seconds_to]
  const clock = one && (most || dose.repetitions_to) ? say(words, "at_least", { time }) : time
  return [one ? duration(words, one, most) : clock, clock]
}

/** @param {Words} words @param {Dose} dose */
function repeated(words, { as_you_like, until_tired, repetitions, repetitions_to }) {
  if (as_you_like) return say(words, "times_free")
  return until_tired ? say(words, "times_tired") : counted(words, "times", repetitions, repetitions_to)
}

/** What one set is, without a time: "8 to 12 times (2 kg)". @param {Words} words @param {Dose} dose */
export function oneSet(words, dose) {
  const [times, { load }] = [repeated(words, dose), dose]
  return load ? say(words, "dose_load", { dose: times, load }) : times
}

/** @param {Words} words @param {Dose} dose */
function countOf(words, dose) {
  const { sets, sets_to, repetitions, repetitions_to } = dose
  const gaps = { sets: counted(words, "sets_count", sets, sets_to), n: spread(words, repetitions, repetitions_to) }
  if (dose.as_you_like) return say(words, "count_free")
  if (dose.until_tired) return say(words, hasSets(dose) ? "count_tired_sets" : "count_tired", gaps)
  if (hasSets(dose) && counts(dose)) return say(words, "count_sets", gaps)
  if (!hasSets(dose) && !counts(dose)) return say(words, "count_once")
  return say(words, "count_times", { times: counted(words, "times", sets * repetitions, sets_to ?? repetitions_to) })
}

/** @param {Words} words @param {Dose} dose @param {string} sideOf */
function sideStep(words, dose, sideOf) {
  const only = onlySide(dose)
  if (only) return say(words, `only ${only} ${sideOf}`)
  return dose.first_side ? say(words, `first ${dose.first_side} ${sideOf}`) : ""
}

/** Which side the picture shows, where the dose is for the other one alone. @param {Words} words @param {StretchFile} stretch @param {Dose} dose */
function sideShown(words, { picture, side_of }, dose) {
  const [only, { side }] = [onlySide(dose), picture]
  return only && side && only !== side ? say(words, `shown ${side} ${side_of}`) : ""
}

/** @param {Words} words @param {Dose} dose @param {string[]} texts */
function setBySet(words, dose, texts) {
  const most = dose.sets_to ?? dose.sets
  const numbers = texts.length > 0 ? Array.from({ length: most }, (_, at) => at + 1) : []
  return numbers.map((number) => {
    const step = setStep(texts, number)
    return [most === 1 ? step : say(words, "set_step", { number, step }), `${SET_BY_SET} ${number}`]
  })
}

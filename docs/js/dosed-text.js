/**
 * A stretch with the dose that holds for it: no step has a number of its own. Pure.
 * scripts/stretchbook/views/dosed_text.py fills the same gaps; tests/vectors/dosed-texts.json has both do it.
 *
 * @import { Stretch, StretchFile } from "./types.js"
 * @import { Dose } from "./plan/format.js"
 * @import { Words } from "./words.js"
 */
import { onlySide, setSeconds } from "./plan/format.js"
import { duration, fill, say } from "./words.js"

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
  const { sets, repetitions, hold_seconds, release_seconds, repetition_seconds } = dose
  const set = setSeconds(dose)
  const time = duration(words, hold_seconds ?? repetition_seconds ?? set)
  return {
    hold: time,
    release: release_seconds ? duration(words, release_seconds) : say(words, "a_moment"),
    movement: time,
    clock: duration(words, set),
    times: say(words, "times", { n: repetitions }),
    count: countOf(words, sets, repetitions),
  }
}

/** @param {Words} words @param {number} sets @param {number} n */
function countOf(words, sets, n) {
  if (sets > 1 && n > 1) return say(words, "count_sets", { sets, n })
  return sets * n === 1 ? say(words, "count_once") : say(words, "count_times", { n: sets * n })
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
function setBySet(words, { sets }, texts) {
  const numbers = texts.length > 0 ? Array.from({ length: sets }, (_, at) => at + 1) : []
  return numbers.map((number) => {
    const step = setStep(texts, number)
    return [sets === 1 ? step : say(words, "set_step", { number, step }), `${SET_BY_SET} ${number}`]
  })
}

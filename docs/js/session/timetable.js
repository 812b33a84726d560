/**
 * What happens when in a guided session: doses in, timed phases out. Pure.
 *
 * A phase that is no part of a dose lasts until a slow voice has said all it says as it begins.
 * The phases that are work (hold, let go, move, test) add up exactly to the dose's own time, which
 * is what the pages show. scripts/stretchbook/views/timetable.py works out the same total for the
 * line beside the start button; a test runs both over every routine.
 *
 * @import { Dose, Phase, SessionData, Step, Times, Timing } from "../types.js"
 */
import { isTimed } from "../plan/format.js"
import { endNote, spoken } from "./phrases.js"
import { speechSeconds } from "./speech.js"

/** The body before the first stretch: on its feet, with empty hands. */
const AT_THE_START = { position: "standing", equipment: /** @type {string[]} */ ([]) }

/**
 * All phases of a session in order.
 * @param {SessionData} data @param {Step[]} steps @param {string} pace `1`, `1.5`, `2`, or `waits`
 */
export function timetable(data, steps, pace) {
  return phasesOf(steps, timingFor(data.timing, pace)).map((phase, index) => {
    if (phase.work || phase.kind === "again") return phase
    const said = spoken(data, phase, steps[phase.step], index === 0)
    return { ...phase, seconds: Math.max(phase.seconds, speechSeconds(data.timing, said)) }
  })
}

/** As long as the changes themselves take. @param {Step[]} steps @param {Timing} timing @returns {Phase[]} */
function phasesOf(steps, timing) {
  return steps.flatMap((step, index) => {
    const before = index > 0 ? steps[index - 1].stretch : AT_THE_START
    const phases = [changeOver(step, before, timing), ...work(step, timing), ...finish(step, timing)]
    return phases.map((phase) => ({ ...phase, step: index }))
  })
}

/**
 * The times between doses as the reader wants them.
 * @param {Times} normal @param {string} pace @returns {Timing}
 */
function timingFor(normal, pace) {
  const factor = Number(pace)
  return { ...normal, pace: factor >= 1 && factor <= 3 ? factor : 1, waits: pace === "waits" }
}

/** Seconds of all phases that end by themselves. @param {Phase[]} phases */
export function totalSeconds(phases) {
  return phases.reduce((sum, phase) => sum + (phase.waits ? 0 : phase.seconds), 0)
}

/** Seconds of the doses alone, as the pages show them. @param {Phase[]} phases */
export function workSeconds(phases) {
  return phases.reduce((sum, phase) => sum + (phase.work ? phase.seconds : 0), 0)
}

/**
 * Time to read the steps and get into position; longest down to the floor and up from it.
 * @param {Step} step @param {{ position: string, equipment: string[] }} before @param {Timing} timing
 */
function changeOver({ stretch }, before, timing) {
  const [there, here] = [before, stretch].map(({ position }) => timing.floor.includes(position))
  const stays = stretch.position === before.position && same(stretch.equipment, before.equipment)
  const usual = there !== here ? timing.move : stays ? timing.settle : timing.shift
  const seconds = timing.pace * Math.max(usual, stretch.set_up_seconds)
  return phase("change-over", seconds, { waits: timing.waits })
}

/**
 * Get ready, then every set on every side in full, with a break between each two.
 * @param {Step} step @param {Timing} timing
 */
function work({ stretch, pause_seconds }, timing) {
  const { dose, self_test } = stretch
  const sides = dose.sides === "each" && !dose.alternate ? [1, 2] : [0]
  const rest = pause_seconds ?? dose.rest_seconds
  const blocks = counted(dose.sets).flatMap((set) => sides.map((side) => ({ set, side })))
  const every = dose.repetitions === 1 ? (self_test?.check_every_seconds ?? 0) : 0
  return blocks.flatMap((place, number) => [
    number === 0 ? phase("ready", timing.pace * timing.ready, place) : pause(place, stretch, rest, timing),
    ...block(dose, timing, every).map((one) => ({ ...one, set: place.set, side: place.side || one.side })),
  ])
}

/**
 * Between two blocks. A rest that the dose sets is as long as it says, and begins each new set.
 * @param {{ set: number, side: number }} next @param {Step["stretch"]} stretch
 * @param {number | null | undefined} rest @param {Timing} timing
 */
function pause(next, { change_side_seconds }, rest, timing) {
  const set = next.side < 2 && rest ? rest : 0
  if (!next.side) return phase("rest", set || timing.pace * timing.rest, next)
  const change = timing.pace * (change_side_seconds || timing.change_side)
  return phase("change-side", Math.max(change, set), { ...next, waits: timing.waits })
}

/** What is to be said when a stretch is done, such as how to get up. @param {Step} step @param {Timing} timing */
function finish(step, timing) {
  return endNote(step) ? [phase("finish", timing.pace * timing.finish)] : []
}

/**
 * One set on one side, or on both where they take turns. Without a time the reader says when it is done.
 * @param {Dose} dose @param {Timing} timing @param {number} every seconds between two self tests, 0 for none
 */
function block(dose, timing, every) {
  if (dose.set_seconds) return [phase("move", dose.set_seconds, { work: true })]
  if (!isTimed(dose)) return [phase("count", 0, { work: true, waits: true })]
  const turns = counted(dose.repetitions).flatMap((repetition) =>
    dose.alternate ? [1, 2].map((side) => ({ repetition, side })) : [{ repetition }],
  )
  return turns.flatMap((turn, number) => {
    const again = number > 0 && dose.hold_seconds && !dose.release_seconds
    const gap = again ? [phase("again", timing.again, turn)] : []
    return [...gap, ...repetition(dose, every).map((one) => ({ ...one, ...turn }))]
  })
}

/** @param {Dose} dose @param {number} every */
function repetition(dose, every) {
  if (dose.repetition_seconds) return [phase("move", dose.repetition_seconds, { work: true })]
  const hold = dose.hold_seconds ?? 0
  const release = dose.release_seconds ? [phase("release", dose.release_seconds, { work: true })] : []
  return [phase(every ? "test" : "hold", hold, { work: true, every }), ...release]
}

/** @param {Phase["kind"]} kind @param {number} seconds @param {Partial<Phase>} [rest] @returns {Phase} */
function phase(kind, seconds, rest = {}) {
  const none = { step: 0, set: 0, side: 0, repetition: 0, every: 0, work: false, waits: false }
  return { ...none, kind, seconds: rest.work ? seconds : Math.round(seconds), ...rest }
}

/** @param {number} count */
function counted(count) {
  return Array.from({ length: count }, (_, number) => number + 1)
}

/** @param {string[]} one @param {string[]} other */
function same(one, other) {
  return [...one].sort().join() === [...other].sort().join()
}

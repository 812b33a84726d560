/**
 * Which stretches were done: time that nobody spent does not count, nor does a press on "next".
 *
 * @import { Phase } from "../types.js"
 * @import { Clock } from "./clock.js"
 */
import { workBetween } from "./clock.js"

const ENOUGH = 0.5 // of the dose: who goes on a little early did it too

export class Done {
  /** @param {Phase[]} phases @param {{ done: number[], skipped: number[], worked?: number[] } | null} saved */
  constructor(phases, saved) {
    this.phases = phases
    this.steps = new Set(saved?.done)
    this.skipped = new Set(saved?.skipped)
    /** Milliseconds of work, by stretch. @type {number[]} */
    this.worked = [...(saved?.worked ?? [])]
  }

  /** @param {Clock} from @param {Clock} to */
  spend(from, to) {
    for (const [step, spent] of workBetween(from, to)) this.add(step, spent)
  }

  /** @param {number} step @param {number} spent milliseconds */
  add(step, spent) {
    this.worked[step] = (this.worked[step] ?? 0) + spent
  }

  /** Counts what is behind. @param {number} before the place of the stretch that is on now */
  count(before) {
    for (let step = 0; step < before; step += 1) {
      const dose = this.phases.reduce((sum, one) => sum + (one.work && one.step === step ? one.seconds : 0), 0)
      const enough = (this.worked[step] ?? 0) >= ENOUGH * 1000 * dose
      if (enough && !this.skipped.has(step)) this.steps.add(step)
    }
  }

  /** Whether there is anything for the diary. */
  get began() {
    return this.steps.size + this.skipped.size > 0
  }

  /** @param {number} step */
  skip(step) {
    this.skipped.add(step)
    this.steps.delete(step)
  }

  /** For a later day. */
  saved() {
    return { done: [...this.steps], skipped: [...this.skipped], worked: Array.from(this.worked, (spent) => spent ?? 0) }
  }
}

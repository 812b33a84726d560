/**
 * A session while it runs: holds the clock, and brings screen, cues and what is kept in line with
 * it. The clock is asked for the time; nothing here counts ticks.
 *
 * @import { Entry } from "../diary/entries.js"
 * @import { Phase, SessionData } from "../types.js"
 * @import { Signal } from "./cues.js"
 * @import { Unfinished } from "./keep.js"
 * @import { Cue } from "./marks.js"
 * @import { Plan } from "./setup.js"
 * @typedef {{ entry: Entry, kept: boolean }} Ended
 */
import { newEntry, saveEntry } from "../diary/entries.js"
import { keepAwake } from "./awake.js"
import * as clocks from "./clock.js"
import { makeCues } from "./cues.js"
import { keepUnfinished, leaveOut } from "./keep.js"
import { passed } from "./marks.js"
import { details, spoken, title } from "./phrases.js"
import { language, say } from "../words.js"
import { Screen } from "./screen.js"
import { timetable } from "./timetable.js"

const TICK_MS = 200
const MORE_SECONDS = 180 // "3 more minutes" of a test
const LONGEST_TEST_SECONDS = 900 // by the clock, whatever the test says
const SIGNALS = {
  ...{ hold: "work", move: "work", test: "work", release: "release", again: "release" },
  ...{ "change-over": "change", "change-side": "change", rest: "change", ready: "count", finish: "change" },
}

export class Run {
  /** @param {{ dialog: HTMLDialogElement, id: string, name: string, data: SessionData, plan: Plan }} given */
  constructor({ dialog, id, name, data, plan }) {
    this.dialog = dialog
    this.id = id
    this.data = data
    this.plan = plan
    const { saved, steps } = plan
    this.steps = steps
    this.phases = timetable(data, steps, plan.settings.pace)
    this.done = new Set(saved?.done)
    this.skipped = new Set(saved?.skipped)
    this.entry = saved?.entry ?? newEntry(new Date(), name, steps.length, plan.before)
    this.clock = this.clockFrom(saved)
    this.screen = new Screen(dialog, data, this.answers())
    this.cues = makeCues(plan.settings.cues, this.screen.light, language())
    /** @type {(ended: Ended) => void} */
    this.onEnd = () => {}
    this.over = new AbortController()
    this.shown = -1
    this.lastSpent = 0
    this.kept = true
  }

  /** @param {Unfinished | null} saved */
  clockFrom(saved) {
    if (!saved) return clocks.pausedClock(this.phases)
    const phases = this.phases.map((phase, index) =>
      index === saved.index ? { ...phase, seconds: saved.seconds } : phase,
    )
    return clocks.pausedClock(phases, Math.min(saved.index, phases.length - 1), saved.spent)
  }

  /** What each button and key does. */
  answers() {
    return {
      close: () => this.dialog.close(),
      pause: () => this.togglePause(),
      back: () => this.move(clocks.back),
      next: () => this.move(clocks.next),
      skip: () => this.skip(),
      more: () => this.more(),
    }
  }

  /** @param {(ended: Ended) => void} onEnd */
  start(onEnd) {
    this.onEnd = onEnd
    this.cues.begin()
    this.letSleep = keepAwake((works) => this.screen.tellAwake(works))
    this.clock = clocks.run(this.clock, Date.now())
    this.timer = setInterval(() => this.tick(), TICK_MS)
    const until = { signal: this.over.signal }
    document.addEventListener("visibilitychange", () => this.pageChanged(), until)
    window.addEventListener("pagehide", () => this.pageChanged(), until)
    this.dialog.addEventListener("close", () => this.leave(), until)
    this.tick()
    this.screen.focus()
  }

  /** Bring everything in line with the time. */
  tick() {
    const now = Date.now()
    this.clock = clocks.settle(this.clock, now)
    if (clocks.isOver(this.clock)) return this.finish()
    if (this.clock.index !== this.shown) this.enter()
    this.ringMarks()
    const phase = this.clock.phases[this.clock.index]
    this.screen.draw({
      mayExtend: phase.seconds < LONGEST_TEST_SECONDS,
      steps: this.steps,
      phases: this.clock.phases,
      index: this.clock.index,
      left: clocks.phaseLeft(this.clock, now),
      allLeft: clocks.timeLeft(this.clock, now),
      progress: clocks.progress(this.clock, now),
      paused: this.clock.since === null,
    })
  }

  /** A phase has begun, by the clock or by a button. */
  enter() {
    const { index, phases } = this.clock
    const phase = phases[index]
    const newStep = phases[this.shown]?.step !== phase.step
    this.shown = index
    this.lastSpent = this.clock.spent / 1000
    this.countDone(phase.step)
    this.cues.signal(/** @type {Signal} */ (SIGNALS[phase.kind]))
    const said = spoken(this.data, phase, this.steps[phase.step], index === 0)
    this.cues.say(said)
    if (phase.repetition <= 1 && phase.kind !== "ready") this.screen.announce(this.announcement(phase, said[0]))
    if (newStep) this.keep()
  }

  /**
   * One sentence for a screen reader, at the start of a part and not at every repetition.
   * @param {Phase} phase @param {string} said
   */
  announcement(phase, said) {
    if (phase.kind !== "hold" && phase.kind !== "move") return said
    const step = this.steps[phase.step]
    return [title(this.data, phase, step), ...details(this.data, phase, step), step.stretch.dose_line].join(". ")
  }

  ringMarks() {
    const { index, phases, spent, since } = this.clock
    if (since === null) return
    const now = spent / 1000
    for (const { cue } of passed(phases[index], this.lastSpent, now)) this.ring(cue, phases[index])
    this.lastSpent = now
  }

  /** @param {Cue} cue @param {Phase} phase */
  ring(cue, phase) {
    const { text } = this.data
    if (cue === "count") this.cues.signal("count")
    if (cue === "five") this.screen.announce(text["say-five"])
    if (cue === "half") this.cues.say([text["say-half"]])
    if (cue !== "test") return
    const step = this.steps[phase.step].stretch.self_test?.steps[0] ?? ""
    const said = say(text, "say-test-now", { step })
    this.cues.signal("change")
    this.cues.say([said])
    this.screen.announce(said)
  }

  togglePause() {
    const now = Date.now()
    const pauses = this.clock.since !== null
    this.clock = pauses ? clocks.pause(this.clock, now) : clocks.run(this.clock, now)
    if (pauses) {
      this.cues.hush()
      this.screen.announce(this.data.text["say-paused"])
      this.keep()
    }
    this.tick()
  }

  /** @param {(clock: clocks.Clock, now: number) => clocks.Clock} how */
  move(how) {
    this.clock = how(this.clock, Date.now())
    this.shown = this.clock.index === this.shown ? -1 : this.shown // said again from its start
    this.tick()
  }

  /** Leaves the stretch out, for now and the next time, until the reader brings it back. */
  skip() {
    this.clock = clocks.settle(this.clock, Date.now())
    const phase = this.clock.phases[this.clock.index]
    if (!phase) return this.tick()
    const { id, name } = this.steps[phase.step].stretch
    this.skipped.add(phase.step)
    this.done.delete(phase.step)
    this.kept = leaveOut(id, name) && this.kept
    this.move(clocks.nextStretch)
    this.screen.note(say(this.data.text, "skipped", { name }))
  }

  more() {
    const phase = this.clock.phases[this.clock.index]
    const more = Math.min(MORE_SECONDS, LONGEST_TEST_SECONDS - phase.seconds)
    if (more > 0) this.clock = clocks.extend(this.clock, more, Date.now())
    this.tick()
  }

  /** @param {number} before the place of the stretch that is on now */
  countDone(before) {
    for (let step = 0; step < before; step += 1) if (!this.skipped.has(step)) this.done.add(step)
  }

  /** Where it stands, for a later day, and what has been done so far, for the diary. */
  keep() {
    const { index, spent, phases } = this.clock
    const phase = phases[Math.min(index, phases.length - 1)]
    this.entry = {
      ...this.entry,
      done: this.done.size,
      skipped: [...this.skipped].map((step) => this.steps[step].stretch.name),
    }
    const kept = keepUnfinished(this.id, {
      ...{ at: Date.now(), pace: this.plan.settings.pace, entry: this.entry },
      steps: this.steps.map(({ stretch: { id, dose, dose_line }, ...rest }) => ({
        ...rest,
        stretch: { id, dose, dose_line },
      })),
      ...{ step: phase.step, index, spent, seconds: phase.seconds },
      ...{ done: [...this.done], skipped: [...this.skipped] },
    })
    const began = this.done.size + this.skipped.size > 0
    this.kept = (!began || saveEntry(this.entry)) && kept
    this.screen.tellKept(this.kept)
  }

  pageChanged() {
    if (document.visibilityState === "hidden") {
      this.clock = clocks.settle(this.clock, Date.now())
      if (!clocks.isOver(this.clock)) this.keep()
    } else this.tick()
  }

  finish() {
    this.stop()
    this.countDone(this.steps.length)
    this.keep()
    this.cues.signal("end")
    this.cues.say([this.data.text["say-over"]])
    this.dialog.addEventListener("close", () => this.cues.end(), { once: true })
    this.onEnd({ entry: this.entry, kept: this.kept })
  }

  /** Closed: nothing is asked, nothing is lost. */
  leave() {
    this.clock = clocks.pause(this.clock, Date.now())
    if (!clocks.isOver(this.clock)) this.keep()
    this.stop()
    this.cues.end()
  }

  stop() {
    clearInterval(this.timer)
    this.letSleep?.()
    this.over.abort()
  }
}

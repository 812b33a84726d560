/**
 * A session while it runs: holds the clock, and brings screen, cues and what is kept in line with
 * it. The clock is asked for the time; nothing here counts ticks.
 *
 * @import { Entry } from "../diary/entries.js"
 * @import { Phase, SessionData } from "../types.js"
 * @import { Signal } from "./cues.js"
 * @import { Unfinished } from "./keep.js"
 * @import { Cue } from "./marks.js"
 * @import { Beginning } from "./setup.js"
 * @typedef {{ entry: Entry, kept: boolean | null }} Ended kept: null where there is nothing to keep.
 */
import { isToday, newEntry, saveEntry } from "../diary/entries.js"
import { keepAwake } from "./awake.js"
import { watchForGaps } from "./away.js"
import * as clocks from "./clock.js"
import { makeCues } from "./cues.js"
import { Done } from "./done.js"
import { keepUnfinished, leaveOut } from "./keep.js"
import { isTesting, passed } from "./marks.js"
import { details, spoken, title } from "./phrases.js"
import { language, say } from "../words.js"
import { Screen } from "./screen.js"
import { sentenceAt } from "./speech.js"
import { timetable } from "./timetable.js"

const TICK_MS = 200
const MORE_SECONDS = 180 // "3 more minutes" of a test
const LONGEST_TEST_SECONDS = 900 // by the clock, whatever the test says
const SIGNALS = {
  ...{ hold: "work", move: "work", count: "work", test: "work", release: "release", again: "release" },
  ...{ "change-over": "change", "change-side": "change", rest: "change", ready: "count", finish: "change" },
}

export class Run {
  /** @param {{ dialog: HTMLDialogElement, id: string, name: string, data: SessionData, beginning: Beginning }} given */
  constructor({ dialog, id, name, data, beginning }) {
    this.dialog = dialog
    this.id = id
    this.data = data
    this.beginning = beginning
    const { saved, steps } = beginning
    this.steps = steps
    this.phases = timetable(data, steps, beginning.settings.pace)
    const today = saved && isToday(saved.entry) // another day has an entry of its own
    this.done = new Done(this.phases, today ? saved : null)
    this.entry = today ? saved.entry : newEntry(new Date(), name, steps.length, beginning.before)
    this.clock = this.clockFrom(saved)
    this.screen = new Screen(dialog, data, this.answers())
    this.cues = makeCues(beginning.settings.cues, this.screen.light, language(), data.timing)
    this.wasAway = watchForGaps()
    this.seen = this.clock // as it was when somebody last looked
    /** Where the time alone would be, while the reader is asked. @type {clocks.Clock | null} */
    this.ahead = null
    /** @type {string[]} */
    this.said = []
    this.sentence = -1 // that the voice is saying; -1 where no voice tells
    /** @type {(ended: Ended) => void} */
    this.onEnd = () => {}
    this.over = new AbortController()
    this.shown = -1
    this.lastSpent = 0
    this.kept = true
  }

  /**
   * Where it was left; on another day, or where the site has changed since, at the start of that stretch.
   * @param {Unfinished | null} saved
   */
  clockFrom(saved) {
    if (!saved) return clocks.pausedClock(this.phases)
    const { index, spent, seconds, step } = saved
    const start = Math.max(
      0,
      this.phases.findIndex((phase) => phase.step === step),
    )
    if (!isToday(saved.entry) || this.phases[index]?.step !== step) return clocks.pausedClock(this.phases, start)
    const phases = this.phases.map((phase, at) => (at === index ? { ...phase, seconds } : phase))
    return clocks.pausedClock(phases, index, spent)
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
      atTop: () => this.atTop(),
      counted: () => this.countAhead(),
    }
  }

  /** @param {(ended: Ended) => void} onEnd */
  start(onEnd) {
    this.onEnd = onEnd
    this.cues.begin()
    this.letSleep = keepAwake((works) => this.screen.tellAwake(works))
    this.wasAway()
    this.clock = clocks.run(this.clock, performance.now())
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
    const now = performance.now()
    const visible = document.visibilityState === "visible"
    if (visible && this.wasAway() && this.clock.since !== null) return this.ask(now)
    const before = this.clock
    this.clock = this.settled(now)
    if (visible) this.done.spend(before, this.clock)
    if (clocks.isOver(this.clock)) return visible && this.finish()
    if (visible) this.seen = this.clock
    if (this.clock.index !== this.shown) this.enter(visible)
    this.ringMarks()
    this.draw(now)
  }

  /** Never past the end of a break in which the voice still speaks. @param {number} now */
  settled(now) {
    const settled = clocks.settle(this.clock, now)
    const phase = this.clock.phases[this.clock.index]
    const waits = settled.index > this.clock.index && !phase.work && this.cues.speaks()
    return waits ? clocks.atEnd(this.clock, now) : settled
  }

  /** @param {number} now */
  draw(now) {
    const { index, phases, spent } = this.clock
    const scheduled = sentenceAt(this.data.timing, this.said, spent / 1000)
    const testing = isTesting(phases[index], spent / 1000)
    this.screen.draw({
      mayExtend: phases[index].seconds < LONGEST_TEST_SECONDS,
      steps: this.steps,
      phases,
      index,
      ...{ sentence: this.sentence < 0 ? scheduled : this.sentence, testing },
      left: clocks.phaseLeft(this.clock, now),
      allLeft: clocks.timeLeft(this.clock, now),
      progress: clocks.progress(this.clock, now),
      paused: this.clock.since === null,
    })
  }

  /** Nobody looked for a while: the place is kept, and the reader says whether that time counts. @param {number} now */
  ask(now) {
    this.ahead = clocks.settle(this.clock, now)
    this.clock = { ...this.seen, since: null }
    this.cues.hush()
    this.screen.ask(this.ahead.index > this.clock.index)
    this.draw(now)
  }

  /** The reader went on all the same. */
  countAhead() {
    if (!this.ahead) return
    this.done.spend(this.clock, this.ahead)
    this.clock = { ...this.ahead, since: null }
    this.togglePause()
  }

  /** A phase has begun, by the clock or by a button. @param {boolean} seen by somebody, as far as we know */
  enter(seen) {
    const { index, phases } = this.clock
    const phase = phases[index]
    const newStep = phases[this.shown]?.step !== phase.step
    this.shown = index
    this.lastSpent = this.clock.spent / 1000
    this.cues.signal(/** @type {Signal} */ (SIGNALS[phase.kind]))
    const said = spoken(this.data, phase, this.steps[phase.step], index === 0)
    this.said = said
    this.sentence = -1
    this.cues.say(said, (at) => (this.sentence = at))
    if (phase.repetition <= 1 && phase.kind !== "ready") this.screen.announce(this.announcement(phase, said[0] ?? ""))
    if (!seen || !newStep) return
    this.done.count(phase.step)
    this.keep()
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
    const now = performance.now()
    const pauses = this.clock.since !== null
    this.clock = pauses ? clocks.pause(this.clock, now) : clocks.run(this.clock, now)
    if (pauses) {
      this.cues.hush()
      this.screen.announce(this.data.text["say-paused"])
      this.keep()
    } else this.goOn()
    this.tick()
  }

  /** A press of the reader, so the device lets sound play again. What was cut off is said again. */
  goOn() {
    this.cues.wake()
    this.wasAway()
    if (this.ahead || !this.clock.phases[this.clock.index]?.work) this.shown = -1
    this.ahead = null
    this.screen.asked()
  }

  /** @param {(clock: clocks.Clock, now: number) => clocks.Clock} how */
  move(how) {
    this.clock = how(this.clock, performance.now())
    this.shown = this.clock.index === this.shown ? -1 : this.shown // said again from its start
    this.tick()
  }

  /** Leaves the stretch out, for now and the next time, until the reader brings it back. */
  skip() {
    this.clock = clocks.settle(this.clock, performance.now())
    const phase = this.clock.phases[this.clock.index]
    if (!phase) return this.tick()
    const { id, name } = this.steps[phase.step].stretch
    this.done.skip(phase.step)
    this.kept = leaveOut(id, name) && this.kept
    this.move(clocks.nextStretch)
    this.screen.note(say(this.data.text, "skipped", { name }))
  }

  more() {
    const phase = this.clock.phases[this.clock.index]
    const more = Math.min(MORE_SECONDS, LONGEST_TEST_SECONDS - phase.seconds)
    if (more > 0) this.clock = clocks.extend(this.clock, more, performance.now())
    this.tick()
  }

  /** The test says that this side is done, however long it took. */
  atTop() {
    const phase = this.clock.phases[this.clock.index]
    this.done.add(phase.step, 1000 * phase.seconds)
    this.move(clocks.next)
  }

  /** Where it stands, for a later day, and what has been done so far, for the diary. */
  keep() {
    const hidden = document.visibilityState === "hidden"
    const { index, spent, phases } = hidden ? this.seen : this.clock
    const phase = phases[Math.min(index, phases.length - 1)]
    this.entry = {
      ...this.entry,
      done: this.done.steps.size,
      skipped: [...this.done.skipped].map((step) => this.steps[step].stretch.name),
    }
    const kept = keepUnfinished(this.id, {
      ...{ at: Date.now(), pace: this.beginning.settings.pace, entry: this.entry },
      steps: this.steps.map(({ stretch: { id, dose, dose_line }, ...rest }) => ({
        ...rest,
        stretch: { id, dose, dose_line },
      })),
      ...{ step: phase.step, index, spent, seconds: phase.seconds },
      ...this.done.saved(),
    })
    this.kept = (!this.done.began || saveEntry(this.entry)) && kept
    this.screen.tellKept(this.kept)
  }

  pageChanged() {
    if (document.visibilityState !== "hidden") {
      this.cues.wake()
      this.tick()
    } else this.keep()
  }

  finish() {
    this.stop()
    this.done.count(this.steps.length)
    this.keep()
    this.cues.signal("end")
    this.cues.say([this.data.text["say-over"]])
    this.dialog.addEventListener("close", () => this.cues.end(), { once: true })
    this.onEnd({ entry: this.entry, kept: this.done.began ? this.kept : null })
  }

  /** Closed: nothing is asked, nothing is lost. */
  leave() {
    this.clock = this.wasAway() ? { ...this.seen, since: null } : clocks.pause(this.clock, performance.now())
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

/**
 * Cues for somebody who does not look at the screen: voice, tones, vibration, a flash. All are made
 * on the device. Nothing plays before `begin`, which a press of the reader must call: browsers
 * refuse sound otherwise.
 *
 * @typedef {{ speech: boolean, sound: boolean, vibration: boolean, flash: boolean }} Choices
 * @typedef {"work" | "release" | "change" | "count" | "end"} Signal
 */
/** @import { Times } from "../types.js" */
import { attempt } from "./attempt.js"
import { speechSeconds } from "./speech.js"
import { Voice } from "./voice.js"

/** Tones: hertz, and when each starts and ends, in seconds. */
const TONES = {
  work: [[880, 0, 0.45]],
  release: [[440, 0, 0.35]],
  change: [
    [660, 0, 0.25],
    [520, 0.3, 0.6],
  ],
  count: [[660, 0, 0.12]],
  end: [
    [520, 0, 0.25],
    [660, 0.3, 0.55],
    [880, 0.6, 1.2],
  ],
}
const LOUDNESS = 0.5
const VIBRATIONS = { work: [300], release: [120], change: [200, 150, 200], count: [], end: [400, 200, 400] }
const LATE_MS = 1000 // a tone that comes later means something else
const FLASH_MS = 500
const FLASHES_APART_MS = 1000 // far below the three a second that WCAG 2.3.1 allows

/**
 * @param {Choices} choices @param {Element} light what flashes @param {string} language
 * @param {Times} timing
 */
export function makeCues(choices, light, language, timing) {
  const play = tonePlayer()
  const flash = flasher(light)
  const voice = new Voice(language)
  const vibrate = (/** @type {number | number[]} */ pattern) => attempt(() => navigator.vibrate?.(pattern))
  return {
    begin() {
      if (choices.sound) play.open()
      if (choices.speech) voice.say([" "], 0, () => {}) // some browsers allow the voice only from here on
    },
    /** @param {Signal} signal */
    signal(signal) {
      if (choices.sound) play.tones(TONES[signal])
      if (choices.vibration && VIBRATIONS[signal].length > 0) vibrate(VIBRATIONS[signal])
      if (choices.flash && signal !== "count") attempt(flash)
    },
    /** What was being said gives way. @param {string[]} sentences @param {(at: number) => void} [begins] each sentence */
    say(sentences, begins = () => {}) {
      if (choices.speech && sentences.length > 0) voice.say(sentences, speechSeconds(timing, sentences), begins)
    },
    speaks: () => voice.speaks(),
    wake: () => (play.wake(), voice.wake()), // after a call, or what else took the sound away
    hush: () => (voice.hush(), vibrate(0)),
    end: () => (voice.hush(), play.close()),
  }
}

/** @param {Element} light */
function flasher(light) {
  let flashedAt = -Infinity
  return () => {
    const now = performance.now()
    if (now - flashedAt < FLASHES_APART_MS) return
    flashedAt = now
    light.animate({ opacity: [0, 1, 0] }, FLASH_MS)
  }
}

function tonePlayer() {
  /** @type {AudioContext | undefined} */
  let context
  const wake = () => {
    return context?.state === "running" ? undefined : attempt(() => context?.resume().catch(() => {}))
  }
  const open = () => {
    if (context?.state === "closed") context = undefined // by the device
    context ??= attempt(() => new AudioContext())
    if (context) context.onstatechange = wake
    wake()
  }
  return {
    open,
    wake: () => context && open(),
    /** @param {number[][]} tones */
    async tones(tones) {
      const [asked, player] = [performance.now(), context]
      if (player?.state !== "running") await wake()
      if (player?.state !== "running" || performance.now() - asked > LATE_MS) return
      for (const [hertz, start, end] of tones) attempt(() => tone(player, hertz, start, end))
    },
    close() {
      const closing = context
      context = undefined
      if (closing) closing.onstatechange = null
      attempt(() => closing?.close())
    },
  }
}

/** @param {AudioContext} context @param {number} hertz @param {number} start @param {number} end */
function tone(context, hertz, start, end) {
  const [oscillator, gain, now] = [context.createOscillator(), context.createGain(), context.currentTime]
  oscillator.frequency.value = hertz
  gain.gain.setValueAtTime(0, now + start)
  gain.gain.linearRampToValueAtTime(LOUDNESS, now + start + 0.02) // no click at either end
  gain.gain.setValueAtTime(LOUDNESS, now + end - 0.05)
  gain.gain.linearRampToValueAtTime(0, now + end)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(now + start)
  oscillator.stop(now + end)
}

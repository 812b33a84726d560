/**
 * Cues for somebody who does not look at the screen: voice, tones, vibration, a flash. All are made
 * on the device. Nothing plays before `begin`, which a press of the reader must call: browsers
 * refuse sound otherwise.
 *
 * @typedef {{ speech: boolean, sound: boolean, vibration: boolean, flash: boolean }} Choices
 * @typedef {"work" | "release" | "change" | "count" | "end"} Signal
 */

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
const FLASH_MS = 500
const FLASHES_APART_MS = 1000 // far below the three a second that WCAG 2.3.1 allows

/** @param {Choices} choices @param {Element} light what flashes @param {string} language */
export function makeCues(choices, light, language) {
  const play = tonePlayer()
  const flash = flasher(light)
  return {
    begin() {
      if (choices.sound) play.open()
      if (choices.speech) speak([" "], language) // some browsers allow the voice only from here on
    },
    /** @param {Signal} signal */
    signal(signal) {
      if (choices.sound) play.tones(TONES[signal])
      if (choices.vibration && VIBRATIONS[signal].length > 0) navigator.vibrate?.(VIBRATIONS[signal])
      if (choices.flash && signal !== "count") flash()
    },
    /** @param {string[]} sentences what was being said gives way */
    say(sentences) {
      if (choices.speech) speak(sentences, language)
    },
    hush() {
      window.speechSynthesis?.cancel()
      navigator.vibrate?.(0)
    },
    end() {
      window.speechSynthesis?.cancel()
      play.close()
    },
  }
}

/** @param {Element} light */
function flasher(light) {
  let flashedAt = -Infinity
  return () => {
    if (Date.now() - flashedAt < FLASHES_APART_MS) return
    flashedAt = Date.now()
    light.animate({ opacity: [0, 1, 0] }, FLASH_MS)
  }
}

/**
 * A voice that this device itself has; others would send what they say to somebody's server.
 * @param {string} language
 */
export function voiceFor(language) {
  const voices = window.speechSynthesis?.getVoices() ?? []
  return voices.find(({ lang, localService }) => localService && sameLanguage(lang, language))
}

/** @param {string[]} sentences @param {string} language */
function speak(sentences, language) {
  const [synthesis, voice] = [window.speechSynthesis, voiceFor(language)]
  if (!voice) return
  synthesis.cancel()
  for (const sentence of sentences) {
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.lang = language
    utterance.voice = voice
    synthesis.speak(utterance)
  }
}

/** @param {string} one @param {string} other */
function sameLanguage(one, other) {
  return one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase()
}

function tonePlayer() {
  /** @type {AudioContext | undefined} */
  let context
  return {
    open() {
      if ("AudioContext" in window) context ??= new AudioContext()
    },
    /** @param {number[][]} tones */
    tones(tones) {
      if (!context) return
      if (context.state === "suspended") context.resume().catch(() => {})
      for (const [hertz, start, end] of tones) tone(context, hertz, start, end)
    },
    close() {
      context?.close().catch(() => {})
      context = undefined
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

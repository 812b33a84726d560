/**
 * A voice of the device itself. Some never say that they have begun, some never say that they have
 * ended, and any call may throw: so it is only asked whether it speaks, and never waited for it.
 */
import { attempt } from "./attempt.js"

const SLOWER = 1.5 // a voice that takes longer than this, beyond the slowest usual one, hangs
const LATEST_MS = 3000

/**
 * One that this device itself has; others would send what they say to somebody's server.
 * @param {string} language
 */
export function voiceFor(language) {
  const voices = attempt(() => window.speechSynthesis?.getVoices()) ?? []
  return voices.find(({ lang, localService }) => localService && sameLanguage(lang, language))
}

export class Voice {
  /** @param {string} language */
  constructor(language) {
    this.language = language
    this.round = 0 // of what is said now: what older rounds still tell does not count
    this.until = 0 // by then it has ended, whatever it tells
    /** Some browsers never end what nobody holds. @type {SpeechSynthesisUtterance[]} */
    this.held = []
  }

  speaks() {
    return performance.now() < this.until
  }

  hush() {
    this.round += 1
    this.until = 0
    attempt(() => window.speechSynthesis?.cancel())
  }

  /** After a call some devices leave the voice paused. */
  wake() {
    attempt(() => window.speechSynthesis?.resume())
  }

  /**
   * What was being said gives way.
   * @param {string[]} sentences @param {number} seconds that a slow voice takes
   * @param {(at: number) => void} begins each sentence
   */
  say(sentences, seconds, begins) {
    this.hush()
    const voice = voiceFor(this.language)
    if (!voice) return
    this.held = sentences.flatMap((sentence) => attempt(() => utterance(sentence, voice, this.language)) ?? [])
    this.held.forEach((one, at) => this.follow(one, at, seconds, begins))
    for (const one of this.held) attempt(() => window.speechSynthesis.speak(one))
  }

  /** @param {SpeechSynthesisUtterance} one @param {number} at @param {number} seconds @param {(at: number) => void} begins */
  follow(one, at, seconds, begins) {
    const [mine, last] = [this.round, this.held.length - 1]
    one.onstart = () => {
      if (mine !== this.round) return
      if (at === 0) this.until = performance.now() + LATEST_MS + SLOWER * 1000 * seconds
      begins(at)
    }
    one.onend = one.onerror = () => {
      if (mine === this.round && at === last) this.until = 0
    }
  }
}

/** @param {string} sentence @param {SpeechSynthesisVoice} voice @param {string} language */
function utterance(sentence, voice, language) {
  const made = new SpeechSynthesisUtterance(sentence)
  made.lang = language
  made.voice = voice
  return made
}

/** @param {string} one @param {string} other */
function sameLanguage(one, other) {
  return one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase()
}

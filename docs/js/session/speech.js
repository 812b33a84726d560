/** How long it takes to say something. Pure; views/timetable.py counts alike. */
/** @import { Times } from "../types.js" */

// "Legs-up" is two words to a voice; signs for vowels stand upon letters
const LETTER = "[\\p{L}\\p{N}\\u0300-\\u036f\\u064b-\\u065f\\u0670]"
const SPOKEN = new RegExp(`${LETTER}+(?:['’]${LETTER}+)*`, "gu")

/** Seconds of a slow voice, the breath before it included. @param {Times} timing @param {string[]} sentences */
export function speechSeconds({ words_a_second, breath }, sentences) {
  return breath + Math.ceil(wordCount(sentences) / words_a_second)
}

/** Whether a slow voice that begins at once is done in time. @param {Times} timing @param {string[]} sentences @param {number} seconds */
export function fits({ words_a_second }, sentences, seconds) {
  return wordCount(sentences) <= seconds * words_a_second
}

/**
 * Which sentence a slow voice is saying by then.
 * @param {Times} timing @param {string[]} sentences @param {number} seconds
 */
export function sentenceAt({ words_a_second, breath }, sentences, seconds) {
  const said = Math.max(0, seconds - breath) * words_a_second
  const at = sentences.findIndex((_, index) => wordCount(sentences.slice(0, index + 1)) > said)
  return at < 0 ? sentences.length - 1 : at
}

/** @param {string[]} sentences */
function wordCount(sentences) {
  return sentences.reduce((count, sentence) => count + (sentence.match(SPOKEN)?.length ?? 0), 0)
}

/**
 * Finds entries by their words, and conditions by theirs.
 *
 * Every word of a question counts, but for those that mean nothing by themselves ("how", "my"). It
 * stands for those words of the site that it fits best: the same in any form ("knees" is "knee"), or
 * else those that start with it, or else those it is a part of, or else those with one slip in them.
 *
 * @import { Condition, Index } from "./types.js"
 */
import { leftOut, loadIndex, numbersIn, part } from "./index-parts.js"
import { stemmerFor } from "./stemmers.js"

/** @typedef {import("./stemmers.js").Stemmer} Stemmer */
/** @typedef {(readonly [string, string])[]} Vocabulary Words and their stems. */
/**
 * @typedef {{
 *   index: Index, byStem: Map<string, number[]>, parts: number[], vocabularies: Vocabulary[],
 *   conditions: { condition: Condition, phrases: string[][] }[], fillers: Set<string>, stemmer: Stemmer,
 * }} Prepared byStem: numbers of words. parts: how many words each part of the index has. vocabularies: of the
 *   entries and of the conditions; what no entry says may be a word of a condition, and the other way round.
 * @typedef {{ conditions: Condition[], numbers: number[] }} Found The numbers of entries, the best first.
 */

const MIDDLE_FROM = 5 // letters; "arm" is in the middle of "warm", "rib" of "describe"
const SLIP_FROM = 5 // letters; shorter words have too many neighbors
const ANY_SLIP_FROM = 6 // letters; below it the first one is right: "night" is not "light"

/** @type {Promise<Prepared> | undefined} */
let ready

/** The search of this page; a failed attempt is repeated the next time. */
export function prepared() {
  ready ??= Promise.all([loadIndex(), stemmerFor()]).then(([index, stemmer]) => prepare(index, stemmer))
  ready.catch(() => (ready = undefined))
  return ready
}

/** @param {Index} index @param {Stemmer} stemmer @returns {Promise<Prepared>} */
export async function prepare(index, stemmer) {
  const { words, parts } = await part(index, "vocabulary")
  const fillers = new Set(wordsOf(String(index.words.fillers)))
  const said = index.conditions.map((condition) => phrasesOf(condition, fillers))
  const vocabularies = [words.split(" "), [...new Set(said.flat(2))]].map((all) =>
    all.map((/** @type {string} */ word) => /** @type {const} */ ([word, stemmer(word)])),
  )
  /** @type {Map<string, number[]>} */
  const byStem = new Map()
  for (const [number, [, stem]] of vocabularies[0].entries()) {
    if (!byStem.get(stem)?.push(number)) byStem.set(stem, [number])
  }
  const conditions = index.conditions.map((condition, at) => ({
    ...{ condition, phrases: said[at].map((phrase) => phrase.map(stemmer)) },
  }))
  return { index, byStem, parts, vocabularies, conditions, fillers, stemmer }
}

/**
 * The conditions that a question names, and the entries that have all its other words. Those which
 * a condition leaves out, or would ask about first, are no answer.
 * @param {Prepared} search @param {string} query @returns {Promise<Found>}
 */
export async function find(search, query) {
  const asked = askedFor(search, query).map((word) => fittingOf(search, word))
  const named = search.conditions.map(({ condition, phrases }) => ({ condition, said: saidIn(phrases, asked) }))
  const conditions = named.flatMap(({ condition, said }) => (said.size > 0 ? [condition] : []))
  const ids = conditions.map(({ id }) => id)
  const said = new Set(named.flatMap((one) => [...one.said]))
  const rest = asked.filter((word) => !said.has(word))
  const [numbers, out] = await Promise.all([best(search, rest), leftOut(search.index, ids)])
  return { conditions, numbers: numbers.filter((number) => !out.has(number)) }
}

/** @param {Condition} condition @param {Set<string>} fillers */
function phrasesOf({ name, also }, fillers) {
  return [name, ...also].map((phrase) => wordsOf(phrase).filter((word) => !fillers.has(word)))
}

/** Letters that are written for each other. */
const ALIKE = { ة: "ه", ى: "ي" }

/**
 * Without case, accents and apostrophes: "Childs pose" is "Child's pose". Arabic without vowels, hamza
 * on a letter, and stretched lines.
 * @param {string} text @returns {string[]}
 */
function wordsOf(text) {
  const plain = text
    .normalize("NFD")
    .replace(/[\p{M}'’ـ]/gu, "")
    .replace(/[ةى]/g, (letter) => Reflect.get(ALIKE, letter))
    .toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A question of nothing but fillers is about them. @param {Prepared} search @param {string} query */
function askedFor({ fillers }, query) {
  const words = wordsOf(query)
  const telling = words.filter((word) => !fillers.has(word))
  return telling.length > 0 ? telling : words
}

/** The stems that a word of the question stands for. @param {Prepared} search @param {string} asked */
function fittingOf({ vocabularies, stemmer }, asked) {
  return new Set(vocabularies.flatMap((vocabulary) => fittingIn(vocabulary, asked, stemmer(asked))))
}

/** @param {Vocabulary} vocabulary @param {string} asked @param {string} stem */
function fittingIn(vocabulary, asked, stem) {
  /** @type {((word: string, its: string) => boolean)[]} The better ways to fit first. */
  const ways = [
    (_, its) => its === stem,
    (word, its) => word.startsWith(asked) || its.startsWith(asked), // without its article, where that is a part of it
    (word) => asked.length >= MIDDLE_FROM && word.includes(asked),
    (word, its) => asked.length >= SLIP_FROM && (differByOne(asked, word) || differByOne(stem, its)),
  ]
  const way = ways.find((fits) => vocabulary.some(([word, its]) => fits(word, its)))
  return way ? vocabulary.filter(([word, its]) => way(word, its)).map(([, its]) => its) : []
}

/**
 * The words of the question that a phrase of a condition is made of; none where no phrase is whole.
 * @param {string[][]} phrases @param {Set<string>[]} asked
 */
function saidIn(phrases, asked) {
  const whole = phrases.map((phrase) => phrase.map((stem) => asked.find((word) => word.has(stem))))
  return new Set(whole.filter((words) => words.every(Boolean)).flat())
}

/** Those with all the words, the best first. @param {Prepared} search @param {Set<string>[]} asked */
async function best(search, asked) {
  const each = await Promise.all(asked.map((stems) => pointsFor(search, stems)))
  const points = new Uint16Array(asked.length > 0 ? search.index.count : 0)
  for (const number of points.keys()) {
    if (each.every((one) => one[number])) points[number] = each.reduce((sum, one) => sum + one[number], 0)
  }
  return [...points.keys()].filter((number) => points[number]).sort((a, b) => points[b] - points[a])
}

/** What each entry gets for a word of the question. @param {Prepared} search @param {Set<string>} stems */
async function pointsFor({ index, byStem, parts }, stems) {
  const points = new Uint8Array(index.count)
  const words = [...stems].flatMap((stem) => byStem.get(stem) ?? [])
  for (const postings of await Promise.all(words.map((word) => postingsOf(index, parts, word)))) {
    for (const [weight, steps] of Object.entries(postings)) {
      for (const number of numbersIn(steps)) points[number] = Math.max(points[number], Number(weight))
    }
  }
  return points
}

/**
 * The entries that have a word, by how much it counts there.
 * @param {Index} index @param {number[]} parts @param {number} word @returns {Promise<Record<string, number[]>>}
 */
async function postingsOf(index, parts, word) {
  let [at, place] = [0, word]
  while (place >= parts[at]) place -= parts[at++]
  return (await part(index, `words-${at}`))[place]
}

/**
 * Whether one letter is missing, too many, or wrong, or two neighbors have changed places.
 * @param {string} asked @param {string} word
 */
function differByOne(asked, word) {
  if (asked.length < ANY_SLIP_FROM && asked[0] !== word[0]) return false
  if (Math.abs(asked.length - word.length) > 1) return false
  let at = 0
  while (at < asked.length && asked[at] === word[at]) at += 1
  const [left, right] = [asked.slice(at), word.slice(at)]
  const swapped = (left[1] ?? "") + (left[0] ?? "") + left.slice(2)
  return left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1) || swapped === right
}

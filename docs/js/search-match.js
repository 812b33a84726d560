/**
 * Finds entries by their words, and conditions by theirs. Pure: no page, no network.
 *
 * Every word of a question counts, but for those that mean nothing by themselves ("how", "my"). It
 * stands for those words of the site that it fits best: the same in any form ("knees" is "knee"), or
 * else those that start with it, or else those it is a part of, or else those with one slip in them.
 *
 * @import { Condition, Searched, SearchIndex } from "./types.js"
 */
import { isLeftOut } from "./conditions.js"

/** @typedef {Map<string, string>} Vocabulary Words and their stems. */
/** @typedef {import("./stemmers.js").Stemmer} Stemmer */
/**
 * @template {Searched} T
 * @typedef {{
 *   entries: { entry: T, weights: Map<string, number> }[],
 *   conditions: { condition: Condition, phrases: string[][] }[],
 *   vocabularies: Vocabulary[], fillers: Set<string>, stemmer: Stemmer,
 * }} Prepared Words go by their stems.
 */
/**
 * @template {Searched} T
 * @typedef {{ conditions: Condition[], entries: T[] }} Found
 */

const MIDDLE_FROM = 5 // letters; "arm" is in the middle of "warm", "rib" of "describe"
const SLIP_FROM = 5 // letters; shorter words have too many neighbors
const ANY_SLIP_FROM = 6 // letters; below it the first one is right: "night" is not "light"

/** @template {Searched} T @param {T[]} entries @param {SearchIndex} index @param {Stemmer} stemmer @returns {Prepared<T>} */
export function prepare(entries, { conditions, words }, stemmer) {
  const fillers = new Set(wordsOf(String(words.fillers)))
  /** @type {Vocabulary[]} What no entry says may be a word of a condition, and the other way round. */
  const vocabularies = [new Map(), new Map()]
  const [ofEntries, ofConditions] = vocabularies.map((vocabulary) => (/** @type {string[]} */ said) => {
    for (const word of said) if (!vocabulary.has(word)) vocabulary.set(word, stemmer(word))
    return said.map((word) => vocabulary.get(word) ?? word)
  })
  return {
    entries: entries.map((entry) => ({ entry, weights: weigh(entry, ofEntries) })),
    conditions: conditions.map((condition) => ({ condition, phrases: phrasesOf(condition, fillers, ofConditions) })),
    ...{ vocabularies, fillers, stemmer },
  }
}

/**
 * The conditions that a question names, and the entries that have all its other words. Those which
 * a condition leaves out, or would ask about first, are no answer.
 * @template {Searched} T @param {Prepared<T>} index @param {string} query @returns {Found<T>}
 */
export function find(index, query) {
  const asked = askedFor(index, query).map((word) => fitting(index, word))
  const named = index.conditions.map(({ condition, phrases }) => ({ condition, said: saidIn(phrases, asked) }))
  const conditions = named.flatMap(({ condition, said }) => (said.size > 0 ? [condition] : []))
  const ids = conditions.map(({ id }) => id)
  const said = new Set(named.flatMap((one) => [...one.said]))
  const rest = asked.filter((word) => !said.has(word))
  const entries = rest.length > 0 ? best(index, rest) : []
  return { conditions, entries: entries.filter((entry) => !isLeftOut(entry, ids)) }
}

/** @param {Searched} entry @param {(words: string[]) => string[]} stemsOf */
function weigh({ name, other_names, search_words, summary }, stemsOf) {
  const weights = new Map()
  /** @param {string[]} texts @param {number} weight */
  const add = (texts, weight) => {
    for (const stem of stemsOf(texts.flatMap(wordsOf))) weights.set(stem, Math.max(weight, weights.get(stem) ?? 0))
  }
  add([name], 8)
  add(other_names, 6)
  add(search_words, 3)
  add([summary], 1)
  return weights
}

/** @param {Condition} condition @param {Set<string>} fillers @param {(words: string[]) => string[]} stemsOf */
function phrasesOf({ name, also }, fillers, stemsOf) {
  const phrases = [name, ...also].map((phrase) => wordsOf(phrase).filter((word) => !fillers.has(word)))
  return phrases.map(stemsOf)
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

/** A question of nothing but fillers is about them. @param {Prepared<any>} index @param {string} query */
function askedFor({ fillers }, query) {
  const words = wordsOf(query)
  const telling = words.filter((word) => !fillers.has(word))
  return telling.length > 0 ? telling : words
}

/** The stems that a word of the question stands for. @param {Prepared<any>} index @param {string} asked */
function fitting({ vocabularies, stemmer }, asked) {
  return new Set(vocabularies.flatMap((vocabulary) => fittingIn([...vocabulary], asked, stemmer(asked))))
}

/** @param {[string, string][]} vocabulary @param {string} asked @param {string} stem */
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

/**
 * Those with all the words, the best first.
 * @template {Searched} T @param {Prepared<T>} index @param {Set<string>[]} asked
 */
function best({ entries }, asked) {
  const rated = entries.map(({ entry, weights }) => {
    const points = asked.map((word) => Math.max(0, ...[...word].map((stem) => weights.get(stem) ?? 0)))
    return { entry, points: points.every(Boolean) ? points.reduce((sum, one) => sum + one, 0) : 0 }
  })
  const found = rated.filter(({ points }) => points > 0)
  return found.sort((a, b) => b.points - a.points).map(({ entry }) => entry)
}

/**
 * Whether one letter is missing, too many, or wrong, or two neighbors have changed places.
 * @param {string} asked @param {string} word
 */
function differByOne(asked, word) {
  if (asked.length < ANY_SLIP_FROM && asked[0] !== word[0]) return false
  let at = 0
  while (at < asked.length && asked[at] === word[at]) at += 1
  const [left, right] = [asked.slice(at), word.slice(at)]
  const swapped = (left[1] ?? "") + (left[0] ?? "") + left.slice(2)
  return left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1) || swapped === right
}

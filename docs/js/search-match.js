/**
 * Finds entries by any of their words. Pure: no page, no network.
 *
 * A query word fits the start of a word ("glut" finds gluteus), its middle ("piri" does not need
 * it, "butterfly" in a longer word does), and, only where nothing fits so, a word with one slip
 * ("siatica"). An entry need not have every word of a question asked in a full sentence; those
 * with the most of them are found.
 *
 * @import { Searched } from "./types.js"
 * @typedef {{ word: string, weight: number }} Weighted
 */

/**
 * @template {Searched} T
 * @typedef {{ entry: T, weighted: Weighted[] }} Prepared
 */

const MIDDLE_FROM = 3 // letters; fewer are in the middle of nearly everything
const SLIP_FROM = 5 // letters; shorter words have too many neighbors

/** @template {Searched} T @param {T[]} entries @returns {Prepared<T>[]} */
export function prepare(entries) {
  return entries.map((entry) => ({ entry, weighted: weighted(entry) }))
}

/** @template {Searched} T @param {Prepared<T>[]} index @param {string} query @returns {T[]} */
export function find(index, query) {
  const asked = wordsOf(query)
  const found = best(index, asked, fit)
  return found.length > 0 ? found : best(index, asked, fitWithSlip)
}

/** @param {Searched} entry @returns {Weighted[]} */
function weighted({ name, other_names, search_words, summary }) {
  /** @param {string[]} texts @param {number} weight */
  const weigh = (texts, weight) => texts.flatMap(wordsOf).map((word) => ({ word, weight }))
  return [...weigh([name], 8), ...weigh(other_names, 6), ...weigh(search_words, 3), ...weigh([summary], 1)]
}

/** Without case, accents and apostrophes: "Childs pose" is "Child's pose". @param {string} text @returns {string[]} */
function wordsOf(text) {
  const plain = text
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/**
 * @template {Searched} T @param {Prepared<T>[]} index @param {string[]} asked
 * @param {(asked: string, word: string) => number} fits
 */
function best(index, asked, fits) {
  const rated = index.map(({ entry, weighted }) => {
    const scoreOf = (/** @type {string} */ part) =>
      Math.max(0, ...weighted.map(({ word, weight }) => weight * fits(part, word)))
    const scores = asked.map(scoreOf).filter((points) => points > 0)
    return { entry, count: scores.length, points: scores.reduce((sum, points) => sum + points, 0) }
  })
  const most = Math.max(1, ...rated.map(({ count }) => count))
  const found = rated.filter(({ count }) => count === most)
  return found.sort((a, b) => b.points - a.points).map(({ entry }) => entry)
}

/** @param {string} asked @param {string} word */
function fit(asked, word) {
  if (word === asked) return 3
  if (word.startsWith(asked)) return 2
  return asked.length >= MIDDLE_FROM && word.includes(asked) ? 1 : 0
}

/** @param {string} asked @param {string} word */
function fitWithSlip(asked, word) {
  return asked.length >= SLIP_FROM && differByOne(asked, word) ? 1 : 0
}

/**
 * Whether one letter is missing, too many, or wrong, or two neighbors have changed places.
 * @param {string} a @param {string} b
 */
function differByOne(a, b) {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  const swapped = (restA[1] ?? "") + (restA[0] ?? "") + restA.slice(2)
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1) || swapped === restB
}

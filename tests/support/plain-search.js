/**
 * The search as it is without an index: every entry is looked through. docs/js/search-match.js must find the
 * same with one, of a small site and of a large one.
 */
const isLeftOut = ({ limits }, ids) =>
  limits.some(({ condition, means }) => ids.includes(condition) && means !== "adapt")

const MIDDLE_FROM = 5 // letters; "arm" is in the middle of "warm", "rib" of "describe"
const SLIP_FROM = 5 // letters; shorter words have too many neighbors
const ANY_SLIP_FROM = 6 // letters; below it the first one is right: "night" is not "light"

export function prepare(entries, { conditions, words }, stemmer) {
  const fillers = new Set(wordsOf(String(words.fillers)))
  const vocabularies = [new Map(), new Map()]
  const [ofEntries, ofConditions] = vocabularies.map((vocabulary) => (said) => {
    for (const word of said) if (!vocabulary.has(word)) vocabulary.set(word, stemmer(word))
    return said.map((word) => vocabulary.get(word) ?? word)
  })
  return {
    entries: entries.map((entry) => ({ entry, weights: weigh(entry, ofEntries) })),
    conditions: conditions.map((condition) => ({ condition, phrases: phrasesOf(condition, fillers, ofConditions) })),
    ...{ vocabularies, fillers, stemmer },
  }
}

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

function weigh({ name, other_names, search_words, summary }, stemsOf) {
  const weights = new Map()
  const add = (texts, weight) => {
    for (const stem of stemsOf(texts.flatMap(wordsOf))) weights.set(stem, Math.max(weight, weights.get(stem) ?? 0))
  }
  add([name], 8)
  add(other_names, 6)
  add(search_words, 3)
  add([summary], 1)
  return weights
}

function phrasesOf({ name, also }, fillers, stemsOf) {
  const phrases = [name, ...also].map((phrase) => wordsOf(phrase).filter((word) => !fillers.has(word)))
  return phrases.map(stemsOf)
}

const ALIKE = { ة: "ه", ى: "ي" }

function wordsOf(text) {
  const plain = text
    .normalize("NFD")
    .replace(/[\p{M}'’ـ]/gu, "")
    .replace(/[ةى]/g, (letter) => Reflect.get(ALIKE, letter))
    .toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

function askedFor({ fillers }, query) {
  const words = wordsOf(query)
  const telling = words.filter((word) => !fillers.has(word))
  return telling.length > 0 ? telling : words
}

function fitting({ vocabularies, stemmer }, asked) {
  return new Set(vocabularies.flatMap((vocabulary) => fittingIn([...vocabulary], asked, stemmer(asked))))
}

function fittingIn(vocabulary, asked, stem) {
  const ways = [
    (_, its) => its === stem,
    (word, its) => word.startsWith(asked) || its.startsWith(asked), // without its article, where that is a part of it
    (word) => asked.length >= MIDDLE_FROM && word.includes(asked),
    (word, its) => asked.length >= SLIP_FROM && (differByOne(asked, word) || differByOne(stem, its)),
  ]
  const way = ways.find((fits) => vocabulary.some(([word, its]) => fits(word, its)))
  return way ? vocabulary.filter(([word, its]) => way(word, its)).map(([, its]) => its) : []
}

function saidIn(phrases, asked) {
  const whole = phrases.map((phrase) => phrase.map((stem) => asked.find((word) => word.has(stem))))
  return new Set(whole.filter((words) => words.every(Boolean)).flat())
}

function best({ entries }, asked) {
  const rated = entries.map(({ entry, weights }) => {
    const points = asked.map((word) => Math.max(0, ...[...word].map((stem) => weights.get(stem) ?? 0)))
    return { entry, points: points.every(Boolean) ? points.reduce((sum, one) => sum + one, 0) : 0 }
  })
  const found = rated.filter(({ points }) => points > 0)
  return found.sort((a, b) => b.points - a.points).map(({ entry }) => entry)
}

function differByOne(asked, word) {
  if (asked.length < ANY_SLIP_FROM && asked[0] !== word[0]) return false
  let at = 0
  while (at < asked.length && asked[at] === word[at]) at += 1
  const [left, right] = [asked.slice(at), word.slice(at)]
  const swapped = (left[1] ?? "") + (left[0] ?? "") + left.slice(2)
  return left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1) || swapped === right
}

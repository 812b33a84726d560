/**
 * Sentences and their gaps. Every word of ours comes from the catalogue of the site: those of the
 * buttons that scripts make stand in each page, those of plan, session and diary in data/.
 *
 * @typedef {string | Record<string, string>} Sentence Forms by their names for Intl.PluralRules.
 * @typedef {Record<string, Sentence>} Words
 * @typedef {Record<string, string | number>} Gaps
 */

/**
 * One sentence, its gaps filled; `n` chooses its form.
 * @param {Words} words @param {string} name @param {Gaps} [gaps]
 */
export function say(words, name, gaps = {}) {
  return fill(words[name] ?? name, gaps)
}

/** @type {Words | undefined} */
let ofPage

/**
 * A sentence that the page itself brings, for a button that a script makes.
 * @param {string} name @param {Gaps} [gaps]
 */
export function word(name, gaps) {
  ofPage ??= /** @type {Words} */ (JSON.parse(document.getElementById("words")?.textContent ?? "{}"))
  return say(ofPage, name, gaps)
}

/**
 * Puts into an element one of its own sentences: it has a `data-` attribute for each plural form of
 * its language, with `{n}` where the number goes, and for others. A missing one says nothing.
 * @param {Element | null} element @param {string} form @param {number} count
 */
export function tellCount(element, form, count) {
  if (!(element instanceof HTMLElement)) return
  element.textContent = fill(element.dataset[form] ?? "", { n: count })
}

/** @param {number} count */
export function pluralForm(count) {
  return count ? kindOf(count) : "none"
}

let other = ""

/** That of the page, or of what is being said. */
export function language() {
  return other || globalThis.document?.documentElement.lang || "en"
}

/** What it tells, in another language than the page. @template T @param {string} code @param {() => T} tell @returns {T} */
export function inLanguage(code, tell) {
  other = code
  try {
    return tell()
  } finally {
    other = ""
  }
}

/** The language, with the digits of dials and telephones, as on paper. */
export function locale() {
  return `${language()}-u-nu-latn`
}

/** @type {Record<string, { plurals: Intl.PluralRules, numbers: Intl.NumberFormat }>} */
const rules = {}

function rulesNow() {
  const name = locale()
  rules[name] ??= { plurals: new Intl.PluralRules(name), numbers: new Intl.NumberFormat(name, { useGrouping: false }) }
  return rules[name]
}

/** @param {number} count */
function kindOf(count) {
  return rulesNow().plurals.select(count)
}

/** The form of a sentence for a number, its gap still open. @param {Sentence} sentence @param {unknown} n */
export function formFor(sentence, n) {
  return typeof sentence === "string" ? sentence : (sentence[kindOf(Number(n))] ?? sentence.other)
}

/** @param {Sentence} sentence @param {Gaps} gaps */
export function fill(sentence, gaps) {
  return formFor(sentence, gaps.n).replace(/\{(\w+)\}/g, (gap, name) => written(gaps[name] ?? gap))
}

/** @param {string | number} value */
function written(value) {
  return typeof value === "string" ? value : rulesNow().numbers.format(value)
}

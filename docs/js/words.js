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

export function language() {
  return globalThis.document?.documentElement.lang || "en"
}

/** The language, with the digits of dials and telephones, as on paper. */
export function locale() {
  return `${language()}-u-nu-latn`
}

/** @type {{ plurals?: Intl.PluralRules, numbers?: Intl.NumberFormat }} */
const rules = {}

/** @param {number} count */
function kindOf(count) {
  rules.plurals ??= new Intl.PluralRules(locale())
  return rules.plurals.select(count)
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
  if (typeof value === "string") return value
  rules.numbers ??= new Intl.NumberFormat(locale(), { useGrouping: false })
  return rules.numbers.format(value)
}

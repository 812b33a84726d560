/**
 * Sentences and their gaps. Every word of ours comes from the catalogue of the site: those of the
 * buttons that scripts make stand in each page, those of plan, session and diary in data/.
 *
 * @typedef {string | string[]} Sentence A pair is the singular and the plural.
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
  element.textContent = fill(element.dataset[form] ?? "", { n: count.toLocaleString(language()) })
}

/** @param {number} count */
export function pluralForm(count) {
  return count ? new Intl.PluralRules(language()).select(count) : "none"
}

export function language() {
  return document.documentElement.lang || "en"
}

/** The form of a sentence for a number, its gap still open. @param {Sentence} sentence @param {unknown} n */
export function formFor(sentence, n) {
  return Array.isArray(sentence) ? sentence[n === 1 ? 0 : 1] : sentence
}

/** @param {Sentence} sentence @param {Gaps} gaps */
export function fill(sentence, gaps) {
  return formFor(sentence, gaps.n).replace(/\{(\w+)\}/g, (gap, name) => String(gaps[name] ?? gap))
}

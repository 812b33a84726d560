/**
 * Sentences and their gaps. Every word of ours comes from the catalogue of the site: those of the
 * buttons that scripts make stand in each page, those of plan, session and diary in data/.
 *
 * @typedef {string | string[]} Sentence A pair is the singular and the plural.
 * @typedef {Record<string, string | number>} Gaps
 */

/**
 * A sentence with its gaps filled; `n` chooses between the singular and the plural.
 *
 * @param {Sentence} sentence
 * @param {Gaps} [gaps]
 */
export function fill(sentence, gaps = {}) {
  const chosen = Array.isArray(sentence) ? sentence[gaps.n === 1 ? 0 : 1] : sentence
  return chosen.replace(/\{(\w+)\}/g, (gap, name) => String(gaps[name] ?? gap))
}

/** @type {Record<string, string> | undefined} */
let ofPage

/** A word that the page itself brings, for a button that a script makes. @param {string} name */
export function word(name) {
  ofPage ??= JSON.parse(document.getElementById("words")?.textContent ?? "{}")
  return ofPage?.[name] ?? name
}

/**
 * A sentence of an element: one `data-` attribute for each plural form of its language, with `{n}`
 * where the number goes. A missing one says nothing.
 *
 * @param {HTMLElement} element
 * @param {string} form
 * @param {number} count
 */
export function sentence(element, form, count) {
  return fill(element.dataset[form] ?? "", { n: count.toLocaleString(language()) })
}

/** @param {number} count */
export function pluralForm(count) {
  return count ? new Intl.PluralRules(language()).select(count) : "none"
}

export function language() {
  return document.documentElement.lang || "en"
}

/**
 * Sentences stand in the page as `data-` attributes, one for each plural form of its language, with
 * `{n}` where the number goes. A missing one says nothing.
 *
 * @param {HTMLElement} element
 * @param {string} form
 * @param {number} count
 */
export function sentence(element, form, count) {
  return (element.dataset[form] ?? "").replace("{n}", count.toLocaleString(language()))
}

/** @param {number} count */
export function pluralForm(count) {
  return count ? new Intl.PluralRules(language()).select(count) : "none"
}

function language() {
  return document.documentElement.lang || "en"
}

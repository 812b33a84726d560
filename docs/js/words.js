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

/** A number, or a range such as "8 to 12" where there is an upper end. @param {Words} words @param {number} low @param {number | null} [high] */
export function spread(words, low, high) {
  return high ? say(words, "range", { low, high }) : low
}

/** "8 times", "8 to 12 minutes". @param {Words} words @param {string} unit @param {number} low @param {number | null} [high] */
export function counted(words, unit, low, high) {
  return say(words, unit, { n: spread(words, low, high) })
}

/** A time such as "1 minute 40 seconds", or a range. @param {Words} words @param {number} seconds @param {number | null} [high] @returns {string} */
export function duration(words, seconds, high) {
  if (high) return timeRange(words, seconds, high)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return say(words, "seconds", { n: rest })
  const whole = say(words, "minutes", { n: minutes })
  if (rest === 0) return whole
  return say(words, "minutes_and_seconds", { minutes: whole, seconds: say(words, "seconds", { n: rest }) })
}

/** Far apart, each end has its own unit. @param {Words} words @param {number} low @param {number} high */
function timeRange(words, low, high) {
  if (low % 60 === 0 && high % 60 === 0) return counted(words, "minutes", low / 60, high / 60)
  if (high < 120) return counted(words, "seconds", low, high)
  return say(words, "range", { low: duration(words, low), high: duration(words, high) })
}

/** To the minute, never less than one. @param {Words} words @param {number} seconds */
export function minutes(words, seconds) {
  return say(words, "minutes", { n: Math.max(1, Math.round(seconds / 60)) })
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

/**
 * What brings the forms of a word together, as its language makes them. Only that of the page is
 * fetched, and words of a language that has none stay as they are.
 *
 * @typedef {(word: string) => string} Stemmer of a word without accents
 */
import { language } from "./words.js"

/** @type {Record<string, () => Promise<{ stemmer: Stemmer }>>} */
const STEMMERS = {
  en: () => import("./vendor/stemmer.js"),
  es: () => import("./vendor/stemmer-es.js"),
  ar: () => import("./stemmer-ar.js"),
}

/** @returns {Promise<Stemmer>} */
export async function stemmerFor(code = language()) {
  const found = await STEMMERS[code.split("-")[0]]?.()
  return found?.stemmer ?? ((word) => word)
}

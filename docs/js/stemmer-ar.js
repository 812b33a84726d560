/**
 * Arabic without what is written together with a word: the article, "and", "with" and "for" before it,
 * and the commonest endings, as light stemmers do. Pure.
 */
const BEFORE = /^(?:ال|لل|[وبل])(?=.{3})/
const BEHIND = /(?<=.{3})(?:ات|تان|تين|تي|ان|ون|ين|يه|ها|[هيا])$/

/** All that stands before it: "وقوف" and "الوقوف" must end alike. @param {string} word @returns {string} */
export function stemmer(word) {
  const bare = word.replace(BEFORE, "")
  return bare === word ? word.replace(BEHIND, "") : stemmer(bare)
}

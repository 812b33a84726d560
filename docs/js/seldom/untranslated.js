/**
 * The page of a language for what it does not have yet: the part of its address after # says which
 * page somebody came from, and the link leads back to that one in English.
 */
import { ROOT } from "../data.js"

const PAGE = /^#(\/(?:[\w-]+\/)*)$/ // of this site, and nothing else

export function start() {
  const found = PAGE.exec(location.hash)
  const link = document.querySelector("a[data-untranslated]")
  if (found && link) link.setAttribute("href", new URL(`.${found[1]}`, ROOT).href)
}

/**
 * The page of an address that is not there. Some mail programs write `%23` for the `#` before a plan, and
 * then a host looks for a page of that name: this leads on to the plan. Of the address only the plan
 * is taken, as the part after the # of our own page, which reads it with care.
 */
import { ROOT } from "../data.js"
import { findAll, make } from "../dom.js"

const SLASH = "(?:/|%(?:25)*2F)"
const LOST_PLAN = new RegExp(
  `^((?:[a-z]{2,3}(?:-[a-z0-9]+)*/)?)plan(?:${SLASH}*(?:#|%(?:25)*23)+(.+)|${SLASH}+([0-9]{1,3}${SLASH}.+))$`,
  "i",
)

export function start() {
  if (document.querySelector("[data-from-root]")) mend()
  const plan = planIn(location.href)
  if (plan) location.replace(new URL(plan, ROOT))
}

/** The page could not know where the site begins; its links start at the root of the host. */
function mend() {
  document.head.append(make("script", { src: new URL("js/first.js", ROOT).href }))
  for (const name of ["href", "src"]) {
    for (const element of findAll(`:is(a, img)[${name}^="/"]`)) {
      element.setAttribute(name, new URL(`.${element.getAttribute(name)}`, ROOT).href)
    }
  }
}

/** In its own language. @param {string} address */
function planIn(address) {
  const isOurs = address.toLowerCase().startsWith(ROOT.href.toLowerCase())
  const found = isOurs ? LOST_PLAN.exec(address.slice(ROOT.href.length)) : null
  return found && `${found[1]}plan/#${found[2] ?? found[3]}`
}

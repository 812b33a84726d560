/** The site's own files, wherever the site stands: another site may share our host. */

import { language } from "./words.js"

export const ROOT = new URL("..", import.meta.url)

/** Where the pages of this language begin; English ones, those of the content, at the root. */
const HOME = language() === "en" ? "/" : `/${language()}/`

/** @type {Map<string, Promise<any>>} */
const fetched = new Map()

/** An address of the site, such as `/diary/`, as the browser needs it. @param {string} address */
export function fromRoot(address) {
  return new URL(`.${address}`, ROOT).href
}

/** A page or file that each language has of its own. @param {string} address that of the English one */
export function fromHome(address) {
  return fromRoot(`${HOME}${address.slice(1)}`)
}

/** A JSON file of data/, fetched once; a failed attempt is repeated the next time. @param {string} name */
export function load(name) {
  const waiting = fetched.get(name) ?? fetchOk(fromHome(`/data/${name}.json`)).then((response) => response.json())
  fetched.set(name, waiting)
  waiting.catch(() => fetched.delete(name))
  return waiting
}

/** @param {string} address */
export async function fetchOk(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response
}

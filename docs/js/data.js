/** The site's own files, wherever the site stands: another site may share our host. */

import { make } from "./dom.js"
import { language } from "./words.js"

export const ROOT = new URL("..", import.meta.url)

/** @type {Map<string, Promise<any>>} */
const fetched = new Map()

/** An address of the site, such as `/diary/`, as the browser needs it. @param {string} address */
export function fromRoot(address) {
  return new URL(`.${address}`, ROOT).href
}

/**
 * A page or file that each language has of its own; English ones, those of the content, stand at the root.
 * @param {string} address that of the English one @param {string} [code] of another language than the page's
 */
export function fromHome(address, code = language()) {
  return fromRoot(code === "en" ? address : `/${code}${address}`)
}

/** A JSON file of data/, fetched once; a failed attempt is repeated the next time. @param {string} name @param {string} [code] */
export function load(name, code) {
  const address = fromHome(`/data/${name}.json`, code)
  const waiting = fetched.get(address) ?? fetchOk(address).then((response) => response.json())
  fetched.set(address, waiting)
  waiting.catch(() => fetched.delete(address))
  return waiting
}

/** @param {string} address */
export async function fetchOk(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response
}

/** A sheet of css/ that few need, once; what did not come is fetched again the next time. @param {string} name @returns {Promise<unknown> | null} */
export function loadStyle(name) {
  const href = fromRoot(`/css/${name}.css`)
  if (document.querySelector(`link[href="${href}"]`)) return null
  const link = make("link", { rel: "stylesheet", href })
  document.head.append(link)
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve)
    link.addEventListener("error", () => (link.remove(), reject(new Error(`${href} did not load`))))
  })
}

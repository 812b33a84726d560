/** The site's own files, wherever the site stands: another site may share our host. */

export const ROOT = new URL("..", import.meta.url)

/** @type {Map<string, Promise<any>>} */
const fetched = new Map()

/** A file of the site as a whole address. @param {string} path From the site's root. */
export function fromRoot(path) {
  return new URL(path, ROOT).href
}

/**
 * A JSON file of the site. Each is fetched once; a failed attempt is repeated the next time.
 *
 * @param {string} path From the site's root.
 * @returns {Promise<any>}
 */
export function load(path) {
  const waiting = fetched.get(path) ?? fetchJson(path)
  fetched.set(path, waiting)
  waiting.catch(() => fetched.delete(path))
  return waiting
}

/** @param {string} path */
async function fetchJson(path) {
  const response = await fetch(fromRoot(path))
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}

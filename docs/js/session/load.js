/** Fetches what a session needs, from the site's own data. */

/** @typedef {import("./types.js").Stretch} Stretch */

export const ROOT = new URL("../../", import.meta.url)

/** @param {string} path below the site's root @returns {Promise<any>} */
export async function fetchData(path) {
  const address = new URL(path, ROOT)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response.json()
}

/**
 * @param {import("./types.js").GivenStep[]} given
 * @returns {Promise<import("./types.js").Step[]>}
 */
export async function loadSteps(given) {
  const ids = [...new Set(given.map(({ exercise }) => exercise))]
  /** @type {Stretch[]} */
  const stretches = await Promise.all(ids.map((id) => fetchData(`data/stretches/${id}.json`)))
  const byId = new Map(stretches.map((stretch) => [stretch.id, stretch]))
  return given.flatMap(({ exercise, dose, note }) => {
    const stretch = byId.get(exercise)
    return stretch ? [{ stretch, dose: dose ?? stretch.dose, note }] : []
  })
}

/** All pictures at once, so that none is missing when the line breaks. @param {import("./types.js").Step[]} steps */
export function fetchPictures(steps) {
  for (const { stretch } of steps) {
    for (const kind of /** @type {const} */ (["still", "moving"])) {
      if (stretch.picture[kind]) new Image().src = new URL(stretch.picture[kind], ROOT).href
    }
  }
}

/** A style that the page does not have from its start, once. @param {"session" | "diary"} name @returns {Promise<void>} */
export function loadStyle(name) {
  const href = new URL(`css/${name}.css`, ROOT).href
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve()
  const link = document.createElement("link")
  link.rel = "stylesheet"
  link.href = href
  return new Promise((resolve, reject) => {
    link.addEventListener("load", () => resolve())
    link.addEventListener("error", () => (link.remove(), reject(new Error(`${href} did not load`))))
    document.head.append(link)
  })
}

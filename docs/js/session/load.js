/** Fetches what a session needs, from the site's own data. */
import { fromRoot, load } from "../data.js"
import { make } from "../dom.js"

/** @typedef {import("../types.js").Stretch} Stretch */

/** @param {import("../types.js").GivenStep[]} given @returns {Promise<import("../types.js").Step[]>} */
export async function loadSteps(given) {
  const ids = [...new Set(given.map(({ exercise }) => exercise))]
  /** @type {Stretch[]} */
  const stretches = await Promise.all(ids.map((id) => load(`data/stretches/${id}.json`)))
  const byId = new Map(stretches.map((stretch) => [stretch.id, stretch]))
  return given.flatMap(({ exercise, dose, note }) => {
    const stretch = byId.get(exercise)
    return stretch ? [{ stretch, dose: dose ?? stretch.dose, note }] : []
  })
}

/** All pictures at once, so that none is missing when the line breaks. @param {import("../types.js").Step[]} steps */
export function fetchPictures(steps) {
  for (const { stretch } of steps) {
    for (const kind of /** @type {const} */ (["still", "moving"])) {
      if (stretch.picture[kind]) new Image().src = fromRoot(stretch.picture[kind])
    }
  }
}

/** A style that the page does not have from its start, once. @param {string} name @returns {Promise<void>} */
export function loadStyle(name) {
  const href = fromRoot(`css/${name}.css`)
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve()
  const link = make("link", { rel: "stylesheet", href })
  return new Promise((resolve, reject) => {
    link.addEventListener("load", () => resolve())
    link.addEventListener("error", () => (link.remove(), reject(new Error(`${href} did not load`))))
    document.head.append(link)
  })
}

/** Fetches what a session needs, from the site's own data. */
/** @import { PlannedStep, Step } from "../types.js" */
import { fromRoot, load } from "../data.js"
import { withDose } from "../dosed-text.js"

/** Whole stretches, each with the dose that was given. @param {PlannedStep[]} given @returns {Promise<Step[]>} */
export function loadSteps(given) {
  return Promise.all(
    given.map(async ({ stretch: { id, dose, dose_line }, ...rest }) => {
      const [{ plural }, file] = await Promise.all([load("session"), load(`stretches/${id}`)])
      return { ...rest, stretch: { ...withDose(plural, file, dose), dose_line } }
    }),
  )
}

/** All pictures at once, so that none is missing when the line breaks. @param {Step[]} steps */
export function fetchPictures(steps) {
  for (const { stretch } of steps) {
    for (const address of [stretch.picture.still, stretch.picture.moving]) {
      if (address) new Image().src = fromRoot(address)
    }
  }
}

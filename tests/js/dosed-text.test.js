import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import test from "node:test"

import { dosedSteps } from "../../docs/js/dosed-text.js"

const vectors = JSON.parse(readFileSync(new URL("../vectors/dosed-texts.json", import.meta.url), "utf8"))

for (const { dose, side_of, steps } of vectors.filled) {
  test(`steps for ${JSON.stringify(dose)} of a ${side_of}`, () => {
    const { words, step_texts, set_steps } = vectors
    assert.deepEqual(dosedSteps(words, { side_of, step_texts, set_steps }, dose), steps)
  })
}

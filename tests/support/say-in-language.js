/**
 * Doses as the browser says them: on the standard input `{ language, words, dose_lines, stretch, doses }`,
 * and out comes a JSON list with the line, the time and the steps of each.
 */
import { readFileSync } from "node:fs"

import { dosedSteps } from "../../docs/js/dosed-text.js"
import { doseLine, doseTime } from "../../docs/js/plan/sentences.js"
import { inLanguage } from "../../docs/js/words.js"

const { language, doses, stretch, ...data } = JSON.parse(readFileSync(0, "utf8"))
const said = inLanguage(language, () =>
  doses.map(({ total_seconds, ...dose }) => [
    ...[doseLine(data, dose), doseTime(data.words, dose, total_seconds)],
    ...dosedSteps(data.words, stretch, dose),
  ]),
)
console.log(JSON.stringify(said))

/**
 * What the browser says of the dose of every stretch of a folder of data, in a plan and in its session:
 * `node say-doses.js DATA`. One JSON line each.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

import { withDose } from "../../docs/js/dosed-text.js"
import { plainDose, sameDose } from "../../docs/js/plan/edit.js"
import { doseInPlan, doseSeconds, emptyPlan, isPossible, stepOf } from "../../docs/js/plan/format.js"
import { decode } from "../../docs/js/plan/read.js"
import { doseLine, doseTime } from "../../docs/js/plan/sentences.js"
import { encode } from "../../docs/js/plan/write.js"

const data = process.argv[2]
const read = (path) => JSON.parse(readFileSync(join(data, path), "utf8"))
const plan = read("plan.json")
const { plural } = read("session.json")

for (const file of readdirSync(join(data, "stretches"))) {
  const stretch = read(`stretches/${file}`)
  const usual = doseInPlan(stepOf(stretch.id), stretch.dose)
  const own = { ...stepOf(stretch.id), dose: plainDose(stretch.dose), pause_seconds: stretch.dose.rest_seconds }
  const link = encode({ ...emptyPlan(), steps: [own] })
  const [again] = decode(link).plan.steps
  console.log(
    JSON.stringify({
      ...{ id: stretch.id, line: doseLine(plan, usual), time: doseTime(plan.words, usual, doseSeconds(usual)) },
      ...{ steps: withDose(plural, stretch, usual).steps, planned: withDose(plan.words, stretch, usual).steps, link },
      ...{ possible: isPossible(own.dose), same: sameDose(again.dose, stretch.dose) },
      linked: doseLine(plan, doseInPlan(again, stretch.dose)),
    }),
  )
}

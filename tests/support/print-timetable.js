/**
 * Prints the timetable of every section and stretch of a built site, as the guided session lays it
 * out: `node print-timetable.js DATA LANGUAGE`. One JSON line each: where, the seconds, it as text, and what is
 * said in each phase, with the seconds until something else is said.
 */
import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"

import { room } from "../../docs/js/session/marks.js"
import { details, digits, spoken, title } from "../../docs/js/session/phrases.js"
import { timetable, totalSeconds, workSeconds } from "../../docs/js/session/timetable.js"
import { withDose } from "../../docs/js/dosed-text.js"
import * as amounts from "../../docs/js/amounts.js"

const [data, lang] = process.argv.slice(2)
globalThis.document = /** @type {any} */ ({ documentElement: { lang } })
const read = (path) => JSON.parse(readFileSync(join(data, path), "utf8"))
const session = read("session.json")
const duration = (seconds) => amounts.duration(session.plural, seconds)

/** A block of repetitions in one line: nobody reads the same line twenty times. */
function group(phases) {
  const groups = []
  for (const phase of phases) {
    const last = groups.at(-1)
    const goes = phase.work || phase.kind === "again"
    const joins = last && goes && last[0].work && last[0].set === phase.set && last[0].step === phase.step
    if (joins) last.push(phase)
    else groups.push([phase])
  }
  return groups
}

function lineOf(group, steps) {
  const [first] = group
  const step = steps[first.step]
  const seconds = group.reduce((sum, phase) => sum + phase.seconds, 0)
  const kinds = [...new Map(group.map((phase) => [phase.kind, phase])).values()]
  const what = kinds.map((phase) => `${title(session, phase, step)} ${duration(phase.seconds)}`).join(", ")
  const times = Math.max(...group.map(({ repetition }) => repetition))
  const place = details(session, { ...first, repetition: 0, side: step.stretch.dose.alternate ? 0 : first.side }, step)
  const turns = step.stretch.dose.alternate && first.work ? ["on each side in turn"] : []
  const repeats = first.work && times > 1 ? [`${times} times`, ...turns] : []
  const name = first.kind === "change-over" ? [`for the ${step.stretch.name}, ${step.stretch.position_name}`] : []
  const every = first.every ? [`test every ${duration(first.every)}`] : []
  return [seconds, [what, ...name, ...place, ...repeats, ...every].join("; ")]
}

function print(where, name, given) {
  const steps = given.map(({ stretch, ...rest }) => {
    const file = read(`stretches/${stretch.id}.json`)
    return { ...rest, stretch: { ...withDose(session.plural, file, stretch.dose), dose_line: stretch.dose_line } }
  })
  const phases = timetable(session, steps, "1")
  const [total, work] = [totalSeconds(phases), workSeconds(phases)]
  let at = 0
  const lines = group(phases).map((one) => {
    const [seconds, text] = lineOf(one, steps)
    const line = `${digits(at).padStart(5)}  ${text}`
    at += seconds
    return line
  })
  const head = `${name}: ${duration(work)} of stretching, ${duration(total)} with the changes`
  const text = [head, ...lines, `${digits(at).padStart(5)}  The end`].join("\n")
  const said = phases.map((phase, index) => ({
    ...{ kind: phase.kind, seconds: room(phase) },
    text: spoken(session, phase, steps[phase.step], index === 0).join(" "),
  }))
  console.log(JSON.stringify({ where, total, work, text, said }))
}

for (const file of readdirSync(join(data, "routines")).sort()) {
  const routine = read(`routines/${file}`)
  for (const section of routine.sections) {
    print(`routines/${basename(file, ".json")}#${section.id}`, `${routine.name}, ${section.title}`, section.steps)
  }
}
for (const file of readdirSync(join(data, "stretches")).sort()) {
  const stretch = read(`stretches/${file}`)
  print(`stretches/${stretch.id}#`, stretch.name, [{ stretch, note: "", note_at_end: "" }])
}

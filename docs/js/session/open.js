/**
 * Opens a guided session over the page.
 *
 * `openSession` is the one way in for everybody who has a list of steps: a routine, a stretch, a
 * plan. It needs no element on the page.
 *
 * @import { Advice, PlannedStep, Routine, SessionData } from "../types.js"
 * @import { Beginning, Saved } from "./setup.js"
 * @typedef {{ title: string, steps: PlannedStep[], chosen: boolean }} Part chosen: whether the session
 *   starts with its stretches ticked.
 * @typedef {{ id: string, name: string, parts: Part[], rules?: Advice[], after?: Advice[], remind?: () => void,
 *   lacks?: string[] }} Given
 *   id: under which a session that was left is found again; name: for the heading and the diary.
 *   rules, after: how often, and what comes when the reader feels better, for the last screen.
 *   remind: shows the reminders of this page, where it has its own. lacks: names of stretches that belong to
 *   it and are not on this site in this language.
 */
import { load, loadStyle } from "../data.js"
import { make } from "../dom.js"
import { sessionId } from "../session-start.js"
import { showEnd } from "./finish.js"
import { forgetUnfinished, keepSettings, unfinished } from "./keep.js"
import { fetchPictures, loadSteps } from "./load.js"
import { Run } from "./run.js"
import { showSetup } from "./setup.js"

/**
 * A session of a routine or of one stretch.
 * @param {string} source `routines/<id>` or `stretches/<id>`
 * @param {string} section the part of a routine to start with
 */
export async function openSource(source, section) {
  const data = await load(source)
  if (!source.startsWith("routines/")) {
    const steps = [{ stretch: data, note: "", note_at_end: "" }]
    return openSession({ id: source, name: data.name, parts: [{ title: "", steps, chosen: true }] })
  }
  /** @type {Routine} */
  const { name, sections, how_often: rules, afterwards: after } = data
  const parts = sections.map(({ id, title, steps }) => ({ title, steps, chosen: id === section }))
  return openSession({ id: sessionId(source, section), name, parts, rules, after })
}

/** @param {Given} given */
export async function openSession(given) {
  const [data, saved, parts] = await Promise.all([
    load("session"),
    loadSaved(given.id),
    Promise.all(given.parts.map(async (part) => ({ ...part, steps: await loadSteps(part.steps) }))),
    ...["session-setup", "session-run", "session-shape", "session-large"].map(loadStyle),
  ])
  const dialog = make("dialog", { class: "session md-typeset" })
  dialog.addEventListener("close", () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  showSetup({ dialog, given, parts, data, saved, begin: (beginning) => begin(dialog, given, data, beginning) })
}

/**
 * Where a session was left, with its stretches: the press on "go on" must start it at once, or the
 * browser allows no sound. A stretch that is gone from the site leaves nothing to go on with.
 * @param {string} id @returns {Promise<Saved | null>}
 */
async function loadSaved(id) {
  const saved = unfinished(id, Date.now())
  if (!saved) return null
  try {
    return { ...saved, loaded: await loadSteps(saved.steps) }
  } catch {
    return null
  }
}

/** @param {HTMLDialogElement} dialog @param {Given} given @param {SessionData} data @param {Beginning} beginning */
function begin(dialog, given, data, beginning) {
  keepSettings(beginning.settings)
  fetchPictures(beginning.steps)
  const run = new Run({ dialog, id: given.id, name: given.name, data, beginning })
  run.start((ended) => {
    forgetUnfinished(given.id)
    showEnd({ dialog, given, data, ...ended })
  })
}

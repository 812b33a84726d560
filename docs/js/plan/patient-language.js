/**
 * The language in which the patient gets the plan: what it does not have, and each line of the plan
 * below the one that the clinician reads.
 *
 * @import { Desk } from "./builder.js"
 * @import { Known } from "./shown-plan.js"
 * @typedef {{ code: string, dir: string, name: string, here: string }} Language Its name in its own letters, and in
 *   those of the page.
 * @typedef {Known & { language: Language }} Theirs
 */
import { findAll, make, present } from "../dom.js"
import { field, select } from "../fields.js"
import { inLanguage, language, say } from "../words.js"
import { planLines } from "./as-text.js"
import { exercisesOf, fileOf, learn, loadPlanData, stretchToday } from "./shown-plan.js"

/**
 * @param {Desk} desk @param {(code: string) => string} linkIn the plan's link in a language
 * @param {(isOther: boolean) => void} changed
 */
export function patientLanguage(desk, linkIn, changed) {
  const { words } = desk.data
  const all = languages()
  const ours = all.find(({ code }) => code === language()) ?? named({ code: language(), dir: "", name: "" })
  /** @type {Theirs} */
  let theirs = { ...desk, language: ours }
  const [lacks, both] = [make("div", { role: "status" }), make("div")]
  const update = () => {
    const isOther = theirs.language !== ours
    changed(isOther)
    lacks.replaceChildren(...(isOther ? lackingIn(desk, theirs) : []))
    both.replaceChildren(...(isOther ? [inBoth(desk, theirs, ours), seeIt(desk, theirs, linkIn)] : []))
  }
  const control = choice(all, ours, async (chosen) => {
    theirs = chosen === ours ? { ...desk, language: ours } : await loadIn(desk, chosen)
    desk.theirs = chosen === ours ? null : theirs
    update()
  })
  desk.listen(update)
  const parts = [field(say(words, "patient_language"), control), make("p", {}, say(words, "patient_language_hint"))]
  const element = make("div", { hidden: all.length === 0 }, ...parts, lacks, both)
  return { element, theirs: () => theirs }
}

/** @param {Language[]} all @param {Language} first @param {(chosen: Language) => Promise<void>} choose */
function choice(all, first, choose) {
  const control = select(
    all.map(({ code, name, here }) => [code, here.toLowerCase() === name.toLowerCase() ? name : `${here} (${name})`]),
  )
  let chosen = (control.value = first.code)
  control.addEventListener("change", async () => {
    try {
      await choose(all[control.selectedIndex])
      chosen = control.value
    } catch {
      control.value = chosen // no network just now
    }
  })
  return control
}

/** @param {Desk} desk @param {Language} chosen @returns {Promise<Theirs>} */
async function loadIn({ plan }, chosen) {
  const { code } = chosen
  const theirs = { language: chosen, code, data: await loadPlanData([], code), files: new Map() }
  await learn(theirs, exercisesOf(plan))
  return theirs
}

/** Those of the list in the header. @returns {Language[]} */
function languages() {
  return findAll("#languages bdi").map(({ lang, dir, textContent }) => named({ code: lang, dir, name: textContent }))
}

/** @param {Omit<Language, "here">} one @returns {Language} */
function named(one) {
  return { ...one, here: new Intl.DisplayNames([language()], { type: "language" }).of(one.code) ?? one.name }
}

/** @param {Desk} desk @param {Theirs} theirs */
function lackingIn({ data, plan }, theirs) {
  const missing = plan.steps.filter(({ exercise }) => !stretchToday(theirs.data, exercise).id)
  const names = missing.map(({ exercise }) => stretchToday(data, exercise).name).join(", ")
  const gaps = { language: theirs.language.here, names }
  return present([
    names && make("p", { class: "care" }, say(data.words, "patient_lacks", gaps)),
    make("p", {}, say(data.words, "own_words_stay")),
  ])
}

/** @param {Desk} desk @param {Theirs} theirs @param {Language} ours */
function inBoth(desk, theirs, ours) {
  const read = linesIn({ ...desk, language: ours }, desk)
  const shown = linesIn(theirs, desk)
  const { code: lang, dir } = theirs.language
  const items = read.map((line, at) =>
    make("li", {}, line, line !== shown[at] && make("div", { lang, dir }, shown[at])),
  )
  return make("ul", {}, ...items)
}

/** The same number of lines in every language. @param {Theirs} theirs @param {Desk} desk */
export function linesIn(theirs, { plan }) {
  return inLanguage(theirs.language.code, () => planLines(theirs.data, plan, (exercise) => fileOf(theirs, exercise)))
}

/** @param {Desk} desk @param {Theirs} theirs @param {(code: string) => string} linkIn */
function seeIt({ data }, { language: { code, here } }, linkIn) {
  const link = make(
    "a",
    { class: "md-button", target: "_blank" },
    say(data.words, "see_in_language", { language: here }),
  )
  link.addEventListener("click", () => (link.href = linkIn(code))) // the plan as it is then
  link.href = linkIn(code)
  return link
}

/** What to choose from: search, filters, a routine to start from, and the list of stretches. */
/** @import { Choice, Condition, Routine } from "../types.js" */
/** @import { Desk } from "./builder.js" */
/** @import { Prepared } from "../search-match.js" */
import { load } from "../data.js"
import { isLeftOut, limitLists } from "../conditions.js"
import { make, setText } from "../dom.js"
import { checkbox, field, select } from "../fields.js"
import { find, prepare } from "../search-match.js"
import { doseOf, named, thumbnail } from "../stretch-parts.js"
import { say } from "../words.js"
import { add, change, plainDose, remove, sameDose } from "./edit.js"
import { isTimed, LIMITS } from "./format.js"
import { doseTime } from "./sentences.js"
import { redraw } from "./redraw.js"
import { choiceOf, stretchToday } from "./shown-plan.js"

const SHOWN = 60 // more than anyone looks through; a word or a filter finds the rest

/** @param {Desk} desk @param {HTMLElement} bar What stays in sight on a phone, as long as one chooses. */
export function chooser(desk, bar) {
  const { words } = desk.data
  const { filters, stretches } = desk.choices
  const search = make("input", { type: "search", autocomplete: "off", spellcheck: "false", maxlength: 100 })
  const selects = filters.map(({ name, choices }) => options(say(words, "any"), choices, { name }))
  const count = make("p", { class: "filter-status", role: "status" })
  const list = make("ul", { class: "rows plan-choices" })
  const leftOut = make("div", { class: "left-out" })
  /** @type {Prepared<Choice> | undefined} Made for the first word: a phone feels the time it takes. */
  let index
  const update = () => {
    const asked = search.value.trim()
    if (asked) index ??= prepare(stretches, desk.choices, desk.stemmer)
    const { conditions, entries } = index && asked ? find(index, asked) : { conditions: [], entries: stretches }
    drawChoices(desk, list, count, fitting(desk, entries, selects))
    drawLeftOut(desk, leftOut, conditions)
  }
  for (const control of [search, ...selects]) control.addEventListener("input", update)
  desk.listen((typed) => !typed && update())
  const form = make(
    "form",
    { class: "filters", onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
    field(say(words, "find"), search),
    ...filters.map(({ label }, at) => field(label, selects[at])),
    field(say(words, "start_with"), routines(desk)),
  )
  const heading = make("h2", { id: "plan-choose", tabindex: -1 }, say(words, "choose"))
  const parts = [heading, form, conditionsBox(desk), count, leftOut, list, bar]
  return make("section", { class: "plan-choose", "aria-labelledby": "plan-choose" }, ...parts)
}

/** @param {Desk} desk @param {Choice[]} found @param {HTMLSelectElement[]} selects */
function fitting({ ticked }, found, selects) {
  const possible = found.filter((choice) => !isLeftOut(choice, [...ticked]))
  return possible.filter(({ filters }) => selects.every(({ name, value }) => !value || filters[name].includes(value)))
}

/** What the patient has or cannot do; it stays on this page. @param {Desk} desk */
function conditionsBox(desk) {
  const { words } = desk.data
  const ticks = desk.choices.conditions.map(({ id, name }) => {
    const { box, label } = checkbox(name, () => {
      if (box.checked) desk.ticked.add(id)
      else desk.ticked.delete(id)
      desk.redraw()
    })
    return label
  })
  const about = make("p", {}, say(words, "ticks_stay_here"))
  const chips = make("div", { class: "actions" }, ...ticks)
  return make("details", { class: "plan-conditions" }, make("summary", {}, say(words, "patient_has")), about, chips)
}

/** @param {Desk} desk @param {HTMLElement} place @param {Condition[]} asked Those that the search names. */
function drawLeftOut(desk, place, asked) {
  const { conditions, words, stretches } = desk.choices
  const shown = conditions.filter((one) => desk.ticked.has(one.id) || asked.includes(one))
  place.replaceChildren(...limitLists(words, shown, stretches, ({ name }) => make("strong", {}, name)))
}

/** @param {string} none @param {Record<string, string>} choices @param {Record<string, string>} [attributes] */
function options(none, choices, attributes) {
  return select([["", none], ...Object.entries(choices)], attributes)
}

/** @param {Desk} desk @param {HTMLElement} list @param {HTMLElement} count @param {Choice[]} found */
function drawChoices(desk, list, count, found) {
  const { words } = desk.data
  const chosen = new Set(idsOf(desk))
  const rows = found.slice(0, SHOWN).map((choice) => row(desk, choice, chosen.has(choice.id)))
  redraw(list, rows)
  setText(count, found.length > 0 ? say(words, "shown", { n: found.length }) : say(words, "none_fits"))
}

/** The ids that the chosen stretches have today. @param {Desk} desk */
function idsOf({ data, plan }) {
  return plan.steps.map(({ exercise }) => stretchToday(data, exercise).id)
}

/** One press adds it, another takes it out. @param {Desk} desk @param {Choice} choice @param {boolean} isChosen */
function row(desk, choice, isChosen) {
  const { id, name, summary, dose, picture, position_name } = choice
  const press = { type: "button", class: "card", "aria-pressed": String(isChosen), "data-focus": `choice ${id}` }
  const onclick = () => (isChosen ? takeOut(desk, choice) : putIn(desk, choice))
  const { words } = desk.data
  const gaps = { position: position_name, time: doseTime(words, dose, dose.total_seconds) }
  const line = doseOf(say(words, isTimed(dose) ? "position_and_time" : "position_and_pace", gaps))
  const mark = make("span", { class: "plan-mark", "aria-hidden": "true" })
  const text = named(name, make("span", {}, summary), line)
  return make("li", {}, make("button", { ...press, onclick }, thumbnail(picture), text, mark))
}

/** @param {Desk} desk @param {Choice} choice */
function putIn(desk, { id, name }) {
  const { words } = desk.data
  const next = add(desk.plan, id)
  const full = next === desk.plan
  desk.set(next, { said: full ? say(words, "full", { most: LIMITS.stretches }) : say(words, "added", { name }) })
}

/** @param {Desk} desk @param {Choice} choice */
function takeOut(desk, { id, name }) {
  desk.set(remove(desk.plan, idsOf(desk).lastIndexOf(id)), { said: say(desk.data.words, "removed", { name }) })
}

/** A routine's stretches with its doses, in place of what is there; undo brings that back. @param {Desk} desk */
function routines(desk) {
  const list = options(say(desk.data.words, "start_choose"), desk.choices.routines)
  list.addEventListener("change", async () => {
    const id = list.value
    list.value = ""
    const routine = id && (await load(`routines/${id}`).catch(() => null))
    if (routine) startFrom(desk, routine)
  })
  return list
}

/** @param {Desk} desk @param {Routine} routine */
function startFrom(desk, { name, sections }) {
  const steps = sections.flatMap((section) => section.steps).slice(0, LIMITS.stretches)
  /** @type {typeof desk.plan} */
  let plan = { ...desk.plan, title: desk.plan.title || name, steps: [] }
  for (const { stretch, note: before, note_at_end } of steps) {
    const note = [before, note_at_end].filter(Boolean).join(" ")
    const usual = choiceOf(desk, stretch.id)?.dose
    const dose = usual && sameDose(usual, stretch.dose) ? null : plainDose(stretch.dose)
    plan = add(plan, stretch.id)
    const pause_seconds = (dose && stretch.dose.rest_seconds) ?? null
    plan = change(plan, plan.steps.length - 1, { dose, pause_seconds, note: [...note].slice(0, LIMITS.note).join("") })
  }
  desk.set(plan, { said: say(desk.data.words, "started", { name }) })
}

/** What to choose from: search, filters, a routine to start from, and the list of stretches. */
/** @import { Choice, Condition, Entry, Routine } from "../types.js" */
/** @import { Desk } from "./builder.js" */
import { load } from "../data.js"
import { limitLists } from "../conditions.js"
import { make, setText } from "../dom.js"
import { checkbox, field, select } from "../fields.js"
import { atOnce, entriesAt, fitting } from "../index-parts.js"
import { find } from "../search-match.js"
import { doseOf, named, thumbnail } from "../stretch-parts.js"
import { say } from "../words.js"
import { add, change, plainDose, remove, sameDose } from "./edit.js"
import { LIMITS } from "./format.js"
import { redraw } from "./redraw.js"
import { fileOf, learnFor, stretchToday } from "./shown-plan.js"

/** @param {Desk} desk @param {HTMLElement} bar What stays in sight on a phone, as long as one chooses. */
export function chooser(desk, bar) {
  const { words } = desk.data
  const { filters } = desk.choices
  const search = make("input", { type: "search", autocomplete: "off", spellcheck: "false", maxlength: 100 })
  const selects = filters.map(({ name, choices }) => options(say(words, "any"), choices, { name }))
  const count = make("p", { class: "filter-status", role: "status" })
  const list = make("ul", { class: "rows plan-choices" })
  const leftOut = make("div", { class: "left-out" })
  const update = drawing(desk, search, selects, { count, list, leftOut })
  for (const control of [search, ...selects]) control.addEventListener("input", update)
  desk.listen((typed) => (typed ? undefined : update()))
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

/**
 * Draws what was asked for last, whatever comes first.
 * @param {Desk} desk @param {HTMLInputElement} search @param {HTMLSelectElement[]} selects
 * @param {{ count: HTMLElement, list: HTMLElement, leftOut: HTMLElement }} places
 */
function drawing(desk, search, selects, { count, list, leftOut }) {
  const { words } = desk.data
  const { index } = desk.search
  let turn = 0
  return async () => {
    const mine = (turn += 1)
    try {
      const { conditions, numbers } = await found(desk, search.value.trim(), selects)
      const shown = entriesAt(index, numbers.slice(0, atOnce(index)))
      const [entries, lists] = await Promise.all([shown, leftOutLists(desk, conditions)])
      if (mine !== turn) return
      leftOut.replaceChildren(...lists)
      drawChoices(desk, list, entries)
      setText(count, say(words, numbers.length > 0 ? "shown" : "none_fits", { n: numbers.length }))
    } catch {
      if (mine !== turn) return
      for (const place of [leftOut, list]) place.replaceChildren()
      setText(count, say(words, "failed"))
    }
  }
}

/**
 * The stretches that have all that is asked for, the best first, without those that what is ticked rules out.
 * @param {Desk} desk @param {string} asked @param {HTMLSelectElement[]} selects
 */
async function found({ search, ticked }, asked, selects) {
  const chosen = selects.flatMap(({ name, value }) => (value ? [[name, value]] : []))
  const [possible, answer] = await Promise.all([
    fitting(search.index, chosen, [...ticked]),
    asked ? find(search, asked) : null,
  ])
  if (!answer) return { conditions: [], numbers: possible }
  const fits = new Set(possible)
  return { conditions: answer.conditions, numbers: answer.numbers.filter((number) => fits.has(number)) }
}

/** What the patient has or cannot do; it stays on this page. @param {Desk} desk */
function conditionsBox(desk) {
  const { words } = desk.data
  const ticks = desk.search.index.conditions.map(({ id, name }) => {
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

/** @param {Desk} desk @param {Condition[]} asked Those that the search names. */
function leftOutLists({ search: { index }, ticked }, asked) {
  const shown = index.conditions.filter((one) => ticked.has(one.id) || asked.includes(one))
  return limitLists(index, shown, ({ name }) => make("strong", {}, name))
}

/** @param {string} none @param {Record<string, string>} choices @param {Record<string, string>} [attributes] */
function options(none, choices, attributes) {
  return select([["", none], ...Object.entries(choices)], attributes)
}

/** @param {Desk} desk @param {HTMLElement} list @param {Entry[]} entries */
function drawChoices(desk, list, entries) {
  const chosen = new Set(idsOf(desk))
  redraw(
    list,
    entries.flatMap((entry) => (entry.stretch ? [row(desk, entry, entry.stretch, chosen.has(entry.stretch.id))] : [])),
  )
}

/** The ids that the chosen stretches have today. @param {Desk} desk */
function idsOf({ data, plan }) {
  return plan.steps.map(({ exercise }) => stretchToday(data, exercise).id)
}

/**
 * One press adds it, another takes it out.
 * @param {Desk} desk @param {Entry} entry @param {Choice} choice @param {boolean} isChosen
 */
function row(desk, { name, summary }, { id, picture, line }, isChosen) {
  const press = { type: "button", class: "card", "aria-pressed": String(isChosen), "data-focus": `choice ${id}` }
  const onclick = () => (isChosen ? takeOut(desk, id, name) : putIn(desk, id, name))
  const mark = make("span", { class: "plan-mark", "aria-hidden": "true" })
  const text = named(name, make("span", {}, summary), doseOf(line))
  return make("li", {}, make("button", { ...press, onclick }, thumbnail(picture), text, mark))
}

/** @param {Desk} desk @param {string} id @param {string} name */
async function putIn(desk, id, name) {
  if (!(await learnFor(desk, [id]))) return
  const { words } = desk.data
  const next = add(desk.plan, id)
  const full = next === desk.plan
  desk.set(next, { said: full ? say(words, "full", { most: LIMITS.stretches }) : say(words, "added", { name }) })
}

/** @param {Desk} desk @param {string} id @param {string} name */
function takeOut(desk, id, name) {
  desk.set(remove(desk.plan, idsOf(desk).lastIndexOf(id)), { said: say(desk.data.words, "removed", { name }) })
}

/** A routine's stretches with its doses, in place of what is there; undo brings that back. @param {Desk} desk */
function routines(desk) {
  const list = options(say(desk.data.words, "start_choose"), desk.choices.routines)
  list.addEventListener("change", async () => {
    const id = list.value
    list.value = ""
    const routine = id && (await load(`routines/${id}`).catch(() => null))
    if (routine) await startFrom(desk, routine)
  })
  return list
}

/** @param {Desk} desk @param {Routine} routine */
async function startFrom(desk, { name, sections }) {
  const steps = sections.flatMap((section) => section.steps).slice(0, LIMITS.stretches)
  const ids = steps.map(({ stretch }) => stretch.id)
  if (!(await learnFor(desk, ids))) return
  /** @type {typeof desk.plan} */
  let plan = { ...desk.plan, title: desk.plan.title || name, steps: [] }
  for (const { stretch, note: before, note_at_end } of steps) {
    const note = [before, note_at_end].filter(Boolean).join(" ")
    const usual = fileOf(desk, stretch.id)?.dose
    const dose = usual && sameDose(usual, stretch.dose) ? null : plainDose(stretch.dose)
    plan = add(plan, stretch.id)
    const pause_seconds = (dose && stretch.dose.rest_seconds) ?? null
    plan = change(plan, plan.steps.length - 1, { dose, pause_seconds, note: [...note].slice(0, LIMITS.note).join("") })
  }
  desk.set(plan, { said: say(desk.data.words, "started", { name }) })
}

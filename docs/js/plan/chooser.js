/** What to choose from: search, filters, a routine to start from, and the list of stretches. */
import { load } from "../data.js"
import { make } from "../dom.js"
import { field, select } from "../fields.js"
import { LIMITS } from "./format.js"
import { stretchToday } from "./shown-plan.js"
import { add, change, plainDose, remove, sameDose } from "./edit.js"
import { duration, say } from "./sentences.js"
import { redraw } from "./redraw.js"
import { find, prepare } from "../search-match.js"
import { thumbnail } from "../stretch-parts.js"

/** @typedef {import("./builder.js").Desk} Desk */
/** @typedef {import("../types.js").Choice} Choice */

const SHOWN = 60 // more than anyone looks through; a word or a filter finds the rest

/** @param {Desk} desk */
export function chooser(desk) {
  const { words } = desk.data
  const search = make("input", { type: "search", autocomplete: "off", spellcheck: "false", maxlength: 100 })
  const selects = desk.choices.filters.map((filter) => selectFor(filter, words))
  const count = make("p", { class: "filter-status", role: "status" })
  const list = make("ul", { class: "rows plan-choices" })
  const index = prepare(desk.choices.stretches)
  const update = () => {
    const asked = search.value.trim()
    const found = asked ? /** @type {Choice[]} */ (find(index, asked)) : desk.choices.stretches
    drawChoices(
      desk,
      list,
      count,
      found.filter((choice) => fits(choice, selects)),
    )
  }
  for (const control of [search, ...selects]) control.addEventListener("input", update)
  desk.listen((typed) => !typed && update())
  const form = make(
    "form",
    { class: "filters", onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
    field(say(words, "find"), search),
    ...desk.choices.filters.map(({ label }, at) => field(label, selects[at])),
    field(say(words, "start_with"), routines(desk)),
  )
  const heading = make("h2", { id: "plan-choose", tabindex: -1 }, say(words, "choose"))
  return make("section", { class: "plan-choose", "aria-labelledby": "plan-choose" }, heading, form, count, list)
}

/** @param {import("../types.js").Filter} filter @param {import("./sentences.js").Words} words */
function selectFor({ name, choices }, words) {
  return select([["", say(words, "any")], ...optionsOf(choices)], { name })
}

/** @param {Desk} desk @param {HTMLElement} list @param {HTMLElement} count @param {Choice[]} found */
function drawChoices(desk, list, count, found) {
  const { words } = desk.data
  const chosen = new Set(desk.plan.steps.map(({ exercise }) => stretchToday(desk.data, exercise).id))
  redraw(
    list,
    found.slice(0, SHOWN).map((choice) => row(desk, choice, chosen.has(choice.id))),
  )
  const line = found.length > 0 ? say(words, "shown", { n: found.length }) : say(words, "none_fits")
  if (count.textContent !== line) count.textContent = line // said once, not with every press
}

/** @param {Choice} choice @param {HTMLSelectElement[]} selects */
function fits(choice, selects) {
  return selects.every(({ name, value }) => {
    const has = choice[/** @type {"area" | "position" | "equipment"} */ (name)]
    return !value || (Array.isArray(has) ? has.includes(value) : has === value)
  })
}

/** One press adds it, another takes it out. @param {Desk} desk @param {Choice} choice @param {boolean} isChosen */
function row(desk, choice, isChosen) {
  const { words } = desk.data
  const onclick = () => (isChosen ? takeOut(desk, choice) : putIn(desk, choice))
  const dose = `${choice.position_name} · ${duration(words, choice.dose.total_seconds)}`
  const attributes = {
    type: "button",
    class: "card",
    "aria-pressed": String(isChosen),
    "data-focus": `choice ${choice.id}`,
    onclick,
  }
  const mark = make("span", { class: "plan-mark", "aria-hidden": "true" })
  const text = [
    make("strong", {}, choice.title),
    " ",
    make("span", {}, choice.summary),
    " ",
    make("em", { class: "dose" }, dose),
  ]
  return make(
    "li",
    {},
    make("button", attributes, thumbnail(choice.small), make("span", { class: "named" }, ...text), mark),
  )
}

/** @param {Desk} desk @param {Choice} choice */
function putIn(desk, choice) {
  const { words } = desk.data
  const next = add(desk.plan, choice.id)
  const full = next === desk.plan
  desk.set(next, {
    said: full ? say(words, "full", { most: LIMITS.stretches }) : say(words, "added", { name: choice.title }),
  })
}

/** @param {Desk} desk @param {Choice} choice */
function takeOut(desk, choice) {
  const ids = desk.plan.steps.map(({ exercise }) => stretchToday(desk.data, exercise).id)
  const at = ids.lastIndexOf(choice.id)
  desk.set(remove(desk.plan, at), { said: say(desk.data.words, "removed", { name: choice.title }) })
}

/** A routine's stretches with its doses, in place of what is there; undo brings that back. @param {Desk} desk */
function routines(desk) {
  const { words } = desk.data
  const list = select([["", say(words, "start_choose")], ...optionsOf(desk.choices.routines)])
  list.addEventListener("change", async () => {
    const address = list.value
    list.value = ""
    const routine = address && (await load(address).catch(() => null))
    if (routine) startFrom(desk, routine)
  })
  return list
}

/** @param {{ label: string, address: string }[]} links @returns {[string, string][]} */
function optionsOf(links) {
  return links.map(({ label, address }) => [address, label])
}

/**
 * @param {Desk} desk
 * @param {{ name: string, sections: { steps: { exercise: string, dose: import("./format.js").Dose, note: string }[] }[] }} routine
 */
function startFrom(desk, routine) {
  const all = routine.sections.flatMap(({ steps }) => steps).slice(0, LIMITS.stretches)
  /** @type {typeof desk.plan} */
  let plan = { ...desk.plan, title: desk.plan.title || routine.name, steps: [] }
  for (const { exercise, dose, note } of all) {
    const own = desk.choices.stretches.find(({ id }) => id === exercise)
    const given = own && sameDose(own.dose, dose) ? null : plainDose(dose)
    plan = add(plan, exercise)
    plan = change(plan, plan.steps.length - 1, { dose: given, note: [...note].slice(0, LIMITS.note).join("") })
  }
  desk.set(plan, { said: say(desk.data.words, "started", { name: routine.name }) })
}

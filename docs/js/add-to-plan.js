/**
 * "Add to plan": a stretch with the dose that its page shows goes into the plan that is being made on
 * this device; a second press takes it out. Nothing of plans is fetched before the first press.
 */
import { fromHome } from "./data.js"
import { button, findAll, make, rowIn } from "./dom.js"
import { read } from "./storage.js"
import { word } from "./words.js"

const bar = make("div", { class: "card plan-bar", role: "status" })

export function start() {
  addButtons(document)
  document.querySelector("article")?.append(bar)
  for (const event of ["pageshow", "storage"]) window.addEventListener(event, show)
}

/** For stretches that come later too. @param {ParentNode} place */
export function addButtons(place) {
  for (const found of findAll("[data-add-to-plan]:not(:has(.add-to-plan))", place)) {
    const press = button(word("add_to_plan"), () => turn(linkOf(found)), { class: "add-to-plan" })
    const name = found.querySelector("strong")?.textContent // in a list the button alone does not say which
    if (name) press.setAttribute("aria-label", word("add_name_to_plan", { name }))
    rowIn(found).append(" ", press)
  }
  show()
}

/** The plan of this stretch alone: Markdown does not take every sign of a link. @param {HTMLElement} place */
function linkOf({ dataset }) {
  return decodeURIComponent(dataset.addToPlan ?? "")
}

/** @param {string} link */
async function turn(link) {
  const { turnInDraft } = await import("./plan/draft.js")
  turnInDraft(link)
  await show()
}

async function show() {
  const kept = read("plan.draft") === null ? null : (await import("./plan/draft.js")).keptStretches()
  for (const place of findAll("[data-add-to-plan]")) {
    const isIn = kept?.has(linkOf(place)) ?? false
    place.querySelector(".add-to-plan")?.setAttribute("aria-pressed", String(isIn))
  }
  const open = make("a", { class: "md-button", href: fromHome("/plan/") }, word("open_plan"))
  bar.hidden = !kept?.count
  bar.replaceChildren(...(kept?.count ? [word("plan_holds", { n: kept.count }), " ", open] : []))
}

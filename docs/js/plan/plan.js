/**
 * The plan page has two faces: with a plan in the link it shows the plan to whoever was given it,
 * without one it is where a plan is made. Both are this one page, and the link holds everything.
 *
 * @import { Plan } from "./format.js"
 * @import { Problem } from "./read.js"
 */
import { forgetDraft, keepDraft, readDraft } from "./draft.js"
import { emptyPlan, isEmpty } from "./format.js"
import { newerThan, remember } from "./opened-plans.js"
import { decode, isPlan } from "./read.js"
import { encode } from "./write.js"
import { loadPlanData, show } from "./shown-plan.js"
import { planBody, planHead } from "./patient.js"
import { fromHome } from "../data.js"
import { button, findAll, make } from "../dom.js"
import { codeAtHead } from "../print-code.js"
import { language, say } from "../words.js"

/** @typedef {"patient" | "builder"} Face */

const ADDRESS_AFTER_MS = 250 // browsers refuse to write the address very often

export async function start() {
  document.addEventListener("click", stayOnPlan)
  window.addEventListener("hashchange", openLink)
  window.addEventListener("pageshow", ({ persisted }) => persisted && isDraft && openLink()) // another page may have added to it
  window.addEventListener("pagehide", () => writeAddress())
  await openLink()
}

/** @type {Plan} */
let plan = emptyPlan()
/** @type {Problem[]} */
let problems = []
/** @type {Face} */
let face = "patient"

let begun = false
let isDraft = false // what is kept on this device is this plan, and the address may be older

/** Another plan may arrive in an open page, when somebody puts its link into the address. */
async function openLink() {
  if (begun && !isPlan(location.hash) && location.hash !== "") return // a place on the page
  begun = true
  const draft = history.state?.isDraft || !isPlan(location.hash) ? readDraft() : null
  isDraft = draft !== null
  ;({ plan, problems } = draft ? { plan: draft, problems: [] } : decode(location.hash))
  const building = history.state?.face === "builder" // a reload goes on where it was
  const named = isPlan(location.hash) ? null : document.getElementById(location.hash.slice(1))
  await turnTo(building || !isPlan(location.hash) ? "builder" : "patient")
  named?.scrollIntoView() // what stands above it has come only now
}

/** @param {Face} next @param {{ focus?: boolean }} [options] */
async function turnTo(next, { focus = false } = {}) {
  face = next
  document.documentElement.dataset.planFace = next // face.js has set it for the first time
  const top = document.querySelector("[data-plan-top]")
  top?.setAttribute("aria-busy", "true")
  try {
    if (next === "builder") await openBuilder() // first what is looked at
    if (next === "patient" || !isEmpty(plan)) await render() // on a builder's paper too
    if (next === "builder") writeAddress()
  } catch (error) {
    console.warn("the plan could not be shown", error)
    sayNotLoaded()
  }
  top?.removeAttribute("aria-busy")
  if (focus) focusOn(next)
}

/** @param {Face} next */
function focusOn(next) {
  const place = next === "patient" ? "[data-plan-patient] h1" : "[data-plan-builder] h2"
  const heading = document.querySelector(place)
  if (!(heading instanceof HTMLElement)) return
  heading.tabIndex = -1
  heading.focus()
  window.scrollTo(0, 0)
}

/** What the patient sees. In the builder only paper shows it, so that it prints the same. */
async function render() {
  const { words } = await loadPlanData()
  const [current, link] = [plan, linkOf(plan)]
  const shown = await show(plan, problems)
  const head = planHead({ ...shown, ...remembered() }, words, link, () => turnTo("builder", { focus: true }))
  if (current !== plan) return // a later change is on its way
  place("data-plan-patient").replaceChildren(...head)
  document.querySelector("[data-plan-body]")?.replaceChildren(...planBody(shown, words, link))
  const title = shown.title || say(words, "your_plan")
  // At the edge of each sheet of paper, and at the head of the first
  for (const named of findAll("[data-print-name]")) named.dataset.printName = title
  if (face === "patient") nameHomeScreen(title)
  await codeAtHead(link, {
    label: say(words, "qr_label"),
    scan: say(words, "qr_paper"),
    too_long: say(words, "qr_too_long_for_paper"),
  })
}

/** Of a plan that was given to whoever reads it; what is being made here is not kept. */
function remembered() {
  if (face === "builder" || history.state?.face) return {}
  return { newer: newerThan(plan), is_kept: remember(plan, problems) }
}

async function openBuilder() {
  const { build } = await import("./builder.js")
  const children = await build(plan, {
    problems,
    linkOf,
    isDraft,
    /** @param {Plan} next */
    changed: (next) => {
      ;[plan, problems, isDraft] = [next, [], true]
      keepDraft(plan)
      later()
    },
    handedOver: () => {
      isDraft = false
      forgetDraft()
      writeAddress()
    },
    print: render, // what is typed reaches the paper a moment later
    showPatient: () => {
      writeAddress()
      history.replaceState({ face: "patient" }, "", location.href)
      return turnTo("patient", { focus: true })
    },
  })
  place("data-plan-builder").replaceChildren(...children) // not before it is whole: see program.css
}

let timer = 0

/** Soon, but not with every letter that is typed. */
function later() {
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    writeAddress()
    render().catch(() => {}) // paper only; printing tries again, and says so
  }, ADDRESS_AFTER_MS)
}

/** The address holds the plan, so a reload, a bookmark and the back button find it again. */
function writeAddress() {
  clearTimeout(timer)
  if (face !== "builder") return
  const address = isEmpty(plan) ? location.pathname : linkOf(plan)
  try {
    history.replaceState({ face, isDraft }, "", address)
  } catch {
    // Written too often, some browsers say; the next change writes it.
  }
}

/** @param {Plan} plan @param {string} [code] of another language than the page's */
function linkOf(plan, code) {
  const page = code && code !== language() ? fromHome("/plan/", code) : `${location.origin}${location.pathname}`
  return `${page}#${encode(plan)}`
}

/** One container a face, made when it is first needed. @param {"data-plan-patient" | "data-plan-builder"} name */
function place(name) {
  const found = document.querySelector(`[${name}]`)
  if (found) return found
  const container = make("div", { [name]: true })
  document.querySelector("[data-plan-top]")?.append(container)
  return container
}

/**
 * A plan kept on a home screen opens this plan, under its own name: the manifest would make it open
 * the site's first page.
 * @param {string} title
 */
function nameHomeScreen(title) {
  document.title = title
  document.querySelector('link[rel="manifest"]')?.remove()
  const meta = document.querySelector('meta[name="apple-mobile-web-app-title"]')
  if (meta) meta.setAttribute("content", title)
  else document.head.append(make("meta", { name: "apple-mobile-web-app-title", content: title }))
}

/** A link to a place on this page must not put the place where the plan stands. @param {MouseEvent} event */
function stayOnPlan(event) {
  const link = event.target instanceof Element && event.target.closest("a")
  if (!link || !link.getAttribute("href")?.startsWith("#")) return
  const named = document.getElementById(link.hash.slice(1))
  if (!named) return
  event.preventDefault()
  const target = named.checkVisibility() ? named : (document.querySelector("[data-plan-patient] h1") ?? named)
  if (!(target instanceof HTMLElement)) return
  if (target.tabIndex < 0) target.tabIndex = -1
  target.scrollIntoView()
  target.focus({ preventScroll: true })
}

/** In the page's own words: those of the catalogue are perhaps what could not be loaded. */
function sayNotLoaded() {
  const top = document.querySelector("[data-plan-top]")
  if (!(top instanceof HTMLElement)) return
  const again = button(top.dataset.again ?? "", () => location.reload())
  top.replaceChildren(make("p", { role: "alert" }, top.dataset.failed), again)
}

/**
 * Wall sheet and cards: built from what the page holds already, and put into it for one print. What
 * they leave out stands on the page, and they say so; a card leaves out no step and no caution.
 *
 * @import { StretchFile } from "./types.js"
 * @import { OnPage } from "./print-stretches.js"
 */
import { load, loadStyle } from "./data.js"
import { copyOf, findAll, make, present } from "./dom.js"
import { codeForPaper, inWords, published } from "./print-code.js"
import { stretchesOnPage, textOf } from "./print-stretches.js"
import { word } from "./words.js"

const ON_A_WALL = 8 // stretches on one sheet, so that one can still see them from afar
const LETTERED = /\b[A-D]\)/ // a step speaks of "picture A": its letters must be legible
// From large to small; the letters in a picture are legible but for the last.
const SIZES_OF_CARDS = ["11", "10", "9", "9-narrow", "9-small"].map((size) => `paper-${size}`)
const NOT_ON_A_CARD =
  ".signs-first, .actions, .lead, .visually-hidden, .credit, .plan-dose, .session-start, #numbers ~ *"
const ON_A_CARD = `.warning, ol, p:not(:has(.picture), ${NOT_ON_A_CARD})`

/** @param {string} kind @returns {Promise<HTMLElement>} */
export async function paperFor(kind) {
  await Promise.all(["print-sheets", "print-cards"].map(loadStyle))
  const stretches = stretchesOnPage()
  const sheets = await (kind === "cards" ? cards(stretches) : walls(stretches))
  const paper = make("div", { class: `paper paper-${kind}`, "data-print-added": true }, ...sheets)
  document.body.append(paper)
  await Promise.all(
    findAll("img", paper).map((image) => image instanceof HTMLImageElement && image.decode().catch(() => {})),
  )
  if (kind === "cards") arrange(paper)
  return paper
}

/** @param {OnPage[]} stretches */
async function walls(stretches) {
  const items = await Promise.all(stretches.map(onWall))
  const count = Math.ceil(items.length / ON_A_WALL)
  const each = Math.ceil(items.length / count)
  return Array.from({ length: count }, (_, sheet) => wall(items.slice(sheet * each, (sheet + 1) * each)))
}

/** @param {HTMLElement[]} items */
function wall(items) {
  const sheet = copyOf("template[data-print-wall]") ?? make("section")
  const title = make("h1", {}, document.documentElement.dataset.printName)
  const head = findAll(".letterhead > address, .print-names, .plan-often, .plan-life").map(shownCopy)
  sheet.querySelector("header")?.append(title, ...head)
  const list = sheet.querySelector("ol")
  list?.append(...items)
  list?.classList.toggle("in-one-column", items.length < 3)
  list?.classList.toggle("beside", items.length > 6)
  const code = document.querySelector("[data-qr-of-page]")
  const foot = make("span", {}, document.documentElement.dataset.printFoot)
  const lines = make("p", { class: "paper-foot" }, ...copies(code, "span"), foot)
  sheet.querySelector("footer div")?.append(lines)
  sheet.querySelector("footer")?.prepend(...copies(code, "svg"))
  return sheet
}

/** @param {HTMLElement} part */
function shownCopy(part) {
  const found = /** @type {HTMLElement} */ (part.cloneNode(true))
  found.hidden = false
  return found
}

/** @param {Element | null} place @param {string} selector */
function copies(place, selector) {
  return [...(place?.querySelectorAll(`:scope > ${selector}`) ?? [])].map((part) => part.cloneNode(true))
}

/** @param {OnPage} stretch */
async function onWall({ place, title, dose, address }) {
  const note = copy(place.querySelector(":scope > .plan-note"))
  return make(
    "li",
    { class: "paper-item" },
    make("h2", {}, title),
    make("p", { class: "paper-dose" }, dose),
    ...pictureOf(place),
    make("p", {}, await summaryOf(place, address)),
    note,
  )
}

/** One line of what matters. @param {HTMLElement} place @param {string} address */
async function summaryOf(place, address) {
  const lead = place.querySelector(":scope > .lead")
  if (lead) return textOf(lead.firstChild) // behind it stands a button
  const id = new URL(address).pathname.split("/").at(-2)
  const stretch = /** @type {StretchFile | null} */ (await load(`stretches/${id}`).catch(() => null))
  return stretch ? stretch.summary : ""
}

/** On the page of one stretch as many as a sheet has room for. @param {OnPage[]} stretches */
async function cards(stretches) {
  const all = stretches.length === 1 && !stretches[0].place.matches("details") ? Array(4).fill(stretches[0]) : stretches
  return Promise.all(all.map(card))
}

/** @param {OnPage} stretch */
async function card({ place, name, dose, address }) {
  const told = [...place.children].filter((part) => part.matches(ON_A_CARD)).map(copy)
  const own = published(address)
  const code = await codeForPaper(own, word("scan"))
  const way = make("p", { class: "paper-way" }, code, make("span", { dir: "ltr" }, ...inWords(own)))
  const head = make("header", {}, make("h2", {}, name), make("p", { class: "paper-dose" }, dose))
  const shown = make("div", { class: "paper-shown" }, ...pictureOf(place), way)
  return make("article", { class: "paper-card" }, head, shown, make("div", {}, ...present(told)), footOfCard())
}

/** Whom to call, and whose card it is: it may be all that somebody has at hand. */
function footOfCard() {
  const emergency = copyOf("template[data-print-wall]")?.querySelector("footer strong")
  const clinic = findAll(".letterhead > address > span").slice(0, 2).map(textOf)
  const lines = [...clinic, document.documentElement.dataset.printFoot ?? ""].filter(Boolean)
  return make("footer", {}, emergency, " ", lines.join(" \u00b7 "))
}

/** The picture, and what is said about it. @param {HTMLElement} place */
function pictureOf(place) {
  const found = copy(place.querySelector(":scope > p:has(> .picture), :scope > .picture-to-come"))
  found?.classList.add("paper-picture")
  return found ? [found] : []
}

/** Two in a row; what is too long for one has a row of its own. @param {HTMLElement} paper */
function arrange(paper) {
  /** @type {HTMLElement | null} */
  let open = null // a row with room for one more
  for (const card of findAll(".paper-card", paper)) {
    const wide = !SIZES_OF_CARDS.some((size) => fits(card, size))
    card.classList.toggle("paper-wide", wide)
    if (open && !wide) {
      open.append(card)
      open = null
      continue
    }
    const row = make("div", { class: "paper-row" }, card)
    paper.append(row)
    if (!wide) open = row
  }
}

/** Whether all of it is within the card in this size, which it keeps. @param {HTMLElement} card @param {string} size */
function fits(card, size) {
  card.classList.remove(...SIZES_OF_CARDS)
  if (size.endsWith("small") && LETTERED.test(textOf(card.querySelector("ol")))) return false
  card.classList.add(size)
  const [first, last] = [card.firstElementChild, card.lastElementChild]
  if (!(first instanceof HTMLElement && last instanceof HTMLElement)) return true
  return last.offsetTop + last.offsetHeight <= card.clientHeight - first.offsetTop + 1
}

/**
 * Without what belongs to the page: names of places and of looks.
 * @param {Element | null} part @returns {HTMLElement | null}
 */
function copy(part) {
  if (!(part instanceof HTMLElement)) return null
  const care = part.matches(".warning")
  const found = /** @type {HTMLElement} */ (part.cloneNode(true))
  for (const hidden of found.querySelectorAll(".visually-hidden, .on-screen")) hidden.remove()
  for (const element of [found, ...found.querySelectorAll("*")]) {
    for (const name of ["id", "class", "loading", "data-movement"]) element.removeAttribute(name)
  }
  if (care) found.className = "paper-care"
  return found
}

/**
 * How a page is to be printed. The choices stand on the page's root as `data-print-...`, where
 * css/print.css finds them, and are remembered on this device; they hold for one print. Names are not:
 * they go from the form on to the paper and nowhere else.
 *
 * Any page can use this: a form `data-print-choices` with radio buttons, and the templates of
 * overrides/partials/print.html. A page holds its stretches as blocks, or is itself one stretch.
 */
import { loadStyle } from "./data.js"
import { copyOf, findAll, present } from "./dom.js"
import { codeAtHead } from "./print-code.js"
import { BLOCKS, stretchesOnPage } from "./print-stretches.js"
import { keep, radios, restore } from "./radios.js"
import { word } from "./words.js"

const FONTS = { 400: "SourceSansPro-Regular.ttf", 700: "SourceSansPro-Bold.ttf" }

const SAME_PRINT_MS = 1000 // a browser may begin one print twice

let started = false
let chosen = false

/** The button itself opens the form; this makes the form work, once. */
export function open() {
  const form = document.querySelector("form[data-print-choices]")
  if (started || !(form instanceof HTMLFormElement)) return
  started = true
  // Somebody may have been quicker than a slow line and have chosen already.
  if (radios(form).every((radio) => radio.checked === radio.defaultChecked)) radios(form).forEach(restore)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    form.hidePopover()
    print(form).catch((error) => console.error("not printed", error))
  })
  window.addEventListener("beforeprint", () => {
    if (!chosen) clear(form) // the browser's own menu prints the handout
  })
  window.addEventListener("afterprint", () => setTimeout(() => (chosen = false), SAME_PRINT_MS))
}

/** @param {HTMLFormElement} form */
async function print(form) {
  clear(form)
  keepAll(form)
  await Promise.all([fetchFonts().catch(() => {}), showCode(), loadStyle("print-chosen")])
  prepare(form)
  const kind = document.documentElement.getAttribute("data-print-as") ?? ""
  if (["wall", "cards"].includes(kind)) {
    const { paperFor } = await import("./print-sheets.js")
    await paperFor(kind)
  }
  chosen = true
  window.print()
}

/** What an earlier print added or chose. @param {HTMLFormElement} form */
function clear(form) {
  for (const old of document.querySelectorAll("[data-print-added]")) old.remove()
  for (const { name } of radios(form)) document.documentElement.removeAttribute(`data-${name}`)
}

/** Where the site did not know its own address, the page does; a plan has a code of its own. */
async function showCode() {
  if (document.querySelector("[data-qr-of-page]")) return
  const scan = word("scan")
  await codeAtHead(location.href.replace(/#.*/, ""), { label: scan, scan, too_long: scan })
}

/** The type of the ready handouts: legible, and narrow enough for a routine on one sheet. */
async function fetchFonts() {
  const faces = Object.entries(FONTS).map(([weight, file]) => {
    const address = new URL(`../fonts/${file}`, import.meta.url)
    return new FontFace("Source Sans Pro", `url("${address}")`, { weight })
  })
  await Promise.all(faces.map((face) => face.load()))
  for (const face of faces) document.fonts.add(face)
}

/** @param {HTMLFormElement} form */
function keepAll(form) {
  for (const radio of radios(form).filter(({ checked }) => checked)) {
    document.documentElement.setAttribute(`data-${radio.name}`, radio.value)
    keep(radio)
  }
}

/** Put on the paper what the choices add. @param {HTMLFormElement} form */
function prepare(form) {
  const names = ["[data-print-for]", "[data-print-by]"].map((field) => {
    const input = form.querySelector(field)
    return input instanceof HTMLInputElement ? input.value.trim() : ""
  })
  if (names.some(Boolean)) addNames(names)
  const root = document.documentElement
  if (root.getAttribute("data-print-as") === "large") inLargePrint()
  if (root.getAttribute("data-print-blanks") === "yes") addBlanks()
  if (root.getAttribute("data-print-diary") === "yes") addDiary()
}

/** In large print the signs stand before all but the title, and the last lines go with those before. */
function inLargePrint() {
  const [signs, report] = ["article:not(:has(> .plan-top)) > .urgent:not(.short)", ".report"].map((part) =>
    document.querySelector(part)?.cloneNode(true),
  )
  for (const copy of present([signs, report])) if (copy instanceof Element) copy.setAttribute("data-print-added", "")
  document.querySelector("article > h1")?.after(...present([signs]))
  document.querySelector("article:has(> .review)")?.append(...present([report]))
}

/** @param {string[]} names */
function addNames(names) {
  const line = copyOf("template[data-print-names]")
  const places = line?.querySelectorAll("b") ?? []
  places.forEach((place, number) => (place.textContent = names[number] ?? ""))
  if (line) document.querySelector(".letterhead")?.after(line)
}

function addBlanks() {
  const blocks = findAll(BLOCKS)
  const blanks = () => copyOf("template[data-print-blanks]") ?? ""
  for (const block of blocks) block.append(blanks())
  if (blocks.length === 0) document.getElementById("numbers")?.before(blanks()) // after the steps
}

function addDiary() {
  const diary = copyOf("template[data-print-diary]")
  const row = diary?.querySelector("tbody tr")
  if (!diary || !row) return
  for (const { name } of stretchesOnPage()) {
    const next = row.cloneNode(true)
    if (!(next instanceof HTMLElement)) return
    const place = next.querySelector("th")
    if (place) place.textContent = name
    row.before(next)
  }
  row.remove()
  document.querySelector("article")?.append(diary)
}

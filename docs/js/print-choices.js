/**
 * How a page is to be printed. The choices stand on the page's root as `data-print-...`, where
 * css/print.css finds them, and are remembered on this device. Names are not: they go from the form
 * on to the paper and nowhere else.
 *
 * Any page can use this: a form `data-print-choices` with radio buttons, and the templates of
 * overrides/partials/print.html. A page holds its stretches as blocks, or is itself one stretch.
 */
import { findAll } from "./dom.js"
import { keep, radios, restore } from "./radios.js"
import { word } from "./words.js"

const FONTS = { 400: "SourceSansPro-Regular.ttf", 700: "SourceSansPro-Bold.ttf" }
const STRETCHES = "details.stretch"

let started = false

/** The button itself opens the form; this makes the form work, once. */
export function open() {
  const form = document.querySelector("form[data-print-choices]")
  if (started || !(form instanceof HTMLFormElement)) return
  started = true
  // Somebody may have been quicker than a slow line and have chosen already.
  if (radios(form).every((radio) => radio.checked === radio.defaultChecked)) radios(form).forEach(restore)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    keepAll(form)
    prepare(form)
    form.hidePopover()
    fetchFonts().finally(() => window.print())
  })
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

/** Put on the paper what the choices add; what an earlier print added goes first. @param {HTMLFormElement} form */
function prepare(form) {
  for (const old of document.querySelectorAll("[data-print-added]")) old.remove()
  const names = ["[data-print-for]", "[data-print-by]"].map((field) => {
    const input = form.querySelector(field)
    return input instanceof HTMLInputElement ? input.value.trim() : ""
  })
  if (names.some(Boolean)) addNames(names)
  const root = document.documentElement
  if (root.getAttribute("data-print-blanks") === "yes") addBlanks()
  if (root.getAttribute("data-print-diary") === "yes") addDiary()
}

/** @param {string[]} names */
function addNames(names) {
  const line = copyOf("template[data-print-names]")
  const places = line?.querySelectorAll("b") ?? []
  places.forEach((place, number) => (place.textContent = names[number] ?? ""))
  if (line) document.querySelector("article h1")?.after(line)
}

function addBlanks() {
  const blocks = findAll(STRETCHES)
  const blanks = () => copyOf("template[data-print-blanks]") ?? ""
  for (const block of blocks) block.append(blanks())
  if (blocks.length === 0) document.getElementById("numbers")?.before(blanks()) // after the steps
}

function addDiary() {
  const diary = copyOf("template[data-print-diary]")
  const row = diary?.querySelector("tbody tr")
  if (!diary || !row) return
  for (const name of names()) {
    const next = row.cloneNode(true)
    if (!(next instanceof HTMLElement)) return
    const place = next.querySelector("th")
    if (place) place.textContent = name
    row.before(next)
  }
  row.remove()
  document.querySelector("article")?.append(diary)
}

/** @param {string} selector of a template @returns {HTMLElement | null} */
function copyOf(selector) {
  const template = document.querySelector(selector)
  const first = template instanceof HTMLTemplateElement && template.content.firstElementChild
  const copy = first ? document.importNode(first, true) : null
  if (!(copy instanceof HTMLElement)) return null
  copy.dataset.printAdded = ""
  return copy
}

/** Of all stretches of the page; it has blocks, or is itself about one. */
function names() {
  const found = findAll(STRETCHES).flatMap((block) => findAll("summary h3", block))
  return (found.length > 0 ? found : findAll("article h1")).map(nameIn)
}

/**
 * The name of a stretch in its heading, which may hold its number and its dose as well. A name may
 * begin with a number of its own, so only what the catalogue puts before it is taken off.
 * @param {HTMLElement} heading
 */
function nameIn(heading) {
  const copy = /** @type {HTMLElement} */ (heading.cloneNode(true))
  for (const other of copy.querySelectorAll(".dose, img")) other.remove()
  const text = (copy.textContent ?? "").trim()
  const [number] = /\d+/.exec(text) ?? [""]
  const before = word("step_title", { number, name: "" })
  return heading.matches("h3") && text.startsWith(before) ? text.slice(before.length) : text
}

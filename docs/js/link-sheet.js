/**
 * The sheet of links: beside each name its code, a button that copies its address, and what a clinic
 * puts on a page of its own.
 */
import { copyButton } from "./copy-link.js"
import { button, findAll, make, present, rowIn } from "./dom.js"
import { embedding } from "./embedding.js"
import { codeForPaper, inWords, published } from "./print-code.js"
import { fill, word } from "./words.js"

/** All codes that were asked for: one is drawn after the other, so that the page stays quick. */
let drawn = Promise.resolve()

export function start() {
  const list = document.querySelector(".link-sheet > ul")
  const words = document.querySelector("[data-link-words]")
  if (!list || !(words instanceof HTMLElement)) return
  const complete = () => findAll("li:not(:has(.link-code))", list).forEach((item) => completeItem(item, words.dataset))
  complete()
  new MutationObserver(complete).observe(list, { childList: true }) // items of the following pages
  const print = button(word("print"), () => drawn.then(() => window.print()))
  for (const place of findAll(".lead[data-print]")) rowIn(place).append(print)
}

/** @param {HTMLElement} item @param {DOMStringMap} words */
function completeItem(item, words) {
  const link = item.querySelector("a")
  if (!link) return
  const address = published(link.href)
  const name = link.textContent
  const { press, status } = copyButton(() => address)
  const own = make("details", { class: "link-embed" }, make("summary", {}, words.embed))
  own.addEventListener("toggle", () => own.append(...forOwnPage(item, { name, address }, words)), { once: true })
  const code = make("span", { class: "link-code" })
  item.querySelector(".address")?.replaceChildren(...inWords(address))
  item.append(make("p", { class: "link-copy" }, press, " ", status), own, code)
  drawn = drawn.then(() => draw(code, address, fill(words.code ?? "", { name })))
}

/** @param {HTMLElement} place @param {string} address @param {string} label */
async function draw(place, address, label) {
  place.append(...present([await codeForPaper(address, label)]))
  await new Promise((resolve) => setTimeout(resolve)) // whatever else waits comes first
}

/** The HTML, and a button that copies it. @param {HTMLElement} item @param {{ name: string, address: string }} link @param {DOMStringMap} words */
function forOwnPage({ dataset }, link, words) {
  const picture = dataset.picture ? published(new URL(dataset.picture, location.href).href) : ""
  const html = embedding({ ...link, picture, height: Number(dataset.height) })
  const labels = { label: words.copyHtml ?? "", done: words.htmlCopied ?? "", failed: words.htmlNotCopied ?? "" }
  const { press, status } = copyButton(() => html, labels)
  return [make("p", {}, words.embedHint), make("pre", {}, make("code", {}, html)), make("p", {}, press, " ", status)]
}

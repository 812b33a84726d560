/** The code at the head of the paper, which leads back from it, and its address in words. */
import { ROOT } from "./data.js"
import { make } from "./dom.js"
import { qrPicture } from "./qr.js"

const MODULE = 0.55 // millimeters: any phone reads that, from a copy too
const WIDEST = 70

/**
 * A code as wide as its content needs it, or null where that is wider than paper has room for.
 * @param {string} address @param {string} label
 */
export async function codeForPaper(address, label) {
  const code = await qrPicture(address, label).catch(() => null)
  const width = code ? code.viewBox.baseVal.width * MODULE : 0
  code?.setAttribute("width", `${width}mm`)
  return width > WIDEST ? null : code
}

/**
 * The address of a page of the site as the site itself knows it: paper may come from a copy elsewhere.
 * @param {string} address
 */
export function published(address) {
  const link = document.querySelector('link[rel="canonical"]')
  const canonical = link instanceof HTMLLinkElement ? link.href : ""
  const page = location.href.replace(/[?#].*/, "").slice(ROOT.href.length)
  const known = canonical.endsWith(page) && canonical.slice(0, canonical.length - page.length)
  return known ? address.replace(ROOT.href, known) : address
}

/** An address as one reads it out; a line may end after each of its parts. @param {string | URL} address */
export function inWords(address) {
  const { host, pathname } = new URL(address, location.href)
  return (host + pathname).split(/(?<=[/.-])/).flatMap((part) => [part, make("wbr")])
}

/**
 * Puts it at the head; the finished site has done so where it knows its own address.
 * @param {string} address @param {{ label: string, scan: string, too_long: string }} words
 */
export async function codeAtHead(address, { label, scan, too_long }) {
  if (!/^https?:/.test(location.protocol)) return
  const code = await codeForPaper(address, label)
  const lines = [[code ? scan : too_long], inWords(address)].map((line) => make("span", { dir: "auto" }, ...line))
  const place = make("div", { "data-qr-of-page": true }, code, ...lines)
  document.querySelector(".letterhead [data-qr-of-page]")?.remove()
  document.querySelector(".letterhead")?.prepend(place)
}

/**
 * A stretch or routine as HTML for the page of somebody else: a plain link with a picture. No script, no
 * frame, and nobody learns who looks at that page. Pure.
 *
 * @typedef {{ name: string, address: string, picture: string, height: number }} Embedded
 *   Absolute addresses; the picture may be empty. Its height is that for the width below.
 */
const WIDTH = 320 // pixels

/** @param {Embedded} shown @returns {string} */
export function embedding({ name, address, picture, height }) {
  const size = `width="${WIDTH}" height="${height}"`
  const image = `<img src="${escapeHtml(picture)}" alt="" ${size} loading="lazy" referrerpolicy="no-referrer"><br>`
  return `<p><a href="${escapeHtml(address)}">${picture ? image : ""}${escapeHtml(name)}</a></p>`
}

/** A text as it may stand in HTML, also within quotes. @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}

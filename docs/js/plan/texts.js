/** Texts as they stand in the link of a plan. Pure. */

// One space for every kind of white space and control character; nothing for marks that turn the
// direction of the text or are not there to be seen.
const SPACES = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu // eslint-disable-line no-control-regex -- they are what is taken out
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

/**
 * A text as it may stand in a plan: one line, nothing invisible, no longer than `longest`.
 * @param {string} text @param {number} longest
 */
export function clean(text, longest) {
  const whole = [...text.replace(INVISIBLE, "").replace(SPACES, " ").trim()]
  return whole.slice(0, longest).join("").trim()
}

/** Without any white space, which programs put into a link on its way. @param {string} text */
export function withoutSpaces(text) {
  return text.replace(SPACES, "")
}

/** Only A to Z: other alphabets have letters that become several. @param {string} text */
export function lower(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Letters, digits and the marks that every program leaves alone stay readable. @param {string} text */
export function toPercent(text) {
  return text.replace(/[^A-Za-z0-9 .,-]/gu, percent).replaceAll(" ", "_")
}

/** @param {string} mark */
function percent(mark) {
  const bytes = [...new TextEncoder().encode(mark)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")
}

/** Half a pair of surrogates becomes the mark for what cannot be read. @param {string} text */
export function wellFormed(text) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text))
}

/** CRC-32 of the text, of which the last four hexadecimal digits are enough to notice a cut. @param {string} text */
export function checksum(text) {
  let crc = 0xffffffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (~crc & 0xffff).toString(16).padStart(4, "0")
}

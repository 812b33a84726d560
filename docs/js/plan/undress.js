/**
 * Links as programs on their way leave them: encoded once more, broken at a line's end, in angle
 * brackets, with a full stop behind. The checksum tells when all of the plan is there again, so what
 * was put around it needs no list without end. Pure; the twin of scripts/stretchbook/plans/undress.py.
 */
import { decodings, fromPercent } from "../percent.js"
import { checksum, lower, toPercent, withoutSpaces } from "./texts.js"

// A plan with its checksum, and nothing behind it that could be one more part of it.
const WHOLE = /^([0-9]{1,3}\/.*?)\/end:([0-9a-f]{4})(?!\/+[0-9a-z])/i
const ENDED = /\/end:[0-9a-f]{4}/i
const VERSIONED = /^[0-9]{1,3}\//
const TEXT = /\/([a-z]+):([^/]*)/gi
const MOST_PIECES = 6 // between one # and the next
const LEAD = /^(?:[^#]*:\/\/[^#]*?)?(?:#|%(?:25)*23)+/
const MARKS_BEFORE = /^(?:%[0-9a-f]{2}|[^0-9a-z/%:])+/i
const MARKS_BEHIND = /[^0-9a-zA-Z/:]+$/
const COUNTED = /[?&][0-9a-zA-Z_.-]+=[^/]*$/ // what is put behind a link to count who presses it

// How HTML writes a mark. A link of ours has no & of its own.
const ENTITY = /&(?:amp;)*(?:#x([0-9a-f]{1,4})|#([0-9]{1,4})|[a-z]+);/gi
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]|%C2%AD|%E2%80%8[BEF]|%E2%81%A0|%EF%BB%BF/gi
// The end of a line, as mail programs break and quote it. A text may hold such marks, but then the
// link fits its checksum with them.
const BREAK = /(?:%3D|%3E|=)*(?:%0D|%0A|%09|%20|%C2%A0|%E2%80%8[CD]|=0D|=0A)+(?:%3E)*|[=<>\u200c\u200d]/gi

/**
 * All of a plan that was put into a link, without its checksum, which fits; or null.
 * @param {string} link
 */
export function wholeIn(link) {
  for (const text of new Set(forms(link))) {
    for (const piece of text.split("#").slice(0, MOST_PIECES)) {
      if (!ENDED.test(piece)) continue // most that is cut ends here
      const found = fitting(piece) ?? fitting(rewritten(piece)) ?? fitting(rewritten(lower(piece)))
      if (found !== null) return found
    }
  }
  return null
}

/** What comes closest to a plan in a link where something is missing. @param {string} link */
export function closestIn(link) {
  const texts = decodings(tidy(link)).map((text) => undressed(tidy(text)))
  return texts.find((text) => VERSIONED.test(text)) ?? texts.find((text) => /[/:]/.test(text)) ?? texts[0]
}

/** @param {string} text */
function undressed(text) {
  return text.replace(LEAD, "").replace(COUNTED, "").replace(MARKS_BEFORE, "").replace(MARKS_BEHIND, "")
}

/** Every way to take a link, beginning with as it stands. @param {string} link */
function forms(link) {
  const plain = tidy(link)
  const bare = plain.replace(BREAK, "")
  const decoded = decodings(plain).slice(1)
  const loose = decoded.map((text) => tidy(text).replace(BREAK, ""))
  return [withoutSpaces(link), plain, bare, bare.replace(/%3A/gi, ":"), ...loose]
}

/** @param {string} text */
function tidy(text) {
  return withoutSpaces(text).replace(ENTITY, markOf).replaceAll("\\", "/").replace(UNSEEN, "")
}

/** @param {string} _ @param {string} [hex] @param {string} [decimal] */
function markOf(_, hex, decimal) {
  const code = hex ? parseInt(hex, 16) : Number(decimal ?? 0)
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : ""
}

/** The texts of a plan as we write them: a program may have decoded them, or written %c3 for %C3. @param {string} plan */
function rewritten(plan) {
  return plan.replace(TEXT, (_, name, text) => `/${name}:${toPercent(fromPercent(text.replaceAll("_", " ")))}`)
}

/** @param {string} piece */
function fitting(piece) {
  const found = WHOLE.exec(piece.replace(MARKS_BEFORE, ""))
  return found && checksum(found[1]) === found[2].toLowerCase() ? found[1] : null
}

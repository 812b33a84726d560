/** How much it hurts, from 0 to 10: a field of the first and the last screen. */
import { field, select } from "../fields.js"

/**
 * Nothing is noted unless the reader chooses.
 * @param {Record<string, string>} text @param {"pain-before" | "pain-after"} name
 */
export function painField(text, name) {
  const numbers = Array.from({ length: 11 }, (_, pain) => String(pain))
  const list = select([["", text["pain-not"]], ...numbers.map((pain) => [pain, text[`pain-${pain}`] ?? pain])])
  return { label: field(text[name], list), select: list, value: () => (list.value === "" ? null : Number(list.value)) }
}

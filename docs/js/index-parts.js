/**
 * What search, filters and the plan builder choose from, by its numbers: those of the entries, in their
 * order. A small site has all of it in one file; of a large one come the parts that are asked for.
 *
 * @import { Entry, Index } from "./types.js"
 */
import { load } from "./data.js"
import { button } from "./dom.js"
import { say } from "./words.js"

const RULING_OUT = ["leave-out", "ask-first"] // the third is `adapt`
const AT_ONCE = 50 // rows of a list; a button brings the next
const AT_ONCE_IN_PARTS = 8 // each may stand in a part of its own

/** How many rows of a list are shown at first; more than anyone looks through. @param {Index} index */
export function atOnce({ parts }) {
  return parts.vocabulary ? AT_ONCE : AT_ONCE_IN_PARTS
}

/** @returns {Promise<Index>} */
export function loadIndex() {
  return load("search")
}

/** One that could not be fetched is asked for again the next time. @param {Index} index @param {string} name */
export async function part({ parts }, name) {
  return parts[name] ?? load(`search/${name}`)
}

/** They are written as steps from one to the next; -3 stands for three more in a row. @param {number[]} steps */
export function numbersIn(steps) {
  const numbers = []
  let last = 0
  for (const step of steps) {
    if (step >= 0) numbers.push((last += step))
    else for (let more = step; more < 0; more += 1) numbers.push((last += 1))
  }
  return numbers
}

/** @param {Index} index @param {number[]} numbers @returns {Promise<Entry[]>} */
export function entriesAt(index, numbers) {
  const size = index.a_part
  return Promise.all(
    numbers.map(async (number) => (await part(index, `entries-${Math.floor(number / size)}`))[number % size]),
  )
}

/**
 * What a condition asks of entries, each in the strictest of its lists, and these in that order.
 * @param {Index} index @param {string} condition @returns {Promise<[string, number[]][]>}
 */
export async function limitedBy(index, condition) {
  const found = Object.entries(await part(index, `limits-${condition}`))
  return found.map(([means, steps]) => [means, numbersIn(steps)])
}

/** Those that conditions leave out, or would ask about first. @param {Index} index @param {string[]} conditions */
export async function leftOut(index, conditions) {
  const lists = await Promise.all(conditions.map((id) => limitedBy(index, id)))
  return new Set(lists.flat().flatMap(([means, numbers]) => (RULING_OUT.includes(means) ? numbers : [])))
}

/**
 * The stretches that have all these values of filters, and are left out with none of these conditions.
 * @param {Index} index @param {string[][]} chosen filter and value @param {string[]} conditions
 */
export async function fitting(index, chosen, conditions) {
  const { first_stretch: first, stretches } = index
  const [out, ...lists] = await Promise.all([
    leftOut(index, conditions),
    ...chosen.map(async (names) => new Set(numbersIn(await part(index, `filter-${names.join("-")}`)))),
  ])
  const all = Array.from({ length: stretches }, (_, place) => first + place)
  return all.filter((number) => !out.has(number) && lists.every((list) => list.has(number)))
}

/**
 * Puts the first rows into a list, and gives the button that brings the next; it says so where they cannot
 * be had, and tries again.
 * @param {Index} index @param {Element} list @param {number[]} numbers
 * @param {(numbers: number[]) => Promise<HTMLElement[]>} rowsOf
 */
export async function fill(index, list, numbers, rowsOf) {
  let shown = 0
  const more = async () => {
    const rows = await rowsOf(numbers.slice(shown, shown + atOnce(index)))
    list.append(...rows)
    shown += rows.length
    press.textContent = say(index.words, "show_more", { n: numbers.length - shown })
    press.hidden = shown === numbers.length
    return rows
  }
  const press = button("", () =>
    more().then(
      ([row]) => row.querySelector("a")?.focus(),
      () => (press.textContent = say(index.words, "failed")),
    ),
  )
  await more()
  return press.hidden ? [] : [press]
}

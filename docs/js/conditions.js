/**
 * What stretches ask of those with a condition: leave out, ask first, or take care. It is what the
 * content says and no more. What a reader has or cannot do is never kept and never sent.
 *
 * @import { Condition, Entry, Index, Limit } from "./types.js"
 */
import { fromRoot } from "./data.js"
import { make } from "./dom.js"
import { entriesAt, fill, limitedBy } from "./index-parts.js"
import { say } from "./words.js"

/** @param {Entry} entry */
export function linkTo({ address, name }) {
  return make("a", { href: fromRoot(address) }, name)
}

/** What is asked of those with one of these conditions, each reason once. @param {Limit[]} limits @param {string[]} ids */
export function reasonsFor(limits, ids) {
  return reasons(limits.filter(({ condition }) => ids.includes(condition)))
}

/** @param {Limit[]} limits */
export function reasons(limits) {
  return [...new Set(limits.map(({ text }) => text))].join(" ")
}

/**
 * For each condition the entries that it leaves out, asks about, and changes, with the reason; an
 * entry stands in the strictest list alone. Nothing where no entry says anything.
 * @param {Index} index @param {Condition[]} conditions @param {(entry: Entry) => Node} titled
 */
export async function limitLists(index, conditions, titled) {
  const lists = await Promise.all(
    conditions.map(async ({ id, name }) => {
      const limited = (await limitedBy(index, id)).filter(([, numbers]) => numbers.length > 0)
      return Promise.all(
        limited.map(async ([means, numbers]) => {
          const list = make("ul")
          const more = await fill(index, list, numbers, async (shown) =>
            (await entriesAt(index, shown)).map((entry) => row(entry, id, titled)),
          )
          return [make("h2", { class: "limit" }, say(index.words, means, { condition: name })), list, ...more]
        }),
      )
    }),
  )
  const parts = lists.flat(2)
  return parts.length > 0 ? [...parts, make("p", { class: "only-ours" }, say(index.words, "only_ours"))] : []
}

/** @param {Entry} entry @param {string} condition @param {(entry: Entry) => Node} titled */
function row(entry, condition, titled) {
  return make("li", {}, titled(entry), " ", make("span", {}, reasonsFor(entry.limits, [condition])))
}

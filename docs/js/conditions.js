/**
 * What stretches ask of those with a condition: leave out, ask first, or take care. It is what the
 * content says and no more. What a reader has or cannot do is never kept and never sent.
 *
 * @import { Condition, Entry, Limit, Searched } from "./types.js"
 * @import { Words } from "./words.js"
 */
import { fromRoot } from "./data.js"
import { make } from "./dom.js"
import { say } from "./words.js"

const STRICTEST_FIRST = ["leave-out", "ask-first", "adapt"]

/** What an entry asks of those with one of these conditions. @param {Searched} entry @param {string[]} ids */
export function limitsFor({ limits }, ids) {
  return limits.filter(({ condition }) => ids.includes(condition))
}

/** Whether it says to leave it out, or to ask first. @param {Searched} entry @param {string[]} ids */
export function isLeftOut(entry, ids) {
  return limitsFor(entry, ids).some(({ means }) => means !== "adapt")
}

/** @param {Entry} entry */
export function linkTo({ address, name }) {
  return make("a", { href: fromRoot(address) }, name)
}

/** The reasons, each once. @param {Limit[]} limits */
export function reasons(limits) {
  return [...new Set(limits.map(({ text }) => text))].join(" ")
}

/**
 * For each condition the entries that it leaves out, asks about, and changes, with the reason; an
 * entry stands in the strictest list alone. Nothing where no entry says anything.
 * @template {Searched} T @param {Words} words @param {Condition[]} conditions @param {T[]} entries
 * @param {(entry: T) => Node} titled
 */
export function limitLists(words, conditions, entries, titled) {
  const lists = conditions.flatMap(({ id, name }) => {
    const limited = entries.map((entry) => ({ entry, limits: limitsFor(entry, [id]) }))
    return STRICTEST_FIRST.flatMap((means) => {
      const rows = limited.filter(({ limits }) => strictest(limits) === means)
      const items = rows.map(({ entry, limits }) =>
        make("li", {}, titled(entry), " ", make("span", {}, reasons(limits))),
      )
      return items.length > 0
        ? [make("h2", { class: "limit" }, say(words, means, { condition: name })), make("ul", {}, ...items)]
        : []
    })
  })
  return lists.length > 0 ? [...lists, make("p", { class: "only-ours" }, say(words, "only_ours"))] : []
}

/** @param {Limit[]} limits */
function strictest(limits) {
  return STRICTEST_FIRST.find((means) => limits.some((limit) => limit.means === means))
}

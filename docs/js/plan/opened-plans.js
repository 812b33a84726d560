/**
 * Which plans this device has opened, so that an older one can say that there is a newer one from the
 * same place. Only those that say who made them and when; the privacy page tells of it.
 *
 * @import { Plan } from "./format.js"
 * @import { Problem } from "./read.js"
 * @typedef {{ link: string, title: string, from: string, made: string, opened: string }} Opened
 *   link: what follows the `#`, written anew, so that a plan is the same in any dress.
 */
import { localDay } from "../local-time.js"
import { read, write } from "../storage.js"
import { encode } from "./write.js"

const NAME = "plans"
const MOST = 30
const TEXTS = ["link", "title", "from", "made", "opened"]

/** @param {Plan} plan @param {Problem[]} problems of its link @returns {boolean} whether it is kept */
export function remember(plan, problems) {
  const { title, made_by: from, made_on: made } = plan
  if (!from || !made || problems.length > 0) return false
  const opened = { link: encode(plan), title, from, made, opened: localDay(new Date()) }
  const others = openedPlans().filter(({ link }) => link !== opened.link)
  return write(NAME, JSON.stringify([opened, ...others].slice(0, MOST)))
}

/** The newest plan from the same place, where it is newer than this one. @param {Plan} plan @returns {Opened | null} */
export function newerThan({ made_by, made_on }) {
  if (!made_by || !made_on) return null
  const from = made_by.toLowerCase()
  const newer = openedPlans().filter((one) => one.from.toLowerCase() === from && one.made > made_on)
  return newer.sort((a, b) => (a.made < b.made ? 1 : -1))[0] ?? null
}

/** The last one that was opened comes first. @returns {Opened[]} */
function openedPlans() {
  try {
    const found = JSON.parse(read(NAME) ?? "[]")
    return Array.isArray(found) ? found.filter(isOpened) : []
  } catch {
    return [] // it was spoiled, and is written anew
  }
}

/** @param {unknown} one @returns {one is Opened} */
function isOpened(one) {
  if (typeof one !== "object" || one === null) return false
  const texts = TEXTS.map((name) => Reflect.get(one, name))
  return texts.every((text) => typeof text === "string") && texts.slice(3).every((day) => /^\d{4}-\d\d-\d\d$/.test(day))
}

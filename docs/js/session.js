/** "Start guided session": nothing of it is fetched before the reader asks for it. */
import { addStatus } from "./live-status.js"

/** @type {WeakMap<Element, HTMLElement>} */
const statuses = new WeakMap()

/** @param {Element} button */
export async function open(button) {
  if (!(button instanceof HTMLElement)) return
  const status = statuses.get(button) ?? addStatus(button)
  statuses.set(button, status)
  status.textContent = ""
  try {
    const { openSource } = await import("./session/open.js")
    await openSource(button.dataset.session ?? "", button.dataset.section ?? "")
  } catch (error) {
    status.textContent = button.dataset.failed ?? ""
    throw error
  }
}

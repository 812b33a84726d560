/** "Start guided session": nothing of it is fetched before the reader asks for it. */
import { addStatus } from "./live-status.js"

export function start() {
  for (const button of document.querySelectorAll("button[data-session]")) {
    if (button instanceof HTMLButtonElement) offer(button)
  }
}

/** @param {HTMLButtonElement} button */
function offer(button) {
  const status = addStatus(button)
  button.hidden = false
  button.addEventListener("click", async () => {
    status.textContent = ""
    try {
      const { openSource } = await import("./session/open.js")
      await openSource(button.dataset.session ?? "", button.dataset.section ?? "")
    } catch (error) {
      console.error("session did not open", error)
      status.textContent = button.dataset.failed ?? ""
    }
  })
}

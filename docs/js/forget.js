/** "Forget everything on this device": the reader's settings, and pages kept for reading offline. */
import { addStatus } from "./live-status.js"
import { showStored } from "./settings.js"
import { removeAll } from "./storage.js"

const ROOT = new URL("..", import.meta.url) // another site may share our host
const CACHE = `stretchbook ${ROOT.pathname}` // as the service worker names it

export function start() {
  for (const button of document.querySelectorAll("button[data-forget]")) {
    if (button instanceof HTMLButtonElement) offer(button)
  }
}

/** @param {HTMLButtonElement} button */
function offer(button) {
  const status = addStatus(button)
  button.hidden = false
  button.addEventListener("click", async () => {
    status.textContent = ""
    removeAll()
    showStored()
    const done = await Promise.allSettled([removeWorkers(), removeCaches()])
    const failed = done.some(({ status }) => status === "rejected")
    status.textContent = (failed ? button.dataset.failed : button.dataset.done) ?? ""
  })
}

async function removeWorkers() {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  const ours = workers.filter(({ scope }) => scope === ROOT.href)
  await Promise.all(ours.map((worker) => worker.unregister()))
}

async function removeCaches() {
  if (!("caches" in window)) return // plain http has none
  await caches.delete(CACHE)
}

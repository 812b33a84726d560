/** "Forget everything on this device": the reader's settings, and pages kept for reading offline. */
import { ROOT } from "../data.js"
import { actions, button, findAll, statusLine } from "../dom.js"
import { showStored } from "../settings.js"
import { removeAll } from "../storage.js"
import { word } from "../words.js"

const CACHE = `stretchbook ${ROOT.pathname}` // as the service worker names it

export function start() {
  for (const place of findAll("[data-forget]")) {
    const status = statusLine()
    place.after(
      actions(
        button(word("forget"), () => forget(status)),
        status,
      ),
    )
  }
}

/** @param {HTMLElement} status */
async function forget(status) {
  status.textContent = ""
  removeAll()
  showStored()
  const done = await Promise.allSettled([removeWorkers(), removeCaches()])
  const failed = done.some(({ status }) => status === "rejected")
  status.textContent = word(failed ? "forget_failed" : "forgotten")
}

async function removeWorkers() {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.map((worker) => worker.scope === ROOT.href && worker.unregister()))
}

async function removeCaches() {
  if ("caches" in window) await caches.delete(CACHE) // plain http has none
}

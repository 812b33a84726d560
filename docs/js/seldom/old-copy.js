/**
 * A page that comes from the device, though the site may have another one by now, says so, and from
 * when it is. The worker knows: overrides/service-worker.js.
 */
import { load } from "../data.js"
import { make } from "../dom.js"
import { localDay } from "../local-time.js"
import { say } from "../words.js"

export async function start() {
  const since = await askWorker()
  if (since === null) return
  const words = await load("offline")
  const text = say(words, "old_copy", { day: localDay(new Date(since)) })
  document.querySelector("article")?.prepend(make("p", { class: "care", role: "note" }, text))
}

/** @returns {Promise<number | null>} milliseconds since 1970, null where the page is of today */
function askWorker() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data)
    navigator.serviceWorker.controller?.postMessage("age", [port2])
  })
}

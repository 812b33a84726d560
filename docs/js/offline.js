/**
 * Has the browser keep the site, so that it opens without a network.
 *
 * Only the finished site names a worker: a preview must never be kept. Browsers that do not allow
 * one (private windows, plain http) show the site as always, and so does one that saves data.
 */
export function start() {
  const place = document.querySelector('meta[name="offline-worker"]')?.getAttribute("content")
  const savesData = Reflect.get(navigator, "connection")?.saveData // not every browser tells
  if (!place || !window.isSecureContext || !navigator.serviceWorker) return
  if (navigator.serviceWorker.controller) import("./seldom/old-copy.js").then(({ start }) => start())
  if (savesData) return
  const address = new URL(place, location.href)
  if (document.readyState === "complete") register(address)
  else window.addEventListener("load", () => register(address)) // the page itself comes first
}

/** @param {URL} address */
async function register(address) {
  try {
    await navigator.serviceWorker.register(address, { updateViaCache: "none" })
  } catch {
    // Not allowed here, or no network just now: the site works as it is.
  }
}

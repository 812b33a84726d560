/**
 * Has the browser keep the site, so that it opens without a network.
 *
 * Only the finished site names a worker: a preview must never be kept. Browsers that do not allow
 * one (private windows, plain http) show the site as always, and so does one that saves data.
 */
export function start() {
  const address = workerAddress()
  if (!address || !window.isSecureContext || !navigator.serviceWorker || savesData()) return
  if (document.readyState === "complete") register(address)
  else window.addEventListener("load", () => register(address)) // the page itself comes first
}

/** @returns {URL | null} */
function workerAddress() {
  const place = document.querySelector('meta[name="offline-worker"]')?.getAttribute("content")
  return place ? new URL(place, location.href) : null
}

/** @returns {boolean} */
function savesData() {
  const connection = Reflect.get(navigator, "connection") // not every browser tells
  return Boolean(connection?.saveData)
}

/** @param {URL} address */
async function register(address) {
  try {
    await navigator.serviceWorker.register(address, { updateViaCache: "none" })
  } catch {
    // Not allowed here, or no network just now: the site works as it is.
  }
}

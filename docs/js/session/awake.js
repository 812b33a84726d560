/**
 * Keeps the screen on where the browser allows it. It lets go whenever the page is hidden, so it is
 * asked again when the page comes back.
 * @param {(works: boolean) => void} tell
 */
export function keepAwake(tell) {
  /** @type {WakeLockSentinel | undefined} */
  let lock
  let wanted = true
  const ask = async () => {
    if (!wanted || document.visibilityState !== "visible") return
    try {
      lock = await navigator.wakeLock.request("screen")
      if (!wanted) await lock.release()
      tell(true)
    } catch {
      tell(false) // no such thing here, or refused, for example to save the battery
    }
  }
  document.addEventListener("visibilitychange", ask)
  ask()
  return () => {
    wanted = false
    document.removeEventListener("visibilitychange", ask)
    lock?.release().catch(() => {})
  }
}

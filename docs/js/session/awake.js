/**
 * Keeps the screen on where the browser allows it. It lets go whenever the page is hidden, so it is
 * asked again when the page comes back, and when the system has taken it away, to save the battery
 * for example.
 */
import { attempt } from "./attempt.js"

const ANSWER_MS = 3000 // whoever has not answered by then does not keep it on
const AGAIN_MS = 10_000 // taken away sooner than this, asking again would be a tug of war

/** @param {(works: boolean) => void} tell */
export function keepAwake(tell) {
  let [wanted, asked] = [true, 0]
  /** @type {WakeLockSentinel | undefined} */
  let lock
  const say = (/** @type {boolean} */ works) => wanted && tell(works)
  const taken = () => (performance.now() - asked < AGAIN_MS ? say(false) : ask())
  const ask = async () => {
    if (!wanted || document.visibilityState !== "visible") return
    asked = performance.now()
    const late = setTimeout(() => say(false), ANSWER_MS)
    try {
      lock = await navigator.wakeLock.request("screen")
      lock.onrelease = taken
      if (!wanted) await lock.release()
      say(true)
    } catch {
      say(false) // no such thing here, or refused
    }
    clearTimeout(late)
  }
  document.addEventListener("visibilitychange", ask)
  ask()
  return () => {
    wanted = false
    document.removeEventListener("visibilitychange", ask)
    attempt(() => lock?.release())
  }
}

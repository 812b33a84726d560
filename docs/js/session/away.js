/**
 * Notices time that nobody spent: a call, a hidden tab, a device that slept, a clock that was set.
 * Timers come several times a second while a page is looked at, so a gap between two looks means
 * one of these. Two clocks are asked: one runs on through sleep, the other cannot be set.
 */
const GAP_MS = 5000 // less is a glance aside

/** @returns {() => boolean} Whether somebody was away since it was last asked; ask only while the page is seen. */
export function watchForGaps() {
  let [date, steady] = [Date.now(), performance.now()]
  return () => {
    const now = [Date.now(), performance.now()]
    const gap = Math.max(Math.abs(now[0] - date), now[1] - steady)
    ;[date, steady] = now
    return gap > GAP_MS
  }
}

/**
 * The times between doses as the reader wants them.
 *
 * @param {Omit<import("../types.js").Timing, "pace" | "waits">} normal from data/session.json
 * @param {string} pace `1`, `1.5`, `2`, or `waits`
 * @returns {import("../types.js").Timing}
 */
export function timingFor(normal, pace) {
  const factor = Number(pace)
  return { ...normal, pace: factor >= 1 && factor <= 3 ? factor : 1, waits: pace === "waits" }
}

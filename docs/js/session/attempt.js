/**
 * Cues are extras: whatever one of them throws, at once or later, the session goes on without it.
 * @template T @param {() => T} call @returns {T | undefined}
 */
export function attempt(call) {
  try {
    const answer = call()
    if (answer instanceof Promise) answer.catch(() => {})
    return answer
  } catch {
    return undefined
  }
}

/**
 * The reader's own settings, on the reader's own device, under one prefix: other sites may share
 * the same origin. Browsers may refuse storage at any time, so every access is guarded.
 */
const PREFIX = "stretchbook."

/** @param {string} name @returns {string | null} */
export function read(name) {
  return guarded(() => localStorage.getItem(PREFIX + name)) ?? null
}

/**
 * Gives whether it was kept: a full or forbidden storage is no reason to stop.
 * @param {string} name @param {string} value @returns {boolean}
 */
export function write(name, value) {
  return guarded(() => (localStorage.setItem(PREFIX + name, value), true)) ?? false
}

/** @param {string} name */
export function remove(name) {
  guarded(() => localStorage.removeItem(PREFIX + name))
}

/** Remove everything under our prefix, also what an older version of the site left. */
export function removeAll() {
  guarded(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key)
    }
  })
}

/** @template T @param {() => T} access @returns {T | undefined} */
function guarded(access) {
  try {
    return access()
  } catch {
    return undefined
  }
}

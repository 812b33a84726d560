/**
 * Runs before anything is painted, so that a page never flashes in the wrong colors: it puts the
 * reader's own settings on the page's root, where docs/css finds them.
 *
 * A page opened from a disk gets none of it: browsers load no modules there, and a button that
 * does nothing is worse than none.
 */
if (location.protocol !== "file:") {
  const root = document.documentElement
  root.dataset.script = "" // what only works with script may show
  try {
    for (const name of ["scheme", "text-size"]) {
      const value = localStorage.getItem(`stretchbook.${name}`)
      if (value) root.setAttribute(`data-${name}`, value)
    }
  } catch {
    // A browser that refuses storage shows the page as the device is set.
  }
}

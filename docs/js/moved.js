/**
 * The page at an old address leads on by itself, and takes the part after the # along: the refresh
 * in the page's head, which works without script, would lose it.
 */
export function start() {
  const link = document.querySelector("a.moved-page")
  if (!(link instanceof HTMLAnchorElement)) return
  const target = new URL(link.href)
  if (!target.hash) target.hash = location.hash
  if (target.origin === location.origin) location.replace(target)
}

/**
 * Drags an item of a list by its handle, with a finger, a pen or a mouse.
 *
 * The item itself stays where it is in the page, or the browser would take the pointer away from
 * it: its neighbors step aside instead.
 */

/** @param {HTMLElement} handle @param {(to: number) => void} dropped Where the item is now, counted from 0. */
export function startDrag(handle, dropped) {
  handle.addEventListener("pointerdown", (event) => {
    const item = handle.closest("li")
    if (!item || event.button !== 0) return
    handle.setPointerCapture(event.pointerId)
    item.classList.add("dragged")
    const before = placeOf(item)
    /** @param {PointerEvent} move */
    const onMove = (move) => stepAside(item, move.clientY)
    const onEnd = () => {
      handle.removeEventListener("pointermove", onMove)
      item.classList.remove("dragged")
      if (placeOf(item) !== before) dropped(placeOf(item))
    }
    handle.addEventListener("pointermove", onMove)
    handle.addEventListener("lostpointercapture", onEnd, { once: true }) // released or taken away
  })
}

/** @param {Element} item */
function placeOf(item) {
  return [...(item.parentElement?.children ?? [])].indexOf(item)
}

/** @param {Element} item @param {number} y */
function stepAside(item, y) {
  const [above, below] = [item.previousElementSibling, item.nextElementSibling]
  if (above && y < middleOf(above)) item.after(above)
  else if (below && y > middleOf(below)) item.before(below)
}

/** @param {Element} element */
function middleOf(element) {
  const { top, height } = element.getBoundingClientRect()
  return top + height / 2
}

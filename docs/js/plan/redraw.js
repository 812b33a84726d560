/**
 * Draws a list again. What had the focus has it again, as long as it is there: each control bears a
 * name of its own in `data-focus`.
 * @param {HTMLElement} list @param {(Node | string)[]} rows
 */
export function redraw(list, rows) {
  const focused = document.activeElement
  const name = focused instanceof HTMLElement && list.contains(focused) ? focused.dataset.focus : ""
  list.replaceChildren(...rows)
  if (name) focusOn(name, list, { preventScroll: true })
}

/** @param {string} name @param {ParentNode} place @param {FocusOptions} [options] */
export function focusOn(name, place, options) {
  const found = place.querySelector(`[data-focus="${CSS.escape(name)}"]`)
  if (found instanceof HTMLElement) found.focus(options)
}

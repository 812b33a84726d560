/**
 * A short message beside a button, read out by screen readers.
 *
 * The element is made empty when the page starts: a live region that arrives together with its
 * text is often not read.
 *
 * @param {Element} button
 * @param {string} [className]
 * @returns {HTMLElement}
 */
export function addStatus(button, className = "live-status") {
  const status = document.createElement("span")
  status.className = className
  status.setAttribute("role", "status")
  button.after(status)
  return status
}

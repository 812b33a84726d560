/**
 * The button that opens the choices for printing. They are fetched once somebody asks for them.
 */
export function start() {
  for (const button of document.querySelectorAll("button[data-print-open]")) {
    if (button instanceof HTMLButtonElement) offer(button)
  }
}

/** @param {HTMLButtonElement} button */
function offer(button) {
  button.hidden = false
  button.addEventListener("click", () => {
    import("./print-choices.js")
      .then((choices) => choices.start())
      .catch(() => window.print()) // a poor line must not keep anybody from printing
  })
}

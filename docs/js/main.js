/**
 * Starts every behaviour that the page has something for. Each is fetched and started on its own,
 * so one that breaks, or never arrives over a poor line, takes no other with it.
 *
 * What only few pages need is in seldom/: the finished build keeps it out of the file that every page
 * loads.
 *
 * A button that needs script is made by its script, with the words of words.js. The `data-` names by
 * which scripts find their places are listed in scripts/stretchbook/pages/hooks.yml.
 */

/**
 * What the page needs as soon as it is there: what it is for, and the behaviour.
 *
 * @type {Record<string, [string, () => Promise<{ start(): void }>]>}
 */
const atOnce = {
  blocks: ["details, .tabbed-set, [data-moved-to]", () => import("./blocks.js")],
  "open-all": ["[data-open-all]", () => import("./open-all.js")],
  "session-start": ["[data-session]", () => import("./session-start.js")],
  "print-button": ["[data-print]", () => import("./print-button.js")],
  "add-to-plan": ["[data-add-to-plan]", () => import("./add-to-plan.js")],
  "copy-link": ["[data-copy-link]", () => import("./copy-link.js")],
  filters: ["[data-filters]", () => import("./seldom/filters.js")],
  "link-sheet": [".link-sheet", () => import("./link-sheet.js")],
  movement: ["[data-movement]", () => import("./movement.js")],
  "not-found": ["[data-not-found]", () => import("./seldom/not-found.js")],
  moved: [".moved-page", () => import("./moved.js")],
  untranslated: ["[data-untranslated]", () => import("./seldom/untranslated.js")],
  settings: ["[data-settings]", () => import("./settings.js")],
  sheets: ["[popover]", () => import("./sheets.js")],
  plan: ["[data-plan-top]", () => import("./plan/plan.js")],
  forget: ["[data-forget]", () => import("./seldom/forget.js")],
  diary: ["[data-diary]", () => import("./diary/diary.js")],
  offline: ['meta[name="offline-worker"]', () => import("./offline.js")],
}

/**
 * What is fetched only when its button is first pressed; `open` answers every press.
 *
 * @type {Record<string, [string, () => Promise<{ open(button: Element): void }>]>}
 */
const onPress = {
  search: ["[data-search-open]", () => import("./search.js")],
  "print-choices": ["[popovertarget=print]:not([popovertargetaction])", () => import("./print-choices.js")],
}

for (const [name, [place, load]] of Object.entries(atOnce)) {
  if (document.querySelector(place)) {
    load()
      .then((behaviour) => behaviour.start())
      .catch((error) => console.error(`${name} did not start`, error))
  }
}

document.addEventListener("click", (event) => {
  for (const [name, [place, load]] of Object.entries(onPress)) {
    const button = event.target instanceof Element && event.target.closest(place)
    if (button) {
      openDialog(button)
      load()
        .then((behaviour) => behaviour.open(button))
        .catch((error) => console.error(`${name} did not open`, error))
    }
  }
})

/**
 * Its dialog opens at once, so that what is typed into it before its behaviour comes is not lost.
 * @param {Element} button
 */
function openDialog(button) {
  const dialog = document.getElementById(button.getAttribute("data-dialog") ?? "")
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
}

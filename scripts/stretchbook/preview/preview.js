// The preview's own script, on every page that `make serve` shows and on none of the finished site:
// it loads the page anew when it has changed, and keeps in sight what is wrong.

/**
 * @typedef {object} State what the preview tells
 * @property {number} version grows with every change
 * @property {number} pages grows when pages have changed
 * @property {string[]} problems a line or two each: file, line, what is wrong, and the cure
 */

const PAUSE = 1000 // milliseconds before asking again, where the preview has ended or not begun

const panel = document.createElement("div")
panel.className = "preview-problems"
panel.setAttribute("role", "alert")
panel.setAttribute("data-nosnippet", "")

const style = document.createElement("link")
style.rel = "stylesheet"
style.href = "/preview.css"
document.head.append(style)

/** @param {string[]} problems as the state has them */
function show(problems) {
  panel.replaceChildren(
    ...problems.map((problem) => Object.assign(document.createElement("pre"), { textContent: problem })),
  )
  if (problems.length) document.body.append(panel)
  else panel.remove()
}

/**
 * @param {number} seen the version that this page has been told of, -1 for none
 * @returns {Promise<State>} as soon as it is another
 */
async function news(seen) {
  const answer = await fetch(`/preview-state?seen=${seen}`)
  return answer.json()
}

async function follow() {
  let state = await news(-1)
  const { pages } = state
  for (;;) {
    show(state.problems)
    state = await news(state.version)
    if (state.pages !== pages) location.reload()
  }
}

async function followForEver() {
  for (;;) {
    await follow().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

followForEver()

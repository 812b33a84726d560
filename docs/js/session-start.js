/** "Start guided session": nothing of a session is fetched before the reader asks for it. */
import { button, findAll, make, statusLine } from "./dom.js"
import { read } from "./storage.js"
import { word } from "./words.js"

export function start() {
  const offered = new Set() // one place is enough to go on from: the first
  for (const place of findAll("[data-session]")) {
    const [source, section] = [place.dataset.session ?? "", place.dataset.section ?? ""]
    const id = sessionId(source, section)
    const start = startButton(place.dataset.time ?? "", offered.has(id) ? "" : id, async () => {
      const { openSource } = await import("./session/open.js")
      await openSource(source, section)
    })
    const link = place.querySelector(":scope > a") // among the first buttons of a page it has no sentence
    if (link) link.after(...findAll("button, .live-status", start))
    else place.after(start)
    offered.add(id)
  }
}

/** Under which a session that was left is found again. @param {string} source @param {string} section */
export function sessionId(source, section) {
  return source.startsWith("routines/") ? `${source}#${section}` : source
}

/**
 * The button, with a sentence beside it; and one to go on, where a session was left.
 * @param {string} about @param {string} id of the session; empty where nobody can go on @param {() => Promise<void>} open
 */
export function startButton(about, id, open) {
  const status = statusLine()
  const onPress = async () => {
    status.textContent = ""
    try {
      await open()
    } catch (error) {
      status.textContent = word("start_failed")
      console.error("the session did not open", error)
    }
  }
  const press = button(word("start_session"), onPress, { class: "md-button--primary" })
  const made = make("p", { class: "session-start" }, press, " ", about && make("span", {}, about), " ", status)
  if (id) offerToGoOn(made, press, id, onPress)
  return made
}

/** Looked up again whenever the page comes back. @param {Element} place @param {Element} press @param {string} id @param {() => void} onPress */
function offerToGoOn(place, press, id, onPress) {
  const more = button("", onPress, { class: "md-button--primary", hidden: true })
  const show = async () => {
    const left = await leftSession(id)
    more.hidden = !left
    press.classList.toggle("md-button--primary", !left)
    if (left) more.textContent = word("continue_session", { number: left.step + 1, count: left.steps.length })
  }
  place.prepend(more, " ")
  for (const event of ["pageshow", "focus", "storage"]) window.addEventListener(event, show)
  document.addEventListener("close", show, true) // of the session's own dialog
  show()
}

/** Nothing is fetched where nothing was left. @param {string} id */
async function leftSession(id) {
  if (!read("session.unfinished")) return null
  const { unfinished } = await import("./session/keep.js")
  return unfinished(id, Date.now())
}

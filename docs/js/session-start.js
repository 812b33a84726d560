/** "Start guided session": nothing of a session is fetched before the reader asks for it. */
import { button, findAll, make, statusLine } from "./dom.js"
import { word } from "./words.js"

export function start() {
  for (const heading of findAll("[data-session]")) heading.after(offer(heading))
}

/** @param {HTMLElement} heading */
function offer({ dataset: { session = "", section = "", time = "" } }) {
  return startButton(word("start_session"), word("start_failed"), time, async () => {
    const { openSource } = await import("./session/open.js")
    await openSource(session, section)
  })
}

/**
 * The button, with a sentence beside it.
 * @param {string} label @param {string} failed What is said where the session does not come. @param {string} about
 * @param {() => Promise<void>} open
 */
export function startButton(label, failed, about, open) {
  const status = statusLine()
  const onPress = async () => {
    status.textContent = ""
    try {
      await open()
    } catch (error) {
      status.textContent = failed
      console.error("the session did not open", error)
    }
  }
  const press = button(label, onPress, { class: "md-button--primary" })
  return make("p", { class: "session-start" }, press, " ", about && make("span", {}, about), " ", status)
}

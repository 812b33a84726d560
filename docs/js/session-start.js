/** "Start guided session": nothing of a session is fetched before the reader asks for it. */
import { button, findAll, make, statusLine } from "./dom.js"
import { word } from "./words.js"

export function start() {
  for (const place of findAll("[data-session]")) {
    const start = startButton(place.dataset.time ?? "", async () => {
      const { openSource } = await import("./session/open.js")
      await openSource(place.dataset.session ?? "", place.dataset.section ?? "")
    })
    const link = place.querySelector(":scope > a") // among the first buttons of a page it has no sentence
    if (link) link.after(...findAll("button, .live-status", start))
    else place.after(start)
  }
}

/** The button, with a sentence beside it. @param {string} about @param {() => Promise<void>} open */
export function startButton(about, open) {
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
  return make("p", { class: "session-start" }, press, " ", about && make("span", {}, about), " ", status)
}

/**
 * A device may erase what a site keeps on it; it can be asked not to. Nobody has to, and no device
 * has to answer.
 */
import { button, make } from "../dom.js"

/** What the reader is told, and the button to ask. @param {Record<string, string>} text */
export function keepSafe(text) {
  const said = make("span", { role: "status" }, text["may-erase"])
  const ask = button(text["ask-to-keep"], async () => {
    const agreed = await answer(() => navigator.storage.persist())
    said.textContent = text[agreed ? "is-kept" : "not-promised"]
    ask.hidden = agreed
  })
  answer(() => navigator.storage.persisted()).then((kept) => {
    if (kept) said.textContent = text["is-kept"]
    ask.hidden = kept
  })
  return make("p", { class: "diary-safe" }, said, " ", ask)
}

/** @param {() => Promise<boolean>} ask */
async function answer(ask) {
  try {
    return await ask()
  } catch {
    return false // no such thing here
  }
}

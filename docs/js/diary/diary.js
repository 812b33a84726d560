/** The page of the diary: shows what this device keeps, and lets the reader take it away. */
/** @import { SessionData } from "../types.js" */
/** @import { Entry } from "./entries.js" */
import { load } from "../data.js"
import { actions, button, make } from "../dom.js"
import { saveFile } from "../save-file.js"
import { hurting } from "../session/keep.js"
import { named } from "../stretch-parts.js"
import { locale, say } from "../words.js"
import { diaryText, eraseDiary, merged, parseDiary, readDiary, writeDiary } from "./entries.js"
import { entriesOf, monthTable } from "./month.js"
import { keepSafe } from "./keep-safe.js"
import { startReminders } from "./reminders.js"
import { diaryTable } from "./table.js"

const LARGEST_FILE = 5_000_000 // bytes; a full diary has less than a tenth of that

export async function start() {
  const place = document.querySelector("[data-diary]")
  if (!(place instanceof HTMLElement)) return
  const data = await load("session")
  new DiaryPage(place, data).start()
  setTimeout(() => startReminders(data)) // a phone shows the month before it makes the form ready
}

class DiaryPage {
  /** @param {HTMLElement} place @param {SessionData} data */
  constructor(place, data) {
    this.place = place
    this.data = data
    this.text = data.diary
    const now = new Date()
    this.year = now.getFullYear()
    this.month = now.getMonth()
  }

  start() {
    this.place.hidden = false
    const does = { print: () => print(), csv: () => this.saveTable(), json: () => this.saveCopy() }
    const more = { import: () => this.part("[data-diary-file]").click(), erase: () => this.erase() }
    for (const [name, press] of Object.entries({ ...does, ...more })) {
      this.place.querySelector(`[data-diary-do=${name}]`)?.addEventListener("click", press)
    }
    this.part("[data-diary-file]").addEventListener("change", (event) => this.bringIn(event))
    window.addEventListener("storage", () => this.show()) // a session in another tab
    this.part(".diary-take .actions").before(keepSafe(this.text))
    this.show()
    if (readDiary().corrupt) this.tell(this.text.corrupt)
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector))
  }

  /** @param {string} text */
  tell(text) {
    this.part("[data-diary-status]").textContent = text
  }

  show() {
    const { entries } = readDiary()
    const shown = entriesOf(entries, this.year, this.month)
    const table = monthTable(shown, this.year, this.month, this.data)
    const before = button(this.text["month-before"], () => this.turn(-1), { "data-month": "before" })
    const after = button(this.text["month-after"], () => this.turn(1), { "data-month": "after" })
    this.part("[data-diary-month]").replaceChildren(table, actions(before, after))
    const lines = shown.map((entry) => this.line(entry))
    const none = make("p", {}, this.text[entries.length > 0 ? "none-month" : "none"])
    this.part("[data-diary-list]").replaceChildren(
      lines.length > 0 ? make("ul", { class: "rows diary-list" }, ...lines) : none,
    )
    this.showHurting()
  }

  showHurting() {
    const names = Object.values(hurting())
    const list = this.part("[data-diary-hurt]")
    list.replaceChildren(...names.map((name) => make("li", {}, String(name))))
    if (list.parentElement) list.parentElement.hidden = names.length === 0
  }

  /** @param {-1 | 1} by */
  turn(by) {
    const month = new Date(this.year, this.month + by, 1)
    this.year = month.getFullYear()
    this.month = month.getMonth()
    this.show()
    const again = this.place.querySelector(`[data-month=${by < 0 ? "before" : "after"}]`)
    if (again instanceof HTMLElement) again.focus()
  }

  /** @param {Entry} entry */
  line(entry) {
    const { at, name, done, count, skipped, before, after } = entry
    const when = new Date(at).toLocaleString(locale(), { dateStyle: "medium", timeStyle: "short" })
    const facts = [
      say(this.text, "done-line", { done, count }),
      before === null ? "" : say(this.text, "before-line", { pain: before }),
      after === null ? "" : say(this.text, "after-line", { pain: after }),
      skipped.length > 0 ? say(this.text, "skipped-line", { names: skipped.join(", ") }) : "",
    ]
    const label = say(this.text, "remove-named", { when })
    const remove = button(this.text.remove, () => this.remove(entry), { "aria-label": label })
    const words = named(name, make("span", {}, when), make("span", {}, facts.filter(Boolean).join(" ")))
    return make("li", { class: "card" }, words, remove)
  }

  /** @param {Entry} entry */
  remove({ id }) {
    this.keep(
      readDiary().entries.filter((entry) => entry.id !== id),
      this.text.removed,
    )
    const status = this.part("[data-diary-status]")
    status.tabIndex = -1 // the button that had the focus is gone
    status.focus()
  }

  /** @param {Entry[]} entries @param {string} done what is said when it worked */
  keep(entries, done) {
    const kept = writeDiary(entries)
    this.show()
    this.tell(kept ? done : this.text.full)
  }

  saveTable() {
    saveFile("stretch-diary.csv", "text/csv", diaryTable(readDiary().entries, this.text))
  }

  saveCopy() {
    saveFile("stretch-diary.json", "application/json", diaryText(readDiary().entries))
  }

  /** @param {Event} event */
  async bringIn({ target }) {
    if (!(target instanceof HTMLInputElement)) return
    const file = target.files?.[0]
    target.value = "" // the same file may be chosen again
    if (!file) return
    const found = file.size > LARGEST_FILE ? null : parseDiary(await file.text())
    if (!found) return this.tell(this.text["import-failed"])
    const { entries } = readDiary()
    const both = merged(entries, found)
    this.keep(both, say(this.text, "imported", { n: both.length - entries.length }))
  }

  erase() {
    if (!confirm(this.text["erase-sure"])) return
    eraseDiary()
    this.show()
    this.tell(this.text.erased)
  }
}

/** Ways to hand a plan over: link, QR code, paper, e-mail, text message, file. */
/** @import { Words } from "../words.js" */
/** @import { Desk, Outside } from "./builder.js" */
/** @import { Refused } from "./from-file.js" */
/** @import { Theirs } from "./patient-language.js" */
import { copyButton } from "../copy-link.js"
import { actions, button, make } from "../dom.js"
import { field } from "../fields.js"
import { printButton } from "../print-button.js"
import { localDay } from "../local-time.js"
import { exercisesOf, fileOf, learnFor, show } from "./shown-plan.js"
import { cautionsOf, planLines, recordLines } from "./as-text.js"
import { linesIn, patientLanguage } from "./patient-language.js"
import { say } from "../words.js"
import { qrPicture } from "../qr.js"

const MOST_REFUSED = 40 // lines about one file

/** @param {Desk} desk @param {Outside} outside */
export function handOver(desk, outside) {
  const { words } = desk.data
  const heading = make("h2", { id: "plan-hand-over" }, say(words, "hand_over"))
  const ways = waysToHandOver(desk, outside)
  const nothing = make("p", {}, say(words, "nothing_yet"))
  desk.listen(() => {
    ways.hidden = desk.plan.steps.length === 0
    nothing.hidden = !ways.hidden
  })
  const attributes = { class: "plan-hand-over note", "aria-labelledby": "plan-hand-over" }
  return make("section", attributes, heading, nothing, ways, files(desk))
}

/** @param {Desk} desk @param {Outside} outside */
function waysToHandOver(desk, outside) {
  const { words } = desk.data
  const dialog = make("dialog", { class: "sheet plan-qr", "aria-label": say(words, "qr_label") })
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
  const linkIn = (/** @type {string} */ code) => outside.linkOf(desk.plan, code)
  const here = waysHere(desk, outside) // elsewhere the patient's own page has them
  const patient = patientLanguage(desk, linkIn, (isOther) => here.forEach((way) => (way.hidden = isOther)))
  const link = () => {
    outside.handedOver()
    return linkIn(patient.theirs().language.code)
  }
  const text = () => say(patient.theirs().data.words, "message_text", { link: link() })
  const copy = copyButton(link)
  const record = copyRecord(desk, () => linkIn(patient.theirs().language.code))
  const ways = actions(
    copy.press,
    record.press,
    button(say(words, "qr"), () => showCode(dialog, link(), words)),
    draft(say(words, "mail"), () => {
      const { subject, body } = letter(desk, patient.theirs(), link())
      return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.join("\r\n"))}`
    }),
    draft(say(words, "message"), () => `sms:?&body=${encodeURIComponent(text())}`),
    "share" in navigator && button(say(words, "share"), () => share(letter(desk, patient.theirs(), link()))),
    ...here,
  )
  return make("div", {}, patient.element, ways, make("p", { class: "plan-status" }, copy.status, record.status), dialog)
}

/** What shows the patient's plan in this page. @param {Desk} desk @param {Outside} outside */
function waysHere({ data: { words } }, outside) {
  const print = printButton(() => {
    outside.handedOver()
    outside.print()
  })
  return [print, button(say(words, "as_patient"), () => outside.showPatient())]
}

/**
 * A link that is written when it is pressed: it must hold the plan as it is then.
 * @param {string} label @param {() => string} address
 */
function draft(label, address) {
  const link = make("a", { class: "md-button", href: "mailto:" }, label)
  link.addEventListener("click", () => (link.href = address()))
  return link
}

/** @param {HTMLDialogElement} dialog @param {string} link @param {Words} words */
async function showCode(dialog, link, words) {
  const code = await qrPicture(link, say(words, "qr_label"))
  const close = button(say(words, "close"), () => dialog.close())
  const hint = make("p", {}, say(words, code ? "qr_hint" : "qr_too_long"))
  dialog.replaceChildren(...(code ? [code] : []), hint, close)
  dialog.showModal()
}

/** What an e-mail says, and whatever the device shares with. @param {Desk} desk @param {Theirs} theirs @param {string} link */
function letter(desk, theirs, link) {
  const { words } = theirs.data
  return {
    subject: desk.plan.title || say(words, "your_plan"),
    body: [say(words, "mail_text"), "", link, "", ...linesIn(theirs, desk)],
  }
}

/** The link stands in the text: some programs drop it where it comes by itself. @param {{ subject: string, body: string[] }} letter */
function share({ subject, body }) {
  navigator.share({ title: subject, text: body.join("\n") }).catch(() => {}) // closed again
}

/** For the clinic's own record. @param {Desk} desk @param {() => string} link */
function copyRecord(desk, link) {
  const { data } = desk
  const { words } = data
  const labels = {
    label: say(words, "copy_text"),
    done: say(words, "text_copied"),
    failed: say(words, "text_not_copied"),
  }
  return copyButton(async () => {
    const { plan } = desk
    const made = { link: link(), day: localDay(new Date()) }
    const shown = await show(plan)
    const lines = planLines(
      data,
      plan,
      (exercise) => fileOf(desk, exercise),
      (index) => cautionsOf(data, shown, index),
    )
    return recordLines(data, plan, lines, made).join("\n")
  }, labels)
}

/** Rarely needed, so it stays closed. @param {Desk} desk */
function files(desk) {
  const { words } = desk.data
  const status = make("div", { class: "plan-status", role: "status" })
  /** @param {"json" | "yaml"} kind */
  const download = (kind) => async () => {
    const { savePlan } = await import("./files.js")
    await savePlan(desk.plan, kind, say(words, "file_name"))
  }
  const open = make("input", { type: "file", accept: ".json,.yml,.yaml,application/json" })
  open.addEventListener("change", () => openFile(desk, open, status))
  return make(
    "details",
    { class: "plan-files" },
    make("summary", {}, say(words, "files")),
    actions(
      button(say(words, "download_json"), download("json")),
      button(say(words, "download_yaml"), download("yaml")),
    ),
    field(say(words, "open_file"), open),
    status,
  )
}

/** @param {Desk} desk @param {HTMLInputElement} input @param {HTMLElement} status */
async function openFile(desk, input, status) {
  const { words } = desk.data
  const file = input.files?.[0]
  if (!file) return
  const { readFile } = await import("./files.js")
  const { plan, refused, why } = await readFile(file)
  input.value = "" // the same file may be chosen again, mended
  if (plan && !(await learnFor(desk, exercisesOf(plan)))) return
  if (plan) desk.set(plan, { said: say(words, "opened"), opened: true })
  const said = plan ? "opened" : refused.length > 0 ? "file_nothing" : "file_unreadable"
  status.replaceChildren(
    make("p", {}, say(words, said, { why: say(words, why) })),
    ...(await refusedList(words, refused)),
  )
}

/** Everything in the file that was not taken, all at once. @param {Words} words @param {Refused[]} refused */
async function refusedList(words, refused) {
  if (refused.length === 0) return []
  const { refusedLine } = await import("./from-file.js")
  const lines = refused.slice(0, MOST_REFUSED).map((one) => refusedLine(words, one))
  if (refused.length > lines.length) lines.push(say(words, "file_more", { n: refused.length - lines.length }))
  return [make("p", {}, say(words, "file_refused")), make("ul", {}, ...lines.map((line) => make("li", {}, line)))]
}

/**
 * The first screen of a session: what to do today, and how to be told when to change. A press on
 * "start" is all that is needed; the rest has been chosen already.
 *
 * @import { SessionData, Step } from "../types.js"
 * @import { Settings, Unfinished } from "./keep.js"
 * @import { Given } from "./open.js"
 * @typedef {{ steps: Step[], settings: Settings, before: number | null, saved: Unfinished | null }} Beginning
 * @typedef {Unfinished & { loaded: Step[] }} Saved
 * @typedef {{ title: string, chosen: boolean, steps: Step[] }} LoadedPart
 * @typedef {{ dialog: HTMLDialogElement, given: Given, parts: LoadedPart[], data: SessionData,
 *   saved: Saved | null, begin: (beginning: Beginning) => void }} Context
 */
import { minutes } from "../amounts.js"
import { attempt } from "./attempt.js"
import { makeCues } from "./cues.js"
import { voiceFor } from "./voice.js"
import { actions, button, make } from "../dom.js"
import { checkbox, field, fieldset, select } from "../fields.js"
import { doseOf, named, thumbnail } from "../stretch-parts.js"
import { bringBack, hurting, settings } from "./keep.js"
import { painField } from "./pain.js"
import { fillDialog } from "./parts.js"
import { isTimed } from "../plan/format.js"
import { untold } from "../plan/sentences.js"
import { language, say } from "../words.js"
import { choose } from "./short-mode.js"
import { timetable, totalSeconds, workSeconds } from "./timetable.js"

/** @param {Context} context */
export function showSetup(context) {
  new Setup(context).show()
}

class Setup {
  /** @param {Context} context */
  constructor(context) {
    this.context = context
    this.text = context.data.text
    this.settings = settings()
    this.hurting = hurting()
    this.pain = painField(this.text, "pain-before")
    /** @type {Map<HTMLInputElement, Step>} */
    this.boxes = new Map()
    /** @type {HTMLInputElement[]} */
    this.missing = []
    this.length = make("p", { class: "session-length", role: "status" })
    this.leftOut = make("ul")
    this.need = make("span")
  }

  show() {
    const { dialog, given } = this.context
    const title = say(this.text, "title", { name: given.name })
    fillDialog(dialog, this.text, title, make("div", { class: "session-setup" }, ...this.sections()), this.foot())
    this.update()
  }

  sections() {
    const care = make("p", { class: "care" }, make("strong", {}, `${this.text["care-title"]}: `))
    care.append(this.text.care, " ", this.careLink())
    return [
      this.resume(),
      care,
      this.short(),
      this.stretches(),
      this.lacks(),
      this.things(),
      this.cues(),
      this.pace(),
      this.pain.label,
    ]
  }

  careLink() {
    const target = document.getElementById("urgent-signs")
    const link = make("a", { href: "#urgent-signs" }, this.text["care-link"])
    link.addEventListener("click", () => this.context.dialog.close())
    return target ? link : ""
  }

  /** Where a session was left open, going on comes first. */
  resume() {
    const { saved } = this.context
    if (!saved) return ""
    const { step, loaded } = saved
    const gaps = { number: step + 1, count: loaded.length, name: loaded[step]?.stretch.name ?? "" }
    return make(
      "div",
      { class: "note" },
      make("p", {}, say(this.text, "resume-text", gaps)),
      actions(button(this.text.resume, () => this.goOn(saved), { class: "md-button--primary" })),
    )
  }

  /** At the pace it was left with. @param {Saved} saved */
  goOn(saved) {
    const settings = { ...this.settings, pace: saved.pace }
    this.context.begin({ steps: saved.loaded, settings, before: saved.entry.before, saved })
  }

  stretches() {
    const parts = this.context.parts.map((part) => {
      const items = part.steps.map((step) => this.item(step, part.chosen))
      const name = part.title || this.text.stretches_label
      return fieldset(name, make("ul", { class: "rows session-list" }, ...items))
    })
    return make("div", { class: "session-parts" }, ...parts)
  }

  lacks() {
    const names = (this.context.given.lacks ?? []).join(", ")
    return names && make("p", { class: "care" }, say(this.text, "lacks", { names }))
  }

  /** @param {Step} step @param {boolean} chosen */
  item(step, chosen) {
    const { stretch } = step
    const hurts = stretch.id in this.hurting
    const words = named(stretch.name, doseOf(stretch.dose_line))
    if (hurts) words.append(" ", make("span", {}, this.text["bring-back"]))
    const box = make("input", { type: "checkbox" })
    box.checked = chosen && !hurts
    box.addEventListener("change", () => this.update())
    this.boxes.set(box, step)
    return make("li", {}, make("label", { class: "card" }, box, thumbnail(stretch.picture), words))
  }

  /** "I have three minutes", "only standing", "no floor today". */
  short() {
    const wish = () => this.applyWishes()
    this.wishes = {
      minutes: checkbox(this.text["three-minutes"], wish),
      standing: checkbox(this.text.standing, wish),
      noFloor: checkbox(this.text["no-floor"], wish),
    }
    const labels = Object.values(this.wishes).map(({ label }) => label)
    const said = make("div", { class: "session-left-out", role: "status" }, this.leftOut)
    return make("div", {}, fieldset(this.text["short-title"], ...labels), said)
  }

  /** What is needed, and what of it the reader does not have. */
  things() {
    const things = thingsOf(this.context.parts.flatMap(({ steps }) => steps))
    const missing = [...things].map(([value, name]) => checkbox(name, () => this.applyWishes(), { value }))
    this.missing = missing.map(({ box }) => box)
    const labels = missing.map(({ label }) => label)
    const title = make("p", {}, make("strong", {}, `${this.text.needs_label}: `), this.need)
    if (labels.length === 0) return title
    return make("div", {}, title, fieldset(this.text["missing-title"], ...labels))
  }

  applyWishes() {
    const { minutes: three, standing, noFloor } = /** @type {NonNullable<typeof this.wishes>} */ (this.wishes)
    const wishes = {
      minutes: three.box.checked ? 3 : 0,
      standing: standing.box.checked,
      noFloor: noFloor.box.checked,
      missing: this.missing.filter((box) => box.checked).map((box) => box.value),
    }
    const candidates = this.context.parts.filter((part) => part.chosen).flatMap((part) => part.steps)
    const hurting = candidates.filter(({ stretch }) => stretch.id in this.hurting)
    const fit = candidates.filter((step) => !hurting.includes(step))
    const { chosen, leftOut } = choose(fit, wishes, {
      floor: this.context.data.timing.floor,
      secondsOf: (steps) => totalSeconds(this.phases(steps)),
    })
    for (const [box, step] of this.boxes) box.checked = chosen.includes(step)
    const hurt = hurting.map((step) => ({ step, reason: "hurt" }))
    this.sayLeftOut([...leftOut, ...hurt])
    this.update()
  }

  /** @param {{ step: Step, reason: string }[]} leftOut */
  sayLeftOut(leftOut) {
    const lines = leftOut.map(({ step, reason }) =>
      make("li", {}, say(this.text, `left-out-${reason}`, { name: step.stretch.name })),
    )
    this.leftOut.replaceChildren(...lines)
  }

  cues() {
    const { cues } = this.settings
    const names = /** @type {(keyof typeof cues)[]} */ (["speech", "sound", "vibration", "flash"])
    const able = names.filter((name) => name !== "vibration" || "vibrate" in navigator)
    const boxes = able.map((name) => {
      const made = checkbox(this.text[name], () => (cues[name] = made.box.checked))
      made.box.checked = cues[name]
      return made
    })
    const labels = boxes.map(({ label }) => label)
    const note = make("small", {}, this.voiceNote())
    const show = () => (note.textContent = this.voiceNote())
    attempt(() => window.speechSynthesis?.addEventListener("voiceschanged", show))
    return make("div", {}, fieldset(this.text["cues-title"], ...labels), make("p", {}, note), this.soundTest(boxes))
  }

  /** No page can ask whether a device is on silent, so the reader is asked. @param {{ box: HTMLInputElement }[]} boxes */
  soundTest(boxes) {
    const { cues } = this.settings
    const light = make("div", { class: "session-light", "aria-hidden": "true" })
    const asked = make("p", { role: "status" })
    const flash = button(this.text["sound-flash"], () => {
      cues.flash = true
      boxes[boxes.length - 1].box.checked = true
      makeCues({ ...cues, speech: false, sound: false }, light, language(), this.context.data.timing).signal("work")
    })
    const test = button(this.text["sound-test"], () => {
      const trial = makeCues(cues, light, language(), this.context.data.timing)
      trial.begin()
      trial.signal("work")
      trial.say([this.text["sound-said"]])
      asked.replaceChildren(this.text["sound-asked"], " ", flash)
    })
    return make("div", { class: "session-sound" }, make("p", {}, test), asked, light)
  }

  voiceNote() {
    const voice = voiceFor(language())
    return this.text[voice ? "speech-reader" : "speech-none"]
  }

  /** How long changes last: WCAG 2.2.1, time that the reader can set. */
  pace() {
    const paces = ["1", "1.5", "2", "waits"]
    const list = select(paces.map((pace) => [pace, this.text[`pace-${pace}`]]))
    list.value = this.settings.pace
    list.addEventListener("change", () => {
      this.settings.pace = list.value
      this.update()
    })
    return field(this.text["pace-title"], list)
  }

  foot() {
    const label = this.context.saved ? this.text.restart : this.text.start
    const look = this.context.saved ? "session-again" : "md-button--primary"
    this.startButton = button(label, () => this.start(), { class: look })
    return make("footer", { class: "session-foot" }, this.length, this.startButton)
  }

  chosen() {
    return [...this.boxes].filter(([box]) => box.checked).map(([, step]) => step)
  }

  /** @param {Step[]} steps */
  phases(steps) {
    return timetable(this.context.data, steps, this.settings.pace)
  }

  /** Bring what is said in line with what is ticked. */
  update() {
    const { data } = this.context
    const steps = this.chosen()
    const phases = this.phases(steps)
    const waits = this.settings.pace === "waits"
    const time = minutes(data.plural, waits ? workSeconds(phases) : totalSeconds(phases))
    const stretches = say(data.plural, "stretches", { n: steps.length })
    const doses = steps.map(({ stretch }) => stretch.dose)
    const kind = !doses.some(isTimed) ? "length-pace" : waits ? "length-waits" : "length"
    const open = kind === "length-pace" ? "" : untold(data.plural, doses)
    const said = [say(this.text, kind, { time, stretches }), open].filter(Boolean).join(" ")
    this.length.textContent = steps.length > 0 ? said : this.text["nothing-chosen"]
    this.startButton?.toggleAttribute("disabled", steps.length === 0)
    const names = [...thingsOf(steps).values()].join(", ").toLowerCase()
    this.need.textContent = names || this.text["need-nothing"]
  }

  start() {
    const steps = this.chosen()
    bringBack(steps.map(({ stretch }) => stretch.id))
    this.context.begin({ steps, settings: this.settings, before: this.pain.value(), saved: null })
  }
}

/** Names of what is needed, by ids. @param {Step[]} steps */
function thingsOf(steps) {
  const things = steps.flatMap(({ stretch: { equipment, equipment_names: names } }) =>
    equipment.map((id, at) => /** @type {const} */ ([id, names[at]])),
  )
  return new Map(things)
}

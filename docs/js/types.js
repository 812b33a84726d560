/**
 * The site's own data, as scripts/stretchbook writes it to data/ below the site's root, and what
 * the modules of a session hand each other.
 *
 * @typedef {import("./words.js").Sentence} Sentence
 *
 * @typedef {import("./plan/format.js").Dose & { alternate: boolean, line: string,
 *   total_seconds: number }} Dose
 *
 * @typedef {{ still: string, small: string, moving: string, width: number, height: number,
 *   alt: string }} Picture
 *
 * @typedef {{ name: string, summary: string, check_every_seconds: number, interval: string,
 *   steps: string[], attribution: string }} SelfTest
 *
 * @typedef {{ id: string, name: string, summary: string, address: string, position: string,
 *   position_name: string, equipment: string[], equipment_names: string[],
 *   helpful_names: string[], picture: Picture, dose: Dose, steps: string[], feel: string,
 *   cautions: string[], self_test: SelfTest | null }} Stretch One file of data/stretches.
 *
 * @typedef {{ address: string, title: string, summary: string, names: string[],
 *   words: string[] }} Entry What the search looks through: data/search.json.
 *
 * @typedef {Entry & { id: string, position: string, position_name: string, equipment: string[],
 *   area: string[], small: string, dose: Dose }} Choice
 * @typedef {{ label: string, address: string }} Link
 * @typedef {{ name: "area" | "position" | "equipment", label: string, choices: Link[] }} Filter
 * @typedef {{ stretches: Choice[], routines: Link[], filters: Filter[] }} Choices data/choices.json.
 *
 * @typedef {{ names: Record<string, string>, moved: Record<string, string>,
 *   words: Record<string, Sentence>, dose_lines: Record<string, string> }} PlanData data/plan.json.
 *
 * @typedef {{ text: Record<string, string>, plural: Record<string, [string, string]> }} Words
 *   data/session.json, as far as a sentence needs it.
 * @typedef {{ text: string, address: string }} Advice
 *
 * @typedef {{ exercise: string, dose: Dose | null, note: string }} GivenStep As routines and plans
 *   give it; without a dose the stretch's own holds.
 * @typedef {{ stretch: Stretch, dose: Dose, note: string }} Step One stretch of a session.
 *
 * @typedef {{ settle: number, shift: number, move: number, floor: string[], ready: number,
 *   again: number, change_side: number, rest: number, pace: number, waits: boolean }} Timing
 *   Seconds, and positions on the floor; `pace` stretches all that is not work, and with `waits`
 *   every change-over lasts until the reader is ready.
 *
 * @typedef {{ kind: "change-over" | "ready" | "hold" | "release" | "again" | "move" | "test"
 *   | "change-side" | "rest", seconds: number, step: number, set: number, side: number,
 *   repetition: number, every: number, work: boolean, waits: boolean }} Phase
 *   step: counted from 0. set, side, repetition: counted from 1, 0 where they mean nothing.
 *   every: seconds between two reminders of a test. work: part of the dose. waits: goes on only
 *   when the reader says so.
 */
export {}

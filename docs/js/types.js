/**
 * The site's own data, as scripts/stretchbook/assets.py writes it to data/ below the site's root;
 * and the phases of a session. An address starts with a slash and is relative to the site's root.
 *
 * @import { Dose as PlanDose } from "./plan/format.js"
 * @import { Words } from "./words.js"
 *
 * @typedef {PlanDose & { alternate: boolean }} Dose
 * @typedef {{ small: string }} Thumbnail
 * @typedef {Thumbnail & { still: string, moving: string, width: number, height: number, alt: string,
 *   description: string, side: "" | "left" | "right" }} Picture side: the one that does the stretch in it.
 * @typedef {{ label: string, address: string }} Source The address is empty where there is none.
 * @typedef {{ text: string, source: Source }} Caution
 * @typedef {{ text: string, link: Source | null, source: Source }} Told A sentence, or a link to another
 *   stretch, or to another site.
 * @typedef {{ kind: string, label: string, before_steps: boolean, lines: Told[] }} Remark
 * @typedef {{ name: string, summary: string, check_every_seconds: number, interval: string, step_texts: string[],
 *   attribution: string }} SelfTest
 * @typedef {Dosed & { name: string, summary: string, address: string, position: string, position_name: string,
 *   equipment: string[], equipment_names: string[], helpful_names: string[], picture: Picture,
 *   side_of: "side" | "leg" | "arm", step_texts: string[], set_steps: string[],
 *   set_up_seconds: number, change_side_seconds: number, note_at_end: string, feel: string,
 *   remarks: Remark[], cautions: Caution[], limits: Limit[], self_test: SelfTest | null }} StretchFile One file of data/stretches.
 * @typedef {Omit<StretchFile, "dose" | "self_test"> & { dose: PlanDose, self_test: (SelfTest & { steps: string[] }) | null,
 *   steps: string[], step_gaps: string[], picture_note: string }} Stretch With the dose that holds where it
 *   is shown, and each step as it was written: see dosed-text.js.
 *
 * @typedef {{ id: string, dose: Dose, dose_line: string }} Dosed
 * @typedef {{ stretch: Dosed, note: string, note_at_end: string }} GivenStep As routines give it.
 * @typedef {GivenStep & { pause_seconds?: number | null }} PlannedStep pause_seconds: the rest between sets, in a
 *   session of a plan that was kept before the dose had it.
 * @typedef {Omit<PlannedStep, "stretch"> & { stretch: Stretch & { dose: Dose } }} Step One stretch of a session, with the dose that holds there.
 * @typedef {{ text: string, link: { address: string } | null }} Advice
 * @typedef {{ id: string, title: string, steps: GivenStep[] }} Section
 * @typedef {{ name: string, how_often: Advice[], afterwards: Advice[],
 *   sections: Section[] }} Routine One file of data/routines.
 *
 * @typedef {{ condition: string, text: string, by_position: boolean }} Limit What a stretch asks of those with
 *   a condition.
 * @typedef {{ id: string, name: string, also: string[] }} Condition What a reader may have, or cannot do.
 * @typedef {{ id: string, picture: Thumbnail, line: string }} Choice What a plan shows of a stretch besides; line:
 *   its position and time.
 * @typedef {{ address: string, name: string, summary: string, limits: Limit[], stretch: Choice | null }} Entry What
 *   can be found: a stretch, or another page.
 * @typedef {{ conditions: Condition[], words: Words, count: number, first_stretch: number, stretches: number,
 *   a_part: number, a_list_page: number, parts: Record<string, any> }} Index data/search.json. count: of all entries.
 *   Of these `stretches` are such, from `first_stretch` on, in the order of the list that has `a_list_page` on a
 *   page. a_part: entries in a part. parts: all of them on a small site, none on a large one; index-parts.js reads
 *   them.
 * @typedef {{ name: string, label: string, choices: Record<string, string> }} Filter Labels by values.
 * @typedef {{ routines: Record<string, string>, filters: Filter[] }} Choices data/choices.json; names of routines
 *   by their ids.
 *
 * @typedef {{ names: Record<string, string>, untranslated: Record<string, string> }} Names By ids; untranslated: of
 *   those that are there in English only.
 * @typedef {Names & { name_parts: string[], moved: Record<string, string>, words: Words,
 *   dose_lines: Record<string, string>, version: string, made_by: string }} PlanData data/plan.json; name_parts: of a
 *   large site the first id of each file of data/names, and then it has no names itself. version: of all texts.
 *   made_by: the clinic, where the site names one.
 *
 * @typedef {{ settle: number, shift: number, move: number, floor: string[], ready: number, again: number,
 *   change_side: number, rest: number, finish: number, words_a_second: number, breath: number }} Times Seconds,
 *   positions on the floor, and how fast a slow voice is.
 * @typedef {{ timing: Times, text: Record<string, string>, diary: Record<string, string>,
 *   reminders: Record<string, string>, plural: Words }} SessionData data/session.json.
 *
 * @typedef {Times & { pace: number, waits: boolean }} Timing `pace` stretches all that is not work, and
 *   with `waits` every change-over lasts until the reader is ready.
 * @typedef {{ kind: "change-over" | "ready" | "hold" | "release" | "again" | "move" | "count" | "test" | "change-side"
 *   | "rest" | "finish", seconds: number, step: number, set: number, side: number, repetition: number, every: number,
 *   work: boolean, waits: boolean }} Phase
 *   step: counted from 0. set, side, repetition: counted from 1, 0 where they mean nothing. every: seconds
 *   between two reminders of a test. work: part of the dose. waits: goes on only when the reader says so.
 */
export {}

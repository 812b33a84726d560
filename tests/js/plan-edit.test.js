/** Doses in words, changes to a plan, numbers that go up and down; all without a page. */
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { doseSeconds, emptyPlan, stepOf } from "../../docs/js/plan/format.js"
import { add, change, history, move, remove } from "../../docs/js/plan/edit.js"
import { doseLine, doseTime, oftenLine } from "../../docs/js/plan/sentences.js"
import { nextValue } from "../../docs/js/plan/stepper.js"
import { say } from "../../docs/js/words.js"

const read = (name) => JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), "utf8"))
const [vectors, often] = ["dose-lines", "often-lines"].map(read)

test("every dose is said as the pages say it", () => {
  for (const { dose, line, seconds, time } of vectors.doses) {
    assert.equal(doseLine(vectors, dose), line)
    assert.equal(doseSeconds(dose), seconds)
    assert.equal(doseTime(vectors.words, dose, seconds), time)
  }
})

test("how often is one sentence, or none", () => {
  assert.ok(often.lines.length > 5)
  for (const { line, ...plan } of often.lines) assert.equal(oftenLine(often.words, plan), line)
})

test("a text that looks like a gap stays as it is", () => {
  assert.equal(say({ cut: "Cut: {found}" }, "cut", { found: "{n} $& $1" }), "Cut: {n} $& $1")
})

const ids = (plan) => plan.steps.map(({ exercise }) => exercise).join(" ")
const abc = ["a", "b", "c"].reduce(add, emptyPlan())

test("stretches are added, moved, changed and removed, and the plan before stays as it was", () => {
  assert.equal(ids(move(abc, 2, 0)), "c a b")
  assert.equal(ids(move(abc, 0, 99)), "b c a")
  assert.equal(ids(move(abc, 9, 0)), "a b c")
  assert.equal(ids(remove(abc, 1)), "a c")
  assert.equal(change(abc, 1, { note: "Slowly" }).steps[1].note, "Slowly")
  assert.equal(ids(abc), "a b c")
  assert.equal(abc.steps[1].note, "")
})

test("a plan that is full takes no more", () => {
  const full = { ...emptyPlan(), steps: Array.from({ length: 30 }, () => stepOf("a")) }
  assert.equal(add(full, "b"), full)
})

test("undo goes back change by change, and takes typing on one topic together", () => {
  const past = history(emptyPlan())
  past.set(abc)
  past.set({ ...abc, title: "M" }, "title")
  past.set({ ...abc, title: "Mo" }, "title")
  assert.equal(past.plan.title, "Mo")
  past.undo()
  assert.equal(past.plan, abc)
  past.undo()
  assert.deepEqual(past.plan, emptyPlan())
  assert.equal(past.canUndo, false)
  past.undo()
  assert.deepEqual(past.plan, emptyPlan())
})

test("numbers go up and down in steps that grow with them", () => {
  const up = (value) => nextValue(value, 1, { range: [1, 900] })
  const down = (value, optional = false) => nextValue(value, -1, { range: [1, 900], optional })
  assert.deepEqual([1, 9, 10, 12, 55, 60, 890, 900].map(up), [2, 10, 15, 15, 60, 75, 900, 900])
  assert.deepEqual(
    [900, 75, 60, 15, 10, 2, 1].map((n) => down(n)),
    [885, 60, 55, 10, 9, 1, 1],
  )
  assert.equal(down(1, true), null)
  assert.equal(nextValue(null, 1, { range: [1, 10], optional: true }), 1)
  assert.equal(nextValue(null, -1, { range: [1, 10], optional: true }), null)
})

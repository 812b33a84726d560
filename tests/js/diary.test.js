/** The diary's entries and table, and what may be brought in. */
import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"

import fc from "fast-check"

import * as diary from "../../docs/js/diary/entries.js"
import { diaryTable } from "../../docs/js/diary/table.js"
import { weeksOf } from "../../docs/js/diary/month.js"

const TEXT = {
  when: "When",
  what: "What",
  done: "Done",
  skipped: "Skipped",
  before: "Before",
  after: "After",
  "done-of": "{done} of {count}",
}
const ENTRY = {
  id: "2026-11-22T19:30:00.000Z",
  at: "2026-11-22T19:30",
  name: "Sciatica",
  done: 4,
  count: 5,
  skipped: ["Bridge"],
  before: 4,
  after: null,
}
let room = Infinity
let kept = new Map()

beforeEach(() => {
  room = Infinity
  kept = new Map()
  globalThis.localStorage = {
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => kept.delete(name),
    setItem(name, value) {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError")
      kept.set(name, value)
    },
  }
})

const entries = fc.array(
  fc.record(
    {
      id: fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") })
        .map((date) => date.toISOString()),
      at: fc.constant("2026-01-31T07:05"),
      name: fc.string({ maxLength: 100 }),
      done: fc.nat(99),
      count: fc.nat(99),
      skipped: fc.array(fc.string({ maxLength: 60 }), { maxLength: 5 }),
      before: fc.option(fc.integer({ min: 0, max: 10 })),
      after: fc.option(fc.integer({ min: 0, max: 10 })),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 20 },
)

test("what is written is read back, each session once", () => {
  fc.assert(
    fc.property(entries, (some) => {
      const unique = diary.merged(some, [])
      assert.deepEqual(diary.parseDiary(diary.diaryText(some)), unique)
      assert.deepEqual(diary.merged(unique, unique), unique)
    }),
  )
})

test("a session is one entry, however often it is saved", () => {
  assert.equal(diary.saveEntry({ ...ENTRY, done: 1 }), true)
  assert.equal(diary.saveEntry(ENTRY), true)
  assert.deepEqual(diary.readDiary(), { entries: [ENTRY], corrupt: false })
})

test("anything that is not a diary is refused whole", () => {
  const broken = [
    { ...ENTRY, before: 11 },
    { ...ENTRY, at: "yesterday" },
    { ...ENTRY, skipped: "x" },
    { ...ENTRY, id: "2026-99-99T99:99:99.000Z" },
    null,
    7,
  ]
  for (const entry of broken) assert.equal(diary.parseDiary(diary.diaryText([ENTRY, entry])), null)
  for (const text of ["", "{", "[]", "null", '{"entries":[]}']) assert.equal(diary.parseDiary(text), null)
  fc.assert(fc.property(fc.json(), (text) => assert.equal(diary.parseDiary(text), null)))
})

test("what an imported file has beside its entries does not come in", () => {
  const text = diary.diaryText([{ ...ENTRY, more: "x" }])
  assert.deepEqual(diary.parseDiary(text), [ENTRY])
})

test("a corrupt diary is kept aside and a new one begins", () => {
  kept.set("stretchbook.diary", "{broken")
  assert.deepEqual(diary.readDiary(), { entries: [], corrupt: true })
  assert.equal(diary.saveEntry(ENTRY), true)
  assert.deepEqual(diary.readDiary(), { entries: [ENTRY], corrupt: false })
  assert.equal(kept.get("stretchbook.diary.unreadable"), "{broken")
  diary.eraseDiary()
  assert.equal(kept.size, 0)
})

test("a full or forbidden storage is told", () => {
  room = 10
  assert.equal(diary.saveEntry(ENTRY), false)
  delete globalThis.localStorage
  assert.equal(diary.saveEntry(ENTRY), false)
  assert.deepEqual(diary.readDiary(), { entries: [], corrupt: false })
})

test("the table quotes what needs it and starts no formula", () => {
  const table = diaryTable([{ ...ENTRY, name: '=1+1, "x"', skipped: ["A", "B"] }], TEXT)
  const lines = table.split("\r\n")
  assert.equal(lines[0], "\uFEFFWhen,What,Done,Skipped,Before,After")
  assert.equal(lines[1], '2026-11-22 19:30,"\'=1+1, ""x""",4 of 5,"A; B",4,')
})

test("every day of a month stands once, under its day of the week", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1970, max: 2100 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 0, max: 6 }),
      (year, month, first) => {
        const weeks = weeksOf(year, month, first)
        const days = new Date(year, month + 1, 0).getDate()
        assert.deepEqual(
          weeks.flat().filter(Boolean),
          Array.from({ length: days }, (_, day) => day + 1),
        )
        for (const week of weeks) {
          assert.equal(week.length, 7)
          week.forEach((day, place) => day && assert.equal(new Date(year, month, day).getDay(), (first + place) % 7))
        }
      },
    ),
  )
})

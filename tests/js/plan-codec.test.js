/** Plans in links, without a page: the shared examples, and whatever else a link may hold. */
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import fc from "fast-check"

import { emptyPlan, isPossible, LIMITS, RANGED, RANGES, TIMINGS } from "../../docs/js/plan/format.js"
import { EVERY_OTHER_DAY, WEEK } from "../../docs/js/plan/life.js"
import { decode, isPlan } from "../../docs/js/plan/read.js"
import { clean } from "../../docs/js/plan/texts.js"
import { encode } from "../../docs/js/plan/write.js"

const file = new URL("../vectors/plan-links.json", import.meta.url)
const { vectors } = JSON.parse(readFileSync(file, "utf8"))

for (const { kind, name, link, plan, problems, written } of vectors) {
  test(`${kind}: ${name}`, () => {
    const reading = decode(link)
    assert.deepEqual(reading, { plan: { ...emptyPlan(), ...plan }, problems })
    assert.equal(encode(reading.plan), written)
    if (kind === "valid") assert.equal(written, link.replace("#", ""))
  })
}

const PLAIN = { noNullPrototype: true }
const inSteps = ([least, most, size = 1]) =>
  fc.integer({ min: least / size, max: most / size }).map((value) => value * size)
const number = (name) => fc.option(inSteps(RANGES[name]))
const numbers = (...names) => Object.fromEntries(names.map((name) => [name, number(name)]))
const text = (longest) => fc.string({ unit: "grapheme" }).map((value) => clean(value, longest))

/** Any dose that somebody could do; with one timing at most, since none has more. */
function anyDose() {
  const few = (value) => fc.option(value, { freq: 1, nil: undefined })
  const dose = {
    timing: fc.constantFrom(null, ...TIMINGS),
    ...Object.fromEntries(TIMINGS.map((name) => [name, inSteps(RANGES[name])])),
    ...numbers("release_seconds"),
    sets: fc.integer({ min: 1, max: 10 }),
    repetitions: fc.integer({ min: 1, max: 200 }),
    sides: fc.constantFrom("together", "each", "left", "right"),
    first_side: fc.constantFrom(null, null, "left", "right"),
    ...Object.fromEntries(RANGED.map((name) => [`${name}_to`, few(inSteps(RANGES[name]))])),
    until_tired: few(fc.constant(true)),
    as_you_like: few(fc.constant(true)),
    load: few(text(LIMITS.load).filter(Boolean)),
  }
  const given = ({ timing, ...one }) => {
    const others = Object.fromEntries(TIMINGS.filter((name) => name !== timing).map((name) => [name, null]))
    return Object.fromEntries(Object.entries({ ...one, ...others }).filter(([, value]) => value !== undefined))
  }
  return fc.record(dose, PLAIN).map(given).filter(isPossible)
}

/** Any plan that can be made. */
function anyPlan() {
  const step = {
    exercise: fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,3}$/),
    dose: fc.option(anyDose()),
    note: text(LIMITS.note),
    ...numbers("pause_seconds", "times_a_day", "days_a_week"),
  }
  const steps = fc.array(fc.record(step, PLAIN), { minLength: 1, maxLength: 12 })
  const texts = { title: text(LIMITS.title), about: text(LIMITS.about), made_by: text(LIMITS.from) }
  const [min, max] = ["2020-01-01", "2099-12-31"].map((day) => new Date(day))
  const date = fc.option(fc.date({ min, max, noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)))
  const days = fc.oneof(fc.constant([]), fc.constant([EVERY_OTHER_DAY]), fc.subarray(WEEK, { maxLength: 6 }))
  const life = { made_on: date, until: date, days }
  return fc
    .record({ ...texts, ...life, steps, ...numbers("times_a_day", "days_a_week") }, PLAIN)
    .map((plan) => (plan.days.length > 0 ? { ...plan, days_a_week: null } : plan))
    .filter(({ made_on, until }) => !made_on || !until || made_on <= until)
}

test("what is written is read again, with nothing to complain about", () => {
  fc.assert(
    fc.property(anyPlan(), (given) => {
      const link = encode(given)
      assert.match(link, /^[A-Za-z0-9/:._,%-]*$/)
      assert.deepEqual(decode(`#${link}`), { plan: given, problems: [] })
    }),
    { numRuns: 500 },
  )
})

test("no part of a link can be lost without a word about it", () => {
  for (const { link } of vectors.filter(({ kind }) => kind === "valid")) {
    for (let length = link.indexOf("/") + 1; length < link.length; length += 1) {
      const { problems } = decode(link.slice(0, length))
      assert.ok(
        problems.some(({ code }) => code === "truncated"),
        link.slice(0, length),
      )
    }
  }
})

test("half a number is never taken for a dose", () => {
  const { plan, problems } = decode("1/knee-rolls/bridge.2x8h3")
  assert.equal(plan.steps[1].dose, null)
  assert.deepEqual(problems.at(-1), { code: "dose", found: "bridge.2x8h3", step: 1 })
})

test("half a date or half of the days never becomes another", () => {
  const whole = "1/from:Example_Back_Clinic/made:20261126/until:20261210/days:135/bridge/end:0000"
  const { plan } = decode(whole)
  for (let length = 0; length < whole.length; length += 1) {
    const { made_on, until, days } = decode(whole.slice(0, length)).plan
    assert.ok([null, plan.made_on].includes(made_on), whole.slice(0, length))
    assert.ok([null, plan.until].includes(until), whole.slice(0, length))
    assert.ok([0, plan.days.length].includes(days.length), whole.slice(0, length))
  }
})

/** What may be in a spoiled link; the parts of real ones come often, so that it gets past the door. */
const PIECES = [
  ...["1", "2", "/", "/", "/", ".", "end:", "title:", "about:", "note:", "often:", "bridge", "knee-rolls"],
  ...["from:", "made:", "until:", "days:", "20261126", "2026112", "135", "other", "20260230"],
  ...["2x8", "h5", "r2", "m3", "s60", "e", "p30", "d2", "w5", "_", "-", "%20", "%C3%A4", "%FF", "%", "%2F"],
  ...[
    "<script>",
    "javascript:",
    "__proto__",
    "constructor",
    "\u202e",
    "\0",
    "\ud83e",
    "\u212a",
    "İ",
    " ",
    "#",
    "999999",
  ],
]

function isRealDate(date) {
  return /^20[2-9]\d-\d\d-\d\d$/.test(date) && new Date(`${date}T00:00Z`).toISOString().startsWith(date)
}

function assertReadable(link) {
  const { plan, problems } = decode(link)
  assert.ok(plan.steps.length <= LIMITS.stretches && problems.length <= LIMITS.problems)
  assert.ok([...plan.title].length <= LIMITS.title && [...plan.about].length <= LIMITS.about)
  for (const date of [plan.made_on, plan.until]) assert.ok(date === null || isRealDate(date), date)
  assert.ok([...plan.made_by].length <= LIMITS.from)
  for (const { exercise, dose, note } of plan.steps) {
    assert.match(exercise, /^[a-z][a-z0-9-]{0,59}$/)
    assert.ok([...note].length <= LIMITS.note && (dose === null || isPossible(dose)))
  }
  const again = decode(encode(plan))
  assert.deepEqual(again.plan, plan)
  if (plan.steps.length > 0) assert.deepEqual(again.problems, [])
  if (!isPlan(link)) assert.equal(plan.steps.length, 0)
}

test("60,000 links of pieces in any order are read without an exception", () => {
  const link = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""))
  fc.assert(fc.property(link, assertReadable), { numRuns: 60_000 })
})

test("a load without words is none, and is not written again", () => {
  assertReadable("1/bridge.a/load:/end:1882")
  assertReadable("1/bridge.a/load:2_kg/load:/end:1882")
})

test("40,000 spoiled links are read without an exception", () => {
  const valid = fc.constantFrom(...vectors.map(({ link }) => link))
  const spoiled = fc
    .tuple(valid, fc.nat(), fc.nat(20), fc.string({ unit: "binary", maxLength: 6 }))
    .map(([link, at, length, text]) => {
      const start = at % (link.length + 1)
      return link.slice(0, start) + text + link.slice(start + length)
    })
  fc.assert(fc.property(spoiled, assertReadable), { numRuns: 40_000 })
})

test("a megabyte of nonsense takes no time", () => {
  for (const piece of ["/", "a", "1/bridge.", "%", "%41", "-", "9", "1/title:\u202e ", "/end:", " "]) {
    const start = performance.now()
    assertReadable(`1/${piece.repeat(1_000_000 / piece.length)}`)
    assert.ok(performance.now() - start < 1000, piece)
  }
})

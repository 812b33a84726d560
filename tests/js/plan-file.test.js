/** A plan out of a file: what can be taken is taken, and everything else is named. */
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { load } from "js-yaml"

import { emptyPlan } from "../../docs/js/plan/format.js"
import { toData } from "../../docs/js/plan/files.js"
import { fromData, refusedLine } from "../../docs/js/plan/from-file.js"
import { decode } from "../../docs/js/plan/read.js"
import { encode } from "../../docs/js/plan/write.js"

const text = (path) => readFileSync(new URL(path, import.meta.url), "utf8")
const { plan: words } = load(text("../../scripts/stretchbook/words/plan.yml"))
const { vectors } = JSON.parse(text("../vectors/plan-links.json"))

const many = (count) => ({
  title: "A",
  steps: Array.from({ length: count }, (_, at) => ({ exercise: `stretch-${at}` })),
})
const withDose = (dose) => ({ title: "A", steps: [{ exercise: "bridge", dose }] })
const USUAL = "Stretch 1 (bridge), dose: not taken. The usual dose stands there instead."

/** What the file holds, the plan that comes of it as a link, and every line about the rest. */
const TABLE = [
  [
    "nothing is wrong",
    { title: "A", times_a_day: 2, steps: [{ exercise: "bridge", note: "Slowly" }] },
    "title:A/often:d2/bridge/note:Slowly",
    [],
  ],
  [
    "empty fields say nothing",
    { title: "A", about: null, steps: [{ exercise: "bridge", dose: null }] },
    "title:A/bridge",
    [],
  ],
  [
    "a number as text",
    { title: "A", times_a_day: "2", steps: [{ exercise: "bridge", pause_seconds: "30" }] },
    "title:A/bridge",
    [
      'times_a_day: found "2", allowed are whole numbers without quotes, 1 to 10.',
      'Stretch 1 (bridge), pause_seconds: found "30", allowed are whole numbers without quotes, 1 to 300.',
    ],
  ],
  [
    "numbers out of range",
    { title: "A", days_a_week: 8, steps: [{ exercise: "bridge", times_a_day: 0 }] },
    "title:A/bridge",
    ["days_a_week: found 8, allowed are 1 to 7.", "Stretch 1 (bridge), times_a_day: found 0, allowed are 1 to 10."],
  ],
  [
    "half a number, and none",
    { title: "A", times_a_day: 1.5, days_a_week: true, steps: [{ exercise: "bridge" }] },
    "title:A/bridge",
    [
      "times_a_day: found 1.5, allowed are whole numbers without quotes, 1 to 10.",
      "days_a_week: found true, allowed are whole numbers without quotes, 1 to 7.",
    ],
  ],
  [
    "unknown keys, at every height",
    { title: "A", patient: "B", steps: [{ exercise: "bridge", side: "left", dose: { hold_seconds: 5, speed: 3 } }] },
    "title:A/bridge.h5",
    [
      "patient: a plan has no such field.",
      "Stretch 1 (bridge), dose.speed: a plan has no such field.",
      "Stretch 1 (bridge), side: a plan has no such field.",
    ],
  ],
  [
    "texts that are too long",
    { title: "t".repeat(61), about: "a".repeat(501), steps: [{ exercise: "bridge", note: "n".repeat(201) }] },
    `title:${"t".repeat(59)}%E2%80%A6/about:${"a".repeat(499)}%E2%80%A6/bridge/note:${"n".repeat(199)}%E2%80%A6`,
    [
      "title: found 61 letters, allowed are 60. Its end was cut.",
      "about: found 501 letters, allowed are 500. Its end was cut.",
      "Stretch 1 (bridge), note: found 201 letters, allowed are 200. Its end was cut.",
    ],
  ],
  [
    "texts that are none",
    { title: 5, about: ["a"], steps: [{ exercise: "bridge", note: { a: 1 } }] },
    "bridge",
    [
      "title: found 5, allowed is text. Put it in quotes.",
      "about: found […], allowed is text. Put it in quotes.",
      "Stretch 1 (bridge), note: found {…}, allowed is text. Put it in quotes.",
    ],
  ],
  [
    "ids that are none",
    {
      title: "A",
      steps: [{ exercise: "Bridge pose" }, { exercise: "bridge" }, "cat-stretch", { note: "x" }, { exercise: 3 }],
    },
    "title:A/bridge",
    [
      'Stretch 1 (?), exercise: found "Bridge pose", allowed is the id of a stretch. This stretch was left out.',
      'Stretch 3 (?), exercise: found "cat-stretch", allowed is the id of a stretch. This stretch was left out.',
      "Stretch 4 (?), exercise: found {…}, allowed is the id of a stretch. This stretch was left out.",
      "Stretch 5 (?), exercise: found 3, allowed is the id of a stretch. This stretch was left out.",
    ],
  ],
  [
    "a 31st and a 32nd stretch",
    many(32),
    `title:A/${Array.from({ length: 30 }, (_, at) => `stretch-${at}`).join("/")}`,
    [
      "Stretch 31 (stretch-30), exercise: left out, a plan holds at most 30 stretches.",
      "Stretch 32 (stretch-31), exercise: left out, a plan holds at most 30 stretches.",
    ],
  ],
  [
    "a number of a dose out of range",
    withDose({ sets: 11, hold_seconds: 5 }),
    "title:A/bridge",
    ["Stretch 1 (bridge), dose.sets: found 11, allowed are 1 to 10.", USUAL],
  ],
  [
    "a number of a dose as text",
    withDose({ hold_seconds: "5" }),
    "title:A/bridge",
    ['Stretch 1 (bridge), dose.hold_seconds: found "5", allowed are steps of 0.5 without quotes, 0.5 to 900.', USUAL],
  ],
  [
    "a dose without a time and a number",
    withDose({ sets: 2 }),
    "title:A/bridge",
    ["Stretch 1 (bridge), dose: says neither how often nor how long.", USUAL],
  ],
  [
    "every kind of dose",
    {
      title: "A",
      steps: [
        { exercise: "a", dose: { sets: 2, sets_to: 3, repetitions: 8, repetitions_to: 12, rest_seconds: 60 } },
        { exercise: "b", dose: { until_tired: true, sets: 3, load: "2 kg" }, pause_seconds: 30 },
        { exercise: "c", dose: { as_you_like: true, sides: "left", until_tired: false } },
        { exercise: "d", dose: { hold_seconds: 2.5, hold_seconds_to: 10, release_seconds: 0.5 } },
        { exercise: "e", dose: { set_seconds: 3600 } },
      ],
    },
    "title:A/a.2-3x8-12cp60/b.3x1tp30/load:2_kg/c.aol/d.h2f-10r0f/e.s3600",
    [],
  ],
  [
    "a range that goes down",
    withDose({ repetitions: 12, repetitions_to: 8 }),
    "title:A/bridge",
    ["Stretch 1 (bridge), dose: the upper end of a range must be more than its lower end.", USUAL],
  ],
  [
    "words beside numbers",
    withDose({ until_tired: true, repetitions: 8 }),
    "title:A/bridge",
    ["Stretch 1 (bridge), dose: until_tired and as_you_like stand instead of numbers.", USUAL],
  ],
  [
    "a word that is none, and thirds of a second",
    withDose({ as_you_like: "yes", hold_seconds: 0.3, rest_seconds: 0 }),
    "title:A/bridge",
    [
      "Stretch 1 (bridge), dose.hold_seconds: found 0.3, allowed are steps of 0.5 without quotes, 0.5 to 900.",
      'Stretch 1 (bridge), dose.as_you_like: found "yes", allowed are true, false.',
      "Stretch 1 (bridge), dose.rest_seconds: found 0, allowed are 1 to 300.",
      USUAL,
    ],
  ],
  [
    "a dose with two times",
    withDose({ hold_seconds: 5, set_seconds: 5 }),
    "title:A/bridge",
    [
      "Stretch 1 (bridge), dose: found hold_seconds, set_seconds, allowed is only one of hold_seconds, repetition_seconds and set_seconds.",
      USUAL,
    ],
  ],
  [
    "letting go of nothing",
    withDose({ set_seconds: 5, release_seconds: 2 }),
    "title:A/bridge",
    ["Stretch 1 (bridge), dose.release_seconds: allowed only with hold_seconds.", USUAL],
  ],
  [
    "sides that there are not",
    withDose({ hold_seconds: 5, sides: "both" }),
    "title:A/bridge",
    ['Stretch 1 (bridge), dose.sides: found "both", allowed are together, each, left, right.', USUAL],
  ],
  [
    "a first side of one",
    withDose({ hold_seconds: 5, sides: "left", first_side: "left" }),
    "title:A/bridge",
    ["Stretch 1 (bridge), dose.first_side: allowed only with sides: each.", USUAL],
  ],
  [
    "a dose that takes too long",
    withDose({ sets: 10, repetitions: 200, hold_seconds: 60 }),
    "title:A/bridge",
    ["Stretch 1 (bridge), dose: found 120000 seconds in all, allowed are 3600.", USUAL],
  ],
  [
    "a dose that is none",
    withDose("2x8h5"),
    "title:A/bridge",
    [
      'Stretch 1 (bridge), dose: found "2x8h5", allowed is a group of fields.',
      "Stretch 1 (bridge), dose: says neither how often nor how long.",
      USUAL,
    ],
  ],
  [
    "a routine",
    {
      name: "Neck",
      summary: "Short.",
      search_words: ["a"],
      sections: [{ steps: [{ exercise: "a" }] }, { steps: [{ exercise: "b", dose: { hold_seconds: 5, source: {} } }] }],
    },
    "title:Neck/about:Short./a/b.h5",
    ["This is a routine. Only its name, summary and stretches with their doses were taken."],
  ],
]

for (const [name, data, link, lines] of TABLE) {
  test(`of a file with ${name}`, () => {
    const { plan, refused } = fromData(data)
    assert.deepEqual(
      refused.map((one) => refusedLine(words, one)),
      lines,
    )
    assert.equal(
      encode(plan)
        .slice(2)
        .replace(/\/end:....$/, ""),
      link,
    )
    assert.deepEqual(decode(encode(plan)), { plan, problems: [] }) // all of it fits into a link
  })
}

const NOTHING = [
  ["nothing", null],
  ["a number", 3],
  ["a text", "steps"],
  ["a list", []],
  ["no fields", {}],
  ["steps that are none", { steps: "a" }],
  ["no steps", { steps: [] }],
]

for (const [name, data] of NOTHING) {
  test(`there is no plan in a file with ${name}`, () => {
    const { plan, refused } = fromData(data)
    assert.equal(plan, null)
    assert.deepEqual(
      refused.map((one) => refusedLine(words, one)),
      ["steps: missing or empty, allowed is a list of stretches."],
    )
  })
}

test("names that every object has are no ids", () => {
  const { plan, refused } = fromData({
    steps: [{ exercise: "__proto__" }, { exercise: "a".repeat(61) }, { exercise: "" }],
  })
  assert.equal(plan, null)
  assert.equal(refused.length, 3)
})

test("every plan of the examples goes into a file and back", () => {
  for (const { plan } of vectors.filter(({ kind }) => kind === "valid")) {
    assert.deepEqual(fromData(JSON.parse(JSON.stringify(toData({ ...emptyPlan(), ...plan })))), {
      plan: { ...emptyPlan(), ...plan },
      refused: [],
    })
  }
})

/** Reads a list of reminders as JSON and prints their calendar files as JSON. */
import { readFileSync } from "node:fs"

import { calendarFile } from "../../docs/js/diary/calendar-file.js"

const given = JSON.parse(readFileSync(0, "utf8"))
const files = given.map((reminders) => calendarFile({ ...reminders, now: new Date(reminders.now) }))
console.log(JSON.stringify(files))

/** What a clinic puts on its own page: a link with a picture, and nothing that runs. */
import assert from "node:assert/strict"
import { test } from "node:test"

import { HtmlValidate } from "html-validate"

import { embedding, escapeHtml } from "../../docs/js/embedding.js"

const BRIDGE = {
  name: "Bridge",
  address: "https://example.org/stretches/bridge/",
  picture: "https://example.org/figures/bridge.svg",
  height: 240,
}
const HOSTILE = `<script>alert(1)</script> "&quot;' onload=x`

test("it is a plain link with a picture", () => {
  assert.equal(
    embedding(BRIDGE),
    '<p><a href="https://example.org/stretches/bridge/"><img src="https://example.org/figures/bridge.svg" alt="" ' +
      'width="320" height="240" loading="lazy" referrerpolicy="no-referrer"><br>Bridge</a></p>',
  )
  assert.equal(
    embedding({ ...BRIDGE, picture: "" }),
    '<p><a href="https://example.org/stretches/bridge/">Bridge</a></p>',
  )
})

test("a name stays text, whatever it holds", () => {
  const html = embedding({ ...BRIDGE, name: HOSTILE, address: `https://example.org/"><b>`, picture: `x" onerror="y` })
  assert.deepEqual(html.match(/<[a-z]+/g), ["<p", "<a", "<img", "<br"])
  assert.equal(html.match(/"/g).length, 14) // those around our own values
  assert.equal(escapeHtml(HOSTILE).match(/[<>"']/), null)
})

test("it is valid HTML", async () => {
  const checker = new HtmlValidate({ extends: ["html-validate:standard"] })
  for (const html of [
    embedding(BRIDGE),
    embedding({ ...BRIDGE, name: HOSTILE }),
    embedding({ ...BRIDGE, picture: "" }),
  ]) {
    const report = await checker.validateString(html)
    assert.deepEqual(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
      [],
    )
  }
})

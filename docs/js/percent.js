/** Text that was percent-encoded, perhaps more than once, by programs that a link went through. Pure. */

const ENCODED_AT_MOST = 3 // times

/** What is not valid becomes the mark for that; nothing is refused. @param {string} text */
export function fromPercent(text) {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = run
      .slice(1)
      .split("%")
      .map((pair) => parseInt(pair, 16))
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes))
  })
}

/** The text as it stands, decoded once, twice and three times. @param {string} text */
export function decodings(text) {
  const found = [text]
  for (let times = 0; times < ENCODED_AT_MOST; times += 1) found.push(fromPercent(found[times]))
  return found
}

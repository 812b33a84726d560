// Stands in for what a test machine does not have: a voice, a loudspeaker, something that shakes.
// It only notes what it is asked for. `setHidden` shows or hides the tab, as a reader would.
window.heard = []
const note = (kind) => (what) => void window.heard.push([kind, what])

class Utterance {
  constructor(text) {
    this.text = text
  }
}
const voice = { name: "Test", lang: "en-US", localService: true }
const synthesis = {
  getVoices: () => [voice],
  speak: ({ text }) => text.trim() && note("speech")(text),
  cancel() {},
  addEventListener() {},
}
const parameter = { setValueAtTime() {}, linearRampToValueAtTime() {}, value: 0 }
class Sound {
  state = "running"
  currentTime = 0
  destination = {}
  createOscillator() {
    const frequency = { value: 0 }
    return { frequency, connect: (to) => to, start: () => note("tone")(frequency.value), stop() {} }
  }
  createGain() {
    return { gain: parameter, connect: (to) => to }
  }
  async resume() {}
  async close() {
    this.state = "closed"
  }
}
const put = (name, value) => Object.defineProperty(window, name, { value, configurable: true })
put("SpeechSynthesisUtterance", Utterance)
put("speechSynthesis", synthesis)
put("AudioContext", Sound)
Object.defineProperty(navigator, "vibrate", { value: (pattern) => pattern && note("vibration")(pattern) })
const animate = Element.prototype.animate
Element.prototype.animate = function (...given) {
  note("flash")(Date.now())
  return animate.apply(this, given)
}

let state = "visible"
Object.defineProperty(document, "visibilityState", { get: () => state })
Object.defineProperty(document, "hidden", { get: () => state === "hidden" })
window.setHidden = (hidden) => {
  state = hidden ? "hidden" : "visible"
  document.dispatchEvent(new Event("visibilitychange"))
}

"""Cues are extras: whatever a voice, a sound or a lock does, the session starts, runs and stops."""

import re

import pytest
from playwright.sync_api import expect

from stretchbook.plans import decode, encode
from tests.support.session import GuidedSession
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

BREAKS = {
    "voices throw": "speechSynthesis.getVoices = () => { throw new Error('no') };",
    "speaking throws": "speechSynthesis.speak = () => { throw new Error('no') };",
    "silence throws": "speechSynthesis.cancel = () => { throw new Error('no') };",
    "no listener": "delete speechSynthesis.addEventListener;",
    "no voice at all": "put('speechSynthesis', undefined);",
    "no words": "put('SpeechSynthesisUtterance', undefined);",
    "no sound": "put('AudioContext', class { constructor() { throw new Error('no') } });",
    "no tone": "AudioContext.prototype.createOscillator = () => { throw new Error('no') };",
    "sound refused": """AudioContext.prototype.resume = async () => { throw new Error('no') };
      AudioContext.prototype.close = () => { throw new Error('no') };
      put('AudioContext', class extends AudioContext { state = 'suspended' });""",
    "sound never answers": """AudioContext.prototype.resume = () => new Promise(() => {});
      put('AudioContext', class extends AudioContext { state = 'interrupted' });""",
    "no vibration": """Object.defineProperty(Navigator.prototype, 'vibrate',
      { value() { throw new Error('no') } }); delete navigator.vibrate;""",
    "no flash": "Element.prototype.animate = () => { throw new Error('no') };",
    "lock never answers": "Object.defineProperty(navigator, 'wakeLock',"
    " { value: { request: () => new Promise(() => {}) } });",
    "voice never ends": """speechSynthesis.speak = (one) => {
      one.text.trim() && note('speech')(one.text); one.onstart?.() };""",
}


@pytest.mark.parametrize("name", BREAKS)
def test_nothing_that_breaks_stops_a_session(visits: Visits, site_url: str, name: str) -> None:
    url = f"{site_url}stretches/bridge/"
    session = GuidedSession.open(visits, url, prepare=BREAKS[name])
    session.dialog.get_by_role("checkbox", name="Light up the screen").check()
    session.press("Test the sound")
    session.begin()
    session.wait(4)
    session.press("Pause")
    session.press("Go on")
    session.wait(240)  # a voice that never ends is waited for, a little
    expect(session.dialog).to_contain_text("You did 1 of 1 stretches.")
    session.press("Close")
    expect(session.dialog).to_have_count(0)


# A voice that takes 70 seconds for the first, and one second for all that follows.
SLOW_VOICE = """
let told = 0
speechSynthesis.speak = (one) => {
  if (!one.text.trim()) return
  note("speech")(one.text)
  const first = told++ < 12
  setTimeout(() => one.onstart?.(), 100)
  setTimeout(() => (note("ended")(one.text), one.onend?.()), first ? 70_000 : 1000)
};
"""


def test_the_clock_waits_for_a_voice_that_still_speaks(visits: Visits, site_url: str) -> None:
    session = GuidedSession.open(
        visits, f"{site_url}stretches/legs-up-knee-squeeze/", prepare=SLOW_VOICE
    )
    session.begin()
    session.wait(68)  # its own time is a minute
    assert session.doing == "Get into position"
    assert session.heard("ended") == []
    session.wait(3)
    assert session.doing == "Get ready"
    assert len(session.heard("ended")) > 5


def test_a_voice_that_never_ends_is_not_waited_for_for_ever(visits: Visits, site_url: str) -> None:
    session = GuidedSession.open(
        visits, f"{site_url}stretches/legs-up-knee-squeeze/", prepare=BREAKS["voice never ends"]
    )
    session.begin()
    session.wait(95)
    assert session.doing == "Get ready"
    session.press("Close")


LOCK = """
window.locks = []
const request = async (kind) => {
  note("lock")(kind)
  const lock = { onrelease: null, release: async () => note("lock")("off") }
  window.locks.push(lock)
  return lock
}
Object.defineProperty(navigator, "wakeLock", { value: { request } });
"""


def test_a_lock_that_the_system_takes_is_asked_for_again_or_it_is_said(
    visits: Visits, site_url: str
) -> None:
    session = GuidedSession.open(visits, f"{site_url}stretches/bridge/", prepare=LOCK)
    session.begin()
    session.wait(20)
    session.page.evaluate("window.locks.at(-1).onrelease()")
    assert session.heard("lock") == ["screen", "screen"]
    expect(session.dialog).not_to_contain_text("cannot keep the screen on")
    session.page.evaluate("window.locks.at(-1).onrelease()")
    expect(session.dialog).to_contain_text("cannot keep the screen on")
    assert session.heard("lock") == ["screen", "screen"]


INTERRUPTED = """
window.sounds = []
AudioContext.prototype.resume = async function () { note("resumed")("1"); this.state = "running" }
put("AudioContext", class extends AudioContext {
  constructor() { super(); window.sounds.push(this) }
});
"""


def test_sound_that_a_call_interrupts_comes_back(visits: Visits, site_url: str) -> None:
    session = GuidedSession.open(visits, f"{site_url}stretches/bridge/", prepare=INTERRUPTED)
    session.begin()
    session.set_hidden(hidden=True)
    session.page.evaluate("window.sounds.at(-1).state = 'interrupted'")
    session.set_hidden(hidden=False)
    assert session.heard("resumed") == ["1"]
    tones = len(session.heard("tone"))
    session.wait(60)
    assert len(session.heard("tone")) > tones


def test_a_silent_device_is_noticed_before_the_start(visits: Visits, site_url: str) -> None:
    session = GuidedSession.open(visits, f"{site_url}sciatica/")
    session.press("Test the sound")
    assert session.heard("speech") == ["This is how loud it is."]
    assert len(session.heard("tone")) == 1
    expect(session.dialog).to_contain_text("Did you hear it?")
    box = session.dialog.get_by_role("checkbox", name="Light up the screen")
    expect(box).not_to_be_checked()
    session.press("I hear nothing. Light up the screen.")
    expect(box).to_be_checked()
    assert len(session.heard("flash")) == 1
    session.begin()
    session.wait(60)
    assert len(session.heard("flash")) > 2


def test_what_a_plan_sets_is_what_the_session_does(visits: Visits, site_url: str) -> None:
    link = encode(decode("1/standing-glute-squeeze.2x1h10p120/end:0000").plan)
    session = GuidedSession.open(visits, f"{site_url}plan/#{link}")
    session.begin()
    while session.doing != "Rest":
        session.press("I am ready" if session.doing == "Get into position" else "Next")
        session.wait(0.2)
    assert session.digits == "2:00"
    session.wait(119)
    assert session.doing == "Rest"
    session.wait(1.2)
    assert session.doing == "Hold"
    assert re.search("Set 2 of 2", session.text("where"))


@pytest.mark.parametrize("text_size", ["100", "125", "150"])
def test_timer_and_the_step_of_now_are_in_sight_at_every_size(
    visits: Visits, site_url: str, text_size: str
) -> None:
    bigger = f"localStorage.setItem('stretchbook.text-size', '{text_size}');"
    session = GuidedSession.open(
        visits,
        f"{site_url}sciatica/",
        prepare=bigger if text_size != "100" else "",
        viewport={"width": 390, "height": 844},
    )
    session.begin()
    seen = []
    for _ in range(30):
        step = session.dialog.locator("[aria-current=step]")
        expect(step).to_be_in_viewport(ratio=0.5)
        expect(session.dialog.locator(".ring")).to_be_in_viewport(ratio=1)
        for name in ("Pause", "This hurts: skip it"):
            button = session.dialog.get_by_role("button", name=name)
            expect(button).to_be_in_viewport(ratio=1)
        assert session.page.evaluate(IN_ITS_BOX)
        seen.append((session.doing, step.inner_text()))
        session.wait(11)
    said = dict(seen)
    assert said["Hold"].startswith(("Squeeze", "Stay there"))
    assert {"Get into position", "Hold", "Let go"} <= set(said)
    assert any("Take care" not in text and "chair" in text for _, text in seen)


# The first line of the step is within the box of words, which scrolls by itself.
IN_ITS_BOX = """() => {
  const box = document.querySelector(".session-words").getBoundingClientRect()
  const step = document.querySelector("[aria-current=step]").getBoundingClientRect()
  return step.top >= box.top - 2 && Math.min(step.bottom, step.top + 60) <= box.bottom + 2
}"""

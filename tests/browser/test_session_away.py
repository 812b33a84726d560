"""Time that nobody spent never counts as done: the place is kept, and the reader is asked."""

import json
import re
from datetime import timedelta

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.support.session import START, GuidedSession
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

AWAY = "Were you away? Your place is kept."
COUNT = "Count that time"
HOUR = 3600


@pytest.fixture
def session(visits: Visits, site_url: str) -> GuidedSession:
    """A minute into the first stretch of five."""
    session = GuidedSession.open(visits, f"{site_url}sciatica/")
    session.begin()
    session.wait(60)
    return session


def leave(session: GuidedSession, seconds: float) -> None:
    """A call, or another app: the page is hidden, and its timers sleep."""
    session.set_hidden(hidden=True)
    session.sleep(seconds)
    session.set_hidden(hidden=False)
    session.wait(0.2)


def place(session: GuidedSession) -> tuple[str, str]:
    return session.stretch, session.text("where")


def test_a_hidden_tab_keeps_its_place_and_asks(session: GuidedSession) -> None:
    before = place(session)
    heard = len(session.heard("speech"))
    leave(session, HOUR)
    expect(session.dialog.get_by_role("alert")).to_contain_text(AWAY)
    assert (session.doing, place(session)) == ("Paused", before)
    assert session.kept("diary") is None
    assert len(session.heard("speech")) <= heard + 1  # nothing of what was missed is made up for
    session.sleep(HOUR)
    assert session.doing == "Paused"
    session.press("Go on")
    expect(session.dialog.get_by_role("alert")).to_be_hidden()
    session.wait(1)
    assert place(session)[0] == before[0]
    assert session.doing != "Paused"


def test_the_question_fits_sideways_too(visits: Visits, site_url: str) -> None:
    sideways = ViewportSize(width=844, height=390)
    session = GuidedSession.open(visits, f"{site_url}sciatica/", viewport=sideways)
    session.begin()
    leave(session, 5 * 60)
    for name in ("Close", COUNT, "Go on"):
        button = session.dialog.get_by_role("button", name=name, exact=True)
        expect(button).to_be_in_viewport(ratio=1)
        box = button.bounding_box()
        assert box is not None
        assert box["width"] > 50


def test_whoever_went_on_without_looking_may_say_so(session: GuidedSession) -> None:
    leave(session, 5 * 60)
    session.press(COUNT)
    session.wait(0.2)
    assert session.stretch == "Bedside hip stretch"
    leave(session, HOUR)
    session.press(COUNT)
    expect(session.dialog).to_contain_text("You did 5 of 5 stretches.")


def test_a_glance_aside_is_no_absence(session: GuidedSession) -> None:
    session.set_hidden(hidden=True)
    session.wait(3)
    session.set_hidden(hidden=False)
    session.wait(0.2)
    expect(session.dialog.get_by_role("alert")).to_be_hidden()
    assert session.doing != "Paused"


def test_who_never_comes_back_leaves_no_false_entry(session: GuidedSession) -> None:
    session.set_hidden(hidden=True)
    session.wait(HOUR)
    session.page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert session.kept("diary") is None
    left = json.loads(session.kept("session.unfinished") or "{}")["routines/sciatica#main"]
    assert (left["step"], left["done"]) == (0, [])


@pytest.mark.parametrize("hours", [1, -1, 24 * 400], ids=["ahead", "back", "far"])
def test_a_clock_that_jumps_takes_and_gives_nothing(session: GuidedSession, hours: int) -> None:
    before = place(session)
    session.page.clock.set_system_time(START + timedelta(minutes=2, hours=hours))
    session.wait(0.4)
    expect(session.dialog.get_by_role("alert")).to_contain_text(AWAY)
    expect(session.dialog.get_by_role("button", name=COUNT)).to_be_hidden()
    assert place(session) == before
    session.press("Go on")
    session.wait(1)
    assert place(session)[0] == before[0]
    assert session.kept("diary") is None


def test_a_device_that_slept_asks_too(session: GuidedSession) -> None:
    before = place(session)
    session.sleep(HOUR)
    assert (session.doing, place(session)) == ("Paused", before)
    session.press("Close")
    assert session.kept("diary") is None


def test_pressing_next_does_no_stretch(session: GuidedSession) -> None:
    for _ in range(40):
        if session.dialog.get_by_role("heading", name="Well done").is_visible():
            break
        session.page.keyboard.press("ArrowRight")
        session.wait(0.2)
    expect(session.dialog).to_contain_text("You did 0 of 5 stretches.")
    expect(session.dialog).not_to_contain_text("in your diary")
    assert session.kept("diary") is None


def test_days_later_the_page_offers_to_go_on(session: GuidedSession) -> None:
    session.wait(6 * 60)
    stretch = session.stretch
    assert stretch == "Bedside hip stretch"
    session.press("Close")
    more = session.page.get_by_role("button", name="Continue at stretch 3 of 5")
    expect(more).to_be_visible()  # at once, and after a reload
    session.page.clock.set_system_time(START + timedelta(days=3))
    session.page.reload()
    expect(more).to_be_visible()
    expect(session.page.get_by_role("button", name=re.compile("^Continue at"))).to_have_count(1)
    more.click()
    session.press("Go on where you stopped")
    session.wait(0.2)
    assert session.stretch == stretch
    session.wait(12 * 60)
    expect(session.dialog).to_contain_text("You did 3 of 5 stretches.")
    entries = json.loads(session.kept("diary") or "")["entries"]
    assert [(entry["at"][:10], entry["done"]) for entry in entries] == [
        ("2026-11-25", 3),
        ("2026-11-22", 2),
    ]
    session.press("Close")
    expect(more).to_be_hidden()

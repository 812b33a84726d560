"""A guided session in a real browser, by a clock that the test turns."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.support.visit import PHONE, Visits

START = datetime(2026, 11, 22, 19, 30)  # noqa: DTZ001 - by the reader's own clock
LISTEN = (Path(__file__).parent / "listen.js").read_text("utf-8")


class GuidedSession:
    """Opens a session and reads what a person would see, hear and feel."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    def open(
        cls,
        visits: Visits,
        url: str,
        *,
        prepare: str = "",
        viewport: ViewportSize = PHONE,
        part: int = 0,
    ) -> "GuidedSession":
        """The first screen of a session; `prepare` is script that runs before the page's own."""
        page = visits.blank(viewport=viewport)
        page.add_init_script(LISTEN + prepare)
        page.clock.install(time=START)
        page.goto(url)
        page.clock.pause_at(START + timedelta(minutes=1))  # from here on only the test turns it
        session = cls(page)
        session.choose(part)
        return session

    def choose(self, part: int = 0) -> None:
        """Press the button of a part of the routine."""
        start = self.page.locator(".session-start").nth(part)
        start.get_by_role("button", name="Start guided session").click()
        expect(self.page.locator(".session-setup")).to_be_visible()

    def begin(self) -> None:
        """Start, and let the first look at the clock happen."""
        self.press("Start now")
        self.wait(0.2)

    def press(self, name: str) -> None:
        self.dialog.get_by_role("button", name=name, exact=True).click()

    def wait(self, seconds: float) -> None:
        """Let time go by as in a tab that is looked at."""
        self.page.clock.run_for(round(seconds * 1000))

    def sleep(self, seconds: float) -> None:
        """Let time go by as in a tab that the browser has put to sleep: timers come once, late."""
        self.page.clock.fast_forward(round(seconds * 1000))
        self.page.clock.run_for(200)

    def let_time_run(self) -> None:
        """For what waits for the page's own timers, as axe does."""
        self.page.clock.resume()

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog.session")

    def text(self, part: str) -> str:
        return self.dialog.locator(f".session-{part}").inner_text()

    @property
    def doing(self) -> str:
        return self.text("do")

    @property
    def stretch(self) -> str:
        return self.dialog.locator("#session-name").inner_text()

    @property
    def digits(self) -> str:
        return self.dialog.locator(".ring-number").text_content() or ""

    def heard(self, kind: str) -> list[str]:
        """What was spoken, played, felt or lit up so far, oldest first."""
        found: list[list[Any]] = self.page.evaluate("window.heard")
        return [str(what) for said, what in found if said == kind]

    def set_hidden(self, *, hidden: bool) -> None:
        self.page.evaluate("(hidden) => window.setHidden(hidden)", hidden)

    def kept(self, name: str) -> str | None:
        """What the device keeps under a name."""
        found: str | None = self.page.evaluate(
            "(n) => localStorage.getItem('stretchbook.' + n)", name
        )
        return found


def seconds_of(minutes_and_seconds: str) -> int:
    """`10 minutes 55 seconds` as 655."""
    minutes = re.search(r"(\d+) minute", minutes_and_seconds)
    seconds = re.search(r"(\d+) second", minutes_and_seconds)
    return 60 * int(minutes[1] if minutes else 0) + int(seconds[1] if seconds else 0)

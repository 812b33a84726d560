"""A browser page that remembers everything that should not have happened in it."""

import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final, Literal, NoReturn
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
)

PHONE = ViewportSize(width=390, height=844)
OURS = {"127.0.0.1", ""}  # data: and blob: addresses have no host
PATIENCE = 30  # seconds on a busy machine
TIMEOUT = 5000  # milliseconds
AS_IT_IS: Final[Mapping[str, Literal["null"]]] = dict.fromkeys(
    ("media", "color_scheme", "reduced_motion", "forced_colors"), "null"
)
# Of a page: what no cleaning undoes
TAKES_ITS_OWN = ("add_init_script", "expose_function", "expose_binding", "route", "on", "once")
HAS_A_CLOCK = "'__pwClock' in globalThis"  # of Playwright; a page keeps it
BLOCKED = "Service Worker registration blocked by Playwright"  # says what we have asked for


class ReusedPage:
    """A page that many tests go through one after the other: a new one costs three times as much.

    Each finds it as new: nothing is stored, there is no way back, and nothing is emulated. What
    cannot be taken back, such as a script that runs before the page's own, it refuses.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._open()

    def lend(self, viewport: ViewportSize) -> Page:
        """It, as new."""
        self.page.set_viewport_size(viewport)
        self.page.set_default_timeout(TIMEOUT)
        vars(self.page).update({name: _refused(name) for name in TAKES_ITS_OWN})
        return self.page

    def clean(self) -> None:
        """Take back what a test has done in it."""
        for name in TAKES_ITS_OWN:
            vars(self.page).pop(name, None)
        try:
            self._empty()
        except Error:  # closed, or where nothing can be asked
            with suppress(Error):
                self.page.context.close()
            self._open()
        assert not self.page.evaluate(HAS_A_CLOCK), "a test with its own clock needs its own page"

    def _open(self) -> None:
        context = self._browser.new_context(service_workers="block")
        self.page: Page = context.new_page()
        self._tools: CDPSession = context.new_cdp_session(self.page)

    def _empty(self) -> None:
        context = self.page.context
        for other in context.pages[1:]:
            other.close()
        context.set_offline(False)
        context.clear_permissions()
        home = self.page.evaluate("() => { sessionStorage.clear(); return location.origin }")
        self.page.goto("about:blank")
        self._tools.send("Storage.clearDataForOrigin", {"origin": home, "storageTypes": "all"})
        self._tools.send("Page.resetNavigationHistory")
        self.page.emulate_media(**AS_IT_IS)


class Visits:
    """Opens pages for one test, each in a browser profile of its own.

    service_workers: in a new profile the site's worker takes in the whole site, which costs more
    than all that most tests do. "allow" it where it matters.
    """

    service_workers: Literal["allow", "block"] = "block"

    def __init__(self, browser: Browser, reused: Callable[[], ReusedPage]) -> None:
        self._browser = browser
        self._reused = reused
        self._contexts: list[BrowserContext] = []
        self._lent: ReusedPage | None = None
        self.problems: list[str] = []
        self._allowed: list[str] = []

    def open(
        self,
        url: str,
        *,
        java_script: bool = True,
        viewport: ViewportSize = PHONE,
        permissions: tuple[str, ...] = (),
    ) -> Page:
        """A page at this address, on a phone unless told otherwise."""
        page = self.blank(java_script=java_script, viewport=viewport, permissions=permissions)
        page.goto(url)
        return page

    def look(self, url: str, *, viewport: ViewportSize = PHONE) -> Page:
        """A page at this address, as new, in which other tests have been before.

        For whoever needs one page of a usual browser. Once a test: a second reader is somebody
        else, and whoever goes on to another page does so in this one.
        """
        assert self._lent is None, "this test has the page already"
        assert self.service_workers == "block", "a worker would stay for the next test"
        self._lent = self._reused()
        page = self._lent.page
        self._watch(page)
        self._lent.lend(viewport)
        page.goto(url)
        return page

    def blank(
        self,
        *,
        java_script: bool = True,
        viewport: ViewportSize = PHONE,
        permissions: tuple[str, ...] = (),
    ) -> Page:
        """A page that has gone nowhere yet, so that a test can prepare it."""
        context = self._browser.new_context(
            java_script_enabled=java_script,
            viewport=viewport,
            service_workers=self.service_workers,
        )
        context.grant_permissions(list(permissions))
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(TIMEOUT)
        self._watch(page)
        return page

    def expect_problem(self, pattern: str) -> None:
        """This test provokes a problem: it must be there, and it is no failure."""
        found = [problem for problem in self.problems if re.search(pattern, problem)]
        assert found, f"expected a problem like {pattern!r}, saw {self.problems}"
        self.problems = [problem for problem in self.problems if problem not in found]

    def allow_problem(self, pattern: str) -> None:
        """This test may provoke a problem, if the machine is slow enough."""
        self._allowed.append(pattern)

    def close(self) -> None:
        """Close all; what a page still says while closing no longer counts."""
        for context in self._contexts:
            with suppress(Exception):
                context.close()
        if self._lent:
            self._leave(self._lent.page)
            self._lent.clean()

    def _watch(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", self._on_page_error)
        page.on("request", self._on_request)

    def _leave(self, page: Page) -> None:
        page.remove_listener("console", self._on_console)
        page.remove_listener("pageerror", self._on_page_error)
        page.remove_listener("request", self._on_request)

    def _on_page_error(self, error: Error) -> None:
        self.problems.append(f"page error: {error}")

    def _on_console(self, message: ConsoleMessage) -> None:
        expected = (BLOCKED, *self._allowed)
        allowed = any(re.search(pattern, message.text) for pattern in expected)
        if message.type in {"error", "warning"} and not allowed:
            self.problems.append(f"console {message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if urlsplit(request.url).hostname not in {*OURS, None}:
            self.problems.append(f"third-party request: {request.url}")


def _refused(name: str) -> Callable[..., NoReturn]:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError(f"{name}: a test that needs it opens a page of its own")

    return refuse


# What a device does that keeps nothing, to be prepared before its page runs
STORAGE_REFUSED = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } });"
)
STORAGE_FULL = (
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };"
)


def wait_until(page: Page, question: str, about: object = None) -> None:
    """Ask the page until it says yes.

    Not by `wait_for_function`: it repeats the question from within the page, where our policy
    forbids it, and takes a promise itself for the answer.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(question, about):
        assert time.monotonic() < end, question
        page.wait_for_timeout(100)

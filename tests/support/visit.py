"""A browser page that remembers everything that should not have happened in it."""

import re
import time
from contextlib import suppress
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize

PHONE = ViewportSize(width=390, height=844)
OURS = {"127.0.0.1", ""}  # data: and blob: addresses have no host
PATIENCE = 30  # seconds on a busy machine
BLOCKED = "Service Worker registration blocked by Playwright"  # says what we have asked for


class Visits:
    """Opens pages for one test, each in a browser profile of its own.

    service_workers: in a new profile the site's worker takes in the whole site, which costs more
    than all that most tests do. "allow" it where it matters.
    """

    service_workers: Literal["allow", "block"] = "block"

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
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
        page.set_default_timeout(5000)
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

    def _watch(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        page.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        expected = (BLOCKED, *self._allowed)
        allowed = any(re.search(pattern, message.text) for pattern in expected)
        if message.type in {"error", "warning"} and not allowed:
            self.problems.append(f"console {message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if urlsplit(request.url).hostname not in {*OURS, None}:
            self.problems.append(f"third-party request: {request.url}")


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

"""The page that many tests go through is as new for each of them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.support.visit import PHONE, ReusedPage, Visits

pytestmark = pytest.mark.browser

STATE = """() => [
  {...localStorage}, {...sessionStorage}, document.cookie, innerWidth, innerHeight,
  matchMedia("(prefers-color-scheme: dark)").matches, navigator.onLine,
]"""
SPOIL = """() => {
  localStorage.setItem("a", "1")
  sessionStorage.setItem("b", "2")
  document.cookie = "c=3"
  addEventListener("pagehide", () => localStorage.setItem("late", "4"))
  location.hash = "#calf-stretch"
}"""


def state(page: Page) -> object:
    return page.evaluate(STATE)


def test_nothing_of_a_test_is_left_for_the_next_one(browser: Browser, plain_pages: str) -> None:
    reused = ReusedPage(browser)
    page = reused.lend(PHONE)
    page.goto(plain_pages)
    new, page_itself = state(page), page
    page.evaluate(SPOIL)
    page.set_viewport_size({"width": 800, "height": 600})
    page.emulate_media(color_scheme="dark")
    page.context.set_offline(True)
    page.context.new_page()
    assert state(page) != new
    reused.clean()
    page = reused.lend(PHONE)
    page.goto(plain_pages)
    assert page is page_itself
    assert state(page) == new
    assert page.context.pages == [page]
    page.go_back()
    assert page.url == "about:blank"  # where a new page begins
    reused.clean()
    page.context.close()


def test_a_page_that_a_test_has_closed_is_another_for_the_next(browser: Browser) -> None:
    reused = ReusedPage(browser)
    reused.lend(PHONE).close()
    reused.clean()
    assert reused.lend(PHONE).evaluate("1 + 1") == 2
    reused.page.context.close()


REFUSED: dict[str, Callable[[Page], object]] = {
    "route": lambda page: page.route("**", lambda route: route.abort()),
    "add_init_script": lambda page: page.add_init_script("1"),
    "on": lambda page: page.on("close", lambda _: None),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_taken_back_is_refused(visits: Visits, plain_pages: str, what: str) -> None:
    page = visits.look(plain_pages)
    with pytest.raises(AssertionError, match=f"{what}: a test that needs it"):
        REFUSED[what](page)


def test_a_second_reader_is_somebody_else(visits: Visits, plain_pages: str) -> None:
    visits.look(plain_pages)
    with pytest.raises(AssertionError, match="has the page already"):
        visits.look(plain_pages)


def test_a_clock_of_its_own_is_noticed(browser: Browser, plain_pages: str) -> None:
    reused = ReusedPage(browser)
    page = reused.lend(PHONE)
    page.clock.install()
    page.goto(plain_pages)
    with pytest.raises(AssertionError, match="its own clock"):
        reused.clean()
    reused.page.context.close()

"""The copy-link button gives the lasting address, also where the clipboard is blocked."""

import pytest
from playwright.sync_api import expect

from tests.support.visit import Visits

pytestmark = pytest.mark.browser

CLIPBOARD = ("clipboard-read", "clipboard-write")
BUTTON = "[data-copy-link='quad-stretch'] button"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))"


def test_it_copies_the_address_of_the_block(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}?area=hips#quad-stretch", permissions=CLIPBOARD)
    page.click(BUTTON)
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{plain_pages}#quad-stretch"


def test_an_empty_attribute_means_the_page(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}moved/#calf-stretch", permissions=CLIPBOARD)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{plain_pages}moved/"


def test_the_message_goes_away(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}#quad-stretch", permissions=CLIPBOARD)
    page.clock.install()
    page.click(BUTTON)
    status = page.locator(f"{BUTTON} + [role=status]")
    expect(status).to_have_text("Link copied")
    page.clock.run_for(2500)
    expect(status).to_have_text("")


def test_a_second_press_shows_the_message_its_full_time(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}#quad-stretch", permissions=CLIPBOARD)
    page.clock.install()
    page.click(BUTTON)
    page.clock.run_for(1500)
    page.click(BUTTON)
    page.clock.run_for(1500)
    expect(page.locator(f"{BUTTON} + [role=status]")).to_have_text("Link copied")


@pytest.mark.parametrize("blocked", [NO_CLIPBOARD, REFUSED])
def test_without_a_clipboard_the_address_stands_there_selected(
    visits: Visits, plain_pages: str, blocked: str
) -> None:
    page = visits.blank()
    page.add_init_script(blocked)
    page.goto(f"{plain_pages}#quad-stretch")
    page.click(BUTTON)
    page.click(BUTTON)
    field = page.get_by_label("Copy this address:")
    expect(field).to_have_count(1)
    expect(field).to_have_value(f"{plain_pages}#quad-stretch")
    expect(field).to_have_attribute("readonly", "")
    expect(field).to_be_focused()
    selected = page.evaluate("document.activeElement.selectionEnd")
    assert selected == len(f"{plain_pages}#quad-stretch")


def test_each_button_has_its_own_message(visits: Visits, plain_pages: str) -> None:
    page = visits.open(plain_pages, permissions=CLIPBOARD)
    page.get_by_role("button", name="Open all").click()
    page.click("[data-copy-link='calf-stretch'] button")
    expect(page.get_by_text("Link copied")).to_have_count(1)
    expect(page.locator("#calf-stretch").get_by_role("status")).to_have_text("Link copied")

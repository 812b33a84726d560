"""No page breaks a rule of axe, in any colors, at any width, with whatever is open."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.support.axe import violations, violations_in_all_colors
from tests.support.built import pages_of
from tests.support.content import CONTENT
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

PAGES = (
    *("", "plan/", "sciatica/", "stretches/bridge/", "stretches/", "diary/", "privacy/"),
    *("clinicians/links/", "404.html"),
)
SCREENS = (ViewportSize(width=320, height=640), ViewportSize(width=1280, height=900))
PHONE = ViewportSize(width=390, height=844)

HIDDEN_BUT_SEEN = """() => {
  const any = { visibilityProperty: true, opacityProperty: true }
  const hidden = [...document.querySelectorAll("body [hidden]")]
  return hidden.filter((element) => element.checkVisibility(any)).map(({ outerHTML }) => outerHTML)
}"""


def open_all_blocks(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((block) => { block.open = true })")


@pytest.mark.parametrize("address", PAGES)
def test_a_page(visits: Visits, site_url: str, address: str) -> None:
    page = visits.look(site_url + address)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []  # blocks closed
    open_all_blocks(page)
    assert page.evaluate(HIDDEN_BUT_SEEN) == []
    for screen in (PHONE, *SCREENS):
        page.set_viewport_size(screen)
        assert violations_in_all_colors(page) == [], page.viewport_size


@pytest.mark.any_content
@pytest.mark.skipif(CONTENT.name == "content", reason="the tests above look closer at the example")
def test_every_page_of_a_clinic(visits: Visits, site: Path, site_url: str) -> None:
    page = visits.blank()
    for address in pages_of(site):
        page.goto(site_url + address[1:])
        open_all_blocks(page)
        assert violations(page) == [], address


@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "desktop"])
@pytest.mark.parametrize("name", ["Search", "Display", "Menu"])
def test_what_lies_over_the_page(
    visits: Visits, site_url: str, screen: ViewportSize, name: str
) -> None:
    page = visits.look(f"{site_url}sciatica/", viewport=screen)
    page.wait_for_load_state("networkidle")
    opener = page.get_by_role("button", name=name)
    if opener.count() == 0:
        return  # on a wide screen the menu is always open
    opener.click()
    if name == "Search":
        expect(page.locator("#search-words")).to_be_focused()  # its module comes on this press
        page.keyboard.type("hip")
        expect(page.locator("[data-search-results] li").first).to_be_visible()
    assert violations_in_all_colors(page) == []


def test_text_can_be_very_large_on_a_small_phone(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/", viewport=SCREENS[0])
    page.evaluate("localStorage.setItem('stretchbook.text-size', '150')")
    for address in PAGES:
        page.goto(site_url + address)
        open_all_blocks(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, f"{address} scrolls sideways: {wide} px"


def test_what_has_the_focus_is_never_hidden(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}low-back-pain/")
    page.wait_for_load_state("networkidle")
    open_all_blocks(page)
    for key in ("Tab", "Shift+Tab"):
        for _ in range(45):
            page.keyboard.press(key)
            hidden = page.evaluate(HIDDEN_UNDER_HEADER)
            assert hidden is None, f"{key}: {hidden} is under the header"


HIDDEN_UNDER_HEADER = """() => {
  const focused = document.activeElement
  const header = document.querySelector(".md-header")
  if (header.contains(focused) || focused === document.body) return null
  const { top, bottom } = focused.getBoundingClientRect()
  const edge = header.getBoundingClientRect().bottom
  const covered = header.getBoundingClientRect().top <= 0 && bottom > 0 && top < edge - 1
  return covered ? focused.outerHTML.slice(0, 80) : null
}"""


def test_a_thumb_finds_every_button(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/", viewport=SCREENS[0])
    page.wait_for_load_state("networkidle")
    open_all_blocks(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            "button, summary, .site-name, [href^='tel:'], .md-nav__link")]
          .filter((element) => element.checkVisibility())
          .filter((element) => {
            const { width, height } = element.getBoundingClientRect()
            return width < 44 || height < 44
          })
          .map((element) => element.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_what_a_screen_reader_meets_on_a_routine(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("body")).to_match_aria_snapshot(ROUTINE)
    page.locator("#bedside-hip-stretch summary").click()
    expect(page.locator("#bedside-hip-stretch")).to_match_aria_snapshot(BLOCK)


ROUTINE = r"""
- link "Skip to content"
- complementary:
  - paragraph:
    - strong: Please read first.
- banner:
  - link "Stretchbook"
  - button "Search"
  - button "Display"
  - button "Menu"
- main:
  - article:
    - heading "Sciatica stretches" [level=1]
    - heading "Who it is for" [level=2]
    - region "Stop and get help first":
      - heading "Stop and get help first" [level=2]
      - list:
        - listitem:
          - link "911"
    - heading "How often" [level=2]
    - heading "When to stop or skip" [level=2]
    - heading "Do these five in order" [level=2]
    - paragraph:
      - button "Open all"
      - button "Close all"
      - status
    - group:
      - heading /1\. Standing glute squeeze 2 sets of 10/ [level=3]
- contentinfo
"""
BLOCK = """
- group:
  - heading "3. Bedside hip stretch Hold for 30 seconds on each side" [level=3]
  - paragraph:
    - img /edge of a bed/
    - button "Show the movement"
  - paragraph: /turned toward the raised knee/
  - heading "Take care" [level=4]
  - list
  - paragraph:
    - link "Page of this stretch, with sources"
    - button "Copy link"
    - status
"""

"""Other languages in a real browser: what scripts say, and room for longer words.

The languages are made by a machine: tests/support/pseudo.py.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.conftest import ServeSite
from tests.support.leftovers import plain_words
from tests.support.pseudo import LONG, MIRRORED
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

# Every text and every spoken attribute that is not said to be English, as the page is now.
SAID = """() => {
  const found = []
  const isEnglish = (node) => node.closest("[lang]")?.lang === "en"
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const isAddress = parent.matches(".address, :has(> wbr)")
    if (!parent.closest("script, style") && !isAddress && !isEnglish(parent)) found.push(node.data)
  }
  const spoken = ["aria-label", "aria-description", "aria-valuetext", "alt", "title", "placeholder"]
  for (const element of document.querySelectorAll("*")) {
    if (!isEnglish(element)) found.push(...spoken.map((name) => element.getAttribute(name) ?? ""))
  }
  return [...found, document.title]
}"""

# What leaves the screen sideways, or is cut off in its own box.
OUTSIDE = """() => {
  const TIGHT = "button, .md-button, .chip, legend, dt, dd, th, td, h1, h2, h3, summary, .site-name"
  const UNSEEN = ".visually-hidden, svg, .md-dialog"
  const found = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways")
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(UNSEEN)
  for (const element of document.querySelectorAll("body *")) {
    if (!seen(element)) continue
    const box = element.getBoundingClientRect()
    const scrolls = element.closest("table, .md-typeset__scrollwrap")
    const name = `${element.tagName}.${element.className} ${element.textContent.trim()}`
    const isOutside = box.left < -1 || box.right > width + 1
    if (box.width > 1 && !scrolls && isOutside) found.push(`outside: ${name.slice(0, 60)}`)
    const hides = ["hidden", "clip"].includes(getComputedStyle(element).overflowX)
    const room = element.clientWidth > 1 && (hides || element.matches(TIGHT))
    const isCut = room && element.scrollWidth > element.clientWidth + 1
    if (isCut) found.push(`cut: ${name.slice(0, 60)}`)
  }
  return found
}"""

PLAN = "plan/#1/standing-glute-squeeze.2x10h3r2/bedside-hip-stretch.h30e/end:c5d5"


def no_english(page: Page) -> None:
    said = page.evaluate(SAID)
    assert len(said) > 20
    assert {text.strip() for text in said if plain_words(text)} == set()


def search(page: Page) -> None:
    page.locator("[data-search-open]").click()
    page.locator("#search-words").fill("zzzz")
    expect(page.locator("[data-search-status]")).not_to_be_empty()


def session(page: Page) -> None:
    page.locator(".session-start button").first.click()
    expect(page.locator(".session-setup")).to_be_visible()


def running(page: Page) -> None:
    session(page)
    page.locator("dialog.session .md-button--primary").last.click()
    expect(page.locator(".session-run")).to_be_visible()


def printing(page: Page) -> None:
    word = page.evaluate("JSON.parse(document.querySelector('#words').textContent).print")
    page.get_by_role("button", name=word, exact=True).first.click()
    expect(page.locator("#print")).to_be_visible()


def chosen(page: Page) -> None:
    """Two stretches in a plan, and one of them open for changes."""
    for at in (0, 1):
        page.locator(".add-to-plan").nth(at).click()
    page.goto(page.url.replace("stretches/", "plan/"))
    expect(page.locator("#plan-chosen")).to_be_visible()


def narrowed(page: Page) -> None:
    """The list by a position, and by what rules stretches out."""
    page.locator(".filters select").nth(1).select_option(index=1)
    page.locator(".filters select").last.select_option(index=1)
    expect(page.locator(".filter-status")).not_to_be_empty()


def shared(page: Page) -> None:
    page.locator("[data-copy-link] button").first.click()


def settled(page: Page) -> None:
    expect(page.locator("h1:visible").first).to_be_visible()
    page.wait_for_load_state("networkidle")


def popover(name: str) -> Callable[[Page], None]:
    def shown(page: Page) -> None:
        page.locator(f"[popovertarget={name}]").first.click()
        expect(page.locator(f"#{name}")).to_be_visible()

    return shown


PLACES = {
    "home": ("", settled),
    "routine": ("sciatica/", settled),
    "stretch": ("stretches/bedside-hip-stretch/", settled),
    "list": ("stretches/", narrowed),
    "links": ("clinicians/links/", settled),
    "diary": ("diary/", settled),
    "plan": ("plan/", settled),
    "plan that is chosen": ("stretches/", chosen),
    "plan of a patient": (PLAN, settled),
    "damaged plan": (PLAN[:-1], settled),
    "search": ("", search),
    "menu": ("", popover("menu")),
    "languages": ("", popover("languages")),
    "display": ("", popover("display")),
    "printing": ("sciatica/", printing),
    "session": ("sciatica/", session),
    "session that runs": ("sciatica/", running),
    "untranslated": ("untranslated/#/low-back-pain/", settled),
}


@pytest.fixture
def language_url(pseudo_site: Path, serve_site: ServeSite) -> str:
    return serve_site(pseudo_site)


@pytest.mark.parametrize("place", PLACES)
def test_scripts_say_nothing_in_english(visits: Visits, language_url: str, place: str) -> None:
    address, act = PLACES[place]
    page = visits.look(f"{language_url}{LONG}/{address}")
    act(page)
    no_english(page)


def test_a_word_that_is_not_translated_yet_says_that_it_is_english(
    visits: Visits, language_url: str
) -> None:
    page = visits.open(f"{language_url}{MIRRORED}/plan/")
    expect(page.locator("h2 bdi[lang=en]", has_text="Choose stretches")).to_be_visible()
    expect(page.locator("bdi[lang=en]", has_text="stretches to choose from")).to_be_visible()
    assert "\u2068" not in page.inner_text("body")


@pytest.mark.parametrize("language", [LONG, MIRRORED])
@pytest.mark.parametrize("place", PLACES)
def test_long_words_have_room(visits: Visits, language_url: str, place: str, language: str) -> None:
    address, act = PLACES[place]
    page = visits.look(f"{language_url}{language}/{address}")
    act(page)
    found = {}
    for width, size in ((390, ""), (320, ""), (390, "150"), (320, "150")):
        page.set_viewport_size(ViewportSize(width=width, height=844))
        page.evaluate(
            "(size) => size ? document.documentElement.dataset.textSize = size"
            " : delete document.documentElement.dataset.textSize",
            size,
        )
        if outside := page.evaluate(OUTSIDE):
            found[width, size] = outside
    assert found == {}

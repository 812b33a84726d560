"""A clinic's own page with the theme's features: how it looks in light, in dark and on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.conftest import ServeSite
from tests.support.axe import violations_in_all_colors
from tests.support.pdf import Pdf
from tests.support.renderers import PAGE, build_with_page
from tests.support.variant import build_once, shared_folder
from tests.support.visit import PHONE, Visits

pytestmark = pytest.mark.browser

WIDE = ViewportSize(width=1280, height=900)
LABELS = ("By bus", "By car", "On foot")
BODIES = ("Take line 7", "Turn left at the church", "Follow the river")


@pytest.fixture(scope="module", params=["by-mkdocs", "site"], ids=["mkdocs", "zensical"])
def address(
    request: pytest.FixtureRequest,
    site: Path,
    serve_site: ServeSite,
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """The clinic's page on a host; `site` comes first, since it generates the other pages."""
    assert site
    shared = shared_folder(tmp_path_factory.getbasetemp())
    project = build_once(shared, "features", build_with_page)
    return serve_site(project / request.param) + PAGE.lstrip("/")


@pytest.mark.parametrize("screen", [PHONE, WIDE], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_any_colors(
    visits: Visits, address: str, screen: ViewportSize
) -> None:
    page = visits.look(address, viewport=screen)
    page.wait_for_load_state("networkidle")
    assert violations_in_all_colors(page) == []
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    for label in LABELS:
        page.get_by_text(label, exact=True).click()
        assert violations_in_all_colors(page) == [], label


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_does_not_scroll_sideways(visits: Visits, address: str, width: int) -> None:
    page = visits.look(address, viewport=ViewportSize(width=width, height=844))
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    for label in LABELS:
        page.get_by_text(label, exact=True).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, label


def test_icons_are_as_large_as_the_text_around_them(visits: Visits, address: str) -> None:
    page = visits.look(address)
    icons = page.locator("article .twemoji svg")
    expect(icons).to_have_count(3)
    for icon in icons.all():
        box = icon.bounding_box()
        assert box is not None
        size = icon.evaluate("(e) => parseFloat(getComputedStyle(e.parentElement).fontSize)")
        assert 0.8 * size <= box["height"] <= 2 * size
        assert box["height"] == pytest.approx(box["width"], abs=1)


@pytest.mark.parametrize("java_script", [True, False], ids=["script", "no-script"])
def test_tabs_and_blocks_open_with_and_without_script(
    visits: Visits, address: str, *, java_script: bool
) -> None:
    page = visits.open(address, java_script=java_script)
    for label, body in zip(LABELS, BODIES, strict=True):
        page.get_by_text(label, exact=True).click()
        shown = [text for text in BODIES if page.get_by_text(text).is_visible()]
        assert shown == [body]
    parking = page.get_by_text("Yes, behind the house.")
    expect(parking).to_be_hidden()
    page.get_by_text("Can I park here?").click()
    expect(parking).to_be_visible()
    expect(page.get_by_text("Come ten minutes early.")).to_be_visible()


def test_tabs_can_be_chosen_by_keyboard(visits: Visits, address: str) -> None:
    page = visits.look(address)
    page.locator("input[name='__tabbed_1']").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Turn left at the church")).to_be_visible()


@pytest.mark.parametrize("java_script", [True, False], ids=["script", "no-script"])
def test_paper_holds_every_tab_and_every_closed_block(
    visits: Visits, address: str, *, java_script: bool
) -> None:
    page = visits.open(address, java_script=java_script)
    text = printed(page)
    for needed in (*BODIES, "Yes, behind the house", "Come ten minutes early"):
        assert needed.replace(" ", "") in text, needed
    for needed in (*LABELS, "Can I park here?", "Mind the step", "Closed on Sunday", "def greet"):
        assert needed.replace(" ", "") in text, needed
    assert "thisisnotmedicaladvice" in text.lower()


def printed(page: Page) -> str:
    """What stands on the paper, without spaces."""
    return re.sub(r"\s", "", Pdf(page.pdf(format="A4")).text)


def test_the_authors_style_sheet_is_asked_last(visits: Visits, address: str) -> None:
    page = visits.look(address)
    own = page.locator("article .our-own")
    assert own.evaluate("(e) => getComputedStyle(e).borderInlineStartWidth") == "4px"


def test_boxes_can_be_told_apart_in_both_colors(visits: Visits, address: str) -> None:
    page = visits.look(address)
    for colors in ("light", "dark"):
        page.emulate_media(color_scheme=colors)
        looks = [
            box.evaluate(
                "(e) => getComputedStyle(e).borderColor + getComputedStyle(e).backgroundColor"
            )
            for box in page.locator("article .admonition").all()
        ]
        assert len(looks) == 3
        assert len(set(looks)) == 3, f"{colors}: {looks}"

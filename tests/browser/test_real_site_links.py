"""A link to a stretch does what it promises on the real pages: opened, in view, focused."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from stretchbook.plans import decode, encode
from tests.conftest import ServeSite
from tests.support.variant import NAME, NEW, OLD, build_once, build_variant, shared_folder
from tests.support.visit import Visits, wait_until

pytestmark = pytest.mark.browser

QUAD, BUTTERFLY = "standing-quad-stretch", "lying-butterfly-stretch"
GROIN, TEST = "legs-up-groin-stretch", "thigh-test"
CLIPBOARD = ("clipboard-read", "clipboard-write")


@pytest.fixture(scope="module")
def base(site: Path, serve_site: ServeSite) -> str:
    """The real site below a sub-path, as GitHub Pages has it."""
    return serve_site(site, "/repo/")


def assert_shown(page: Page, stretch: str) -> None:
    """The block is open, its title is in view below what sticks to the top, its summary focused."""
    block = page.locator(f"details#{stretch}")
    expect(block).to_have_attribute("open", "")
    expect(block.locator("summary")).to_be_focused()
    assert_below_the_header(page, f"#{stretch} summary h3")


def assert_below_the_header(page: Page, selector: str) -> None:
    wait_until(
        page,
        """(selector) => {
            const title = document.querySelector(selector).getBoundingClientRect()
            const header = document.querySelector("header")
            const sticks = ["sticky", "fixed"].includes(getComputedStyle(header).position)
            const top = sticks ? header.getBoundingClientRect().bottom : 0
            const here = document.elementFromPoint(title.left + 5, title.top + 5)
            const free = here && document.querySelector(selector).contains(here)
            return title.top >= top && title.bottom <= innerHeight / 2 && free
        }""",
        selector,
    )


def open_blocks(page: Page) -> list[str]:
    found: list[str] = page.locator("details[open]").evaluate_all("all => all.map(({ id }) => id)")
    return found


def test_the_address_of_a_stretch_shows_it(visits: Visits, base: str) -> None:
    page = visits.look(f"{base}sciatica/#{QUAD}")
    assert_shown(page, QUAD)
    assert open_blocks(page) == [QUAD]
    page.reload()
    assert_shown(page, QUAD)


def test_every_block_of_every_routine_has_such_an_address(visits: Visits, base: str) -> None:
    page = visits.blank()
    for routine in ("sciatica", "low-back-pain", "daily-warm-up"):
        page.goto(f"{base}{routine}/")
        for stretch in page.locator("details").evaluate_all("all => all.map(({ id }) => id)"):
            page.evaluate("id => { location.hash = id }", stretch)
            assert_shown(page, stretch)


def test_links_back_and_forward_between_pages_and_blocks(visits: Visits, base: str) -> None:
    page = visits.look(f"{base}stretches/{QUAD}/")
    page.locator("article").get_by_role("link", name="Sciatica stretches").click()
    expect(page).to_have_url(f"{base}sciatica/#{QUAD}")
    assert_shown(page, QUAD)
    page.evaluate("id => { location.hash = id }", BUTTERFLY)
    assert_shown(page, BUTTERFLY)
    page.locator(f"#{QUAD} summary").click()
    page.go_back()
    assert_shown(page, QUAD)
    page.go_forward()
    assert_shown(page, BUTTERFLY)
    page.locator(f"#{BUTTERFLY}").get_by_role("link", name="Page of this stretch").click()
    expect(page).to_have_url(f"{base}stretches/{BUTTERFLY}/")
    page.go_back()
    expect(page.locator(f"#{BUTTERFLY}")).to_have_attribute("open", "")


def test_the_link_for_clinicians_shows_its_stretch(visits: Visits, base: str) -> None:
    page = visits.look(f"{base}clinicians/")
    page.get_by_role("link", name="the standing quad stretch in the sciatica routine").click()
    assert_shown(page, QUAD)


@pytest.mark.parametrize("address", [f"stretches/{GROIN}/", "sciatica/"])
def test_the_thigh_test_has_an_address_on_both_pages(
    visits: Visits, base: str, address: str
) -> None:
    page = visits.look(f"{base}{address}#{TEST}")
    expect(page.locator(f"#{TEST}")).to_be_in_viewport()
    assert_below_the_header(page, f"#{TEST} :is(h3, h4)")
    if page.locator("details").count():
        assert open_blocks(page) == [GROIN]


@pytest.mark.parametrize("address", [f"sciatica/#{QUAD}", f"stretches/{GROIN}/#{TEST}"])
def test_without_script_the_target_is_reached(visits: Visits, base: str, address: str) -> None:
    page = visits.open(f"{base}{address}", java_script=False)
    target = page.locator(f"#{address.partition('#')[2]}")
    expect(target).to_be_in_viewport()
    if address.startswith("sciatica"):
        target.locator("summary").click()
        expect(target.get_by_text("Push your belly forward until")).to_be_visible()


def test_open_all_and_close_all_on_a_wide_screen(visits: Visits, base: str) -> None:
    page = visits.look(f"{base}sciatica/", viewport={"width": 1280, "height": 900})
    page.get_by_role("button", name="Open all").click()
    assert len(open_blocks(page)) == 6
    page.get_by_role("button", name="Close all").click()
    assert open_blocks(page) == []


def test_by_keyboard_alone_from_the_top_into_a_stretch(visits: Visits, base: str) -> None:
    page = visits.look(f"{base}sciatica/")
    page.wait_for_load_state("networkidle")
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')")
        seen.append(name)
        if name.startswith("2. Legs-up knee squeeze"):
            break
    walk = [
        *("Skip", "Stretchbook", "Go to the stretches", "Low back pain exercises", "911"),
        *("Open all", "Close all", "1. Standing glute squeeze", "2. Legs-up knee squeeze"),
    ]
    left = iter(seen)
    for stop in walk:  # each after the one before; the menu names some of them too
        assert any(name.startswith(stop) for name in left), f"{stop}: {seen}"
    page.keyboard.press("Enter")
    assert open_blocks(page) == ["legs-up-knee-squeeze"]
    page.keyboard.press("Space")
    assert open_blocks(page) == []


def test_copy_link_gives_an_address_that_opens_the_block(visits: Visits, base: str) -> None:
    page = visits.open(f"{base}sciatica/?from=letter", permissions=CLIPBOARD)
    page.locator(f"#{QUAD} summary").click()
    page.locator(f"#{QUAD}").get_by_role("button", name="Copy link").click()
    expect(page.locator(f"#{QUAD}").get_by_role("status")).to_have_text("Link copied")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{base}sciatica/#{QUAD}"
    assert_shown(visits.look(address), QUAD)


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory, serve_site: ServeSite) -> str:
    """A clinic's copy in which a stretch has another id; tests/site reads the same one."""
    shared = shared_folder(tmp_path_factory.getbasetemp())
    return serve_site(build_once(shared, "variant", build_variant), "/repo/")


def test_old_addresses_lead_on(visits: Visits, moved: str) -> None:
    page = visits.look(f"{moved}low-back-pain/#{OLD}")
    assert_shown(page, NEW)
    assert page.url == f"{moved}low-back-pain/#{NEW}"
    page.goto(f"{moved}stretches/{OLD}/#how-to")
    page.wait_for_url(f"{moved}stretches/{NEW}/#how-to")
    expect(page.locator("#how-to")).to_be_in_viewport()


def test_a_plan_made_before_stretches_were_renamed_and_removed_still_opens(
    visits: Visits, moved: str
) -> None:
    plan = decode(f"1/{OLD}.2x8h5/wall-calf-stretch/knee-rolls/end:0000").plan
    page = visits.look(f"{moved}plan/#{encode(plan)}")
    blocks = page.locator("details.stretch")
    expect(blocks).to_have_count(3)
    expect(blocks.nth(0)).to_contain_text(f"1. {NAME}")  # as text, whatever marks are in it
    expect(blocks.nth(0)).to_contain_text("2 sets of 8: hold each for 5 seconds")
    expect(blocks.nth(1)).to_contain_text("2. Wall calf stretch")
    expect(blocks.nth(1)).to_contain_text("ask your clinician")
    expect(page.locator(".plan-problems")).to_have_count(0)


def test_old_addresses_lead_on_without_script(visits: Visits, moved: str) -> None:
    page = visits.open(f"{moved}stretches/{OLD}/", java_script=False)
    page.wait_for_url(f"{moved}stretches/{NEW}/")
    page.goto(f"{moved}low-back-pain/#{OLD}")
    page.locator(f"#{OLD}").get_by_role("link").click()
    assert urlsplit(page.url).fragment == NEW
    expect(page.locator(f"#{NEW}")).to_be_in_viewport()

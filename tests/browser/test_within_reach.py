"""On a phone the page comes first: what one needs stands near, and warnings stay where they are."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.visit import Visits

pytestmark = pytest.mark.browser

SCREEN = 844  # of the phone that `visits` is
BANNER_MOST = 110
LISTS = ("emergency", "see-a-doctor", "see-someone")


def top(page: Page, selector: str) -> float:
    """How far down the page something stands."""
    script = "(element) => element.getBoundingClientRect().top + scrollY"
    found: float = page.locator(selector).first.evaluate(script)
    return found


def bottom(page: Page, name: str, role: str) -> float:
    box = page.get_by_role(role, name=name).first.bounding_box()  # type: ignore[arg-type]  # a role
    assert box is not None
    return box["y"] + box["height"]


def test_the_first_screen_belongs_to_the_page(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/")
    page.wait_for_load_state("networkidle")
    banner = page.locator(".md-banner").bounding_box()
    assert banner is not None
    assert banner["height"] <= BANNER_MOST
    expect(page.locator(".disclaimer")).to_be_in_viewport(ratio=1)
    assert bottom(page, "Go to the stretches", "link") < SCREEN
    assert bottom(page, "Start guided session", "button") < SCREEN
    assert bottom(page, "Print", "button") < SCREEN


def test_the_disclaimer_is_as_large_as_the_rest_on_paper(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/")
    page.emulate_media(media="print")
    size = "(element) => parseFloat(getComputedStyle(element).fontSize)"
    found = page.locator(".disclaimer").evaluate(size)
    assert found >= 16  # 12 points
    assert found == page.locator("#for-whom + ul").evaluate(size)


# In screens; each was about 1.4 more.
@pytest.mark.parametrize(("routine", "most"), [("sciatica", 3.5), ("daily-warm-up", 3.6)])
def test_the_first_stretch_is_near_and_all_signs_stand_before_it(
    visits: Visits, site_url: str, routine: str, most: float
) -> None:
    page = visits.look(f"{site_url}{routine}/")
    page.wait_for_load_state("networkidle")
    places = [top(page, f"#{name}") for name in LISTS]
    first = top(page, "details.stretch")
    assert first / SCREEN <= most
    assert places == sorted(places)
    assert places[-1] < first
    for name in LISTS:
        expect(page.locator(f"#{name} + ul > li").last).to_be_visible()


def test_nothing_stands_elsewhere_once_the_buttons_have_come(visits: Visits, site_url: str) -> None:
    waiting = visits.blank()
    waiting.route("**/js/main.js", lambda route: route.abort())
    waiting.goto(f"{site_url}sciatica/")
    whole = visits.look(f"{site_url}sciatica/")
    whole.wait_for_load_state("networkidle")
    places = ("h1", ".actions > a", "#for-whom", "#urgent-signs", "#main", "#main ~ .time")
    assert [top(waiting, place) for place in places] == [top(whole, place) for place in places]
    visits.expect_problem("Failed to load resource")


def test_the_button_on_the_first_screen_starts_the_first_part(
    visits: Visits, site_url: str
) -> None:
    page = visits.look(f"{site_url}sciatica/")
    press = page.locator(".actions").get_by_role("button", name="Start guided session")
    press.click()
    dialog = page.locator("dialog.session")
    expect(dialog.get_by_role("heading", name="Guided session: Sciatica stretches")).to_be_visible()
    expect(dialog.locator("input:checked ~ .named")).to_have_count(5)
    page.keyboard.press("Escape")
    expect(press).to_be_focused()


def test_where_a_session_cannot_load_the_first_screen_says_so(
    visits: Visits, site_url: str
) -> None:
    page = visits.open(f"{site_url}sciatica/")
    page.route("**/data/**", lambda route: route.abort())
    page.locator(".actions").get_by_role("button", name="Start guided session").click()
    expect(page.locator("[data-start] [role=status]")).to_contain_text("could not be loaded")
    visits.expect_problem("Failed to load resource")
    visits.expect_problem("the session did not open")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_link_to_one_stretch_leads_to_the_signs_first(
    visits: Visits, site_url: str, *, script: bool
) -> None:
    page = visits.open(f"{site_url}sciatica/#bedside-hip-stretch", java_script=script)
    block = page.locator("#bedside-hip-stretch")
    if not script:  # the browser opens no block by itself
        block.locator("summary").click()
    line = block.get_by_role("link", name="Read the warning signs first")
    expect(line).to_be_visible()
    line.click()
    expect(page.locator("#urgent-signs")).to_be_in_viewport()
    expect(line).to_be_hidden()
    assert page.get_by_role("link", name="Read the warning signs first").count() == 0


def test_a_link_to_a_test_within_a_stretch_does_too(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}sciatica/#thigh-test")
    expect(page.get_by_role("link", name="Read the warning signs first")).to_be_visible()


PATIENT = (
    *("Home", "Sciatica stretches", "Low back pain exercises", "Daily warm-up"),
    *("All stretches", "Diary"),
)
APART = ["Make a plan", "For clinicians", "For authors", "About", "Privacy"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [390, 1440], ids=["phone", "desktop"])
def test_the_menu_shows_a_patient_what_they_need_and_the_rest_apart(
    visits: Visits, site_url: str, width: int, *, script: bool
) -> None:
    page = visits.open(
        f"{site_url}sciatica/", java_script=script, viewport={"width": width, "height": SCREEN}
    )
    if width < 500:
        page.get_by_role("button", name="Menu").click()
    menu = page.locator("#menu")
    expect(menu).to_be_visible()
    first = menu.locator(":scope > ul > li > a").all_inner_texts()
    apart = menu.locator(":scope > ul > li > ul").get_by_role("link").all_inner_texts()
    assert (tuple(first), apart) == (PATIENT, APART)
    expect(menu.get_by_text("More", exact=True)).to_be_visible()

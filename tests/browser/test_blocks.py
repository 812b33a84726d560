"""An address opens its block, shows its title and puts the keyboard there."""

import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.visit import Visits, wait_until

pytestmark = pytest.mark.browser

QUAD, CALF = "details#quad-stretch", "details#calf-stretch"
TALL_PICTURE = 3000


def assert_shown(page: Page, block: str) -> None:
    """The block is open, its title stands just below the header, its summary has the focus."""
    expect(page.locator(block)).to_have_attribute("open", "")
    expect(page.locator(f"{block} > summary")).to_be_focused()
    wait_until(
        page,
        """(block) => {
            const title = document.querySelector(`${block} summary`).getBoundingClientRect()
            const header = document.querySelector(".md-header").getBoundingClientRect()
            return title.top >= header.bottom && title.top < header.bottom + 60
        }""",
        block,
    )


def answer_late(route: Route) -> None:
    time.sleep(0.5)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="{TALL_PICTURE}"/>'
    route.fulfill(body=svg, content_type="image/svg+xml")


def is_open(page: Page, block: str) -> bool:
    return page.locator(block).get_attribute("open") is not None


def test_an_address_opens_its_block_on_load(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}#calf-stretch")
    assert_shown(page, CALF)
    assert not is_open(page, QUAD)


def test_the_title_and_the_focus_stay_when_pictures_come_late(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.blank()
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
            const picture = new Image()
            picture.src = "late.svg"
            document.querySelector("main").prepend(picture)
        })"""
    )
    page.route("**/late.svg", answer_late)
    page.goto(f"{plain_pages}#calf-stretch")
    assert page.evaluate("document.images[0].height") == TALL_PICTURE
    assert_shown(page, CALF)


def test_a_click_opens_a_block(visits: Visits, plain_pages: str) -> None:
    page = visits.look(plain_pages)
    page.click("#to-quad")
    assert_shown(page, QUAD)


def test_a_second_click_on_the_same_link_opens_a_block_closed_since(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.look(plain_pages)
    page.click("#to-quad")
    assert_shown(page, QUAD)
    page.click(f"{QUAD} > summary")
    assert not is_open(page, QUAD)
    page.click("#to-quad")
    assert_shown(page, QUAD)


def test_a_second_click_leaves_no_second_step_in_the_history(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.look(plain_pages)
    page.click("#to-quad")
    steps = page.evaluate("history.length")
    page.click("#to-quad")
    assert page.evaluate("history.length") == steps


def test_a_changed_hash_opens_a_block(visits: Visits, plain_pages: str) -> None:
    page = visits.look(plain_pages)
    page.evaluate("location.hash = '#calf-stretch'")
    assert_shown(page, CALF)


def test_back_and_forward_go_from_block_to_block(visits: Visits, plain_pages: str) -> None:
    page = visits.look(plain_pages)
    page.click("#to-quad")
    page.click("#to-calf")
    assert_shown(page, CALF)
    page.click(f"{CALF} > summary")
    page.evaluate("document.querySelector('#quad-stretch').open = false")
    page.go_back()
    assert page.url.endswith("#quad-stretch")
    assert_shown(page, QUAD)
    page.go_forward()
    assert page.url.endswith("#calf-stretch")
    assert_shown(page, CALF)


def test_back_to_the_page_before_any_block(visits: Visits, plain_pages: str) -> None:
    page = visits.look(plain_pages)
    page.click("#to-quad")
    page.go_back()
    assert page.url == plain_pages


def test_an_anchor_inside_a_closed_block_opens_it(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}#thigh-test")
    expect(page.locator(CALF)).to_have_attribute("open", "")
    expect(page.locator("#thigh-test")).to_be_in_viewport()
    expect(page.locator("#thigh-test")).to_be_focused()


def test_the_keyboard_goes_on_from_the_block(visits: Visits, plain_pages: str) -> None:
    page = visits.look(plain_pages)
    page.focus("#to-calf")
    page.keyboard.press("Enter")
    assert_shown(page, CALF)
    page.keyboard.press("Tab")
    expect(page.locator(f"{CALF} [data-copy-link] button")).to_be_focused()


def test_an_address_of_a_tab_or_of_something_in_one_shows_it(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.look(f"{plain_pages}#__tabbed_1_2")
    expect(page.locator("#__tabbed_1_2")).to_be_checked()
    page = visits.open(f"{plain_pages}#in-a-tab")
    expect(page.get_by_text("With a bed.")).to_be_in_viewport()
    expect(page.locator("#in-a-tab")).to_be_focused()
    expect(page.get_by_text("With a chair.")).to_be_hidden()


def test_an_id_beyond_ascii(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}#s%C3%B6hne")
    expect(page.locator("details[id='söhne']")).to_have_attribute("open", "")


@pytest.mark.parametrize("strange", ["#%E0%A4%A", "#", "#no-such-block", "#plain-target"])
def test_a_hash_that_is_no_block_disturbs_nothing(
    visits: Visits, plain_pages: str, strange: str
) -> None:
    page = visits.look(plain_pages + strange)
    wait_until(page, "document.querySelector('[data-open-all] + .actions')")
    assert page.locator("details[open]").count() == 0


def test_a_link_meant_for_a_new_tab_is_left_alone(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}#quad-stretch")
    with page.context.expect_page() as opened:
        page.click("#to-quad", modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith("#quad-stretch")


def test_an_old_anchor_leads_to_the_new_one(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}#old-quad")
    assert_shown(page, QUAD)
    assert page.url == f"{plain_pages}#quad-stretch"


def test_an_old_anchor_leaves_no_step_in_the_history(visits: Visits, plain_pages: str) -> None:
    page = visits.look(plain_pages)
    page.click("#to-old")
    assert_shown(page, QUAD)
    page.go_back()
    assert page.url == plain_pages


def test_an_old_anchor_leads_to_another_page(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}#old-page")
    page.wait_for_url(f"{plain_pages}moved/#calf-stretch")
    assert_shown(page, CALF)


def test_an_old_anchor_never_leads_to_another_site(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}#elsewhere")
    wait_until(page, "document.querySelector('[data-open-all] + .actions')")
    assert page.url == f"{plain_pages}#elsewhere"


def test_open_all_and_close_all(visits: Visits, plain_pages: str) -> None:
    page = visits.look(plain_pages)
    page.get_by_role("button", name="Open all").click()
    assert page.locator("details.stretch:not([open])").count() == 0
    expect(page.get_by_role("status").filter(has_text="All stretches are open")).to_have_count(1)
    page.get_by_role("button", name="Close all").click()
    assert page.locator("details.stretch[open]").count() == 0
    expect(page.get_by_role("status").filter(has_text="All stretches are closed")).to_have_count(1)


def test_closing_all_keeps_the_focus_on_the_button(visits: Visits, plain_pages: str) -> None:
    page = visits.look(plain_pages)
    button = page.get_by_role("button", name="Close all")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_be_focused()


def test_without_script_the_block_is_reached_and_no_dead_button_shown(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.open(f"{plain_pages}#calf-stretch", java_script=False)
    expect(page.locator(f"{CALF} > summary")).to_be_in_viewport()
    assert page.locator("button").count() == 0
    page.click(f"{CALF} > summary")
    expect(page.locator("#thigh-test")).to_be_visible()


@pytest.mark.parametrize(
    "hash_",
    [
        *("calf-stretch.", "calf-stretch)", "(calf-stretch),", "Calf-Stretch", "CALF-STRETCH!"),
        *("calf%252Dstretch", "calf-stretch%2E", "calf-stretch%3", "<calf-stretch>"),
        "“calf-stretch”",
    ],
)
def test_a_link_with_damage_from_mail_opens_what_was_meant(
    visits: Visits, plain_pages: str, hash_: str
) -> None:
    page = visits.look(f"{plain_pages}#{hash_}")
    assert_shown(page, CALF)
    assert page.url == f"{plain_pages}#calf-stretch"


def test_a_link_to_what_is_not_there_says_what_it_was(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}#<b>wall</b>-stretch%2")
    expect(page.locator(".link-missing")).to_have_text("No b>wall</b>-stretch here")
    expect(page.locator(".link-missing")).to_be_focused()
    page.evaluate("location.hash = 'quad-stretch'")
    assert_shown(page, QUAD)
    expect(page.locator(".link-missing")).to_have_count(0)

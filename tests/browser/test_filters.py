"""Filters narrow the list, live in the address and fetch the rest of a long list."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.visit import Visits

pytestmark = pytest.mark.browser

STATUS = "[data-filter-status]"


def shown(page: Page) -> list[str]:
    return page.locator(".stretch-list > ul > li:visible").all_inner_texts()


def test_without_a_choice_all_are_shown(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/")
    expect(page.locator(STATUS)).to_have_text("3 stretches")
    assert shown(page) == ["quad", "bridge", "calf"]
    expect(page.locator(".plain-lists")).to_be_hidden()


def test_choices_narrow_the_list_together(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/")
    page.select_option("[name=area]", "hips")
    expect(page.locator(STATUS)).to_have_text("2 stretches")
    page.select_option("[name=position]", "lying")
    expect(page.locator(STATUS)).to_have_text("1 stretch")
    assert shown(page) == ["bridge"]


def test_one_of_several_values_fits(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/")
    page.select_option("[name=equipment]", "chair")
    expect(page.locator(STATUS)).to_have_text("2 stretches")
    assert shown(page) == ["quad", "bridge"]


def test_nothing_fits(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/?area=calf&position=lying")
    expect(page.locator(STATUS)).to_have_text("No stretch fits. Choose fewer filters.")
    assert shown(page) == []


def test_a_choice_stands_in_the_address_beside_what_was_there(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.look(f"{plain_pages}short-list/?h=hip#top")
    steps = page.evaluate("history.length")
    page.select_option("[name=area]", "hips")
    assert page.url == f"{plain_pages}short-list/?h=hip&area=hips#top"
    page.select_option("[name=area]", "")
    assert page.url == f"{plain_pages}short-list/?h=hip#top"
    assert page.evaluate("history.length") == steps


def test_an_address_restores_its_filters(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/?area=hips&equipment=bed")
    expect(page.locator(STATUS)).to_have_text("1 stretch")
    expect(page.locator("[name=area]")).to_have_value("hips")
    page.reload()
    expect(page.locator("[name=equipment]")).to_have_value("bed")
    assert shown(page) == ["bridge"]


def test_filters_are_as_left_when_one_comes_back(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/")
    page.select_option("[name=position]", "lying")
    page.goto(plain_pages)
    page.go_back()
    expect(page.locator("[name=position]")).to_have_value("lying")
    assert shown(page) == ["bridge"]


def test_an_old_link_with_a_value_that_is_gone(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/?area=wings")
    expect(page.locator(STATUS)).to_have_text("3 stretches")
    expect(page.locator("[name=area]")).to_have_value("")


def test_reset_shows_all_again(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/?area=hips")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(STATUS)).to_have_text("3 stretches")
    expect(page.locator("[name=area]")).to_have_value("")
    assert page.url == f"{plain_pages}short-list/"


def test_the_keyboard_is_enough(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}short-list/")
    expect(page.locator("form")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("[name=position]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert shown(page) == ["bridge"]
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text("3 stretches")


def test_a_long_list_is_counted_only_when_it_is_whole(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}stretches/")
    expect(page.locator(STATUS)).to_have_text("The first 3 stretches")
    expect(page.get_by_text("More stretches")).to_be_visible()


def test_a_choice_brings_what_fits_from_the_other_pages_of_a_long_list(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.look(f"{plain_pages}stretches/")
    page.select_option("[name=area]", "hips")
    expect(page.locator(STATUS)).to_have_text("4 stretches")
    assert shown(page) == ["quad", "bridge", "hip-two", "hip-three"]
    expect(page.get_by_text("More stretches")).to_be_hidden()
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(STATUS)).to_have_text("The first 3 stretches")
    assert shown(page) == ["quad", "bridge", "calf"]
    expect(page.get_by_text("More stretches")).to_be_visible()


def test_links_from_the_following_pages_lead_to_the_right_place(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.look(f"{plain_pages}stretches/?area=hips")
    link = page.get_by_role("link", name="hip-three")
    assert link.evaluate("link => link.href") == f"{plain_pages}hip-three/"


def test_choices_made_while_the_rest_is_fetched_count(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}stretches/")
    expect(page.locator("form")).to_be_visible()
    page.evaluate(
        """() => {
            const choices = [["area", "calf"], ["area", "hips"], ["equipment", "bed"]]
            for (const [name, value] of choices) {
                const select = document.querySelector(`[name=${name}]`)
                select.value = value
                select.dispatchEvent(new Event("change", { bubbles: true }))
            }
        }"""
    )
    expect(page.locator(STATUS)).to_have_text("2 stretches")
    assert shown(page) == ["bridge", "hip-three"]


def test_a_page_that_does_not_come_is_said_and_tried_again(
    visits: Visits, plain_pages: str
) -> None:
    page = visits.open(f"{plain_pages}stretches/")
    page.route("**/page-3/", lambda route: route.abort())
    page.select_option("[name=area]", "hips")
    expect(page.locator(STATUS)).to_have_text("The rest of the list could not be loaded.")
    assert shown(page) == ["quad", "bridge"]
    expect(page.get_by_text("More stretches")).to_be_visible()
    visits.expect_problem("ERR_FAILED")
    page.unroute("**/page-3/")
    page.select_option("[name=position]", "standing")
    expect(page.locator(STATUS)).to_have_text("2 stretches")
    assert shown(page) == ["quad", "hip-three"]


def test_without_script_there_are_plain_lists_and_no_form(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}short-list/?area=hips", java_script=False)
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator(".plain-lists")).to_be_visible()
    assert shown(page) == ["quad", "bridge", "calf"]

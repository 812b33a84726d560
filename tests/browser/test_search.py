"""Search: by any word a reader may know, by keyboard, and nothing fetched before it is used."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import ServeSite
from tests.support.visit import Visits

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visits: Visits, site_url: str) -> Page:
    return visits.look(f"{site_url}sciatica/")


@pytest.fixture
def own_page(visits: Visits, site_url: str) -> Page:
    """For whoever answers in place of the host, or counts what it is asked."""
    return visits.open(f"{site_url}sciatica/")


def open_search(page: Page) -> None:
    page.wait_for_load_state("networkidle")  # the module that answers the button has come
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("searchbox")).to_be_focused()


QUESTIONS = {
    "name": ("bridge", "Bridge"),
    "other name": ("glute bridge", "Bridge"),
    "beginning of a word": ("butterf", "Lying butterfly stretch"),
    "everyday word for a body part": ("tummy", "Pelvic tilt"),
    "muscle": ("piriformis", "Bedside hip stretch"),
    "equipment": ("chair", "Seated twist"),
    "routine": ("sciatica", "Sciatica stretches"),
    "no apostrophe": ("childs pose", "Child's pose"),
    "slip of a finger": ("siatica", "Sciatica stretches"),
    "whole sentence": ("how do I stretch my bum", "Bedside hip stretch"),
    "page": ("privacy", "Privacy"),
}


def test_it_finds_what_readers_ask_for(page: Page) -> None:
    open_search(page)
    for kind, (question, expected) in QUESTIONS.items():
        page.get_by_role("searchbox").fill(question)
        result = page.locator("[data-search-results] a").get_by_text(expected, exact=True)
        expect(result, kind).to_have_count(1)


def test_the_index_is_fetched_when_search_opens_and_once(own_page: Page) -> None:
    asked: list[str] = []
    own_page.on("request", lambda request: asked.append(request.url))
    own_page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith("search.json")] == []
    for word in ("hip", "knee"):
        open_search(own_page)
        own_page.keyboard.type(word)
        expect(own_page.locator("[data-search-results] li").first).to_be_visible()
        own_page.get_by_role("button", name="Close", exact=True).click()
    assert len([url for url in asked if url.endswith("search.json")]) == 1


def test_the_keyboard_goes_through_the_results_and_back(page: Page) -> None:
    open_search(page)
    page.get_by_role("searchbox").fill("knee")  # at once: each letter makes the list anew
    results = page.locator("[data-search-results] a")
    expect(results.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")  # the first may only empty the field
    expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_enter_goes_to_the_best_result(page: Page, site_url: str) -> None:
    open_search(page)
    page.keyboard.type("cat stretch")
    expect(page.locator("[data-search-results] a").first).to_have_text("Cat stretch")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}stretches/cat-stretch/")


def test_the_number_of_results_is_said(page: Page) -> None:
    open_search(page)
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text("")
    page.keyboard.type("bridge")
    expect(status).to_have_text("1 result")
    page.get_by_role("searchbox").fill("xylophone")
    expect(status).to_contain_text("Nothing on this site has all of these words")
    routines = page.get_by_role("dialog").get_by_role("link", name="Routines", exact=True)
    expect(routines).to_have_attribute("href", re.compile("#routines$"))


def test_what_a_condition_rules_out_comes_first_and_is_no_result(
    page: Page,
) -> None:
    open_search(page)
    page.keyboard.type("hip replacement stretches")
    found = page.locator("[data-search-results]")
    headings = found.get_by_role("heading")
    expect(headings).to_have_text(
        [re.compile("leave out$"), re.compile("ask first$"), re.compile("take care")]
    )
    left_out = found.locator("ul").first
    expect(left_out).to_contain_text("Knee to chest If you have a hip replacement, do not bend")
    results = found.locator("ul").last
    expect(results.locator("a").first).to_have_text("Sciatica stretches")
    expect(results.get_by_text("Knee to chest", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Hip replacement: all other stretches").click()
    expect(page.locator("[name=without]")).to_have_value("hip-replacement")
    expect(page.locator(".stretch-list li", has_text="Knee to chest")).to_be_hidden()
    expect(page.locator("[data-left-out]")).to_contain_text("Knee to chest")
    assert "hip-replacement" not in page.url.partition("#")[0]


def test_enter_never_goes_to_what_is_ruled_out(page: Page, site_url: str) -> None:
    open_search(page)
    page.keyboard.type("hip replacement")
    expect(page.locator("[data-search-results] h2").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.get_by_role("searchbox").fill("hip replacement bridge")
    expect(page.locator("[data-search-results] > ul:last-child a").first).to_have_text("Bridge")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}stretches/bridge/")


def test_a_result_shows_its_caution(page: Page) -> None:
    open_search(page)
    page.keyboard.type("butterfly")
    result = page.locator("[data-search-results] li").first
    expect(result.locator(".care")).to_contain_text("hip replacement")


def test_links_are_right_on_every_depth_and_below_a_path(
    visits: Visits, serve_site: ServeSite, site: Path
) -> None:
    base = serve_site(site, "/repo/")
    for address in ("", "stretches/cat-stretch/"):
        page = visits.open(base + address)
        open_search(page)
        page.keyboard.type("bridge")
        link = page.locator("[data-search-results] a").first
        expect(link).to_have_attribute("href", f"{base}stretches/bridge/")


def test_it_says_so_when_the_index_does_not_arrive_and_tries_again(
    visits: Visits, own_page: Page
) -> None:
    def fail(route: Route) -> None:
        route.fulfill(status=503)

    own_page.route("**/search.json", fail)
    open_search(own_page)
    status = own_page.get_by_role("dialog").get_by_role("status")
    expect(status).to_contain_text("could not be loaded")
    visits.expect_problem("503")
    own_page.unroute("**/search.json")
    own_page.keyboard.type("bridge")
    expect(status).to_have_text("1 result")
    visits.problems.clear()


def test_what_is_typed_stays_text(own_page: Page) -> None:
    limit = {"condition": "x", "means": "leave-out", "text": "<img src=x>", "by_position": False}
    own_page.route(
        "**/search.json",
        lambda route: route.fulfill(
            json={
                "count": 1,
                "a_part": 20,
                "parts": {
                    "entries-0": [
                        {
                            "address": "/x/",
                            "name": "<img src=x onerror=alert(1)> hip",
                            "summary": "{{ 7*7 }} `code`",
                            "limits": [limit],
                            "stretch": None,
                        }
                    ],
                    "vocabulary": {"words": "hip", "parts": [1]},
                    "words-0": [{"8": [0]}],
                    "limits-x": {"leave-out": [0]},
                },
                "conditions": [{"id": "x", "name": "<b>Hip</b>", "also": []}],
                "words": {
                    "fillers": "",
                    "leave-out": "{condition}",
                    "only_ours": "",
                    "the_rest": "",
                },
            }
        ),
    )
    open_search(own_page)
    own_page.keyboard.type("hip")
    expect(own_page.locator("[data-search-results] a").first).to_have_text(
        "<img src=x onerror=alert(1)> hip"
    )
    own_page.get_by_role("searchbox").fill("b hip b")
    expect(own_page.get_by_role("heading", name="<b>Hip</b>")).to_be_visible()
    assert own_page.locator("[data-search-results] img").count() == 0

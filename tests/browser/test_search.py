"""Search: by any word a reader may know, by keyboard, and nothing fetched before it is used."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import ServeSite
from tests.support.visit import Visits

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visits: Visits, site_url: str) -> Page:
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
    "whole sentence": ("what helps my knee to chest", "Knee to chest"),
    "page": ("privacy", "Privacy"),
}


def test_it_finds_what_readers_ask_for(page: Page) -> None:
    open_search(page)
    for kind, (question, expected) in QUESTIONS.items():
        page.get_by_role("searchbox").fill(question)
        results = page.locator("[data-search-results] a")
        expect(results.filter(has_text=expected), kind).to_have_count(1)


def test_the_index_is_fetched_when_search_opens_and_once(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith("search.json")] == []
    for word in ("hip", "knee"):
        open_search(page)
        page.keyboard.type(word)
        expect(page.locator("[data-search-results] li").first).to_be_visible()
        page.get_by_role("button", name="Close", exact=True).click()
    assert len([url for url in asked if url.endswith("search.json")]) == 1


def test_the_keyboard_goes_through_the_results_and_back(page: Page) -> None:
    open_search(page)
    page.keyboard.type("knee")
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
    expect(status).to_contain_text("Nothing found")


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
    visits: Visits, page: Page
) -> None:
    def fail(route: Route) -> None:
        route.fulfill(status=503)

    page.route("**/search.json", fail)
    open_search(page)
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_contain_text("could not be loaded")
    visits.expect_problem("503")
    page.unroute("**/search.json")
    page.keyboard.type("bridge")
    expect(status).to_have_text("1 result")
    visits.problems.clear()


def test_what_is_typed_stays_text(page: Page) -> None:
    page.route(
        "**/search.json",
        lambda route: route.fulfill(
            json={
                "entries": [
                    {
                        "address": "/x/",
                        "name": "<img src=x onerror=alert(1)> hip",
                        "summary": "{{ 7*7 }} `code`",
                        "other_names": [],
                        "search_words": [],
                    }
                ]
            }
        ),
    )
    open_search(page)
    page.keyboard.type("hip")
    expect(page.locator("[data-search-results] a")).to_have_text("<img src=x onerror=alert(1)> hip")
    assert page.locator("[data-search-results] img").count() == 0

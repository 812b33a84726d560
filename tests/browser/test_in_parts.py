"""A large library: its index comes in parts, and one that does not come is said and tried again."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.conftest import ServeSite
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

ENTRIES_A_PART = 4
WORDS_A_PART = 40
RULED_OUT = "cannot-get-to-floor"  # here by every stretch, so that it is a long list
RESULTS = "[data-search-results] > ul:last-of-type > li"


@pytest.fixture(scope="module")
def parted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as it would be with a large library: the same index, in small parts."""
    copy = tmp_path_factory.mktemp("parted") / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("*.gz", "handouts", "downloads"))
    index = json.loads((copy / "data/search.json").read_text("utf-8"))
    parts = index.pop("parts")
    parts |= divided("entries", joined("entries", parts), ENTRIES_A_PART)
    words = divided("words", joined("words", parts), WORDS_A_PART)
    parts["vocabulary"]["parts"] = [len(part) for part in words.values()]
    every = [index["first_stretch"], 1 - index["stretches"]]
    parts[f"limits-{RULED_OUT}"] = {"leave-out": every, "ask-first": [], "adapt": []}
    index |= {"a_part": ENTRIES_A_PART, "parts": {}}
    plan = json.loads((copy / "data/plan.json").read_text("utf-8"))
    ids = sorted(plan["names"])
    named = [{id_: plan["names"][id_] for id_ in ids[at : at + 7]} for at in range(0, len(ids), 7)]
    plan |= {"names": {}, "name_parts": [min(names) for names in named]}
    files = {"search": index, "plan": plan}
    files |= {f"search/{name}": part for name, part in (parts | words).items()}
    files |= {f"names/{at}": {"names": x, "untranslated": {}} for at, x in enumerate(named)}
    for name, content in files.items():
        target = copy / f"data/{name}.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(content), "utf-8")
    return copy


def joined(kind: str, parts: dict[str, Any]) -> list[Any]:
    count = sum(name.startswith(f"{kind}-") for name in parts)
    return [item for at in range(count) for item in parts.pop(f"{kind}-{at}")]


def divided(kind: str, items: list[Any], size: int) -> dict[str, list[Any]]:
    starts = range(0, len(items), size)
    return {f"{kind}-{at // size}": items[at : at + size] for at in starts}


@pytest.fixture
def page(visits: Visits, serve_site: ServeSite, parted: Path) -> Page:
    return visits.open(f"{serve_site(parted)}sciatica/")


@pytest.fixture
def builder(visits: Visits, serve_site: ServeSite, parted: Path) -> Page:
    return visits.open(f"{serve_site(parted)}plan/")


def ask(page: Page, question: str) -> None:
    if not page.get_by_role("dialog").is_visible():
        page.wait_for_load_state("networkidle")
        page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill(question)


def fail(route: Route) -> None:
    route.fulfill(status=503)


def test_a_question_fetches_the_parts_that_it_needs(page: Page, parted: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(part_of(request)))
    ask(page, "bridge")
    expect(page.locator(f"{RESULTS} a").first).to_have_text("Bridge")
    page.wait_for_load_state("networkidle")
    fetched = {name for name in asked if name}
    assert "vocabulary" in fetched
    assert len(fetched) < len(list((parted / "data/search").iterdir())) / 3
    assert len(fetched) == len([name for name in asked if name])  # each once


def part_of(request: Request) -> str:
    _, found, name = request.url.partition("/data/search/")
    return name.removesuffix(".json") if found else ""


def test_a_part_that_does_not_come_is_said_and_tried_again(visits: Visits, page: Page) -> None:
    status = page.get_by_role("dialog").get_by_role("status")
    ask(page, "bridge")
    expect(status).to_have_text("1 result")
    page.route("**/data/search/words-*.json", fail)
    ask(page, "chair twist")
    expect(status).to_contain_text("could not be loaded")
    expect(page.locator("[data-search-results] li")).to_have_count(0)  # nothing of another question
    visits.expect_problem("503")
    page.unroute("**/data/search/words-*.json")
    ask(page, "chair twist ")
    ask(page, "chair twis")
    expect(page.locator(f"{RESULTS} a").first).to_have_text("Seated twist")
    visits.problems.clear()


def test_nothing_is_shown_where_it_is_not_known_what_a_condition_rules_out(
    visits: Visits, page: Page
) -> None:
    page.route("**/data/search/limits-*.json", fail)
    ask(page, "hip replacement bridge")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("could not be loaded")
    expect(page.locator("[data-search-results] li")).to_have_count(0)
    visits.expect_problem("503")
    page.unroute("**/data/search/limits-*.json")
    ask(page, "hip replacement knee")
    expect(page.get_by_role("heading", name="leave out")).to_be_visible()
    visits.problems.clear()


def test_a_long_list_of_what_is_left_out_is_shown_to_its_end(page: Page, parted: Path) -> None:
    count = json.loads((parted / "data/search.json").read_text("utf-8"))["stretches"]
    ask(page, "cannot get down to the floor")
    left_out = page.locator("[data-search-results] > ul").first.locator("li")
    for shown in range(8, count, 8):
        expect(left_out).to_have_count(shown)
        page.get_by_role("button", name=f"Show more ({count - shown})").click()
        expect(left_out.nth(shown).get_by_role("link")).to_be_focused()
    expect(left_out).to_have_count(count)
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_a_plan_is_made_from_parts(builder: Page) -> None:
    choices = builder.locator(".plan-choices li")
    expect(choices.first).to_be_visible()
    builder.get_by_role("searchbox", name="Find by name").fill("bridge")
    expect(choices).to_have_count(1)
    choices.get_by_role("button").click()
    expect(builder.locator(".plan-step strong").first).to_have_text("1. Bridge")
    builder.reload()
    expect(builder.locator(".plan-step strong").first).to_have_text("1. Bridge")


def test_a_stretch_that_does_not_come_is_not_added_and_that_is_said(
    visits: Visits, builder: Page
) -> None:
    builder.route("**/data/stretches/bridge.json", fail)
    builder.get_by_role("searchbox", name="Find by name").fill("bridge")
    choice = builder.locator(".plan-choices button")
    expect(choice).to_have_count(1)
    choice.click()
    expect(builder.locator(".plan-chosen > .plan-status")).to_contain_text("could not be loaded")
    expect(builder.locator(".plan-step")).to_have_count(0)
    visits.expect_problem("503")
    builder.unroute("**/data/stretches/bridge.json")
    choice.click()
    expect(builder.locator(".plan-step")).to_have_count(1)
    visits.problems.clear()

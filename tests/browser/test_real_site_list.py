"""The list of all stretches: each choice shows what the content says, and nothing else."""

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from stretchbook.model import Exercise
from tests.support.content import real_library
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

STATUS = "[data-filter-status]"


def shown(page: Page) -> set[str]:
    """The ids of the stretches that stand in the list."""
    links = page.locator(".stretch-list > ul > li:visible a")
    addresses: list[str] = links.evaluate_all("all => all.map((link) => link.href)")
    return {address.rstrip("/").rpartition("/")[2] for address in addresses}


def values(name: str, exercise: Exercise) -> set[str]:
    """What the content says of a stretch, by the name of the filter."""
    library = real_library()
    used = {
        routine.id
        for routine in library.routines.values()
        for section in routine.sections
        if exercise.id in {step.exercise for step in section.steps}
    }
    known: dict[str, set[str]] = {
        "position": {str(exercise.position)},
        "equipment": set(exercise.equipment) or {"none"},
        "area": set(exercise.areas),
        "routine": used,
    }
    return known[name]


def expected(**chosen: str) -> set[str]:
    return {
        exercise.id
        for exercise in real_library().exercises.values()
        if all(value in values(name, exercise) for name, value in chosen.items())
    }


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"select[name={name}]").select_option(value)


def test_each_choice_shows_what_the_content_says(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}stretches/")
    expect(page.locator(STATUS)).to_have_text("20 stretches")
    for name in ("position", "equipment", "area", "routine"):
        options = page.locator(f"select[name={name}] option:not([value=''])")
        offered = [
            value for value in options.evaluate_all("all => all.map((o) => o.value)") if value
        ]
        for value in offered:
            choose(page, name, value)
            assert shown(page) == expected(**{name: value}), f"{name}={value}"
        choose(page, name, "")
        covered = set().union(*(values(name, e) for e in real_library().exercises.values()))
        assert covered <= set(offered)
    assert len(shown(page)) == 20


def test_two_choices_together(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}stretches/")
    expect(page.locator(STATUS)).to_have_text("20 stretches")
    for position, area in product(("supine", "standing"), ("buttocks", "calves")):
        choose(page, "position", position)
        choose(page, "area", area)
        found = expected(position=position, area=area)
        assert shown(page) == found
        said = {0: "No stretch fits. Choose fewer filters.", 1: "1 stretch"}
        expect(page.locator(STATUS)).to_have_text(said.get(len(found), f"{len(found)} stretches"))


def test_a_shared_choice_opens_as_it_was_made(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}clinicians/")
    page.get_by_role("link", name="stretches that are done standing").click()
    expect(page.locator("select[name=position]")).to_have_value("standing")
    expect(page.locator(STATUS)).to_have_text(f"{len(expected(position='standing'))} stretches")
    assert shown(page) == expected(position="standing")
    page.get_by_role("button", name="Show all").click()
    assert page.url == f"{site_url}stretches/"


def test_the_keyboard_chooses_and_goes_to_a_stretch(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}stretches/")
    expect(page.locator(STATUS)).to_have_text("20 stretches")
    page.locator("select[name=position]").focus()
    page.keyboard.type("On hands")
    assert shown(page) == expected(position="all-fours")
    for _ in range(5):  # three selects, the button, and the first stretch
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}stretches/cat-stretch/")
    page.go_back()
    expect(page.locator("select[name=position]")).to_have_value("all-fours")


def test_without_script_plain_lists_say_the_same(visits: Visits, site_url: str) -> None:
    page = visits.open(f"{site_url}stretches/", java_script=False)
    expect(page.locator("form[data-filters]")).to_be_hidden()
    plain = page.locator(".plain-lists")
    expect(plain).to_be_visible()
    labels = {
        "Part of the body": ("area", "Hips", "hips"),
        "Position": ("position", "Sitting", "sitting"),
        "You need": ("equipment", "Chair", "chair"),
        "Routine": ("routine", "Daily warm-up", "daily-warm-up"),
    }
    for heading, (name, label, value) in labels.items():
        expect(plain.get_by_role("heading", name=heading)).to_be_visible()
        choice = plain.locator("li").filter(has=page.get_by_text(label, exact=True)).first
        addresses: list[str] = choice.locator("a").evaluate_all("all => all.map((a) => a.href)")
        found = {address.rstrip("/").rpartition("/")[2] for address in addresses}
        assert found == expected(**{name: value})


def test_what_a_reader_has_leaves_stretches_out_and_says_why(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}stretches/")
    page.select_option("[name=without]", "cannot-kneel")
    expect(page.locator(".stretch-list li", has_text="Cat stretch")).to_be_hidden()
    expect(page.locator(".stretch-list li", has_text="Bridge")).to_be_visible()
    left_out = page.locator("[data-left-out]")
    expect(left_out.get_by_role("heading")).to_have_text("Cannot kneel: stretches to leave out")
    expect(left_out).to_contain_text("Cat stretch You are on your knees for this one.")
    assert page.url == f"{site_url}stretches/#without=cannot-kneel"  # no server is told
    page.reload()
    expect(left_out.get_by_role("heading")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(left_out).to_be_empty()
    expect(page.locator(".stretch-list li", has_text="Cat stretch")).to_be_visible()

"""Stretches added to a plan from any page, kept on the device until it is handed over or empty."""

import re

import pytest
from playwright.sync_api import Page, expect

from stretchbook.plans import decode
from tests.support.axe import violations
from tests.support.visit import Visits, wait_until

pytestmark = pytest.mark.browser

DRAFT = "localStorage.getItem('stretchbook.plan.draft')"
# Buttons of the list, and how many lines of the words beside them reach below them
COVERED = """() => [...document.querySelectorAll(".stretch-list li")].flatMap((item) => {
    const button = item.querySelector(".add-to-plan").getBoundingClientRect()
    const words = document.createRange()
    words.selectNodeContents(item.querySelector("a"))
    const lines = [...words.getClientRects()].filter((line) => line.height < button.height)
    const covered = lines.filter((line) =>
        line.right > button.left && line.left < button.right && line.bottom > button.top &&
        line.top < button.bottom)
    return lines.length > 1 && covered.length === 0 ? [] : [item.textContent]
})"""


def kept(page: Page) -> list[tuple[str, float | None]]:
    """Each stretch of the plan on the device, with how long to hold it."""
    steps = decode(page.evaluate(DRAFT) or "").plan.steps
    return [(step.exercise, step.dose.hold_seconds if step.dose else None) for step in steps]


def test_each_page_adds_its_stretch_with_the_dose_that_it_shows(
    visits: Visits, site_url: str
) -> None:
    page = visits.look(f"{site_url}stretches/bridge/")
    bar = page.locator(".plan-bar")
    expect(bar).to_be_hidden()
    page.get_by_role("button", name="Add to plan").click()
    expect(bar).to_contain_text("Your plan has 1 stretch.")
    page.goto(f"{site_url}stretches/")
    page.get_by_role("button", name="Add to plan: Knee rolls").click()
    expect(bar).to_contain_text("Your plan has 2 stretches.")
    expect(page).to_have_url(f"{site_url}stretches/")  # the card is a link, and its button is not
    page.goto(f"{site_url}sciatica/#legs-up-knee-squeeze")
    page.locator("#legs-up-knee-squeeze").get_by_role("button", name="Add to plan").click()
    expect(bar).to_contain_text("Your plan has 3 stretches.")
    assert violations(page) == []
    assert kept(page) == [("bridge", 5), ("knee-rolls", 2), ("legs-up-knee-squeeze", 2)]
    page.get_by_role("link", name="Open the plan").click()
    expect(page.locator(".plan-step")).to_have_count(3)
    expect(page.get_by_role("button", name="QR code")).to_be_visible()


@pytest.mark.parametrize("size", ["100", "150"])
@pytest.mark.parametrize("home", ["", "es/", "ar/"], ids=["en", "es", "ar"])
def test_no_words_of_a_list_lie_under_its_buttons(
    visits: Visits, site_url: str, home: str, size: str
) -> None:
    page = visits.look(f"{site_url}{home}stretches/", viewport={"width": 390, "height": 844})
    page.evaluate("size => (document.documentElement.dataset.textSize = size)", size)
    expect(page.locator(".stretch-list .add-to-plan").first).to_be_visible()
    assert page.evaluate(COVERED) == []


def test_a_second_press_takes_it_out_again(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}stretches/bridge/")
    press = page.get_by_role("button", name="Add to plan")
    press.click()
    expect(press).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(press).to_have_attribute("aria-pressed", "true")
    press.click()
    expect(press).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".plan-bar")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_one_plan_on_all_pages_also_on_the_way_back(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/")
    page.locator(".plan-choices button", has_text="Bridge").click()
    expect(page).to_have_url(re.compile("#1/made:[0-9]{8}/bridge/end"))
    page.goto(f"{site_url}stretches/knee-rolls/")
    page.get_by_role("button", name="Add to plan").click()
    expect(page.locator(".plan-bar")).to_contain_text("2 stretches")
    page.go_back()
    expect(page.locator(".plan-step strong")).to_have_text(["1. Bridge", "2. Knee rolls"])
    expect(page).to_have_url(re.compile("knee-rolls"))  # a browser that reloads meanwhile forgets
    page.reload()
    expect(page.locator(".plan-step")).to_have_count(2)


def test_what_is_handed_over_is_kept_no_longer(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/")
    page.locator(".plan-choices button", has_text="Bridge").click()
    page.get_by_label("Note above the stretches").fill("Slowly")
    assert kept(page) == [("bridge", None)]
    page.get_by_role("button", name="Copy as text").click()  # a record is for oneself
    assert kept(page) == [("bridge", None)]
    page.get_by_role("button", name="QR code").click()
    assert page.evaluate(DRAFT) is None
    page.get_by_role("button", name="Close", exact=True).click()
    page.reload()
    expect(page.locator(".plan-step")).to_have_count(1)  # its address holds it
    assert page.get_by_label("Note above the stretches").input_value() == "Slowly"
    assert page.evaluate(DRAFT) is None
    page.goto(f"{site_url}stretches/knee-rolls/")
    page.get_by_role("button", name="Add to plan").click()  # for the next patient
    expect(page.locator(".plan-bar")).to_contain_text("1 stretch")
    assert kept(page) == [("knee-rolls", 2)]


def test_the_plan_of_a_link_is_no_draft_until_it_is_changed(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}stretches/bridge/")
    page.get_by_role("button", name="Add to plan").click()
    expect(page.locator(".plan-bar")).to_be_visible()
    page.goto(f"{site_url}plan/#1/knee-rolls/pelvic-tilt/end:4be6")
    page.get_by_role("button", name="Change this plan").click()
    expect(page.locator(".plan-step")).to_have_count(2)
    assert kept(page) == [("bridge", 5)]
    page.reload()
    expect(page.locator(".plan-step")).to_have_count(2)
    page.get_by_role("button", name="Remove Knee rolls").click()
    assert kept(page) == [("pelvic-tilt", None)]


@pytest.mark.parametrize("kept_before", ["", "1/", "nonsense", "1/bridge/end:0000", "1/UPPER.x/x"])
def test_a_spoiled_draft_does_no_harm(visits: Visits, site_url: str, kept_before: str) -> None:
    page = visits.look(f"{site_url}stretches/knee-rolls/")
    page.evaluate("(text) => localStorage.setItem('stretchbook.plan.draft', text)", kept_before)
    page.reload()
    page.get_by_role("button", name="Add to plan").click()
    expect(page.locator(".plan-bar")).to_be_visible()  # with some drafts before the press
    wait_until(page, "localStorage.getItem('stretchbook.plan.draft').includes('knee-rolls')")
    assert kept(page)[-1] == ("knee-rolls", 2)


def test_sharing_says_all_that_a_mail_says(visits: Visits, site_url: str) -> None:
    page = visits.open(site_url)
    page.add_init_script("navigator.share = async (given) => { window.given = given }")
    page.goto(f"{site_url}plan/")
    page.locator(".plan-choices button", has_text="Bridge").click()
    page.get_by_label("Title").fill("Monday")
    page.get_by_role("button", name="Share").click()
    given = page.evaluate("window.given")
    assert given["title"] == "Monday"
    assert "1. Bridge: 8 times: hold for 5 seconds." in given["text"]
    link = re.escape(f"{site_url}plan/#1/title:Monday/") + "made:[0-9]{8}/bridge/end:"
    assert re.search(link, given["text"])
    assert list(given) == ["title", "text"]


def test_more_than_five_is_told_to_the_clinician_alone(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/")
    advice = page.get_by_text("Most people keep up with three to five stretches.")
    names = ("Bridge", "Knee rolls", "Pelvic tilt", "Knee to chest", "Cat stretch", "Side bend")
    for name in names:
        expect(advice).to_be_hidden()
        page.locator(".plan-choices button", has_text=name).first.click()
    expect(advice).to_be_visible()
    page.get_by_role("button", name="See it as your patient does").click()
    expect(page.locator("details.stretch")).to_have_count(len(names))
    expect(advice).to_be_hidden()


def test_a_closed_card_says_how_often_and_the_note(visits: Visits, site_url: str) -> None:
    page = visits.look(f"{site_url}plan/#1/bridge.d3/note:Lift_slowly./knee-rolls/end:36ff")
    bridge = page.locator("details.stretch", has_text="Bridge").first
    told = bridge.locator("summary .plan-beside")
    expect(told).to_have_text("3 times a day · Note for you: Lift slowly.")
    bridge.locator("summary").click()
    expect(told).to_be_hidden()  # both stand below, and once is enough
    expect(bridge.locator(".plan-note")).to_be_visible()
    expect(
        page.locator("details.stretch", has_text="Knee rolls").locator("summary .plan-beside")
    ).to_have_count(0)

"""Doses as others write them down, as a person meets them: page, plan, session and paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ServeSite
from tests.support.axe import violations
from tests.support.pdf import Pdf
from tests.support.records import build_with_records
from tests.support.session import GuidedSession
from tests.support.variant import build_once, shared_folder
from tests.support.visit import Visits

pytestmark = pytest.mark.browser

SENTENCE = """
(dose) => [...dose.childNodes]
  .map((node) => node.querySelector?.("input")?.value ?? node.textContent)
  .join("")
"""


@pytest.fixture(scope="module")
def address(site: Path, serve_site: ServeSite, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The site with the records; `site` comes first, since it makes the handouts for all."""
    assert site
    shared = shared_folder(tmp_path_factory.getbasetemp())
    return serve_site(build_once(shared, "records", build_with_records))


def printed(page: Page) -> str:
    return " ".join(Pdf(page.pdf()).words)


def builder(visits: Visits, address: str, *names: str) -> Page:
    page = visits.look(f"{address}plan/")
    for name in names:
        page.locator("button.card", has_text=name).first.click()
    expect(page.locator(".plan-step")).to_have_count(len(names))
    return page


def sentence(page: Page, number: int = 1) -> str:
    said = page.locator(".dose-sentence").nth(number - 1).evaluate(SENTENCE)
    return str(said)


def test_a_number_that_a_plan_sets_stands_alone_everywhere(visits: Visits, address: str) -> None:
    page = builder(visits, address, "Chair rise")
    assert sentence(page) == "3 sets of 8 to 12"
    page.locator(".dose-sentence input").nth(1).press("9")  # chosen whole by the focus
    assert sentence(page) == "3 sets of 9"  # at the first digit
    page.keyboard.press("Tab")
    assert sentence(page) == "3 sets of 9"
    page.get_by_role("button", name="See it as your patient does").click()
    expect(page.locator("details.stretch")).to_have_count(1)
    page.get_by_role("button", name="Open all").click()
    block = page.locator("details.stretch").inner_text()
    assert "3 sets of 9, rest for 1 minute between sets" in block
    assert "Do 3 sets of 9." in block
    assert "chair-rise.3x9cp60" in page.url
    link = page.url
    for text in (block, printed(page)):
        assert not re.search(r"8 to|to 12|\b12\b times", text)
    session = GuidedSession.open(visits, link)
    session.begin()
    session.wait(60)
    assert session.text("where") == "9 times\nSet 1 of 3"


def test_words_instead_of_numbers_give_way_to_a_number_and_come_back(
    visits: Visits, address: str
) -> None:
    page = builder(visits, address, "Ankle pump", "Wall slide")
    assert (sentence(page), sentence(page, 2)) == (
        "As often as you like",
        "2 sets, each until you are tired",
    )
    row = page.locator(".plan-step").first
    row.get_by_text("More choices").click()
    row.get_by_role("button", name="Times in each set: more").click()
    assert sentence(page) == "2 times"
    row.get_by_role("button", name="Times in each set: less").click()
    assert sentence(page) == "2 times"  # a count of one, without a time, says nothing
    assert violations(page) == []
    row.get_by_role("button", name="Back to the usual dose").click()
    assert sentence(page) == "As often as you like"


def test_half_seconds_and_an_hour_can_be_typed(visits: Visits, address: str) -> None:
    page = builder(visits, address, "Quick squeeze", "Easy walk")
    fields = page.locator(".dose-sentence input")
    assert [field.input_value() for field in fields.all()] == ["10", "1.5", "0.5", "1800"]
    for field in fields.all():  # nothing of a number is cut off
        assert field.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    fields.nth(1).fill("2.5")
    fields.nth(3).fill("3600")
    page.keyboard.press("Tab")
    assert sentence(page).startswith("10 times: hold for 2.5 seconds")
    page.get_by_role("button", name="See it as your patient does").click()
    dose = page.locator("details.stretch .dose")
    expect(dose.first).to_have_text("10 times: hold for 2.5 seconds, let go for 0.5 seconds")
    expect(dose.nth(1)).to_have_text("60 minutes without a break")


def test_a_stretch_is_added_from_its_page_with_its_range_and_its_load(
    visits: Visits, address: str
) -> None:
    page = visits.look(f"{address}stretches/half-kneel-lean/")
    page.get_by_role("button", name="Add to plan").click()
    expect(page.locator(".plan-bar")).to_contain_text("Your plan has 1 stretch.")
    page.get_by_role("link", name="Open the plan").click()
    expect(page.locator(".plan-step")).to_have_count(1)
    assert sentence(page) == "2 to 3 times on each side: hold for 30 seconds (Level 3)"


def test_a_routine_becomes_a_plan_with_all_that_its_doses_say(visits: Visits, address: str) -> None:
    page = visits.look(f"{address}plan/")
    page.get_by_label("Start from a routine").select_option("records")
    expect(page.locator(".plan-step")).to_have_count(11)
    assert sentence(page, 2) == "15 times, 2 to 3 seconds each (Red band)"
    assert "4 stretches go at your own pace" in page.locator(".plan-chosen").inner_text()


def test_a_session_waits_where_no_time_is_known_and_rests_as_long_as_the_dose_says(
    visits: Visits, address: str
) -> None:
    session = GuidedSession.open(visits, f"{address}stretches/chair-rise/")
    said = session.dialog.locator(".session-length").inner_text()
    assert said == "1 stretch. You set the pace, and say when a set is done."
    session.begin()
    session.wait(60)
    assert (session.doing, session.text("where")) == (
        "Go at your own pace",
        "8 to 12 times\nSet 1 of 3",
    )
    assert "at your own pace" in session.text("left")
    session.wait(600)
    assert session.doing == "Go at your own pace"
    session.press("Done")
    session.wait(1)
    assert session.doing == "Rest"
    session.wait(57)
    assert session.doing == "Rest"
    session.wait(5)
    assert (session.doing, session.text("where")) == (
        "Go at your own pace",
        "8 to 12 times\nSet 2 of 3",
    )
    session.press("Done")
    session.wait(62)
    session.press("Done")
    session.wait(1)
    expect(session.dialog.locator(".session-result")).to_have_text("You did 1 of 1 stretches.")


def test_the_voice_says_what_to_do_and_that_it_waits(visits: Visits, address: str) -> None:
    session = GuidedSession.open(visits, f"{address}stretches/wall-slide/")
    session.begin()
    session.wait(60)
    heard = " ".join(session.heard("speech"))
    assert "Get ready. 2 sets, each until you are tired" in heard
    assert "Start: as many times as you can. Press Done when this set is done." in heard


def test_three_minutes_leave_out_what_has_no_set_time(visits: Visits, address: str) -> None:
    session = GuidedSession.open(visits, f"{address}records/", part=1)
    session.dialog.get_by_label("I have three minutes").check()
    said = session.dialog.locator(".session-left-out").inner_text()
    assert "Left out: Chair rise. It has no set time." in said


def test_paper_has_the_whole_dose_and_the_address_of_a_film(visits: Visits, address: str) -> None:
    text = printed(visits.look(f"{address}records/"))
    for said in (
        "2 to 3 times on each side: hold for 10 to 20 seconds",
        "3 sets of 8 to 12, rest for 1 minute between sets",
        "2 sets of 10 on each side (2 kg)",
        "As often as you like",
        "Text by: wger contributors, CC BY-SA 3.0",
    ):
        assert said in text
    assert "https://video.example.org/watch?v=easy_walk&t=5" in text.replace(" ", "")


@pytest.mark.parametrize("page", ["stretches/easy-walk/", "records/", "plan/#1/arm-curl/end:3a3f"])
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(
    visits: Visits, address: str, page: str
) -> None:
    opened = visits.look(address + page)
    opened.wait_for_load_state("networkidle")
    opened.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390

"""The diary and the reminders: kept on the device, taken away by the reader, never sent."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.support.axe import violations
from tests.support.session import START
from tests.support.visit import Visits

pytestmark = pytest.mark.browser


def entry(day: int, **other: object) -> dict[str, object]:
    """A session of November 2026, as the device keeps it."""
    plain = {
        "id": f"2026-11-{day:02}T07:30:00.000Z",
        "at": f"2026-11-{day:02}T07:30",
        "name": "Sciatica stretches",
        "done": 4,
        "count": 5,
        "skipped": ["Bedside hip stretch"],
        "before": 5,
        "after": 3,
    }
    return {**plain, **other}


def diary(*entries: dict[str, object]) -> str:
    return json.dumps({"format": "stretchbook diary 1", "entries": entries})


def open_diary(visits: Visits, site_url: str, kept: str = "", **more: str) -> Page:
    page = visits.blank()
    stored = {**({"diary": kept} if kept else {}), **more}
    page.add_init_script(
        f"""const stored = Object.entries({json.dumps(stored)})
        if (!sessionStorage.filled)
          for (const [name, value] of stored) localStorage.setItem("stretchbook." + name, value)
        sessionStorage.filled = 1"""
    )
    page.clock.set_fixed_time(START)
    page.goto(f"{site_url}diary/")
    expect(page.locator("[data-diary]")).to_be_visible()
    return page


def test_a_month_at_a_glance(visits: Visits, site_url: str) -> None:
    twice = entry(20, id="2026-11-20T19:00:00.000Z", at="2026-11-20T19:00")
    before = entry(1, id="2026-10-31T07:00:00.000Z", at="2026-10-31T07:00", name="Daily warm-up")
    page = open_diary(visits, site_url, diary(entry(22), entry(20), twice, before))
    month = page.get_by_role("table")
    expect(month.locator("caption")).to_have_text("November 2026")
    expect(month.locator(".month-done")).to_have_count(2)
    expect(month.get_by_role("cell", name=re.compile("20.*2 sessions"))).to_be_visible()
    expect(page.locator(".diary-list li")).to_have_count(3)
    line = page.locator(".diary-list li").first
    expect(line).to_contain_text("4 of 5 stretches. Pain before: 5. Pain after: 3.")
    expect(line).to_contain_text("Skipped because it hurt: Bedside hip stretch.")
    page.get_by_role("button", name="Month before").click()
    expect(month.locator("caption")).to_have_text("October 2026")
    expect(page.locator(".diary-list li")).to_contain_text(["Daily warm-up"])
    expect(page.get_by_role("button", name="Month before")).to_be_focused()
    assert violations(page) == []


def test_the_rule_of_24_hours_stands_as_the_routine_states_it(
    visits: Visits, site_url: str
) -> None:
    page = visits.open(f"{site_url}diary/", java_script=False)
    for words in ("free of pain for a full 24 hours", "Are the tension, aches and pains gone?"):
        expect(page.get_by_text(words)).to_be_visible()
    link = page.get_by_role("article").get_by_role("link", name="Daily warm-up").first
    expect(link).to_have_attribute("href", "../daily-warm-up/")
    expect(page.get_by_text("need script")).to_be_visible()
    expect(page.get_by_role("button", name="Print the diary")).to_be_hidden()


def saved(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_it_can_be_taken_away_and_brought_back(visits: Visits, site_url: str) -> None:
    page = open_diary(visits, site_url, diary(entry(22), entry(20)))
    name, table = saved(page, "Save as a table")
    assert name == "stretch-diary.csv"
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    assert rows[1] == [
        *("2026-11-22 07:30", "Sciatica stretches", "4 of 5", "Bedside hip stretch", "5", "3")
    ]
    name, copy = saved(page, "Save as a copy")
    assert name == "stretch-diary.json"
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase the diary").click()
    expect(page.get_by_text("The diary is empty.")).to_be_visible()
    expect(page.locator(".diary-list li")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage)") == []
    bring_in(page, copy)
    expect(page.get_by_text("New sessions that came in: 2.")).to_be_visible()
    expect(page.locator(".diary-list li")).to_have_count(2)
    bring_in(page, copy)
    expect(page.get_by_text("New sessions that came in: 0.")).to_be_visible()


def bring_in(page: Page, content: bytes) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring in a copy").click()
    chooser.value.set_files({"name": "x.json", "mimeType": "application/json", "buffer": content})


def test_what_is_no_diary_changes_nothing(visits: Visits, site_url: str) -> None:
    page = open_diary(visits, site_url, diary(entry(22)))
    for content in (b"", b"{}", b"\xff\xfe", diary(entry(3, before=11)).encode()):
        bring_in(page, content)
        expect(page.get_by_text("This is not a diary file of this site.")).to_be_visible()
        expect(page.locator(".diary-list li")).to_have_count(1)


def test_names_from_a_file_stay_text(visits: Visits, site_url: str) -> None:
    page = open_diary(visits, site_url)
    bring_in(page, diary(entry(3, name="<img src=x onerror=alert(1)>")).encode())
    expect(page.locator(".diary-list strong")).to_have_text("<img src=x onerror=alert(1)>")


def test_one_session_can_be_removed(visits: Visits, site_url: str) -> None:
    page = open_diary(visits, site_url, diary(entry(22), entry(20)))
    page.get_by_role("button", name=re.compile("Remove the session of Nov 20")).click()
    expect(page.get_by_text("Removed.")).to_be_visible()
    expect(page.locator(".diary-list li")).to_have_count(1)


def test_what_cannot_be_read_is_told(visits: Visits, site_url: str) -> None:
    page = open_diary(visits, site_url, "{oops")
    expect(page.get_by_text("What was kept here cannot be read.")).to_be_visible()


def test_what_hurts_is_listed_and_all_of_it_can_be_forgotten(visits: Visits, site_url: str) -> None:
    hurt = json.dumps({"bridge": "Bridge"})
    page = open_diary(visits, site_url, diary(entry(22)), **{"session.hurt": hurt})
    expect(page.locator("[data-diary-hurt] li")).to_have_text(["Bridge"])
    page.goto(f"{site_url}privacy/")
    page.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_text("your diary, the plans you opened and the copy")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_reminders_need_no_account(visits: Visits, site_url: str) -> None:
    page = open_diary(visits, site_url)
    page.get_by_label("Remind me of").select_option("Daily warm-up")
    page.get_by_label("How many times a day").select_option("3")
    for day in ("Saturday", "Sunday"):
        page.get_by_role("checkbox", name=day).uncheck()
    page.get_by_label("Time 2").fill("13:15")
    name, file = saved(page, "Make the calendar file")
    assert name == "stretch-reminders.ics"
    calendar = Calendar.from_ical(file)
    assert isinstance(calendar, Calendar)
    found: list[Any] = list(calendar.walk("VEVENT"))  # what stands in an event has many types
    assert [event["DTSTART"].dt.strftime("%H:%M") for event in found] == ["08:00", "13:15", "20:00"]
    for event in found:
        assert str(event["SUMMARY"]) == "Daily warm-up"
        assert str(event["URL"]) == f"{site_url}daily-warm-up/"
        assert event["RRULE"]["BYDAY"] == ["MO", "TU", "WE", "TH", "FR"]
    expect(page.get_by_text("The file is made.")).to_be_visible()


def test_a_reminder_without_a_day_or_a_time_says_what_is_missing(
    visits: Visits, site_url: str
) -> None:
    page = open_diary(visits, site_url)
    page.get_by_label("Time 1", exact=True).fill("")
    page.get_by_role("button", name="Make the calendar file").click()
    expect(page.get_by_text("Give at least one time.")).to_be_visible()
    for box in page.locator("[name=day]").all():
        box.uncheck()
    page.get_by_role("button", name="Make the calendar file").click()
    expect(page.get_by_text("Choose at least one day.")).to_be_visible()


PERSIST = """
let kept = %s
const persisted = async () => kept
const persist = async () => (kept = %s)
Object.defineProperty(navigator, "storage", { value: %s })
"""


AGREES = PERSIST % ("false", "true", "{ persisted, persist }")
REFUSES = PERSIST % ("false", "false", "{ persisted, persist }")
CANNOT = PERSIST % ("false", "false", "undefined")
YES = "The device keeps this diary until you erase it."
NO = "The device did not agree. Save a copy now and then."


@pytest.mark.parametrize(
    ("device", "said"),
    [(AGREES, YES), (REFUSES, NO), (CANNOT, NO)],
    ids=["agrees", "refuses", "cannot"],
)
def test_a_device_that_may_erase_it_can_be_asked_to_keep_it(
    visits: Visits, site_url: str, device: str, said: str
) -> None:
    page = visits.blank()
    page.add_init_script(device)
    page.goto(f"{site_url}diary/")
    safe = page.locator(".diary-safe")
    expect(safe).to_contain_text("Your device may erase this diary")
    ask = page.get_by_role("button", name="Ask the device to keep it")
    ask.click()
    expect(safe).to_contain_text(said)
    expect(ask).to_be_visible(visible=said == NO)
    assert violations(page) == []


def test_a_device_that_has_agreed_is_not_asked_again(visits: Visits, site_url: str) -> None:
    page = visits.blank()
    page.add_init_script(PERSIST % ("true", "true", "{ persisted, persist }"))
    page.goto(f"{site_url}diary/")
    expect(page.locator(".diary-safe")).to_contain_text("The device keeps this diary")
    expect(page.get_by_role("button", name="Ask the device to keep it")).to_be_hidden()

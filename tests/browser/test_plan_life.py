"""A plan knows who made it and when, until when, on which days; and the device which is newer."""

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, Route, ViewportSize, expect

from stretchbook.plans import decode, encode
from tests.support.axe import violations
from tests.support.pdf import Pdf, same
from tests.support.session import GuidedSession
from tests.support.visit import STORAGE_FULL, STORAGE_REFUSED, Visits

pytestmark = pytest.mark.browser

DESKTOP = ViewportSize(width=1280, height=900)


def plan(parts: str) -> str:
    return encode(decode(f"1/{parts}/end:0").plan)


OLD = plan("title:First_week/from:Example_Back_Clinic/made:20261112/bridge/knee-rolls")
NEW = plan(
    "title:Second_week/from:Example_Back_Clinic/made:20261126/until:20261210/days:135/often:d2"
    "/bridge.2x8h5/knee-rolls"
)
NEITHER = plan("title:Plain/bridge")
MADE = "Made on November 26, 2026 by Example Back Clinic."
UNTIL = "Do it until December 10, 2026. Then ask how to go on."
DAYS = "2 times a day, on Monday, Wednesday, and Friday"
ENDED = "This plan was to be done until December 10, 2026."
NEWER = (
    "A newer plan from Example Back Clinic, made on November 26, 2026,"
    " was opened here on November 27, 2026."
)
FRIDAY = datetime(2026, 11, 27, 9, 0)  # noqa: DTZ001 - by the reader's own clock
KEPT = "localStorage.getItem('stretchbook.plans')"


def at(visits: Visits, when: datetime = FRIDAY, prepare: str = "", **more: Any) -> Page:  # noqa: ANN401 - as Visits takes it
    page = visits.blank(**more)
    page.add_init_script(prepare)
    page.clock.set_fixed_time(when)
    return page


def show(page: Page, site_url: str, link: str) -> Page:
    """In a page of its own, as from a message."""
    page.goto("about:blank")
    page.goto(f"{site_url}plan/#{link}")
    expect(page.locator("[data-plan-patient] h1")).to_be_visible()
    return page


def build(page: Page, site_url: str, link: str = "") -> Page:
    page.goto(f"{site_url}plan/{link and '#'}{link}")
    if link:
        page.get_by_role("button", name="Change this plan").click()
    expect(page.locator(".plan-choices li").first).to_be_visible()
    return page


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.locator(".plan-choices button", has_text=name).first.click()


def link_of(page: Page) -> str:
    """What the address holds, once it has been written: a little after the last change."""
    script = "new Promise((now) => setTimeout(now, 400)).then(() => location.hash.slice(1))"
    return str(page.evaluate(script))


# Who reads it


def test_a_plan_says_who_made_it_until_when_and_on_which_days(
    visits: Visits, site_url: str
) -> None:
    page = show(at(visits), site_url, NEW)
    expect(page.locator(".plan-life")).to_have_text(f"{MADE} {UNTIL}")
    expect(page.locator(".facts").first).to_contain_text(DAYS)
    expect(page.locator(".plan-ended")).to_have_count(0)
    expect(page.get_by_text("This device keeps the link too")).to_be_visible()
    assert violations(page) == []


def test_a_plan_that_says_none_of_it_is_as_before(visits: Visits, site_url: str) -> None:
    page = show(at(visits), site_url, NEITHER)
    for name in ("life", "ended", "newer"):
        expect(page.locator(f".plan-{name}")).to_have_count(0)
    expect(page.get_by_text("is stored nowhere else")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(
    ("when", "notes"),
    [(datetime(2026, 12, 10, 23, 59), 0), (datetime(2026, 12, 11, 0, 1), 1)],  # noqa: DTZ001
    ids=["on its last day", "two minutes later"],
)
def test_after_its_last_day_it_says_what_to_do_and_stays_usable(
    visits: Visits, site_url: str, when: datetime, notes: int
) -> None:
    page = show(at(visits, when), site_url, NEW)
    expect(page.locator("details.stretch")).to_have_count(2)
    expect(page.get_by_role("button", name="Start guided session")).to_be_enabled()
    note = page.locator(".plan-ended")
    expect(note).to_have_count(notes)
    expect(page.get_by_text("Put it into your calendar")).to_have_count(1 - notes)
    if notes:
        expect(note).to_contain_text(ENDED)
        expect(note).to_contain_text("Ask whoever gave it to you if you should go on with it.")
        expect(page.locator(".plan-life")).to_have_text(MADE)
        assert violations(page) == []


def test_dates_and_days_are_those_of_the_pages_language(visits: Visits, site_url: str) -> None:
    page = at(visits)
    show(page, f"{site_url}es/", NEW)
    expect(page.locator(".plan-life")).to_contain_text("10 de diciembre de 2026")
    expect(page.locator(".facts").first).to_contain_text("lunes, miércoles y viernes")


# What the device remembers


def test_an_older_plan_says_that_a_newer_one_was_opened(visits: Visits, site_url: str) -> None:
    page = at(visits)
    show(page, site_url, NEW)
    show(page, site_url, OLD)
    note = page.locator(".plan-newer")
    expect(note).to_contain_text(NEWER)
    assert violations(page) == []
    note.get_by_role("link", name="Open the newer plan: Second week").click()
    expect(page.get_by_role("heading", name="Second week")).to_be_visible()
    expect(page.locator(".plan-newer")).to_have_count(0)
    assert page.url == f"{site_url}plan/#{NEW}"


DRESSES = {
    "as it is": NEW,
    "encoded twice": NEW.replace("/", "%2F").replace(":", "%3A"),
    "with a line's end in it": NEW[:30] + "%0A" + NEW[30:] if "%" in NEW[:30] else f" {NEW}).",
    "in capital letters": NEW.replace("bridge", "Bridge"),
}


@pytest.mark.parametrize("link", DRESSES.values(), ids=DRESSES.keys())
def test_the_same_plan_in_another_dress_is_no_newer_one(
    visits: Visits, site_url: str, link: str
) -> None:
    page = at(visits)
    show(page, site_url, NEW)
    show(page, site_url, link)
    expect(page.locator(".plan-newer")).to_have_count(0)
    (kept,) = json.loads(page.evaluate(KEPT))
    assert kept == {
        "link": NEW,
        "title": "Second week",
        "from": "Example Back Clinic",
        "made": "2026-11-26",
        "opened": "2026-11-27",
    }


OTHERS = {
    "without a date": OLD.replace("/made:20261112", ""),
    "from nobody": OLD.replace("/from:Example_Back_Clinic", ""),
    "from another place": OLD.replace("Example", "Other"),
    "of the same day": OLD.replace("20261112", "20261126"),
}


@pytest.mark.parametrize("link", OTHERS.values(), ids=OTHERS.keys())
def test_a_plan_of_which_none_is_newer_says_nothing(
    visits: Visits, site_url: str, link: str
) -> None:
    page = at(visits)
    show(page, site_url, NEW)
    show(page, site_url, encode(decode(link).plan))
    expect(page.locator("details.stretch")).to_have_count(2)
    expect(page.locator(".plan-newer")).to_have_count(0)


def test_what_is_broken_or_only_made_here_is_not_remembered(visits: Visits, site_url: str) -> None:
    page = at(visits)
    show(page, site_url, NEW[:-6])
    expect(page.locator(".plan-problems")).to_be_visible()
    build(page, site_url)
    choose(page, "Bridge")
    page.get_by_text("From whom, until when").click()
    page.get_by_label("From (a clinic").fill("Example Back Clinic")
    page.get_by_role("button", name="See it as your patient does").click()
    expect(page.locator(".plan-life")).to_contain_text("November 27, 2026")
    page.reload()
    expect(page.locator(".plan-life")).to_be_visible()
    assert page.evaluate(KEPT) is None


def test_thirty_are_remembered_and_forget_takes_them_away(visits: Visits, site_url: str) -> None:
    page = at(visits)
    one = {"title": "", "from": "A", "made": "2026-11-01", "opened": "2026-11-02"}
    many = [{**one, "link": f"1/bridge.{n}h5/end:0"} for n in range(40)]
    page.goto(f"{site_url}privacy/")
    page.evaluate("(plans) => localStorage.setItem('stretchbook.plans', plans)", json.dumps(many))
    show(page, site_url, NEW)
    kept = json.loads(page.evaluate(KEPT))
    assert [len(kept), kept[0]["link"]] == [30, NEW]
    page.goto(f"{site_url}privacy/")
    expect(page.get_by_role("cell", name="stretchbook.plans")).to_be_visible()
    page.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_text("the plans you opened and the copy")).to_be_visible()
    assert page.evaluate(KEPT) is None
    show(page, site_url, OLD)
    expect(page.locator(".plan-newer")).to_have_count(0)


@pytest.mark.parametrize("device", [STORAGE_REFUSED, STORAGE_FULL], ids=["refused", "full"])
def test_where_nothing_can_be_kept_the_plan_shows_and_says_the_truth(
    visits: Visits, site_url: str, device: str
) -> None:
    page = show(at(visits, prepare=device), site_url, NEW)
    expect(page.locator(".plan-life")).to_contain_text(MADE)
    expect(page.locator("details.stretch")).to_have_count(2)
    expect(page.get_by_text("is stored nowhere else")).to_be_visible()


SPOILED = [
    *("", "{", "null", "3", '{"link": 1}', '[null, 3, "x", {}, []]'),
    '[{"link": "x", "title": "", "from": "Example Back Clinic", "made": "soon", "opened": "now"}]',
]


@pytest.mark.parametrize("kept", SPOILED)
def test_what_was_spoiled_on_the_device_is_written_anew(
    visits: Visits, site_url: str, kept: str
) -> None:
    page = at(visits)
    page.goto(f"{site_url}privacy/")
    page.evaluate("(kept) => localStorage.setItem('stretchbook.plans', kept)", kept)
    show(page, site_url, OLD)
    expect(page.locator("details.stretch")).to_have_count(2)
    expect(page.locator(".plan-newer")).to_have_count(0)
    assert [one["link"] for one in json.loads(page.evaluate(KEPT))] == [OLD]


def test_a_script_in_what_the_device_holds_stays_a_place_on_the_page(
    visits: Visits, site_url: str
) -> None:
    page = at(visits)
    bad = {"link": "javascript:alert(1)", "title": "<img src=x>", "from": "Example Back Clinic"}
    page.goto(f"{site_url}privacy/")
    page.evaluate(
        "(kept) => localStorage.setItem('stretchbook.plans', JSON.stringify([kept]))",
        {**bad, "made": "2027-01-01", "opened": "2027-01-01"},
    )
    link = show(page, site_url, OLD).locator(".plan-newer a")
    expect(link).to_have_attribute("href", "#javascript:alert(1)")
    expect(link).to_have_text("Open the newer plan: <img src=x>")


# Reminders


def events(page: Page) -> list[Any]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the calendar file").click()
    expect(page.get_by_text("The file is made.")).to_be_visible()
    calendar = Calendar.from_ical(Path(download.value.path()).read_bytes())
    assert isinstance(calendar, Calendar)
    return list(calendar.walk("VEVENT"))


def test_reminders_have_the_days_the_end_the_title_and_the_link_of_the_plan(
    visits: Visits, site_url: str
) -> None:
    page = show(at(visits), site_url, NEW)
    page.get_by_text("Put it into your calendar").click()
    form = page.locator("form.reminders")
    expect(form).to_contain_text("whoever sees your calendar can open the plan")
    expect(form.locator("input:checked")).to_have_count(3)
    assert violations(page) == []
    form.get_by_label("Time 2").fill("18:30")
    made = events(page)
    assert [event["DTSTART"].dt for event in made] == [
        datetime(2026, 11, 30, 8, 0),  # noqa: DTZ001 - floating; today at nine it is past eight
        datetime(2026, 11, 27, 18, 30),  # noqa: DTZ001
    ]
    for event in made:
        assert str(event["SUMMARY"]) == "Second week"
        assert str(event["URL"]) == f"{site_url}plan/#{NEW}"
        assert str(event["DESCRIPTION"]).endswith(f"{site_url}plan/#{NEW}")
        assert event["RRULE"]["BYDAY"] == ["MO", "WE", "FR"]
        assert event["RRULE"]["UNTIL"][0].date() == date(2026, 12, 10)
    again = events(page)
    assert [event["UID"] for event in again] == [event["UID"] for event in made]


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ("days:other", {"FREQ": ["DAILY"], "INTERVAL": [2]}),
        ("often:d1w3", {"FREQ": ["WEEKLY"], "BYDAY": ["MO", "WE", "FR"]}),
        ("often:w7", {"FREQ": ["WEEKLY"], "BYDAY": ["SU", "MO", "TU", "WE", "TH", "FR", "SA"]}),
    ],
)
def test_reminders_of_other_plans(
    visits: Visits, site_url: str, parts: str, rule: dict[str, Any]
) -> None:
    page = show(at(visits), site_url, plan(f"{parts}/bridge"))
    page.get_by_text("Put it into your calendar").click()
    (event,) = events(page)
    assert dict(event["RRULE"]) == rule
    assert str(event["SUMMARY"]) == "Your plan"


def test_the_last_screen_of_a_session_says_until_when_and_leads_to_the_reminders(
    visits: Visits, site_url: str
) -> None:
    session = GuidedSession.open(visits, f"{site_url}plan/#{NEW}")
    session.begin()
    session.wait(600)
    dialog = session.dialog
    expect(dialog.get_by_role("heading", name="Well done")).to_be_visible()
    for text in (DAYS, MADE, UNTIL):
        expect(dialog).to_contain_text(text)
    dialog.get_by_role("button", name="Set a reminder").click()
    expect(session.page.locator("form.reminders")).to_be_visible()
    session.page.goto(f"{site_url}diary/")
    expect(session.page.locator(".diary-list li")).to_contain_text(["Second week"])


# Who makes it


def test_a_plan_is_of_today_and_its_end_and_days_are_chosen(visits: Visits, site_url: str) -> None:
    page = build(at(visits, viewport=DESKTOP), site_url)
    choose(page, "Bridge")
    assert link_of(page) == plan("made:20261127/bridge")
    page.get_by_text("From whom, until when").click()
    page.get_by_label("From (a clinic").fill("Example Back Clinic")
    page.get_by_label("Do it for").select_option(label="2 weeks")
    expect(page.get_by_label("Last day")).to_have_value("2026-12-11")
    page.get_by_label("On which days").select_option(label="Chosen days")
    page.get_by_role("checkbox", name="Wednesday").uncheck()
    days = "from:Example_Back_Clinic/made:20261127/until:20261211"
    assert link_of(page) == plan(f"{days}/days:15/bridge")
    assert violations(page) == []
    page.get_by_label("Last day").press_sequentially("12242026")  # key by key: 0002 is no year yet
    page.get_by_label("Last day").blur()
    expect(page.get_by_label("Do it for")).to_have_value("day")
    page.get_by_label("On which days").select_option(label="Every other day")
    days = days.replace("20261211", "20261224")
    assert link_of(page) == plan(f"{days}/days:other/bridge")
    page.get_by_label("Days a week", exact=True).last.fill("5")
    page.get_by_label("Days a week", exact=True).last.blur()
    assert link_of(page) == plan(f"{days}/often:w5/bridge")
    page.get_by_label("On which days").select_option(label="Every day")
    assert link_of(page) == plan(f"{days}/often:w7/bridge")
    page.get_by_role("button", name="Undo").click()
    assert link_of(page) == plan(f"{days}/often:w5/bridge")


def test_a_plan_that_was_added_to_elsewhere_is_of_the_day_it_is_opened(
    visits: Visits, site_url: str
) -> None:
    page = at(visits)
    page.goto(f"{site_url}stretches/bridge/")
    page.get_by_role("button", name="Add to plan").click()
    expect(page.locator(".plan-bar")).to_contain_text("1 stretch")
    build(page, site_url)
    expect(page.locator(".plan-step")).to_have_count(1)
    assert link_of(page) == plan("made:20261127/bridge.8h5")
    kept = page.evaluate("localStorage.getItem('stretchbook.plan.draft')")
    assert kept == plan("made:20261127/bridge.8h5")


def test_a_plan_is_from_the_sites_clinic_until_it_says_another(
    visits: Visits, site_url: str
) -> None:
    page = at(visits, viewport=DESKTOP)

    def of_a_clinic(route: Route) -> None:
        data = route.fetch().json()
        assert data["made_by"] == ""  # this site names none
        route.fulfill(json={**data, "made_by": "Example Back Clinic"})

    page.route("**/data/plan.json", of_a_clinic)
    build(page, site_url)
    choose(page, "Bridge")
    expect(page.locator(".plan-step")).to_have_count(1)
    assert link_of(page) == plan("from:Example_Back_Clinic/made:20261127/bridge")
    page.get_by_text("From whom, until when").click()
    page.get_by_label("From (a clinic").fill("")
    choose(page, "Knee rolls")
    assert link_of(page) == plan("made:20261127/bridge/knee-rolls")
    page.get_by_role("button", name="Start again").click()
    choose(page, "Bridge")
    assert link_of(page) == plan("from:Example_Back_Clinic/made:20261127/bridge")


def test_a_changed_plan_is_of_today_and_one_that_is_looked_at_is_not(
    visits: Visits, site_url: str, tmp_path: Path
) -> None:
    page = build(at(visits, datetime(2026, 12, 20), viewport=DESKTOP), site_url, NEW)  # noqa: DTZ001
    assert link_of(page) == NEW
    choose(page, "Bridge")
    expected = NEW.replace("20261126", "20261220").replace("/until:20261210", "")
    assert link_of(page) == encode(decode(expected.replace("/bridge.2x8h5", "")).plan)
    file = tmp_path / "plan.json"
    days = {"made_on": "2026-11-26", "made_by": "A role", "days": ["every other day"]}
    file.write_text(json.dumps({**days, "steps": [{"exercise": "bridge"}]}), "utf-8")
    page.get_by_text("Files", exact=True).click()
    page.get_by_label("Open a plan file").set_input_files(file)
    expect(page.locator(".plan-chosen > .plan-status")).to_have_text(
        "The plan of the file is shown."
    )
    assert link_of(page) == plan("from:A_role/made:20261126/days:other/bridge")


@pytest.mark.parametrize(
    "wrong",
    [
        {"made_on": "2026-02-30"},
        {"until": "soon"},
        {"days": ["monday"]},
        {"days": "mon"},
        {"made_by": 3},
        {"until": "2026-11-25", "made_on": "2026-11-26"},
    ],
    ids=str,
)
def test_a_file_with_a_day_that_cannot_be_read_says_which(
    visits: Visits, site_url: str, tmp_path: Path, wrong: dict[str, object]
) -> None:
    page = build(at(visits), site_url)
    file = tmp_path / "plan.json"
    file.write_text(json.dumps({**wrong, "steps": [{"exercise": "bridge"}]}), "utf-8")
    page.get_by_text("Files", exact=True).click()
    page.get_by_label("Open a plan file").set_input_files(file)
    name = next(iter(wrong))
    refused = page.locator(".plan-files [role=status]")
    expect(refused).to_contain_text("Not taken from the file:")
    expect(refused.get_by_role("listitem")).to_contain_text([f"{name}: "])


# What leaves the page


def test_mail_and_text_for_the_record_say_it_too(visits: Visits, site_url: str) -> None:
    clipboard = ("clipboard-read", "clipboard-write")
    page = build(at(visits, viewport=DESKTOP, permissions=clipboard), site_url, NEW)
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    draft = page.get_by_role("link", name="E-mail")
    draft.click()
    address = draft.get_attribute("href")
    body = page.evaluate("(a) => new URLSearchParams(a.split('?')[1]).get('body')", address)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied as text, without a name.")).to_be_visible()
    for text in (body, page.evaluate("navigator.clipboard.readText()")):
        lines = str(text).splitlines()
        assert f"{MADE} {UNTIL}" in lines
        assert f"How often: {DAYS}" in lines
        assert f"{site_url}plan/#{NEW}" in lines


@pytest.mark.parametrize("way", ["handout", "large", "wall"])
def test_paper_says_it_too(visits: Visits, site_url: str, way: str) -> None:
    page = show(at(visits), site_url, NEW)
    page.evaluate("() => { window.print = () => { document.body.dataset.printed = '' } }")
    page.get_by_role("button", name="Print", exact=True).click()
    page.check(f"#print input[name=print-as][value={way}]")
    page.click("#print [type=submit]")
    page.wait_for_selector("body[data-printed]")
    text = Pdf(page.pdf(format="A4")).text
    for said in (MADE, UNTIL, DAYS):
        assert text.count(same(said)) == 1, said
    assert not re.search(same("Put it into your calendar"), text)


def test_paper_after_its_last_day_says_so(visits: Visits, site_url: str) -> None:
    page = show(at(visits, datetime(2027, 1, 2)), site_url, NEW)  # noqa: DTZ001
    assert same(ENDED) in Pdf(page.pdf(format="A4")).sheets[0]

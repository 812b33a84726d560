"""The calendar file of the reminders, read back by a well-kept calendar library."""

import json
import os
import subprocess
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from develop import node_tools
from tests.conftest import ROOT

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NOW = "2026-11-22T19:30:00"  # a Sunday

CHARACTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n")

reminders = st.fixed_dictionaries(
    {
        "title": st.text(CHARACTERS, max_size=90),
        "description": st.text(CHARACTERS, max_size=300),
        "address": st.just("https://example.org/sub/sciatica/"),
        "days": st.lists(st.sampled_from(DAYS), min_size=1, unique=True),
        "times": st.lists(
            st.times().map(lambda time: time.strftime("%H:%M")),
            min_size=1,
            max_size=10,
            unique=True,
        ),
        "now": st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1)).map(datetime.isoformat),  # noqa: DTZ001 - floating, as in the file
    }
)


def written(cases: list[dict[str, Any]], zone: str = "America/Denver") -> list[bytes]:
    """The calendar files as our module writes them, in a time zone far from ours."""
    done = subprocess.run(
        node_tools.command("tests/support/print-calendar.js"),
        input=json.dumps(cases),
        env={**os.environ, "TZ": zone},
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return [file.encode() for file in json.loads(done.stdout)]


def events(file: bytes) -> list[Any]:
    """The library types every property as anything it might hold."""
    return list(Calendar.from_ical(file).walk("VEVENT"))


def case(**other: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of the case
    plain = {"title": "Sciatica", "description": "Here", "address": "https://example.org/sciatica/"}
    return {**plain, "days": ["MO", "TH"], "times": ["07:30", "18:05"], "now": NOW, **other}


@given(st.lists(reminders, min_size=1, max_size=40))
@settings(max_examples=5)
def test_a_calendar_reads_what_was_meant(cases: list[dict[str, Any]]) -> None:
    for wanted, file in zip(cases, written(cases), strict=True):
        found = events(file)
        assert [event["DTSTART"].dt.strftime("%H:%M") for event in found] == wanted["times"]
        for event in found:
            assert str(event["SUMMARY"]) == wanted["title"]
            assert str(event["DESCRIPTION"]) == wanted["description"]
            assert event["RRULE"]["FREQ"] == ["WEEKLY"]
            assert sorted(event["RRULE"]["BYDAY"]) == sorted(wanted["days"])
            check_start(event["DTSTART"].dt, wanted)


def check_start(start: datetime, wanted: dict[str, Any]) -> None:
    """Floating, on a chosen day, and the first that is still to come."""
    now = datetime.fromisoformat(wanted["now"])
    assert start.tzinfo is None
    assert DAYS[start.weekday()] in wanted["days"]
    assert now < start <= now + timedelta(days=7, hours=1)


@given(st.lists(reminders, min_size=1, max_size=40))
@settings(max_examples=5)
def test_lines_end_and_fold_as_the_standard_says(cases: list[dict[str, Any]]) -> None:
    for file in written(cases):
        assert file.endswith(b"END:VCALENDAR\r\n")
        lines = file.split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert all(b"\n" not in line and b"\r" not in line for line in lines)
        for line in lines:
            line.decode("utf-8")  # no character is cut in two


def test_each_time_rings_and_names_its_page() -> None:
    [file] = written([case()])
    found = events(file)
    assert len({str(event["UID"]) for event in found}) == 2
    for event in found:
        assert str(event["URL"]) == "https://example.org/sciatica/"
        [alarm] = event.walk("VALARM")
        assert (str(alarm["ACTION"]), alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(0))
        assert event["DURATION"].dt == timedelta(minutes=15)
        assert event["DTSTAMP"].dt.tzinfo is not None


@pytest.mark.parametrize(
    ("days", "time", "first"),
    [
        (["SU"], "20:00", date(2026, 11, 22)),  # still to come today
        (["SU"], "07:00", date(2026, 11, 29)),  # past today: in a week
        (["MO"], "07:00", date(2026, 11, 23)),
        (["SA"], "23:59", date(2026, 11, 28)),
    ],
)
def test_it_begins_on_the_first_chosen_day(days: list[str], time: str, first: date) -> None:
    [file] = written([case(days=days, times=[time])])
    [event] = events(file)
    assert event["DTSTART"].dt.date() == first

"""The calendar file of the reminders, read back by a well-kept calendar library."""

import itertools
import json
import os
import subprocess
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # icalendar brings it
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


# What a plan says of its days and its end


def days_of(event: Any) -> list[date]:  # noqa: ANN401 - as the library types it
    """The first days on which it rings, as another library reads the rule."""
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt)
    return [moment.date() for moment in itertools.islice(rule, 100)]


def test_a_file_made_again_has_the_same_events_and_replaces_them() -> None:
    later = "2026-11-30T08:00:00"
    changed = case(now=later, times=["09:00", "20:00"])
    other = case(address="https://example.org/plan/#1/bridge/end:6bc3")
    first, again, of_another = map(events, written([case(), changed, other]))
    uids = [str(event["UID"]) for event in first]
    assert [str(event["UID"]) for event in again] == uids
    assert not {str(event["UID"]) for event in of_another} & set(uids)
    for before, after in zip(first, again, strict=True):
        assert after["SEQUENCE"] > before["SEQUENCE"]
        assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def test_it_ends_with_the_last_day_of_the_plan_wherever_the_reader_is(zone: str) -> None:
    wanted = case(days=["MO", "WE", "FR"], times=["07:00", "23:59"], until="2026-12-11")
    (file,) = written([wanted], zone)
    for event in events(file):
        days = days_of(event)
        assert days[0] == date(2026, 11, 23)
        assert days[-1] == date(2026, 12, 11)
        assert len(days) == 9
        assert event["RRULE"]["UNTIL"][0].tzinfo is None  # floating, as the start is


@pytest.mark.parametrize(
    ("start", "first"),
    [("2026-11-22", date(2026, 11, 24)), ("2026-11-21", date(2026, 11, 23))],
)
def test_every_other_day_keeps_its_days_whenever_the_file_is_made(start: str, first: date) -> None:
    wanted = case(days=[], times=["07:30"], everyOtherFrom=start, until="2026-12-05")
    file, later = written([wanted, {**wanted, "now": "2026-11-27T12:00:00"}])
    (event,), (again,) = events(file), events(later)
    days = days_of(event)
    assert days[0] == first
    assert {(b - a).days for a, b in itertools.pairwise(days)} == {2}
    assert date(2026, 12, 3) <= days[-1] <= date(2026, 12, 5)
    assert set(days_of(again)) < set(days)


def test_where_no_reminder_is_left_there_is_no_file() -> None:
    past, today, half = written(
        [
            case(until="2026-11-21", days=list(DAYS)),
            case(until="2026-11-22", days=list(DAYS), times=["19:00"]),
            case(until="2026-11-22", days=list(DAYS), times=["19:00", "20:00"]),
        ]
    )
    assert (past, today) == (b"", b"")
    (event,) = events(half)
    assert days_of(event) == [date(2026, 11, 22)]

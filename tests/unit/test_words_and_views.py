"""What a reader is told: whole sentences, right plurals, no sums left to do."""

from dataclasses import replace
from datetime import date
from itertools import product
from string import Formatter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbook import words
from stretchbook.model import Clinic, Dose, Position, Reference, Review, Section, Step
from stretchbook.views import common
from stretchbook.views.dose import view_dose
from stretchbook.views.frame import view_frame
from stretchbook.views.home import view_home
from stretchbook.views.routine import view_routine
from stretchbook.views.stretch import routines_by_stretch
from stretchbook.views.stretches import view_stretch_lists
from stretchbook.views.warning import view_warning
from tests.support.content import HANDWRITTEN, real_library, with_exercises, with_routines

DURATIONS = {
    1: "1 second",
    2: "2 seconds",
    59: "59 seconds",
    60: "1 minute",
    61: "1 minute 1 second",
    100: "1 minute 40 seconds",
    120: "2 minutes",
    342: "5 minutes 42 seconds",
    420: "7 minutes",
    600: "10 minutes",
    1800: "30 minutes",
}


@pytest.mark.parametrize(("seconds", "said"), DURATIONS.items())
def test_a_time_is_said_in_minutes_and_seconds(seconds: int, said: str) -> None:
    assert words.duration(seconds) == said


@given(st.integers(1, 5000))
def test_the_time_said_is_the_time_meant(seconds: int) -> None:
    parts = words.duration(seconds).split()
    length = {"second": 1, "seconds": 1, "minute": 60, "minutes": 60}
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    assert sum(int(number) * length[unit] for number, unit in pairs) == seconds
    assert all((int(number) == 1) != unit.endswith("s") for number, unit in pairs)
    assert "0" not in [number for number, _ in pairs]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 stretches"), (1, "1 stretch"), (2, "2 stretches")]
)
def test_one_is_singular_and_none_is_not(number: int, said: str) -> None:
    assert words.plural(words.STRETCH_COUNT, number) == said


HOLD = {"hold_seconds": 30}
RELEASE = {"hold_seconds": 3, "release_seconds": 2}
MOVE = {"repetition_seconds": 2}
CLOCK = {"set_seconds": 60}
# Kind, sets, repetitions, sides: each of the 24 sentences once, and the singular where it differs.
DOSES: list[tuple[dict[str, int], int, int, bool, str]] = [
    (HOLD, 1, 1, False, "Hold for 30 seconds"),
    (HOLD, 1, 1, True, "Hold for 30 seconds on each side"),
    (HOLD, 3, 1, False, "3 times: hold for 30 seconds"),
    (HOLD, 3, 1, True, "3 times on each side: hold for 30 seconds"),
    (HOLD, 1, 5, False, "5 times: hold for 30 seconds"),
    (HOLD, 1, 5, True, "5 times on each side: hold for 30 seconds"),
    (HOLD, 2, 5, False, "2 sets of 5: hold each for 30 seconds"),
    (HOLD, 2, 5, True, "2 sets of 5 on each side: hold each for 30 seconds"),
    (RELEASE, 1, 10, False, "10 times: hold for 3 seconds, let go for 2 seconds"),
    (RELEASE, 1, 1, False, "1 time: hold for 3 seconds, let go for 2 seconds"),
    (RELEASE, 1, 10, True, "10 times on each side: hold for 3 seconds, let go for 2 seconds"),
    (RELEASE, 2, 10, False, "2 sets of 10: hold for 3 seconds, let go for 2 seconds"),
    (RELEASE, 2, 10, True, "2 sets of 10 on each side: hold for 3 seconds, let go for 2 seconds"),
    (MOVE, 1, 10, False, "10 times, 2 seconds each"),
    (MOVE, 1, 1, False, "1 time, 2 seconds each"),
    (MOVE, 1, 10, True, "10 times on each side, 2 seconds each"),
    (MOVE, 2, 10, False, "2 sets of 10, 2 seconds each"),
    (MOVE, 2, 10, True, "2 sets of 10 on each side, 2 seconds each"),
    (CLOCK, 1, 1, False, "1 minute without a break"),
    (CLOCK, 1, 1, True, "1 minute on each side"),
    (CLOCK, 2, 1, False, "2 times 1 minute"),
    (CLOCK, 2, 1, True, "2 times 1 minute on each side"),
    (CLOCK, 1, 30, False, "30 times in 1 minute"),
    (CLOCK, 1, 30, True, "30 times in 1 minute on each side"),
    (CLOCK, 2, 30, False, "2 sets of 30, 1 minute each"),
    (CLOCK, 2, 30, True, "2 sets of 30 on each side, 1 minute each"),
]


def dose(timing: dict[str, int], sets: int, repetitions: int, *, both: bool) -> Dose:
    sides = "each" if both else "together"
    return Dose(**timing, sets=sets, repetitions=repetitions, sides=sides)  # type: ignore[arg-type]  # a table of numbers


@pytest.mark.parametrize(("timing", "sets", "times", "both", "said"), DOSES)
def test_a_dose_is_said_in_one_plain_sentence(
    timing: dict[str, int],
    sets: int,
    times: int,
    both: bool,  # noqa: FBT001 - a column of the table
    said: str,
) -> None:
    assert view_dose(dose(timing, sets, times, both=both)).line == said


def test_the_table_above_says_every_sentence_of_the_catalogue() -> None:
    assert set(words.DOSE) == set(product(get_args(words.Timing), (False, True), (False, True)))
    said = {view_dose(dose(t, s, n, both=b)).line for t, s, n, b, _ in DOSES}
    singular = 2
    assert len(said) == len(words.DOSE) + singular == 26


@pytest.mark.parametrize(("key", "sentence"), words.DOSE.items(), ids=str)
def test_no_sentence_leaves_out_a_number_of_its_dose(
    key: tuple[words.Timing, bool, bool], sentence: str
) -> None:
    timing, several, both = key
    named = {name for _, name, _, _ in Formatter().parse(sentence) if name}
    assert ("sets" in named) == several
    assert ("on each side" in sentence) == both
    counted = timing not in ("hold once", "clock")
    assert bool(named & {"n", "times"}) == counted
    needed = {
        "hold once": {"hold"},
        "hold": {"hold"},
        "hold and release": {"hold", "release"},
        "movement": {"movement"},
    }.get(timing, {"clock"})
    assert needed <= named


def test_every_number_of_a_dose_says_where_it_comes_from() -> None:
    given_dose = Dose(
        sets=2,
        repetitions=10,
        hold_seconds=3,
        source={
            "sets": "source page",
            "repetitions": "editor",
            "hold_seconds": "https://www.nhs.uk/live-well/exercise/",
        },
        reason="Chosen at the gentle end.",
    )
    view = view_dose(given_dose)
    assert [(line.label, line.url) for line in view.origins] == [
        ("Number of sets: from the web page this routine began with.", ""),
        ("How many times: chosen by the editor of this site.", ""),
        ("How long to hold: nhs.uk.", "https://www.nhs.uk/live-well/exercise/"),
    ]
    assert view.reason == "Chosen at the gentle end."
    assert view.total_seconds == 60
    assert view.time == "1 minute"


ATTRIBUTIONS = {
    "editor": (words.ATTRIBUTED_EDITOR, ""),
    "source page": ("", ""),
    "NICE guideline NG59": ("Source: NICE guideline NG59", ""),
    "NHS: Sciatica": ("Source: NHS: Sciatica", ""),
    "https://www.nice.org.uk/guidance/ng59": (
        "Source: nice.org.uk",
        "https://www.nice.org.uk/guidance/ng59",
    ),
    "javascript://example.org/%0aalert(1)": ("Source: javascript://example.org/%0aalert(1)", ""),
    "//example.org/": ("Source: //example.org/", ""),
    "https://[nhs": ("Source: https://[nhs", ""),
    "data:text/html,x": ("Source: data:text/html,x", ""),
}


@pytest.mark.parametrize(("source", "said"), ATTRIBUTIONS.items(), ids=str)
def test_a_source_is_said_in_words_and_linked_only_to_the_web(
    source: str, said: tuple[str, str]
) -> None:
    line = common.attribution(source)
    assert (line.label, line.url) == said


def test_a_published_source_says_what_it_says() -> None:
    lines = common.source_lines(
        [
            Reference(title="NHS: Sciatica.", url="https://x.org/", says="It eases in weeks."),
            Reference(title="A book"),
        ]
    )
    assert [(line.label, line.url) for line in lines] == [
        ("NHS: Sciatica. It eases in weeks.", "https://x.org/"),
        ("A book", ""),
    ]


def test_a_review_that_has_not_happened_is_never_claimed() -> None:
    written, due = date(2026, 11, 22), date(2027, 11, 22)
    line = common.review_line(Review(written_on=written, next_review=due))
    assert line.state == "Not yet reviewed by a clinician."
    assert line.reviewed_on == ""
    done = Review(
        written_on=written,
        next_review=due,
        reviewed_by="A. Person, physical therapist",
        reviewed_on=date(2026, 12, 1),
    )
    line = common.review_line(done)
    assert line.state == "Reviewed by A. Person, physical therapist on 2026-12-01."
    assert line.reviewed_on == "2026-12-01"
    assert line.dates == "Written on 2026-11-22. Next review by 2027-11-22."


def test_the_home_page_says_so_until_everything_is_reviewed() -> None:
    library = real_library()
    assert view_home(library).review == words.HOME_NOT_REVIEWED
    done = Review(
        written_on=date(2026, 11, 22),
        next_review=date(2027, 11, 22),
        reviewed_by="A. Person",
        reviewed_on=date(2026, 12, 1),
    )
    all_done = with_exercises(
        library, *(replace(e, review=done) for e in library.exercises.values())
    )
    assert view_home(all_done).review == words.HOME_NOT_REVIEWED
    all_done = with_routines(
        all_done, *(replace(r, review=done) for r in library.routines.values())
    )
    assert view_home(all_done).review == ""


def test_a_routine_tells_its_time_its_stretches_and_where() -> None:
    library = real_library()
    facts = {
        routine.id: [(fact.label, fact.value) for fact in view_routine(library, routine).facts]
        for routine in library.routines.values()
    }
    assert facts["sciatica"] == [
        ("Time", "7 minutes"),
        ("Add this when resting", "10 minutes"),
        ("Stretches", "6"),
        ("Where", "Standing, Floor, Chair, Bed"),
    ]
    assert facts["daily-warm-up"][0] == ("Time", "6 minutes")
    assert facts["daily-warm-up"][1] == ("Stretches", "7")
    assert facts["low-back-pain"][1:] == [("Stretches", "7"), ("Where", "Floor")]


def section_time(stated: int | None, *exercises: str) -> str:
    library = real_library()
    section = Section(
        id="main",
        title="Main",
        stated_minutes=stated,
        steps=tuple(Step(exercise=name) for name in exercises),
    )
    routine = replace(library.routines["sciatica"], sections=(section,))
    return view_routine(library, routine).sections[0].time


def test_stated_and_computed_time_are_told_apart_where_they_differ() -> None:
    groin = "legs-up-groin-stretch"
    assert section_time(10, groin) == "Total time: 10 minutes"
    assert section_time(9, groin) == (
        "Total time: 9 minutes. Worked out from the doses below: 10 minutes."
    )
    assert section_time(None, groin) == "Total time: 10 minutes, worked out from the doses below."


def test_a_routine_may_give_a_dose_of_its_own() -> None:
    library = real_library()
    own = Dose(hold_seconds=90, sides="each")
    step = Step(exercise="legs-up-groin-stretch", dose=own, note="At bedtime.")
    section = Section(id="main", title="Main", steps=(step,))
    routine = replace(library.routines["sciatica"], sections=(section,))
    (shown,) = view_routine(library, routine).sections
    (view,) = shown.steps
    assert shown.time == "Total time: 3 minutes, worked out from the doses below."
    assert view.stretch.dose.line == "Hold for 1 minute 30 seconds on each side"
    assert view.note == "At bedtime."
    assert section_time(None, "legs-up-groin-stretch").startswith("Total time: 10 minutes")


def test_stretches_are_numbered_through_the_whole_routine() -> None:
    library = real_library()
    view = view_routine(library, library.routines["sciatica"])
    titles = [step.title for section in view.sections for step in section.steps]
    assert titles[0] == "1. Standing glute squeeze"
    assert titles[5] == "6. One-leg-up groin stretch"
    assert [section.first for section in view.sections] == [True, False]


@pytest.mark.parametrize("country", ["us", "uk", "eu"])
def test_the_warning_shows_the_numbers_of_the_country(country: str) -> None:
    library = real_library()
    library = replace(library, site=replace(library.site, emergency=country))
    view = view_warning(library, "back")
    expected = {"us": ["911"], "uk": ["999", "111"], "eu": ["112"]}[country]
    assert [phone.tel for phone in view.phones] == expected
    assert expected[0] in view.instruction
    others = {"911", "999", "111", "112"} - set(expected)
    assert not [number for number in others if number in view.instruction + view.advice]


def test_a_number_with_spaces_can_be_tapped() -> None:
    library = real_library()
    service = library.emergency["us"]
    number = replace(service.numbers[0], number="+44 20 7946 0000")
    emergency = {"us": replace(service, numbers=(number,))}
    view = view_warning(replace(library, emergency=emergency), "back")
    assert [(phone.number, phone.tel) for phone in view.phones] == [
        ("+44 20 7946 0000", "+442079460000")
    ]


def test_the_menu_lists_routines_and_handwritten_pages_but_no_stretch() -> None:
    menu = view_frame(real_library(), [*HANDWRITTEN, "opening-hours.md", "notes/deep.md"]).menu
    assert [(entry.title, entry.file) for entry in menu] == [
        ("Home", "index.md"),
        ("Sciatica stretches", "sciatica/index.md"),
        ("Low back pain exercises", "low-back-pain/index.md"),
        ("Daily warm-up", "daily-warm-up/index.md"),
        ("All stretches", "stretches/index.md"),
        ("Make a plan", "plan/index.md"),
        ("Diary", "diary/index.md"),
        ("For clinicians", "clinicians.md"),
        ("For authors", "authors.md"),
        ("About", "about.md"),
        ("Privacy", "privacy.md"),
        ("", "opening-hours.md"),
    ]


def test_a_clinic_is_named_with_what_it_gave_and_nothing_else() -> None:
    library = real_library()
    assert view_frame(library, ()).clinic == ()
    site = replace(library.site, clinic=Clinic(name="Back Clinic", phone="555 0100"))
    facts = view_frame(replace(library, site=site), ()).clinic
    assert [fact.value for fact in facts] == ["Back Clinic", "555 0100"]


def test_every_position_has_a_word() -> None:
    assert set(words.POSITIONS) == {str(position) for position in Position}


def test_the_list_holds_every_stretch_once_by_name() -> None:
    library = real_library()
    (page,) = view_stretch_lists(library, routines_by_stretch(library))
    names = [entry.stretch.name for entry in page.entries]
    assert names == sorted(names, key=str.casefold)
    assert {entry.stretch.id for entry in page.entries} == set(library.exercises)
    assert (page.previous_page, page.next_page) == ("", "")


def test_every_filter_finds_exactly_the_stretches_it_names() -> None:
    library = real_library()
    (page,) = view_stretch_lists(library, routines_by_stretch(library))
    assert {item.name for item in page.filters} == {"area", "position", "equipment", "routine"}
    found = {
        (item.name, choice.value): {link.label for link in choice.stretches}
        for item in page.filters
        for choice in item.choices
    }
    assert found["position", "all-fours"] == {"Cat stretch", "Child's pose"}
    assert found["routine", "sciatica"] == {
        library.exercises[step.exercise].name
        for section in library.routines["sciatica"].sections
        for step in section.steps
    }
    assert found["equipment", "none"] == {
        e.name for e in library.exercises.values() if not e.equipment
    }
    assert all(found[key] for key in found if key[0] in ("area", "position", "routine"))

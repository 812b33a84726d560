"""What a reader is told: whole sentences, no sums left to do."""

from dataclasses import replace
from datetime import date
from itertools import product
from string import Formatter
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

from stretchbook.model import (
    Clinic,
    Dose,
    Library,
    Position,
    Reference,
    Review,
    Routine,
    Section,
    Step,
)
from stretchbook.model.dose import Sides
from stretchbook.plans import decode
from stretchbook.render import render
from stretchbook.views import common
from stretchbook.views.common import Link, clinic_lines
from stretchbook.views.document_view import view_document
from stretchbook.views.dose_view import Timing, dose_line, dose_origins, dose_time
from stretchbook.views.filter_view import MOST_ROUTINES, view_filters
from stretchbook.views.frame_view import view_frame
from stretchbook.views.home_view import view_homes
from stretchbook.views.remark_view import remark_origins
from stretchbook.views.routine_view import RoutineView, view_routine
from stretchbook.views.stretch_list_view import StretchListView, view_stretch_lists
from stretchbook.views.stretch_view import routines_by_stretch, view_stretch
from stretchbook.views.warning_view import view_short_warning, view_warning
from stretchbook.words import our_words
from tests.support.content import HANDWRITTEN, sample_library, with_exercises, with_routines

WORDS = our_words()

SENTENCES = WORDS.group("dose")
HOLD = {"hold_seconds": 30}
RELEASE = {"hold_seconds": 3, "release_seconds": 2}
MOVE = {"repetition_seconds": 2}
CLOCK = {"set_seconds": 60}
TIRED: dict[str, int] = {"until_tired": True}
FREE: dict[str, int] = {"as_you_like": True}
# Kind, sets, repetitions, both sides: each sentence once, and the singular where it differs. Those
# of one side are in tests/vectors/dose-lines.json.
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
    ({}, 1, 10, False, "10 times"),
    ({}, 1, 10, True, "10 times on each side"),
    ({}, 3, 10, False, "3 sets of 10"),
    ({}, 3, 10, True, "3 sets of 10 on each side"),
    (TIRED, 1, 1, False, "Until you are tired"),
    (TIRED, 1, 1, True, "Until you are tired, on each side"),
    (TIRED, 3, 1, False, "3 sets, each until you are tired"),
    (TIRED, 3, 1, True, "3 sets on each side, each until you are tired"),
    (FREE, 1, 1, False, "As often as you like"),
    (FREE, 1, 1, True, "As often as you like, on each side"),
]
# What a source says in other ways: the whole dose, and how long it takes.
SAID: list[tuple[dict[str, Any], str, str]] = [
    (
        {"repetitions": 8, "repetitions_to": 12, "hold_seconds": 10, "hold_seconds_to": 20},
        "8 to 12 times: hold for 10 to 20 seconds",
        "at least 1 minute 20 seconds",
    ),
    ({"sets": 1, "sets_to": 3, "repetitions": 10}, "1 to 3 sets of 10", "At your own pace"),
    (
        {"hold_seconds": 30, "hold_seconds_to": 60},
        "Hold for 30 to 60 seconds",
        "at least 30 seconds",
    ),
    (
        {"hold_seconds": 30, "hold_seconds_to": 180},
        "Hold for 30 seconds to 3 minutes",
        "at least 30 seconds",
    ),
    ({"set_seconds": 3600}, "60 minutes without a break", "60 minutes"),
    (
        {"set_seconds": 1200, "set_seconds_to": 1800},
        "20 to 30 minutes without a break",
        "at least 20 minutes",
    ),
    ({"repetitions": 4, "repetition_seconds": 1.5}, "4 times, 1.5 seconds each", "6 seconds"),
    (
        {"repetitions": 3, "hold_seconds": 2.5, "release_seconds": 0.5},
        "3 times: hold for 2.5 seconds, let go for 0.5 seconds",
        "9 seconds",
    ),
    (
        {"sets": 2, "repetitions": 10, "repetition_seconds": 3, "rest_seconds": 90},
        "2 sets of 10, 3 seconds each, rest for 1 minute 30 seconds between sets",
        "2 minutes 30 seconds",
    ),
    ({"repetitions": 10, "load": "2 kg"}, "10 times (2 kg)", "At your own pace"),
    (
        {"until_tired": True, "sets": 2, "load": "Red band", "rest_seconds": 60, "sides": "left"},
        "2 sets on the left side only, each until you are tired (Red band),"
        " rest for 1 minute between sets",
        "At your own pace",
    ),
]


@pytest.mark.parametrize(("values", "line", "time"), SAID)
def test_what_a_source_says_is_said(values: dict[str, Any], line: str, time: str) -> None:
    given = TypeAdapter(Dose).validate_python(values)
    assert (dose_line(WORDS, given), dose_time(WORDS, given)) == (line, time)


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
    assert dose_line(WORDS, dose(timing, sets, times, both=both)) == said


def test_the_table_above_says_every_sentence_of_the_catalogue() -> None:
    names = product(get_args(Timing), ("set", "sets"), get_args(Sides))
    never = {f"as you like sets {sides}" for sides in get_args(Sides)}
    assert set(SENTENCES) == {" ".join(name) for name in names} - never
    said = {dose_line(WORDS, dose(t, s, n, both=b)) for t, s, n, b, _ in DOSES}
    singular = 2
    assert len(said) == len(SENTENCES) / 2 + singular == 36


@pytest.mark.parametrize(("name", "sentence"), SENTENCES.items())
def test_no_sentence_leaves_out_a_number_of_its_dose(name: str, sentence: str) -> None:
    timing, several, both = name.rsplit(" ", 2)
    named = {name for _, name, _, _ in Formatter().parse(sentence) if name}
    assert bool(named & {"sets", "sets_times"}) == (several == "sets")
    wheres = {"each": "on each side", "left": "left side only", "right": "right side only"}
    assert [where for where in wheres.values() if where in sentence] == (
        [wheres[both]] if both in wheres else []
    )
    words_instead = timing in ("until tired", "as you like")
    counted = timing not in ("hold once", "clock") and not words_instead
    assert bool(named & {"n", "times"}) == counted
    needed = {
        "hold once": {"hold"},
        "hold": {"hold"},
        "hold and release": {"hold", "release"},
        "movement": {"movement"},
    }.get(timing, set() if words_instead or timing == "count" else {"clock"})
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
    assert [(line.label, line.address) for line in dose_origins(WORDS, given_dose)] == [
        ("Number of sets: from the web page this routine began with.", ""),
        ("How many times: chosen by the editor of this site.", ""),
        ("How long to hold: nhs.uk.", "https://www.nhs.uk/live-well/exercise/"),
    ]


ATTRIBUTIONS = {
    "editor": ("", ""),
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
    line = common.attribution(WORDS, source)
    assert (line.label, line.address) == said


def test_a_published_source_says_what_it_says() -> None:
    lines = common.source_lines(
        WORDS,
        [
            Reference(title="NHS: Sciatica.", url="https://x.org/", says="It eases in weeks."),
            Reference(title="A book"),
        ],
    )
    assert [(line.label, line.address) for line in lines] == [
        ("NHS: Sciatica. It eases in weeks.", "https://x.org/"),
        ("A book", ""),
    ]


def routine_view(routine: Routine) -> RoutineView:
    return view_routine(WORDS, sample_library(), routine)


def test_a_review_that_has_not_happened_is_never_claimed() -> None:
    written, due = date(2026, 11, 22), date(2027, 11, 22)
    view = routine_view(sample_library().routines["sciatica"])
    line = view_document(WORDS, "a", view, Review(written_on=written, next_review=due))
    assert line.state == "Not yet reviewed by a clinician."
    assert line.reviewed_on == ""
    done = Review(
        written_on=written,
        next_review=due,
        reviewed_by="A. Person, physical therapist",
        reviewed_on=date(2026, 12, 1),
    )
    line = view_document(WORDS, "a", view, done)
    assert line.state == "Reviewed by A. Person, physical therapist on 2026-12-01."
    assert line.reviewed_on == "2026-12-01"
    assert line.dates == "Written on 2026-11-22. Next review by 2027-11-22."


def test_what_is_our_own_advice_is_said_once_among_the_sources() -> None:
    for routine in sample_library().routines.values():
        *_, own = routine_view(routine).sources
        assert own.label.startswith("Our own advice, for which we have no source: “")
        advice = (*routine.how_often, *routine.when_to_stop, *routine.evidence)
        for item in advice:
            assert (f"“{item.text}”" in own.label) == (item.source == "editor")


def reviewed(library: Library) -> bool:
    (home,) = view_homes(WORDS, library, (), view_short_warning(WORDS, library))
    return home.reviewed


def test_the_home_page_says_so_until_everything_is_reviewed() -> None:
    library = sample_library()
    assert not reviewed(library)
    done = Review(
        written_on=date(2026, 11, 22),
        next_review=date(2027, 11, 22),
        reviewed_by="A. Person",
        reviewed_on=date(2026, 12, 1),
    )
    all_done = with_exercises(
        library, *(replace(e, review=done) for e in library.exercises.values())
    )
    assert not reviewed(all_done)
    all_done = with_routines(
        all_done, *(replace(r, review=done) for r in library.routines.values())
    )
    assert reviewed(all_done)


def test_a_routine_tells_its_time_its_stretches_and_where() -> None:
    library = sample_library()
    facts = {routine.id: list(routine_view(routine).facts) for routine in library.routines.values()}
    assert facts["sciatica"] == [
        ("Time", "About 13 minutes"),
        ("Add this when resting", "About 11 minutes"),
        ("Stretches", "6"),
        ("Where", "Standing, Floor, Chair, Bed"),
    ]
    assert facts["daily-warm-up"][0] == ("Time", "About 12 minutes")
    assert facts["daily-warm-up"][1] == ("Stretches", "7")
    assert facts["low-back-pain"][1:] == [("Stretches", "7"), ("Where", "Floor")]


def section_time(stated: int | None, *exercises: str) -> str:
    library = sample_library()
    section = Section(
        id="main",
        title="Main",
        stated_minutes=stated,
        steps=tuple(Step(exercise=name) for name in exercises),
    )
    routine = replace(library.routines["sciatica"], sections=(section,))
    return routine_view(routine).sections[0].time


def test_the_whole_time_is_told_and_how_much_of_it_is_stretching() -> None:
    groin = "legs-up-groin-stretch"
    for stated in (None, 10):
        assert section_time(stated, groin) == "About 11 minutes, 10 minutes of it stretching."
    assert section_time(9, groin) == "About 11 minutes, 9 minutes of it stretching."


def test_a_routine_may_give_a_dose_of_its_own() -> None:
    library = sample_library()
    own = Dose(hold_seconds=90, sides="each")
    step = Step(exercise="legs-up-groin-stretch", dose=own, note="At bedtime.")
    section = Section(id="main", title="Main", steps=(step,))
    routine = replace(library.routines["sciatica"], sections=(section,))
    (shown,) = routine_view(routine).sections
    (view,) = shown.steps
    assert shown.time == "About 4 minutes, 3 minutes of it stretching."
    assert view.stretch.dose_line == "Hold for 1 minute 30 seconds on each side"
    assert view.note == "At bedtime."
    assert decode(view.stretch.alone).problems == []
    (alone,) = decode(view.stretch.alone).plan.steps  # what "Add to plan" takes
    assert (alone.exercise, alone.dose) == ("legs-up-groin-stretch", own)


def test_stretches_are_numbered_through_the_whole_routine() -> None:
    library = sample_library()
    view = routine_view(library.routines["sciatica"])
    titles = [step.title for section in view.sections for step in section.steps]
    assert titles[0] == "1. Standing glute squeeze"
    assert titles[5] == "6. One-leg-up groin stretch"
    assert [section.first for section in view.sections] == [True, False]


@pytest.mark.parametrize("country", ["us", "uk", "eu"])
def test_the_warning_shows_the_numbers_of_the_country(country: str) -> None:
    library = sample_library()
    library = replace(library, site=replace(library.site, emergency=country))
    view = view_warning(WORDS, library, "back")
    expected = {"us": ["911"], "uk": ["999", "111"], "eu": ["112"]}[country]
    assert [phone.number for phone in view.phones] == expected
    assert expected[0] in view.instruction
    others = {"911", "999", "111", "112"} - set(expected)
    assert not [number for number in others if number in view.instruction + view.advice]


def test_a_number_with_spaces_can_be_tapped() -> None:
    library = sample_library()
    service = library.emergency["us"]
    number = replace(service.numbers[0], number="+44 20 7946 0000")
    emergency = {"us": replace(service, numbers=(number,))}
    page = render(replace(library, emergency=emergency))["docs/index.md"].decode()
    assert "20 7946 0000](tel:+442079460000)" in page


@pytest.mark.parametrize(("number", "listed"), [(20, 20), (21, 0)])
def test_the_menu_does_not_grow_with_the_library(number: int, listed: int) -> None:
    library = sample_library()
    routine = next(iter(library.routines.values()))
    many = {f"routine-{n}": replace(routine, id=f"routine-{n}") for n in range(number)}
    frame = view_frame(WORDS, replace(library, routines=many), ())
    assert sum("routine-" in file for _, file in frame.menu) == listed


def test_the_menu_lists_routines_and_handwritten_pages_but_no_stretch() -> None:
    frame = view_frame(WORDS, sample_library(), [*HANDWRITTEN, "opening-hours.md", "notes/deep.md"])
    assert list(frame.menu) == [
        ("Home", "index.md"),
        ("Sciatica stretches", "sciatica/index.md"),
        ("Low back pain exercises", "low-back-pain/index.md"),
        ("Daily warm-up", "daily-warm-up/index.md"),
        ("All stretches", "stretches/index.md"),
        ("Diary", "diary/index.md"),
        ("", "opening-hours.md"),
    ]
    assert list(frame.apart) == [
        ("Make a plan", "plan/index.md"),
        ("For clinicians", "clinicians.md"),
        ("For authors", "authors.md"),
        ("About", "about.md"),
        ("Privacy", "privacy.md"),
    ]


def test_a_clinic_is_named_with_what_it_gave_and_nothing_else() -> None:
    library = sample_library()
    assert view_frame(WORDS, library, ()).clinic == ()
    site = replace(library.site, clinic=Clinic(name="Back Clinic", phone="555 0100"))
    lines = view_frame(WORDS, replace(library, site=site), ()).clinic
    assert lines == (Link(label="Back Clinic"), Link(label="555 0100", address="tel:5550100"))


@pytest.mark.parametrize(
    ("phone", "leads"),
    [
        ("020 7946 0000", "tel:02079460000"),
        ("+44 (0)20/7946-0000", "tel:+442079460000"),
        ("ask for Ann", ""),
    ],
)
def test_a_number_can_be_called_where_it_is_only_a_number(phone: str, leads: str) -> None:
    site = replace(sample_library().site, clinic=Clinic(name="Back Clinic", phone=phone))
    assert clinic_lines(site)[1] == Link(label=phone, address=leads)


def test_what_stands_beside_the_steps_is_one_list_without_what_is_empty() -> None:
    library = sample_library()

    def kinds(name: str) -> list[str]:
        return [one.kind for one in view_stretch(WORDS, library, library.exercises[name]).remarks]

    some, others = ["why", "feel", "check_yourself", "common_mistakes", "works_on"], ["easier"]
    assert kinds("knee-rolls") == some
    assert kinds("standing-quad-stretch") == [*some, *others]
    assert kinds("seated-twist") == ["feel", "works_on"]


def test_an_easier_stretch_is_a_link_and_only_the_purpose_comes_before_the_steps() -> None:
    library = sample_library()
    view = view_stretch(WORDS, library, library.exercises["standing-quad-stretch"])
    (line,) = view.remarks[-1].lines
    assert line.text == ""
    assert line.link is not None
    assert line.link.label == "One-leg-up groin stretch"
    assert line.link.address == "/stretches/legs-up-groin-stretch/"
    assert [one.kind for one in view.remarks if one.before_steps] == ["why"]


def test_each_source_of_a_remark_is_named_once() -> None:
    exercise = sample_library().exercises["standing-quad-stretch"]
    assert [(line.label, line.address) for line in remark_origins(WORDS, exercise)] == [
        ("What it is good for: chosen by the editor of this site.", ""),
        ("Check yourself: chosen by the editor of this site.", ""),
        ("Check yourself: from the web page this routine began with.", ""),
        ("What often goes wrong: from the web page this routine began with.", ""),
        ("What often goes wrong: chosen by the editor of this site.", ""),
    ]


def test_every_position_has_a_word() -> None:
    assert set(WORDS.group("positions")) == {str(position) for position in Position}


def the_list(library: Library) -> StretchListView:
    stretches = [view_stretch(WORDS, library, item) for item in library.exercises.values()]
    used_in, filters = routines_by_stretch(library), view_filters(WORDS, library)
    (page,) = view_stretch_lists(WORDS, stretches, used_in, filters)
    return page


def test_the_list_holds_every_stretch_once_by_name() -> None:
    library = sample_library()
    page = the_list(library)
    names = [stretch.name for stretch, _ in page.entries]
    assert names == sorted(names, key=str.casefold)
    assert {stretch.id for stretch, _ in page.entries} == set(library.exercises)
    assert page.pages == (page.address,) == ("/stretches/",)


def test_more_routines_than_anybody_goes_through_are_no_filter() -> None:
    library = sample_library()
    (routine, *_) = library.routines.values()
    for most, names in ((MOST_ROUTINES, 1), (MOST_ROUTINES + 1, 0)):
        routines = {f"r{n}": replace(routine, id=f"r{n}", name=f"R {n}") for n in range(most)}
        found = [item.name for item in view_filters(WORDS, replace(library, routines=routines))]
        assert found.count("routine") == names
        assert len(found) == 4 + names


def test_every_filter_finds_exactly_the_stretches_it_names() -> None:
    library = sample_library()
    page = the_list(library)
    assert {item.name for item in page.filters} == {
        "area",
        "position",
        "equipment",
        "routine",
        "without",
    }
    found = {
        (item.name, value): {one.name for one in page.having(item.name, value)}
        for item in page.filters
        for value in item.choices
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
    assert found["without", "hip-replacement"] == {"Bedside hip stretch", "Knee to chest"}
    assert found["without", "cannot-kneel"] == {"Cat stretch", "Child's pose"}
    assert all(found[key] for key in found if key[0] in ("area", "position", "routine"))

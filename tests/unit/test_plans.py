"""Plans beside their links: in words, as files, in the library, and on the command line."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from stretchbook import checks
from stretchbook.commands import plan_links
from stretchbook.graphics import fonts
from stretchbook.model import Dose, Plan, PlanStep, Review
from stretchbook.plans import decode, encode, write_plan, write_steps
from stretchbook.problems import report
from stretchbook.reading.load import load_plan
from stretchbook.render import render
from stretchbook.views.dose_view import dose_line, dose_time
from stretchbook.views.plan_sheet_view import often_line, view_plan_sheet
from stretchbook.views.ready_plan_view import view_ready_plans
from stretchbook.words import our_words
from tests.conftest import ROOT
from tests.support.content import TODAY, sample_library
from tests.support.project import change, copy_project, run
from tests.support.search_index import numbers

LINES = json.loads((ROOT / "tests/vectors/dose-lines.json").read_text("utf-8"))
OFTEN = json.loads((ROOT / "tests/vectors/often-lines.json").read_text("utf-8"))
LINKS = json.loads((ROOT / "tests/vectors/plan-links.json").read_text("utf-8"))["vectors"]
VALID = [vector["link"] for vector in LINKS if vector["kind"] == "valid"]
FILE = ROOT / "content/plans/low-back-pain-first-week.yml"


@cache
def data_of(name: str) -> dict[str, Any]:
    """A file that the browser reads as data."""
    found: dict[str, Any] = json.loads(render(sample_library())[f"docs/data/{name}.json"])
    return found


def test_the_browser_gets_every_sentence_of_a_dose_and_says_it_alike() -> None:
    data = data_of("plan")
    assert data["dose_lines"] == LINES["dose_lines"]
    for name, sentence in LINES["words"].items():
        assert data["words"][name] == sentence
    for said in LINES["doses"]:
        dose = TypeAdapter(Dose).validate_python(
            {name: value for name, value in said["dose"].items() if value is not None}
        )
        assert dose_line(our_words(), dose) == said["line"]
        assert dose_time(our_words(), dose) == said["time"]
        assert dose.total_seconds == said["seconds"]


def test_how_often_is_said_on_paper_as_on_the_page() -> None:
    words = data_of("plan")["words"]
    for name, sentence in OFTEN["words"].items():
        assert words[name] == sentence
    for said in OFTEN["lines"]:
        assert often_line(our_words(), said["times_a_day"], said["days_a_week"]) == said["line"]


def test_a_plan_on_paper_has_its_doses_its_notes_and_who_gave_it() -> None:
    library = sample_library()
    right = TypeAdapter(Dose).validate_python({"hold_seconds": 20, "sides": "right"})
    sets = TypeAdapter(Dose).validate_python({"sets": 2, "repetitions": 5})
    plan = Plan(
        id="mine",
        title="Mine",
        about="Slowly.",
        made_by="Example Clinic",
        made_on=date(2026, 11, 20),
        until=date(2026, 12, 4),
        times_a_day=2,
        days=("mon", "thu"),
        steps=(
            PlanStep(exercise="standing-quad-stretch", dose=right, note="By the wall."),
            PlanStep(exercise="pelvic-tilt", dose=sets, pause_seconds=45, days_a_week=7),
            PlanStep(exercise="bridge", times_a_day=1),
        ),
    )
    view = view_plan_sheet(our_words(), library, plan)
    assert view.summary == (
        "Slowly. Made on 2026-11-20 by Example Clinic."
        " Do it until 2026-12-04. Then ask how to go on."
    )
    assert view.facts[0] == ("How often", "2 times a day, on Mon, Thu")
    (section,) = view.sections
    first, second, third = section.steps
    assert first.stretch.dose_line == "Hold for 20 seconds on the right side only"
    assert first.stretch.steps[0] == our_words()["dose_side.only right leg"]
    assert first.note == "Note for you: By the wall."
    assert first.facts[0] == ("How much", "Your plan sets this dose.")
    assert second.stretch.dose_line == "2 sets of 5, rest for 45 seconds between sets"
    assert ("How often", "Every day") in second.facts
    assert third.stretch.dose == library.exercises["bridge"].dose
    assert third.facts[0] == ("How often", "Once a day")
    assert view.address == f"/plan/#{encode(plan)}"


def test_a_long_dose_may_have_rests_of_the_plan() -> None:
    dose = TypeAdapter(Dose).validate_python({"sets": 4, "set_seconds": 900})
    step = PlanStep(exercise="bridge", dose=dose, pause_seconds=300)
    plan = Plan(id="mine", title="Mine", steps=(step,))
    (section,) = view_plan_sheet(our_words(), sample_library(), plan).sections
    assert "rest for 5 minutes" in section.steps[0].stretch.dose_line
    assert "60 minutes of it stretching" in section.time


def test_choices_hold_every_stretch_and_what_filters_ask_for() -> None:
    library, choices, index = sample_library(), data_of("choices"), data_of("search")
    parts = index["parts"]
    entries = [entry for name in parts if "entries" in name for entry in parts[name]]
    last = index["first_stretch"] + index["stretches"]
    shown = [entry["stretch"] for entry in entries[index["first_stretch"] : last]]
    assert {choice["id"] for choice in shown} == set(library.exercises)
    assert sum(entry["stretch"] is not None for entry in entries) == len(shown)
    asked = {item["name"]: set(item["choices"]) for item in choices["filters"]}
    assert set(asked) == {"area", "position", "equipment"}
    for name, values in asked.items():
        found = [set(numbers(parts[f"filter-{name}-{value}"])) for value in values]
        assert set.union(*found) == set(range(index["first_stretch"], last)), name
    routines = {routine.id: routine.name for routine in library.routines_in_order()}
    assert list(choices["routines"].items()) == list(routines.items())


def test_a_plan_of_a_stretch_that_is_not_there_is_found() -> None:
    plan = Plan(id="mine", title="Mine", steps=(PlanStep(exercise="brigde", note="Call 911"),))
    library = replace(sample_library(), plans={"mine": plan})
    found = [
        (finding.path, finding.keys, finding.hint)
        for finding, _, _ in checks.run(library, TODAY, checks.Reserved(), fonts.shapeless)
    ]
    assert ("plans/mine.yml", ("steps", 0, "exercise"), "did you mean bridge?") in found


def test_an_emergency_number_in_a_plan_is_found() -> None:
    plan = Plan(id="mine", title="Mine", steps=(PlanStep(exercise="bridge", note="Call 911"),))
    library = replace(sample_library(), plans={"mine": plan})
    found = [
        (finding.path, finding.keys)
        for finding, _, _ in checks.run(library, TODAY, checks.Reserved(), fonts.shapeless)
    ]
    assert ("plans/mine.yml", ("steps", 0, "note")) in found


def test_ready_made_plans_are_links_that_read_as_the_plan() -> None:
    library = sample_library()
    (ready,) = view_ready_plans(our_words(), library)
    reading = decode(ready.link)
    assert reading.problems == []
    plan = library.plans["first-week"]
    assert ready.title == reading.plan.title == plan.title
    assert [s.exercise for s in reading.plan.steps] == [s.exercise for s in plan.steps]
    assert [s.dose for s in reading.plan.steps] == [s.dose for s in plan.steps]


def test_a_ready_made_plan_says_who_has_approved_it_or_that_nobody_has() -> None:
    library = sample_library()
    (ready,) = view_ready_plans(our_words(), library)
    assert ready.state == "Not yet reviewed by a clinician."
    day = date(2026, 11, 20)
    review = Review(
        written_on=day,
        reviewed_by="A. Example, PT",
        reviewed_on=day,
        next_review=date(2027, 11, 20),
    )
    approved = replace(library.plans["first-week"], review=review)
    (ready,) = view_ready_plans(our_words(), replace(library, plans={"first-week": approved}))
    assert ready.state == "Reviewed by A. Example, PT on 2026-11-20."


@pytest.mark.parametrize("link", VALID)
def test_a_link_goes_into_a_file_and_back(link: str, tmp_path: Path) -> None:
    plan = replace(decode(link).plan, title="A title")  # a file needs one
    file = tmp_path / "plan.yml"
    file.write_text(write_plan(plan), "utf-8")
    read, problems = load_plan(file)
    assert read is not None, report(problems)
    assert encode(read) == encode(plan)


def test_steps_of_a_routine_name_who_chose_each_number() -> None:
    text = write_steps(decode("1/bridge.2x8h5p30/note:Slowly/knee-rolls/end:0").plan)
    assert "sets: editor" in text
    assert "hold_seconds: editor" in text
    assert "reason:" in text
    assert "pause" not in text  # a routine knows none


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: A\nsteps: []\n", "steps: "),
        (
            "title: A\nsteps: [{exercise: bridge, dose: {sets: 2}}]\n",
            "says neither how often nor how long",
        ),
        ("title: A\nsteps: [{exercise: bridge, pause_seconds: 900}]\n", "pause_seconds: "),
        ("title: A\nuntil: soon\nsteps: [{exercise: bridge}]\n", ":2: until: must be a date"),
        (
            "title: A\nuntil: 1999-01-01\nsteps: [{exercise: bridge}]\n",
            ":2: until: is out of range",
        ),
        ("title: A\nmade_on: '2026-02-30'\nsteps: [{exercise: bridge}]\n", ":2: made_on: must be"),
        (
            "title: A\nmade_on: 2026-11-26\nuntil: 2026-11-25\nsteps: [{exercise: bridge}]\n",
            ":3: until: must not be before made_on, 2026-11-26, found 2026-11-25",
        ),
        (
            "title: A\ndays: [mon, monday]\nsteps: [{exercise: bridge}]\n",
            ":2: days[2]: must be one of mon, tue, wed, thu, fri, sat, sun, every other day,",
        ),
        (
            "title: A\ndays: every other day\nsteps: [{exercise: bridge}]\n",
            ":2: days: must be a list",
        ),
        ("title: A\ndays: [mon, mon]\nsteps: [{exercise: bridge}]\n", ":2: days: name a day twice"),
        (
            "title: A\ndays: [mon, every other day]\nsteps: [{exercise: bridge}]\n",
            ":2: days: hold `every other day` and more",
        ),
        (
            "title: A\ndays_a_week: 5\ndays: [mon]\nsteps: [{exercise: bridge}]\n",
            ":3: days: stand beside days_a_week",
        ),
        ("title: A\nmade_by: 3\nsteps: [{exercise: bridge}]\n", ":2: made_by: must be text"),
        ("title: A\npatient: B\nsteps: [{exercise: bridge}]\n", "patient: "),
    ],
)
def test_a_plan_file_with_a_mistake_says_where(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "plan.yml"
    file.write_text(text, "utf-8")
    plan, problems = load_plan(file)
    assert plan is None
    assert said in report(problems)
    assert f"{file.as_posix()}:" in report(problems)


def test_a_file_in_json_has_its_dates_as_text(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    days = {"made_on": "2026-11-26", "until": "2026-12-10", "days": ["fri", "mon"]}
    data = {"title": "A", **days, "steps": [{"exercise": "bridge"}]}
    file.write_text(json.dumps(data), "utf-8")
    plan, problems = load_plan(file)
    assert plan, report(problems)
    body = "1/title:A/made:20261126/until:20261210/days:15/bridge/end:"
    assert encode(plan).startswith(body)


def test_the_command_makes_a_link_and_reads_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert plan_links.run(["link", str(FILE), "--page", "https://example.org/plan/"]) == 0
    link = capsys.readouterr().out.strip()
    assert link.startswith("https://example.org/plan/#1/title:Low_back")
    assert plan_links.run(["read", link]) == 0
    plan, _ = load_plan(FILE)
    assert plan is not None
    assert capsys.readouterr().out == write_plan(plan)


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("1/bridge.2x8h5", 'truncated\ndose: "bridge.2x8h5"\n'),
        ("hello", "no-plan: this is no link to a plan\n"),
        ("2/bridge/end:0000", 'altered\nnewer: "2"\n'),
    ],
)
def test_the_command_says_what_is_wrong_with_a_link(
    capsys: pytest.CaptureFixture[str], link: str, said: str
) -> None:
    code = plan_links.run(["read", link])
    printed = capsys.readouterr()
    assert printed.err == said
    assert code == (1 if decode(link).problems else 0)
    assert "steps:" in printed.out or link == "hello"


def test_a_plan_becomes_a_routine_that_passes_every_check(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    link = "1/bridge.2x8h5p30/note:Lift_slowly./knee-rolls/end:"
    whole = encode(decode(link).plan)
    done = run(project, "scripts/build.py", "plan", "routine", "desk-break", whole)
    assert done.returncode == 0, done.stderr
    routine = project / "content/routines/desk-break.yml"
    change(routine, "  - text: Write here how often to do it.", "  - text: Do it once a day.")
    done = run(project, "scripts/build.py", "check")
    assert done.returncode == 0, done.stderr
    again = run(project, "scripts/build.py", "plan", "routine", "desk-break", whole)
    assert again.returncode == 1
    assert again.stderr == "content/routines/desk-break.yml is there already.\n"
    taken = run(project, "scripts/build.py", "plan", "routine", "page-2", whole)
    assert taken.returncode == 1
    assert taken.stderr == "/page-2/ is an address the site needs itself: choose another id.\n"

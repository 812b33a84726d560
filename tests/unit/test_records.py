"""Doses as others write them down: nothing is invented, and every surface says the same."""

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from develop import node_tools
from stretchbook.model import Dose, Library
from stretchbook.pages import markdown
from stretchbook.plans import decode
from stretchbook.render import render
from stretchbook.views.dose_view import dose_line, dose_time
from stretchbook.views.handout_view import view_handout
from stretchbook.views.stretch_view import view_stretch
from stretchbook.views.timetable import guided_seconds
from stretchbook.words import our_words
from tests.conftest import ROOT
from tests.support import timetables
from tests.support.content import sample_library, with_exercises
from tests.support.records import library_with_records

WORDS = our_words()
DOSE = TypeAdapter(Dose)
PACE = "At your own pace"
# What each record says, and what we say of it: how much, and how long that takes.
SAID = {
    "calf-hold": (
        "Hold 10-20 s, 2-3 times each leg",
        "2 to 3 times on each side: hold for 10 to 20 seconds",
        "at least 40 seconds",
    ),
    "chair-rise": (
        "3 x 8-12, 1 min rest",
        "3 sets of 8 to 12, rest for 1 minute between sets",
        PACE,
    ),
    "ankle-pump": ("As often as you like", "As often as you like", PACE),
    "wall-slide": (
        "2 sets until tired, rest 1 min 30",
        "2 sets, each until you are tired, rest for 1 minute 30 seconds between sets",
        PACE,
    ),
    "arm-curl": ("2 x 10 each arm, 2 kg", "2 sets of 10 on each side (2 kg)", PACE),
    "band-row": (
        "15 reps of 2-3 s, red band",
        "15 times, 2 to 3 seconds each (Red band)",
        "at least 30 seconds",
    ),
    "easy-walk": ("30 min", "30 minutes without a break", "30 minutes"),
    "quick-squeeze": (
        "10 x 1.5 s, let go 0.5 s",
        "10 times: hold for 1.5 seconds, let go for 0.5 seconds",
        "20 seconds",
    ),
    "left-reach": (
        "Left only, 5 x 3 s",
        "5 times on the left side only: hold for 3 seconds",
        "15 seconds",
    ),
    "water-march": (
        "In the pool, with a helper: 5 to 10 min",
        "5 to 10 minutes without a break",
        "at least 5 minutes",
    ),
    "half-kneel-lean": (
        "Hold 30 s, 2-3 times each leg, level 3",
        "2 to 3 times on each side: hold for 30 seconds (Level 3)",
        "at least 2 minutes",
    ),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_with_records(tmp_path_factory.mktemp("records"))


@pytest.fixture(scope="module")
def files(library: Library) -> Mapping[str, bytes]:
    return render(library)


@pytest.mark.parametrize(("record", "said"), SAID.items(), ids=SAID)
def test_a_record_is_said_without_an_invented_number(
    library: Library, record: str, said: tuple[str, str, str]
) -> None:
    written, line, time = said
    dose = library.exercises[record].dose
    assert (dose_line(WORDS, dose), dose_time(WORDS, dose)) == (line, time)
    assert set(re.findall(r"[\d.]+", line)) <= set(re.findall(r"[\d.]*\d", written))


@pytest.mark.parametrize("record", SAID)
def test_a_record_is_said_alike_on_pages_paper_and_in_data(
    library: Library, files: Mapping[str, bytes], record: str
) -> None:
    _, line, time = SAID[record]
    page = files[f"docs/stretches/{record}/index.md"].decode()
    routine = files["docs/records/index.md"].decode()
    for text in (page, routine):
        assert markdown.text(line) in text
        assert f'"additionalVariable": {json.dumps(line)}' in text
        assert f":   {time}" in text
    assert json.loads(files[f"docs/data/stretches/{record}.json"])["dose_line"] == line
    handout = view_handout(WORDS, library, library.routines["records"])
    steps = [step for section in handout.routine.sections for step in section.steps]
    (found,) = [step.stretch for step in steps if step.stretch.id == record]
    assert (found.dose_line, found.dose_time) == (line, time)
    in_list = files["docs/stretches/index.md"].decode()
    assert f"· {time} of stretching" in in_list if time != PACE else f"· {PACE}" in in_list


def test_no_time_is_claimed_where_none_is_known(files: Mapping[str, bytes]) -> None:
    page = files["docs/records/index.md"].decode()
    assert "4 stretches go at your own pace: their time is not counted." in page
    assert "You set the pace. It waits until you say that a set is done." in page
    for record in ("chair-rise", "ankle-pump", "wall-slide", "arm-curl"):
        assert "activityDuration" not in files[f"docs/stretches/{record}/index.md"].decode()


def test_a_film_and_an_author_are_named_where_sources_are(files: Mapping[str, bytes]) -> None:
    walk = files["docs/stretches/easy-walk/index.md"].decode()
    address = "https://video.example.org/watch?v=easy_walk&t=5"
    assert f"[Walking well, Example Video]({address}){{ .source .printed }}" in walk
    assert f'"url": "{address}"' in walk
    assert "<video" not in walk
    assert "<iframe" not in walk
    for page in ("stretches/water-march", "records"):
        text = files[f"docs/{page}/index.md"].decode()
        assert "[Example Water Group, CC BY-SA 4.0](https://example.org/water)" in text
        assert '"creditText": "Example Water Group, CC BY-SA 4.0"' in text
    remarks = json.loads(files["docs/data/stretches/half-kneel-lean.json"])["remarks"]
    assert {
        "kind": "credit",
        "label": "Text by",
        "before_steps": False,
        "lines": [
            {
                "text": "",
                "link": None,
                "source": {"label": "wger contributors, CC BY-SA 3.0", "address": ""},
            }
        ],
    } in remarks


def test_positions_and_things_can_be_filtered_and_ruled_out(files: Mapping[str, bytes]) -> None:
    choices = json.loads(files["docs/data/choices.json"])
    filters = {item["name"]: item["choices"] for item in choices["filters"]}
    assert filters["position"]["half-kneeling"] == "Kneeling on one knee"
    assert filters["position"]["floor-sitting"] == "Sitting on the floor"
    assert (filters["equipment"]["pool"], filters["equipment"]["helper"]) == (
        "Pool",
        "Somebody to help",
    )
    assert "block" not in filters["equipment"]  # no stretch must have one
    lean = json.loads(files["docs/data/stretches/half-kneel-lean.json"])
    conditions = {limit["condition"] for limit in lean["limits"]}
    assert {"cannot-kneel", "no-floor"} <= conditions


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """Any dose that somebody could do, whatever a source leaves out or adds."""
    some = st.sampled_from
    values: dict[str, Any] = {
        "sides": draw(some(["together", "each", "left", "right"])),
        "load": draw(some([None, None, "2 kg", "Red band", "<b> & {dose} *x*_y"])),
    }
    kind = draw(some(["hold", "repetition", "set", "count", "until_tired", "as_you_like"]))
    if kind in ("until_tired", "as_you_like"):
        values[kind] = True
    else:
        values["repetitions"] = draw(st.integers(1 if kind != "count" else 2, 12))
        _range(draw, values, "repetitions", 1)
    if kind in ("hold", "repetition"):
        values[f"{kind}_seconds"] = draw(st.integers(1, 40)) / 2
        _range(draw, values, f"{kind}_seconds", 0.5)
    if kind == "set":
        values["set_seconds"] = draw(some([20, 45, 60, 90, 300]))
        _range(draw, values, "set_seconds", 15)
    if kind == "hold":
        values["release_seconds"] = draw(some([None, 0.5, 3]))
    if kind != "as_you_like":
        values["sets"] = draw(st.integers(1, 3))
        _range(draw, values, "sets", 1)
    if values.get("sets", 1) > 1:
        values["rest_seconds"] = draw(some([None, 20, 90]))
    try:
        return DOSE.validate_python({k: v for k, v in values.items() if v is not None})
    except ValidationError:  # longer than an hour
        return Dose(hold_seconds=2.5)


def _range(draw: st.DrawFn, values: dict[str, Any], name: str, step: float) -> None:
    more = draw(st.sampled_from([0, 0, 1, 4]))
    if more:
        values[f"{name}_to"] = values[name] + more * step


@settings(max_examples=5, deadline=None)
@given(st.lists(doses(), min_size=40, max_size=60))
def test_pages_plans_links_and_sessions_say_and_time_any_dose_alike(some: list[Dose]) -> None:
    first = next(iter(sample_library().exercises.values()))
    steps = ("Do {count}.", "Aim for {times} in {clock}.", "Hold for {hold}, then {release}.")
    copies = {
        f"copy-{n}": replace(first, id=f"copy-{n}", name=f"Copy {n}", steps=steps, dose=dose)
        for n, dose in enumerate(some)
    }
    library = with_exercises(sample_library(), *copies.values())
    made = render(library)
    with TemporaryDirectory() as folder:
        said, printed = in_the_browser(Path(folder), made)
    for name, copy in copies.items():
        view = view_stretch(WORDS, library, copy)
        line, browser = dose_line(WORDS, copy.dose), said[name]
        assert browser["line"] == browser["linked"] == line == view.dose_line
        assert browser["time"] == dose_time(WORDS, copy.dose) == view.dose_time
        assert browser["steps"] == browser["planned"] == list(view.steps)
        assert (browser["possible"], browser["same"]) == (True, True)
        step = decode(browser["link"]).plan.steps[0]
        assert step.dose == replace(copy.dose, rest_seconds=None)
        assert step.pause_seconds == copy.dose.rest_seconds
        seconds = guided_seconds(WORDS, [(view, "", view.note_at_end)])
        assert printed[f"stretches/{name}#"]["total"] == seconds
        assert markdown.text(line) in made[f"docs/stretches/{name}/index.md"].decode()


def in_the_browser(folder: Path, made: Mapping[str, bytes]) -> tuple[dict[str, Any], Any]:
    """What the modules of docs/js say of this data: the doses by their ids, and the timetables."""
    for name, content in made.items():
        if name.startswith("docs/data/"):
            path = folder / name.removeprefix("docs/data/")
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_bytes(content)
    command = node_tools.command("tests/support/say-doses.js", str(folder))
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    lines = map(json.loads, done.stdout.splitlines())
    return {line["id"]: line for line in lines}, timetables.printed(folder)

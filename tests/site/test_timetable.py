"""The timetable of a guided session: what the pages promise is what docs/js/session lays out.

The expected texts beside this file are for people: read one as if a physical therapist said it.
When a change is meant, run with STRETCHBOOK_BLESS=1 and read the difference.
"""

import json
import os
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from develop import node_tools
from stretchbook.model import Library
from stretchbook.views.timetable import guided_seconds
from tests.conftest import ROOT
from tests.support.built import pages_of

EXPECTED = Path(__file__).parent / "timetables"
BLESS = os.environ.get("STRETCHBOOK_BLESS") == "1"
DRIVER = "tests/support/print-timetable.js"

pytestmark = [pytest.mark.site, pytest.mark.golden]


@cache
def printed(site: Path) -> dict[str, Any]:
    """Every timetable by its place, such as `routines/sciatica#main`."""
    command = node_tools.command(DRIVER, str(site))
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    found = map(json.loads, done.stdout.splitlines())
    return {timetable["where"]: timetable for timetable in found}


def test_every_routine_reads_as_it_should(site: Path, library: Library) -> None:
    for routine in library.routines.values():
        texts = [
            printed(site)[f"routines/{routine.id}#{part.id}"]["text"] for part in routine.sections
        ]
        text = "\n\n".join(texts) + "\n"
        file = EXPECTED / f"{routine.id}.txt"
        if BLESS:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
        hint = "read the difference; if it is meant, run with STRETCHBOOK_BLESS=1"
        assert file.exists(), hint
        assert file.read_text("utf-8") == text, hint


def test_sections_take_what_the_doses_add_up_to(site: Path, library: Library) -> None:
    for routine in library.routines.values():
        for section in routine.sections:
            found = printed(site)[f"routines/{routine.id}#{section.id}"]
            steps = [
                (library.exercises[step.exercise], library.dose_of(step)) for step in section.steps
            ]
            assert found["work"] == library.seconds_of(section)
            assert found["total"] == guided_seconds(steps), found["text"]


def test_stretches_take_what_their_dose_says(site: Path, library: Library) -> None:
    for exercise in library.exercises.values():
        found = printed(site)[f"stretches/{exercise.id}#"]
        assert found["work"] == exercise.dose.total_seconds
        assert found["total"] == guided_seconds([(exercise, exercise.dose)]), found["text"]


def test_the_minutes_beside_each_button_are_those_of_its_session(site: Path) -> None:
    seen = 0
    for where, found in printed(site).items():
        source, _, section = where.partition("#")
        page = pages_of(site)[f"/{source.removeprefix('routines/')}/"]
        (heading,) = page.select(f"//h2[@data-session='{source}'][@data-section='{section}']")
        minutes = max(1, round(found["total"] / 60))
        said = heading.get("data-time", "")
        assert re.search(rf"about {minutes} minutes? with the changes", said), said
        seen += 1
    assert seen > 20

"""The timetable of a guided session: what the pages promise is what docs/js/session lays out.

The expected texts beside this file are for people: read one as if a physical therapist said it.
When a change is meant, run with STRETCHBOOK_BLESS=1 and read the difference.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from stretchbook.model import Library
from stretchbook.translating import translation
from stretchbook.views.routine_view import view_routine
from stretchbook.views.stretch_view import view_stretch
from stretchbook.views.timetable import guided_seconds
from stretchbook.words import our_words
from tests.conftest import ROOT
from tests.support import timetables
from tests.support.built import pages_of
from tests.support.content import real_library

EXPECTED = Path(__file__).parent / "timetables"
BLESS = os.environ.get("STRETCHBOOK_BLESS") == "1"
WORDS = our_words()

pytestmark = [pytest.mark.site, pytest.mark.golden]


def printed(site: Path) -> dict[str, Any]:
    return timetables.printed(site / "data")


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


def test_sections_take_what_the_doses_and_all_that_is_said_add_up_to(
    site: Path, library: Library
) -> None:
    for routine in library.routines.values():
        sections = view_routine(WORDS, library, routine).sections
        for section, view in zip(routine.sections, sections, strict=True):
            found = printed(site)[f"routines/{routine.id}#{section.id}"]
            assert found["work"] == library.seconds_of(section)
            assert found["total"] == view.seconds, found["text"]


def test_stretches_take_what_their_dose_says(site: Path, library: Library) -> None:
    for exercise in library.exercises.values():
        found = printed(site)[f"stretches/{exercise.id}#"]
        assert found["work"] == exercise.dose.total_seconds
        stretch = view_stretch(WORDS, library, exercise)
        total = guided_seconds(WORDS, [(stretch, "", stretch.note_at_end)])
        assert found["total"] == total, found["text"]


@pytest.mark.parametrize("language", ["es", "ar"])
def test_python_and_the_browser_count_alike_in_every_language(site: Path, language: str) -> None:
    source = real_library()
    content = ROOT / "content"
    found, _ = translation.read_translations(content, content, source, WORDS)
    (one,) = (one for one in found if one.words.language.code == language)
    theirs = timetables.printed(site / language / "data", language)
    for exercise in one.library.exercises.values():
        stretch = view_stretch(one.words, one.library, exercise)
        ours = guided_seconds(one.words, [(stretch, "", stretch.note_at_end)])
        assert theirs[f"stretches/{exercise.id}#"]["total"] == ours, exercise.id


def test_no_instruction_is_cut_off(site: Path) -> None:
    """A slow voice ends all that it says before something else is said."""
    assert timetables.cut_off(site / "data") == []


def test_one_honest_time_stands_everywhere(site: Path, library: Library) -> None:
    home = pages_of(site)["/"]
    for routine in library.routines.values():
        page = pages_of(site)[f"/{routine.id}/"]
        for section in view_routine(WORDS, library, routine).sections:
            seconds = printed(site)[f"routines/{routine.id}#{section.id}"]["total"]
            time = f"About {max(1, (seconds + 30) // 60)} minutes"
            assert time in page.text()
            assert time in home.text()
    for page in pages_of(site).values():
        assert "Worked out from" not in page.text()


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

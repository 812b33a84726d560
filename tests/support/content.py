"""Content for tests: our own, and a sample that stays as it is whatever a clinic writes."""

import os
import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from stretchbook import addresses
from stretchbook.model import Exercise, Library, Routine
from stretchbook.pictures import read_pictures
from stretchbook.problems import report
from stretchbook.reading.load import FILES, load
from stretchbook.views.dosed_text import dosed_steps
from stretchbook.words import our_words
from stretchbook.words.english import written_library
from tests.support.project import share_caches

ROOT = Path(__file__).resolve().parents[2]
# Of the built site: conftest.py says which
CONTENT = ROOT / os.environ.get("STRETCHBOOK_CONTENT", "content")
SAMPLE = ROOT / "tests/library"  # our content of one day: tests of the program need no other
HANDWRITTEN = ("about.md", "authors.md", "clinicians.md", "plan-format.md", "privacy.md")
TODAY = date(2026, 11, 23)  # a day on which no review is overdue; never the clock's


@cache
def real_library() -> Library:
    """The committed content. It is frozen, so tests may share it."""
    library, problems = load(CONTENT)
    assert library is not None, report(problems)
    return library


@cache
def shown_library() -> Library:
    """The same as the built site shows it: without drafts, in the English of its country."""
    library = real_library()
    country = library.emergency[library.site.emergency].english
    return written_library(library.published(), country)


@cache
def british_library() -> Library:
    """The same as a clinic in the United Kingdom shows it: `variant` is such a one."""
    return written_library(real_library(), "uk")


@cache
def pictured() -> frozenset[str]:
    """The stretches of the built site that have a picture."""
    return frozenset(read_pictures(CONTENT)[0])


@cache
def sample_library() -> Library:
    """What tests of the program look at. It is frozen, so they may share it."""
    library, problems = load(SAMPLE)
    assert library is not None, report(problems)
    return library


def steps_of(exercise: Exercise) -> tuple[str, ...]:
    """What a reader is told to do, with the stretch's own dose."""
    words, dose, side_of = our_words(), exercise.dose, exercise.side_of
    return dosed_steps(words, dose, side_of, exercise.steps, exercise.set_steps)


def self_test_of(exercise: Exercise) -> tuple[str, ...]:
    """The steps of its self test, for the sides of its own dose."""
    test = exercise.self_test
    return dosed_steps(our_words(), exercise.dose, None, test.steps) if test else ()


def copy_content(folder: Path) -> Path:
    """A copy of the sample as content/ inside `folder`, to spoil, with a pose for each stretch."""
    copy = folder / "content"
    shutil.copytree(SAMPLE, copy)
    (copy / "figures").mkdir()
    for path in (SAMPLE / "exercises").iterdir():
        (copy / "figures" / path.name).write_text(f"title: {path.stem}\n", "utf-8")
    return copy


def copy_file(folder: Path, name: str) -> Path:
    """The least content that can be loaded with one file in it: reading all of it takes longer."""
    copy = folder / "content"
    for needed in {*FILES, name}:
        (copy / needed).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAMPLE / needed, copy / needed)
    return copy


def copy_project(folder: Path) -> Path:
    """A small project: the content and the pages by hand, without pictures."""
    shutil.rmtree(copy_content(folder) / "figures")
    for name in ("css", "img"):  # the icons are made from the logo and the colors of the page
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name)
    for name in HANDWRITTEN:
        (folder / "docs" / name).write_text(f"# {name}\n", "utf-8")
    share_caches(folder)
    return folder


def file_of(page: str) -> str:
    """The Markdown file of a page, relative to the project."""
    return f"docs/{addresses.markdown_file(page)}"


def swap(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in the file exactly once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")


def with_exercises(library: Library, *exercises: Exercise) -> Library:
    """The library with these stretches added, or put in the place of those with the same id."""
    return replace(library, exercises={**library.exercises, **{e.id: e for e in exercises}})


def with_routines(library: Library, *routines: Routine) -> Library:
    """The library with these routines added, or put in the place of those with the same id."""
    return replace(library, routines={**library.routines, **{r.id: r for r in routines}})

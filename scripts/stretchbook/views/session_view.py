"""Where a guided session is offered. What it says itself is in the catalogue alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from stretchbook.model import Dose, Exercise, Library, Section
from stretchbook.views.timetable import guided_seconds
from stretchbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStart:
    """A button that starts a session.

    source: the data to read, below data/ and without .json.
    section: the part of a routine that it starts with; empty for a single stretch.
    time: how long the whole session takes, changes included, to the minute.
    """

    source: str
    section: str
    time: str


def view_stretch_start(words: Words, exercise: Exercise) -> SessionStart:
    """A session of one stretch."""
    time = _time(words, [(exercise, exercise.dose)])
    return SessionStart(source=f"stretches/{exercise.id}", section="", time=time)


def view_section_start(
    words: Words, library: Library, routine_id: str, section: Section
) -> SessionStart:
    """A session of one part of a routine."""
    steps = [(library.exercises[step.exercise], library.dose_of(step)) for step in section.steps]
    time = _time(words, steps)
    return SessionStart(source=f"routines/{routine_id}", section=section.id, time=time)


def _time(words: Words, steps: Iterable[tuple[Exercise, Dose]]) -> str:
    minutes = max(1, round(guided_seconds(steps) / 60))
    return words.fill("start_time", time=words.plural("minutes", minutes))

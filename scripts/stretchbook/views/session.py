"""The guided session: where it is offered, and what it says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stretchbook import session_words, words
from stretchbook.model import Dose, Exercise, Library, Section
from stretchbook.views.timetable import TIMING, Timing, guided_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStart:
    """A button that starts a session.

    source: the data to read, below data/ and without .json.
    section: the part of a routine that it starts with; empty for a single stretch.
    seconds: of the whole session, changes included; time: the same in words, to the minute.
    """

    source: str
    section: str
    seconds: int
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionData:
    """data/session.json: what is not in the data of a routine or a stretch."""

    timing: Timing
    text: Mapping[str, str]
    diary: Mapping[str, str]
    reminders: Mapping[str, str]
    plural: Mapping[str, tuple[str, str]]
    equipment: Mapping[str, str]


def view_stretch_start(exercise: Exercise) -> SessionStart:
    """A session of one stretch."""
    return _start(f"stretches/{exercise.id}", "", [(exercise, exercise.dose)])


def view_section_start(library: Library, routine_id: str, section: Section) -> SessionStart:
    """A session of one part of a routine."""
    steps = [(library.exercises[step.exercise], library.dose_of(step)) for step in section.steps]
    return _start(f"routines/{routine_id}", section.id, steps)


def _start(source: str, section: str, steps: Iterable[tuple[Exercise, Dose]]) -> SessionStart:
    seconds = guided_seconds(steps)
    minutes = words.plural(words.MINUTES, max(1, round(seconds / 60)))
    return SessionStart(
        source=source,
        section=section,
        seconds=seconds,
        time=session_words.START_TIME.format(time=minutes),
    )


def view_session_data(library: Library) -> SessionData:
    """Everything a session, the diary and the reminders say."""
    terms = library.vocabulary.equipment
    return SessionData(
        timing=TIMING,
        text=session_words.SESSION,
        diary=session_words.DIARY,
        reminders=session_words.REMINDERS,
        plural=session_words.PLURALS,
        equipment={name: term.name for name, term in sorted(terms.items())},
    )

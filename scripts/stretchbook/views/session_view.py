"""Where a guided session is offered. What it says itself is in the catalogue alone."""

from dataclasses import dataclass

from stretchbook.views.timetable import minutes_of
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


def view_start(words: Words, source: str, section: str, seconds: int) -> SessionStart:
    """A session of one part of a routine, or of one stretch."""
    time = words.fill("start_time", time=words.plural("minutes", minutes_of(seconds)))
    return SessionStart(source=source, section=section, time=time)

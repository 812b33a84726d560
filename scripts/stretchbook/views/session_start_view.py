"""Where a guided session is offered. What it says itself is in the catalogue alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from stretchbook.views.timetable import Guided, guided_seconds, minutes_of, own_pace
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


def view_start(words: Words, source: str, section: str, steps: Sequence[Guided]) -> SessionStart:
    """A session of one part of a routine, or of one stretch."""
    doses = [stretch.dose for stretch, _, _ in steps]
    if not any(dose.is_timed for dose in doses):
        return SessionStart(source=source, section=section, time=words["start_own_pace"])
    minutes = words.plural("minutes", minutes_of(guided_seconds(words, steps)))
    said = (words.fill("start_time", time=minutes), own_pace(words, doses))
    return SessionStart(
        source=source, section=section, time=words.listed(filter(None, said), "sentences")
    )

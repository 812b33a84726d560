"""How long a guided session takes: the doses, time to change between them, and time to say it all.

docs/js/session/timetable.js lays out the phases one by one by the same rule, with these numbers. A
test holds the two together over every routine.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Final

from stretchbook.model import Dose, Position
from stretchbook.model.dose import whole
from stretchbook.views.common import FLOOR_POSITIONS
from stretchbook.words import Words

if TYPE_CHECKING:  # a stretch's page says how long its session takes
    from stretchbook.views.stretch_view import StretchView

LETTER = r"(?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670])"  # with the signs for vowels upon it
# "Legs-up" is two words to a voice
SPOKEN: Final = re.compile(rf"{LETTER}+(?:['\u2019]{LETTER}+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds for all that is not part of a dose. A stretch may ask for longer changes.

    settle: to the next stretch in the same position with the same things.
    shift: to another position, or to fetch something.
    move: down to the floor or up from it: nobody should hurry there.
    floor: positions that are on the floor, though some can be done on a bed.
    ready: the count before the first hold.
    again: to let go between two holds that have no time of their own for it.
    change_side, rest: between two sides, and between two sets.
    finish: for what is said at the end of a stretch, such as how to get up.
    words_a_second: the slowest usual voice says 130 words a minute, in English.
    breath: before a voice begins.
    """

    settle: int = 15
    shift: int = 25
    move: int = 40
    floor: tuple[str, ...] = tuple(sorted(FLOOR_POSITIONS))
    ready: int = 5
    again: int = 3
    change_side: int = 10
    rest: int = 15
    finish: int = 10
    words_a_second: float = 2
    breath: int = 1


TIMING = Timing()
# Arabic words hold what English says in two, so fewer are read aloud in a minute. The share, three
# fifths, is our choice; how fast 17 languages are read is in doi:10.1167/iovs.11-8284.
WORDS_A_SECOND = {"ar": 1.2}
Place = tuple[Position | str, frozenset[str]]
AT_THE_START: Place = (Position.STANDING, frozenset())
Guided = tuple["StretchView", str, str]
"""A stretch, its note, and what is said at its end."""


def minutes_of(seconds: float) -> int:
    """To the minute, never less than one; half a minute counts as one in the browser too."""
    return max(1, int((seconds + 30) // 60))


def guided_seconds(words: Words, steps: Iterable[Guided]) -> float:
    """The whole session, from standing up before the first stretch; without what has no time."""
    total, place = 0.0, AT_THE_START
    for stretch, note, at_end in steps:
        here = (stretch.position, frozenset(stretch.equipment))
        changes = max(_change_over(place, here), stretch.set_up_seconds)
        told = _introduction(words, stretch, note, first=place is AT_THE_START)
        total += max(changes, speech_seconds(words, told)) + _ready(words, stretch)
        total += stretch.dose.total_seconds + _breaks(words, stretch)
        if at_end:
            total += max(TIMING.finish, speech_seconds(words, [at_end]))
        place = here
    return whole(total)


def own_pace(words: Words, doses: Iterable[Dose]) -> str:
    """Which stretches have no time; empty where all have one."""
    count = sum(not dose.is_timed for dose in doses)
    return words.plural("own_pace_untold", count) if count else ""


def timing_in(words: Words) -> Timing:
    """With the voice of this language."""
    pace = WORDS_A_SECOND.get(words.language.code.partition("-")[0], TIMING.words_a_second)
    return replace(TIMING, words_a_second=pace)


def speech_seconds(words: Words, sentences: Iterable[str]) -> int:
    """How long a slow voice takes to say this."""
    count = sum(len(SPOKEN.findall(sentence)) for sentence in sentences)
    return TIMING.breath + ceil(count / timing_in(words).words_a_second)


def _introduction(words: Words, stretch: "StretchView", note: str, *, first: bool) -> Iterator[str]:
    """What is said while getting into position; what to take care of comes before the steps."""
    name = "session.say-first" if first else "session.say-change-over"
    yield words.fill(name, name=stretch.name, position=stretch.position_name)
    if stretch.cautions:
        yield words["cautions"]
    yield from (caution.text for caution in stretch.cautions)
    yield from stretch.steps
    yield note


def _change_over(before: Place, after: Place) -> int:
    if (before[0] in FLOOR_POSITIONS) != (after[0] in FLOOR_POSITIONS):
        return TIMING.move
    return TIMING.settle if before == after else TIMING.shift


def _ready(words: Words, stretch: "StretchView") -> int:
    told = words.fill("session.say-ready", dose=stretch.dose_line)
    return max(TIMING.ready, speech_seconds(words, [told]))


def _breaks(words: Words, stretch: "StretchView") -> int:
    """All changes of side and rests between sets, and every time one lets go."""
    dose = stretch.dose
    sides = 1 if dose.alternate else dose.side_count
    lets_go = dose.sets * sides * _lets_go(dose) * TIMING.again
    changes = dose.sets * _change_side(words, stretch, 2) if sides > 1 else 0
    rest = (dose.rest_seconds or 0) if dose.is_timed else 0  # is part of the dose's own time
    new_sets = (
        _new_set(words, stretch, number, sides) - rest for number in range(2, dose.sets + 1)
    )
    return lets_go + changes + sum(new_sets)


def _change_side(words: Words, stretch: "StretchView", side: int, *more: str) -> int:
    told = _change(words, stretch, side)
    seconds = stretch.change_side_seconds or TIMING.change_side
    return max(seconds, speech_seconds(words, [told, *more]))


def _change(words: Words, stretch: "StretchView", side: int) -> str:
    first = stretch.dose.first_side
    if not first:
        return words[f"session.change {stretch.side_of}"]
    other = "right" if first == "left" else "left"
    return words[f"session.change to {first if side == 1 else other} {stretch.side_of}"]


def _new_set(words: Words, stretch: "StretchView", number: int, sides: int) -> int:
    told = stretch.set_steps
    begins = told[(number - 1) % len(told)] if told else ""
    gaps = {"set": number, "sets": stretch.dose.sets}
    rest = stretch.dose.rest_seconds or 0
    if sides > 1:
        said = words.fill("session.say-set", **gaps)
        return max(rest, _change_side(words, stretch, 1, said, begins))
    said = words.fill("session.say-rest", **gaps)
    return max(rest or TIMING.rest, speech_seconds(words, [said, begins]))


def _lets_go(dose: Dose) -> int:
    """How often one lets go within a block where the dose has no time for it."""
    if dose.hold_seconds is None or dose.release_seconds is not None:
        return 0
    turns = dose.repetitions * (dose.side_count if dose.alternate else 1)
    return turns - 1

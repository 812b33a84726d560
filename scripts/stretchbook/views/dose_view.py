"""A dose in words: no sums left to the reader."""

from typing import Literal

from stretchbook.model import Dose
from stretchbook.views.common import Link, host_of
from stretchbook.words import Words

Timing = Literal["hold once", "hold", "hold and release", "movement", "clock", "count by clock"]


def dose_line(words: Words, dose: Dose) -> str:
    """What to do: `2 sets of 10: hold each for 5 seconds`."""
    sets = "sets" if dose.sets > 1 else "set"
    return words.fill(
        f"dose.{_timing(dose)} {sets} {dose.sides}",
        sets=dose.sets,
        n=dose.repetitions,
        times=words.plural("times", dose.repetitions),
        hold=words.duration(dose.hold_seconds or 0),
        release=words.duration(dose.release_seconds or 0),
        movement=words.duration(dose.repetition_seconds or 0),
        clock=words.duration(dose.set_seconds or 0),
    )


def _timing(dose: Dose) -> Timing:
    if dose.set_seconds is not None:
        return "clock" if dose.repetitions == 1 else "count by clock"
    if dose.repetition_seconds is not None:
        return "movement"
    if dose.release_seconds is not None:
        return "hold and release"
    return "hold once" if dose.repetitions == 1 else "hold"


def dose_origins(words: Words, dose: Dose) -> tuple[Link, ...]:
    """Who chose each number."""
    return tuple(
        origin_line(words, words[f"dose_numbers.{number}"], origin)
        for number, origin in dose.source.items()
    )


def origin_line(words: Words, what: str, origin: str) -> Link:
    """Where something comes from; `origin` is that of the model: a word, a title or an address."""
    said, site = words.group("origins"), host_of(origin)
    label = words.fill("origin_line", what=what, origin=said.get(origin) or site or origin)
    return Link(label=label, address=origin if site else "")

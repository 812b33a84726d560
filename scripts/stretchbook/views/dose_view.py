"""A dose in words: no sums left to the reader."""

from typing import Literal

from stretchbook.model import Dose
from stretchbook.views.common import Link, english_name, host_of
from stretchbook.words import Words

Timing = Literal[
    "hold once",
    "hold",
    "hold and release",
    "movement",
    "clock",
    "count by clock",
    "count",
    "until tired",
    "as you like",
]


def dose_line(words: Words, dose: Dose) -> str:
    """What to do: `2 sets of 8 to 12: hold each for 5 seconds`."""
    line = words.fill(
        f"dose.{_timing(dose)} {'sets' if dose.has_sets else 'set'} {dose.sides}",
        sets=words.plural("sets_count", dose.sets, dose.sets_to),
        sets_times=words.plural("times", dose.sets, dose.sets_to),
        n=words.spread(dose.repetitions, dose.repetitions_to),
        times=words.plural("times", dose.repetitions, dose.repetitions_to),
        hold=words.duration(dose.hold_seconds or 0, dose.hold_seconds_to),
        release=words.duration(dose.release_seconds or 0),
        movement=words.duration(dose.repetition_seconds or 0, dose.repetition_seconds_to),
        clock=words.duration(dose.set_seconds or 0, dose.set_seconds_to),
    )
    if dose.load:
        line = words.fill("dose_load", dose=line, load=dose.load)
    if dose.rest_seconds:
        line = words.fill("dose_rest", dose=line, rest=words.duration(dose.rest_seconds))
    return line


def dose_time(words: Words, dose: Dose) -> str:
    """How long that takes, as far as it can be said."""
    if not dose.is_timed:
        return words["own_pace"]
    time = words.duration(dose.total_seconds)
    return words.fill("at_least", time=time) if dose.has_range else time


def _timing(dose: Dose) -> Timing:
    if dose.as_you_like:
        return "as you like"
    if dose.until_tired:
        return "until tired"
    if dose.set_seconds is not None:
        return "count by clock" if dose.counts else "clock"
    if dose.repetition_seconds is not None:
        return "movement"
    if dose.release_seconds is not None:
        return "hold and release"
    if dose.hold_seconds is None:
        return "count"
    return "hold" if dose.counts else "hold once"


def dose_origins(words: Words, dose: Dose) -> tuple[Link, ...]:
    """Who chose each number."""
    return tuple(
        origin_line(words, words[f"dose_numbers.{number}"], origin)
        for number, origin in dose.source.items()
    )


def origin_line(words: Words, what: str, origin: str) -> Link:
    """Where something comes from; `origin` is that of the model: a word, a title or an address."""
    said, site = words.group("origins"), host_of(origin)
    named = said.get(origin) or english_name(words, site or origin)
    label = words.fill("origin_line", what=what, origin=named)
    return Link(label=label, address=origin if site else "")

"""Texts with gaps for the numbers of a dose: "Hold for {hold}".

A plan may change a dose, so no step has a number of its own. docs/js/dosed-text.js fills the same
gaps; tests/vectors/dosed-texts.json holds the two together.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from stretchbook.model import Dose
from stretchbook.model.dose import SIDE_GAPS
from stretchbook.model.exercise import SET_BY_SET, SideOf
from stretchbook.words import Words

GAP: Final = re.compile(r"\{(\w+)\}")


def dosed_steps(
    words: Words,
    dose: Dose,
    side_of: SideOf | None,
    steps: Sequence[str],
    set_steps: Sequence[str] = (),
) -> tuple[str, ...]:
    """What to do, in order, for this dose: on which side, each set, and every number.

    side_of: what the sides are; without them no step says which side. set_steps: what each set
    begins with; for more sets than these they begin again.
    """
    gaps = _gaps(words, dose)
    found = [_side(words, dose, side_of)] if side_of else []
    for step in steps:
        parts = _set_by_set(words, dose, set_steps) if step == SET_BY_SET else [step]
        found += [_filled(gaps, dose, part) for part in parts]
    return tuple(filter(None, found))


def _filled(gaps: Mapping[str, str], dose: Dose, text: str) -> str:
    for gap, for_one_side in SIDE_GAPS.items():
        if gap in text:
            if for_one_side != dose.is_one_sided:
                return ""
            text = text.replace(gap, "").strip()
    return GAP.sub(lambda gap: gaps.get(gap[1], gap[0]), text)


def _gaps(words: Words, dose: Dose) -> dict[str, str]:
    """What stands for each gap, also where the text was written for another kind of dose."""
    time, clock = _times(words, dose)
    return {
        "hold": time,
        "movement": time,
        "release": words.duration(dose.release_seconds)
        if dose.release_seconds
        else words["a_moment"],
        "clock": clock,
        "times": _repeated(words, dose),
        "count": _count(words, dose),
    }


def _times(words: Words, dose: Dose) -> tuple[str, str]:
    """How long one repetition takes, and one set; never a number that the dose does not have."""
    if not dose.is_timed:
        return words["your_time"], words["your_time"]
    one = dose.hold_seconds or dose.repetition_seconds
    most = dose.hold_seconds_to or dose.repetition_seconds_to
    clock = words.duration(dose.set_length, dose.set_seconds_to)
    if dose.set_seconds is None and (most or dose.repetitions_to):
        clock = words.fill("at_least", time=clock)
    return words.duration(one, most) if one else clock, clock


def _repeated(words: Words, dose: Dose) -> str:
    if dose.as_you_like:
        return words["times_free"]
    if dose.until_tired:
        return words["times_tired"]
    return words.plural("times", dose.repetitions, dose.repetitions_to)


def _count(words: Words, dose: Dose) -> str:
    sets = words.plural("sets_count", dose.sets, dose.sets_to)
    if dose.as_you_like:
        return words["count_free"]
    if dose.until_tired:
        return words.fill("count_tired_sets", sets=sets) if dose.has_sets else words["count_tired"]
    if dose.has_sets and dose.counts:
        n = words.spread(dose.repetitions, dose.repetitions_to)
        return words.fill("count_sets", sets=sets, n=n)
    if not (dose.has_sets or dose.counts):
        return words["count_once"]
    times, most = dose.sets * dose.repetitions, dose.sets_to or dose.repetitions_to
    return words.fill("count_times", times=words.plural("times", times, most))


def _side(words: Words, dose: Dose, side_of: SideOf) -> str:
    if dose.is_one_sided:
        return words[f"dose_side.only {dose.sides} {side_of}"]
    return words[f"dose_side.first {dose.first_side} {side_of}"] if dose.first_side else ""


def side_shown(words: Words, dose: Dose, side_of: SideOf, shown: str | None) -> str:
    """Says which side the picture shows, where the dose is for the other one alone."""
    if not shown or not dose.is_one_sided or dose.sides == shown:
        return ""
    return words[f"dose_side.shown {shown} {side_of}"]


def _set_by_set(words: Words, dose: Dose, set_steps: Sequence[str]) -> Iterator[str]:
    if not dose.has_sets:
        yield from set_steps[:1]
        return
    for number in range((dose.sets_to or dose.sets) if set_steps else 0):
        step = set_steps[number % len(set_steps)]
        yield words.fill("set_step", number=number + 1, step=step)

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
    time = words.duration(dose.hold_seconds or dose.repetition_seconds or dose.set_length)
    return {
        "hold": time,
        "movement": time,
        "release": words.duration(dose.release_seconds)
        if dose.release_seconds
        else words["a_moment"],
        "clock": words.duration(dose.set_seconds or dose.set_length),
        "times": words.plural("times", dose.repetitions),
        "count": _count(words, dose),
    }


def _count(words: Words, dose: Dose) -> str:
    if dose.sets > 1 and dose.repetitions > 1:
        return words.fill("count_sets", sets=dose.sets, n=dose.repetitions)
    times = dose.sets * dose.repetitions
    return words["count_once"] if times == 1 else words.fill("count_times", n=times)


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
    if dose.sets == 1:
        yield from set_steps[:1]
        return
    for number in range(dose.sets if set_steps else 0):
        step = set_steps[number % len(set_steps)]
        yield words.fill("set_step", number=number + 1, step=step)

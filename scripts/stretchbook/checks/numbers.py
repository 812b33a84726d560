"""What a stretch says of its dose stays right when a plan changes the dose."""

import re
from collections.abc import Iterator
from datetime import date

from stretchbook.checks import walk
from stretchbook.checks.walk import Keys
from stretchbook.keeping import remembered
from stretchbook.model import Dose, Exercise, Library
from stretchbook.model.dose import DOSE_GAPS, SIDE_GAPS
from stretchbook.model.exercise import SET_BY_SET
from stretchbook.problems import Finding

GAP = re.compile(r"\{[^{}]*\}?|\}")
MEASURES = "degrees|degree|cm|mm|m|inches|inch|feet|foot|percent"  # no part of any dose
NUMBER = re.compile(
    rf"\d+(?:[.,]\d+)?(?![\d.,]*\s?(?:%|°|(?:{MEASURES})\b))\s?[a-z]*", re.IGNORECASE
)
STEPS = ("steps", "set_steps")
ALL_GAPS = ", ".join([*(f"{{{name}}}" for name in DOSE_GAPS), *SIDE_GAPS])


def numbers_from_the_dose(library: Library, _: date) -> Iterator[Finding]:
    """A step or remark has no number of its own for seconds, times or sets: doses may change."""
    for exercise in library.exercises.values():
        yield from _own_numbers(exercise)


@remembered
def _own_numbers(exercise: Exercise) -> list[Finding]:
    return [
        Finding(
            path=walk.file_of(exercise),
            keys=keys,
            message=f'says a number of its own, found "{found.strip()}"',
            hint="a plan may change the dose: "
            + (f"write one of {ALL_GAPS}" if keys[0] in STEPS else "leave the number out"),
        )
        for keys, text in _instructions(exercise)
        for found in NUMBER.findall(GAP.sub("", text))
    ]


def gaps_of_the_dose(library: Library, _: date) -> Iterator[Finding]:
    """A gap is one that we know, and the dose of the stretch has a number for it."""
    for exercise in library.exercises.values():
        yield from _wrong_gaps(exercise)


@remembered
def _wrong_gaps(exercise: Exercise) -> list[Finding]:
    hint = f"allowed in steps are {ALL_GAPS}, and {SET_BY_SET} as a whole step"
    return [
        Finding(path=walk.file_of(exercise), keys=keys, message=message, hint=hint)
        for keys, text in walk.texts_of(exercise)
        for gap in GAP.findall(text)
        if (message := _wrong(exercise.dose, gap, text, keys))
    ]


def sets_that_differ(library: Library, _: date) -> Iterator[Finding]:
    """Where the sets differ, one step says where each begins."""
    for exercise in library.exercises.values():
        places = exercise.steps.count(SET_BY_SET)
        if places != bool(exercise.set_steps):
            message = f"has {places} steps {SET_BY_SET}, and {len(exercise.set_steps)} set_steps"
            hint = f"give set_steps what each set begins with, and write - '{SET_BY_SET}' once"
            yield Finding(path=walk.file_of(exercise), keys=("steps",), message=message, hint=hint)


def _instructions(exercise: Exercise) -> Iterator[tuple[Keys, str]]:
    yield from ((keys, text) for keys, text in walk.texts_of(exercise) if keys[0] in STEPS)
    yield from (((*keys, "text"), remark.text) for keys, remark in walk.remarks(exercise))


def _wrong(dose: Dose, gap: str, text: str, keys: Keys) -> str:
    """What is wrong with a gap; empty where nothing is."""
    name = gap.strip("{}")
    if gap in SIDE_GAPS and keys[:2] == ("self_test", "steps"):
        return ""
    if keys[0] not in STEPS:
        return f'has the gap "{gap}", and only steps have any'
    if gap in SIDE_GAPS or (gap == SET_BY_SET == text):
        return ""
    if gap != f"{{{name}}}" or name not in DOSE_GAPS:
        return f'has a gap that nothing fills, found "{gap}"'
    number = DOSE_GAPS[name]
    if number and getattr(dose, number) is None:
        return f'has the gap "{gap}", and the dose gives no {number}'
    return ""

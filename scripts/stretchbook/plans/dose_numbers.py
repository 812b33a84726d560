"""The numbers of a stretch in a link: its dose, the rest between sets, how often.

The twin of docs/js/plan/numbers.js.
"""

import re
from dataclasses import replace
from typing import Final

from pydantic import TypeAdapter, ValidationError

from stretchbook.model import Dose, Plan, PlanStep
from stretchbook.model.dose import ALONE


def _range(name: str) -> str:
    """`8`, `8-12`, or `1f` for one and a half."""
    return f"(?P<{name}>[0-9]{{1,4}}f?)(?:-(?P<{name}_to>[0-9]{{1,4}}f?))?"


NUMBERS: Final = re.compile(
    rf"(?:(?:{_range('sets')}x)?{_range('repetitions')})?(?P<kind>[cta])?"
    rf"(?:h{_range('hold_seconds')})?(?:r(?P<release_seconds>[0-9]{{1,4}}f?))?"
    rf"(?:m{_range('repetition_seconds')})?(?:s{_range('set_seconds')})?"
    r"(?P<sides>e[lr]?|o[lr])?(?:p(?P<pause_seconds>[0-9]{1,4}))?"
    r"(?:d(?P<times_a_day>[0-9]{1,2}))?(?:w(?P<days_a_week>[0-9]{1,2}))?"
)
KINDS: Final[dict[str, dict[str, bool]]] = {
    "c": {},
    "t": {"until_tired": True},
    "a": {"as_you_like": True},
}
"""A dose without a time: a count at one's own pace, until one is tired, as often as one likes."""
SIDES: Final[dict[str, dict[str, str]]] = {
    "e": {"sides": "each"},
    "el": {"sides": "each", "first_side": "left"},
    "er": {"sides": "each", "first_side": "right"},
    "ol": {"sides": "left"},
    "or": {"sides": "right"},
}
TIMES: Final = (
    *(("h", "hold_seconds"), ("r", "release_seconds")),
    *(("m", "repetition_seconds"), ("s", "set_seconds")),
)
OF_STEP: Final = ("pause_seconds", "times_a_day", "days_a_week")
DOSE: Final = TypeAdapter(Dose)
STEP: Final = TypeAdapter(PlanStep)


def step_of(exercise: str, written: str) -> PlanStep | None:
    """`3x10h5ep30.d2w5` as numbers; None where it cannot be read or done."""
    found = NUMBERS.fullmatch(written.replace(".", ""))
    if not found:
        return None
    numbers = found.groupdict()
    sides = SIDES.get(numbers.pop("sides") or "", {})
    kind = numbers.pop("kind")
    given = {name: _number(digits) for name, digits in numbers.items() if digits is not None}
    others = {name: given.pop(name) for name in OF_STEP if name in given}
    words = KINDS.get(kind or "", {})
    try:
        dose = DOSE.validate_python({**given, **sides, **words}) if given or sides or kind else None
        step: PlanStep = STEP.validate_python({"exercise": "a", **others})
    except ValidationError:
        return None
    if dose and dose.is_timed == bool(kind):  # a count without a time is meant, and says so
        return None
    return replace(step, exercise=exercise, dose=dose, note="")


def write_dose(step: PlanStep) -> str:
    """The dose and the rest between sets, as a link writes them."""
    dose = step.dose
    rest = step.pause_seconds or (dose and dose.rest_seconds)
    pause = f"p{rest}" if rest else ""
    if dose is None:
        return pause
    sets = f"{_written(dose, 'sets')}x" if dose.has_sets else ""
    repetitions = _written(dose, "repetitions") if dose.counts or sets else ""
    words = {name: True for name in ALONE if getattr(dose, name)}
    kind = "" if dose.is_timed else next(letter for letter, one in KINDS.items() if one == words)
    times = (f"{letter}{_written(dose, name)}" for letter, name in TIMES if getattr(dose, name))
    return f"{sets}{repetitions}{kind}{''.join(times)}{_sides(dose)}{pause}"


def _written(dose: Dose, name: str) -> str:
    """One number, or both ends of its range."""
    ends = (getattr(dose, name), getattr(dose, f"{name}_to", None))
    return "-".join(f"{int(end)}{'f' * (end % 1 > 0)}" for end in ends if end is not None)


def _number(digits: str) -> float:
    return int(digits) if digits.isdecimal() else int(digits[:-1]) + 0.5


def _sides(dose: Dose) -> str:
    given = {"sides": dose.sides} | ({"first_side": dose.first_side} if dose.first_side else {})
    return next((letters for letters, sides in SIDES.items() if sides == given), "")


def write_often(of: Plan | PlanStep) -> str:
    """How often, as a link writes it."""
    times = f"d{of.times_a_day}" if of.times_a_day else ""
    return times + (f"w{of.days_a_week}" if of.days_a_week else "")

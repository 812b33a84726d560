"""The numbers of a stretch in a link: its dose, the rest between sets, how often.

The twin of docs/js/plan/numbers.js.
"""

import re
from dataclasses import replace
from typing import Final

from pydantic import TypeAdapter, ValidationError

from stretchbook.model import Dose, Plan, PlanStep

NUMBERS: Final = re.compile(
    r"(?:(?:(?P<sets>[0-9]{1,4})x)?(?P<repetitions>[0-9]{1,4}))?(?:h(?P<hold_seconds>[0-9]{1,4}))?"
    r"(?:r(?P<release_seconds>[0-9]{1,4}))?(?:m(?P<repetition_seconds>[0-9]{1,4}))?"
    r"(?:s(?P<set_seconds>[0-9]{1,4}))?(?P<sides>e[lr]?|o[lr])?(?:p(?P<pause_seconds>[0-9]{1,4}))?"
    r"(?:d(?P<times_a_day>[0-9]{1,2}))?(?:w(?P<days_a_week>[0-9]{1,2}))?"
)
SIDES: Final[dict[str, dict[str, str]]] = {
    "e": {"sides": "each"},
    "el": {"sides": "each", "first_side": "left"},
    "er": {"sides": "each", "first_side": "right"},
    "ol": {"sides": "left"},
    "or": {"sides": "right"},
}
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
    given = {name: int(digits) for name, digits in numbers.items() if digits is not None}
    others = {name: given.pop(name) for name in OF_STEP if name in given}
    try:
        dose = DOSE.validate_python({**given, **sides}) if given or sides else None
        step: PlanStep = STEP.validate_python({"exercise": "a", **others})
    except ValidationError:
        return None
    return replace(step, exercise=exercise, dose=dose, note="")


def write_dose(step: PlanStep) -> str:
    """The dose and the rest between sets, as a link writes them."""
    pause = f"p{step.pause_seconds}" if step.pause_seconds else ""
    dose = step.dose
    if dose is None:
        return pause
    sets = f"{dose.sets}x" if dose.sets > 1 else ""
    repetitions = str(dose.repetitions) if dose.repetitions > 1 or sets else ""
    times = {
        "h": dose.hold_seconds,
        "r": dose.release_seconds,
        "m": dose.repetition_seconds,
        "s": dose.set_seconds,
    }
    written = "".join(f"{letter}{seconds}" for letter, seconds in times.items() if seconds)
    return f"{sets}{repetitions}{written}{_sides(dose)}{pause}"


def _sides(dose: Dose) -> str:
    given = {"sides": dose.sides} | ({"first_side": dose.first_side} if dose.first_side else {})
    return next((letters for letters, sides in SIDES.items() if sides == given), "")


def write_often(of: Plan | PlanStep) -> str:
    """How often, as a link writes it."""
    times = f"d{of.times_a_day}" if of.times_a_day else ""
    return times + (f"w{of.days_a_week}" if of.days_a_week else "")

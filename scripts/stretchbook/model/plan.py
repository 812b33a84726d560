"""What somebody is to do: content/plans/<id>.yml, or a link that carries all of it."""

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field, Strict

from stretchbook.model.dose import Dose
from stretchbook.model.fields import STRICT, Id, Name, Review, Text

MOST_STRETCHES: Final = 30
LONGEST_NOTE: Final = 200  # characters; a link must stay short enough for a QR code

TimesADay = Annotated[int, Strict(), Field(ge=1, le=10)]
DaysAWeek = Annotated[int, Strict(), Field(ge=1, le=7)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One stretch at its place in a plan."""

    __pydantic_config__ = STRICT

    exercise: Id
    """Its id: the name of its file without .yml."""
    dose: Dose | None = None
    """A dose for this plan only; leave out to use the stretch's own."""
    note: Annotated[Text, Field(max_length=LONGEST_NOTE)] | None = None
    """A remark for this plan only, in a sentence or two."""
    pause_seconds: Annotated[int, Strict(), Field(ge=1, le=300)] | None = None
    """How long to rest between two sets."""
    times_a_day: TimesADay | None = None
    """How many times a day, where it differs from the rest of the plan."""
    days_a_week: DaysAWeek | None = None
    """On how many days a week, where it differs from the rest of the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A choice of stretches with their doses. The file name without .yml is its id."""

    __pydantic_config__ = STRICT

    id: Id
    """Taken from the file name; do not write it into the file."""
    title: Name
    """What the plan is called, also on a home screen."""
    about: Text | None = None
    """A sentence or two above the stretches. Never a patient's name."""
    times_a_day: TimesADay | None = None
    """How many times a day to do the whole plan."""
    days_a_week: DaysAWeek | None = None
    """On how many days a week to do it."""
    steps: Annotated[tuple[PlanStep, ...], Field(min_length=1, max_length=MOST_STRETCHES)]
    """The stretches in order. They have the form of a routine's steps."""
    review: Review | None = None
    """Who approved it. Leave out until a clinician has: the list of ready-made plans says so."""

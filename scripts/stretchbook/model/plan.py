"""What somebody is to do: content/plans/<id>.yml, or a link that carries all of it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, Strict

from stretchbook.model.dose import Dose
from stretchbook.model.fields import STRICT, Id, ImpossibleError, Name, Review, Text

MOST_STRETCHES: Final = 30
LONGEST_NOTE: Final = 200  # characters; a link must stay short enough for a QR code

TimesADay = Annotated[int, Strict(), Field(ge=1, le=10)]
DaysAWeek = Annotated[int, Strict(), Field(ge=1, le=7)]
EVERY_OTHER_DAY: Final = "every other day"
PlanDay = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun", "every other day"]
FIRST_DATE: Final = date(2020, 1, 1)
LAST_DATE: Final = date(2099, 12, 31)


def _from_text(value: object) -> object:
    """JSON has no dates, and a plan may come as JSON."""
    if isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


PlanDate = Annotated[
    date, Strict(), Field(ge=FIRST_DATE, le=LAST_DATE), BeforeValidator(_from_text)
]


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
    made_by: Name | None = None
    """The clinic or the role that gives it, such as Example Back Clinic. Never a patient's name."""
    made_on: PlanDate | None = None
    """Day on which it was made or last changed, such as 2026-11-26; from 2020 to 2099."""
    until: PlanDate | None = None
    """Its last day, when it is looked at again, such as 2026-12-10; from 2020 to 2099."""
    times_a_day: TimesADay | None = None
    """How many times a day to do the whole plan."""
    days_a_week: DaysAWeek | None = None
    """On how many days a week to do it."""
    days: tuple[PlanDay, ...] = ()
    """On which days to do it: [mon, wed, fri] or [every other day]. Leave out days_a_week then."""
    steps: Annotated[tuple[PlanStep, ...], Field(min_length=1, max_length=MOST_STRETCHES)]
    """The stretches in order. They have the form of a routine's steps."""
    review: Review | None = None
    """Who approved it. Leave out until a clinician has: the list of ready-made plans says so."""
    draft: Annotated[bool, Strict()] = False
    """`true` while it is not finished: the preview shows it with a mark, the site leaves it out."""

    def __post_init__(self) -> None:
        """Refuse days and dates that contradict each other."""
        if self.days and self.days_a_week:
            hint = "leave out days_a_week: the days say it"
            raise ImpossibleError("days", "stand beside days_a_week", hint)
        if len(set(self.days)) < len(self.days):
            raise ImpossibleError("days", "name a day twice", "name each day once")
        if EVERY_OTHER_DAY in self.days and len(self.days) > 1:
            raise ImpossibleError("days", f"hold `{EVERY_OTHER_DAY}` and more", "keep one of both")
        if self.made_on and self.until and self.until < self.made_on:
            message = f"must not be before made_on, {self.made_on}, found {self.until}"
            raise ImpossibleError("until", message, "choose a later day")

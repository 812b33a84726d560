"""The small parts that fields are made of, and what all classes of the model share."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, get_args, get_type_hints

from pydantic import BeforeValidator, ConfigDict, Field, Strict

from stretchbook.model.unseen import first_unseen

STRICT = ConfigDict(extra="forbid", use_attribute_docstrings=True)
# What no page can show. YAML takes them only as escapes such as "\0"; Markdown and YAML's front
# matter give some of them a meaning of their own.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
LONGEST_REVIEW_YEARS = 3  # NHS content standards and the PIF guidance ask for three years at most


class ImpossibleError(ValueError):
    """Values that are each allowed but cannot stand together.

    field: the field to mend, below the object that is being made; empty for the object itself.
    """

    def __init__(self, field: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.field, self.message, self.hint = field, message, hint


def both_or_neither(hint: str, whole: str = "", **halves: object) -> None:
    """Refuse one of two fields without the other; `whole` names what they are halves of."""
    missing = [name for name, value in halves.items() if not value]
    if len(missing) == 1:
        message = f"is missing, the other half{whole and f' of {whole}'} is given"
        raise ImpossibleError(missing[0], message, hint)


def _one_line(value: object) -> object:
    """YAML's folded texts keep line ends; a text of ours is one paragraph."""
    if not isinstance(value, str):
        return value
    if unseen := first_unseen(value):
        raise ImpossibleError("", *unseen[1:])
    text = " ".join(value.split())
    if found := UNPRINTABLE.search(text):
        message = f"holds the control character U+{ord(found[0]):04X}"
        raise ImpossibleError("", message, "remove it; it is often written as \\ and a letter")
    return text


ONE_LINE = BeforeValidator(_one_line)
ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Name = Annotated[str, ONE_LINE, Field(min_length=1, max_length=60)]
Line = Annotated[str, ONE_LINE, Field(min_length=1, max_length=150)]
Text = Annotated[str, ONE_LINE, Field(min_length=1, max_length=500)]
Url = Annotated[str, Field(pattern=r"^https?://[^\s\x00-\x1f\x7f<>\"'`\\]+$", max_length=300)]
Day = Annotated[date, Strict()]


@cache
def text_fields(cls: type) -> frozenset[str]:
    """The fields of a class that hold what people read, alone or in lists; not ids or addresses."""
    hints = get_type_hints(cls, include_extras=True)
    return frozenset(name for name, hint in hints.items() if _holds_text(hint))


def _holds_text(hint: Any) -> bool:  # noqa: ANN401 - whatever stands behind a colon
    return hint is ONE_LINE or any(map(_holds_text, get_args(hint)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who looked at this content, and when somebody must look again."""

    __pydantic_config__ = STRICT

    written_on: Day
    """Day of the last change to the content, such as 2026-11-22."""
    reviewed_by: Text | None = None
    """Name and profession of the clinician who approved it. Leave out until one has."""
    reviewed_on: Day | None = None
    """Day on which that clinician approved it."""
    next_review: Day
    """Day by which it must be looked at again, at most three years on."""

    def __post_init__(self) -> None:
        """Refuse half a review and dates in the wrong order."""
        hint = "give both, or neither while no clinician has reviewed it"
        halves = {"reviewed_by": self.reviewed_by, "reviewed_on": self.reviewed_on}
        both_or_neither(hint, "the review", **halves)
        start = self.reviewed_on or self.written_on
        if self.next_review <= start:
            message = f"must be after {start}, found {self.next_review}"
            raise ImpossibleError("next_review", message, "set it to the day of the next review")
        if self.next_review > _years_after(start, LONGEST_REVIEW_YEARS):
            message = (
                f"must be within {LONGEST_REVIEW_YEARS} years of {start}, found {self.next_review}"
            )
            raise ImpossibleError("next_review", message, "choose an earlier day")


def _years_after(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)

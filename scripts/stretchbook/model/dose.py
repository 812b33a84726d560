"""How much of a stretch: sets, repetitions, hold, sides, and how long that takes."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, Strict

from stretchbook.model.fields import STRICT, ImpossibleError, Text, Url

DoseNumber = Literal[
    "sets", "repetitions", "hold_seconds", "release_seconds", "repetition_seconds", "set_seconds"
]
DoseOrigin = Literal["source page", "editor"] | Url
Sides = Literal["together", "each", "left", "right"]
SIDE_GAPS = {"{both_sides}": False, "{one_side}": True}
"""Marks of a text, and whether it holds for a dose of one side only, or for all others."""
DOSE_GAPS: dict[str, DoseNumber | None] = {
    "hold": "hold_seconds",
    "release": "release_seconds",
    "movement": "repetition_seconds",
    "clock": "set_seconds",
    "times": None,
    "count": None,
}
"""Gaps of a text, and the number that the dose must give for each."""
LONGEST_DOSE_SECONDS = 30 * 60  # nothing in a home routine lasts longer; more is a slip of the pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much to do in one session. All times are whole seconds.

    Exactly one of hold_seconds, repetition_seconds and set_seconds says how long it takes.
    """

    __pydantic_config__ = STRICT

    sets: Annotated[int, Strict(), Field(ge=1, le=10)] = 1
    """How many sets."""
    repetitions: Annotated[int, Strict(), Field(ge=1, le=200)] = 1
    """How many times in each set, on each side."""
    hold_seconds: Annotated[int, Strict(), Field(ge=1, le=900)] | None = None
    """How long each repetition is held."""
    release_seconds: Annotated[int, Strict(), Field(ge=1, le=60)] | None = None
    """How long to let go after each hold."""
    repetition_seconds: Annotated[int, Strict(), Field(ge=1, le=60)] | None = None
    """How long one whole slow movement takes, where nothing is held."""
    set_seconds: Annotated[int, Strict(), Field(ge=1, le=900)] | None = None
    """How long a whole set takes by the clock, for steady movement such as marching."""
    sides: Sides = "together"
    """`each` where the whole dose is done on both sides, `left` or `right` where only on one."""
    first_side: Literal["left", "right"] | None = None
    """Which side comes first, where it matters; only with `sides: each`."""
    alternate: Annotated[bool, Strict()] = False
    """`true` where left and right take turns at every repetition; only with `sides: each`."""
    source: dict[DoseNumber, DoseOrigin] = field(default_factory=dict)
    """Where each number comes from: source page, editor, or a web address."""
    reason: Text | None = None
    """Why the editor chose the numbers marked `editor`, with what is published."""

    def __post_init__(self) -> None:
        """Refuse a dose that nobody could do or that leaves its time open."""
        given = [name for name in TIMINGS if getattr(self, name) is not None]
        if len(given) != 1:
            found = "found none" if not given else f"found {' and '.join(given)}"
            message = f"needs exactly one of {', '.join(TIMINGS)}, {found}"
            hint = "a stretch that is held takes hold_seconds; steady movement takes set_seconds"
            raise ImpossibleError("", message, hint)
        if self.release_seconds is not None and self.hold_seconds is None:
            message = "goes only with hold_seconds, which is not given"
            raise ImpossibleError("release_seconds", message, "remove it, or give hold_seconds")
        for name in ("alternate", "first_side"):
            if getattr(self, name) and self.sides != "each":
                message = "goes only with `sides: each`"
                raise ImpossibleError(name, message, "remove it, or give sides: each")
        self._check_sources()
        if self.total_seconds > LONGEST_DOSE_SECONDS:
            message = f"adds up to {self.total_seconds} seconds, allowed are {LONGEST_DOSE_SECONDS}"
            raise ImpossibleError(
                "", message, "times are in seconds; check for minutes or an extra 0"
            )

    def _check_sources(self) -> None:
        for name in self.source:
            if name not in ("sets", "repetitions") and getattr(self, name) is None:
                message = f"names the source of {name}, which is not given"
                raise ImpossibleError("source", message, f"remove `{name}`, or give the number")
        if "editor" in self.source.values() and self.reason is None:
            message = "is missing, a number has the source `editor`"
            raise ImpossibleError(
                "reason", message, "say why this number was chosen, with what is known"
            )

    @property
    def is_one_sided(self) -> bool:
        """Whether only the left or only the right side does it."""
        return self.sides in ("left", "right")

    @property
    def side_count(self) -> int:
        """2 where left and right each get the whole dose, else 1."""
        return 2 if self.sides == "each" else 1

    @property
    def set_length(self) -> int:
        """Seconds for one set on one side."""
        if self.set_seconds is not None:
            return self.set_seconds
        one = self.repetition_seconds or (self.hold_seconds or 0) + (self.release_seconds or 0)
        return self.repetitions * one

    @property
    def total_seconds(self) -> int:
        """Seconds for all sets and sides, without changing position."""
        return self.sets * self.side_count * self.set_length


TIMINGS = ("hold_seconds", "repetition_seconds", "set_seconds")

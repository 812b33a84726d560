"""How much of a stretch: sets, repetitions, hold, sides, and how long that takes."""

from dataclasses import dataclass, field, fields
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, Strict

from stretchbook.model.fields import STRICT, ImpossibleError, Name, Text, Url

Ranged = Literal["sets", "repetitions", "hold_seconds", "repetition_seconds", "set_seconds"]
DoseNumber = Literal[
    "sets",
    "repetitions",
    "hold_seconds",
    "release_seconds",
    "repetition_seconds",
    "set_seconds",
    "rest_seconds",
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
LONGEST_DOSE_SECONDS = 60 * 60  # nothing in a home routine lasts longer; more is a slip of the pen
RANGED: tuple[Ranged, ...] = (
    "sets",
    "repetitions",
    "hold_seconds",
    "repetition_seconds",
    "set_seconds",
)
"""Numbers that may be a range: `hold_seconds_to` is the upper end of `hold_seconds`."""
TIMINGS = ("hold_seconds", "repetition_seconds", "set_seconds")
ALONE = {"as_you_like": (), "until_tired": ("sets", "sets_to", "rest_seconds")}
"""Words instead of numbers, and the numbers that may stand beside each."""
SAID = (*RANGED, *(f"{name}_to" for name in RANGED), "release_seconds", "rest_seconds", *ALONE)


def whole(number: float) -> float:
    """The same number, as an integer where it is one: nobody reads "30.0 seconds"."""
    return int(number) if number == int(number) else number


Sets = Annotated[int, Strict(), Field(ge=1, le=10)]
Repetitions = Annotated[int, Strict(), Field(ge=1, le=200)]
HALF = Field(multiple_of=0.5)
Hold = Annotated[float, Strict(), Field(ge=0.5, le=900), HALF, AfterValidator(whole)]
Short = Annotated[float, Strict(), Field(ge=0.5, le=60), HALF, AfterValidator(whole)]
SetSeconds = Annotated[int, Strict(), Field(ge=1, le=LONGEST_DOSE_SECONDS)]
Word = Annotated[bool, Strict()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much to do in one session. All times are seconds; half seconds only where it says so.

    At most one of hold_seconds, repetition_seconds and set_seconds says how long it takes. Without
    any, the reader sets the pace. Of a range the lower number is timed.
    """

    __pydantic_config__ = STRICT

    sets: Sets = 1
    """How many sets."""
    sets_to: Sets | None = None
    """The upper end, where the number of sets is a range."""
    repetitions: Repetitions = 1
    """How many times in each set, on each side."""
    repetitions_to: Repetitions | None = None
    """The upper end, where the number of times is a range."""
    hold_seconds: Hold | None = None
    """How long each repetition is held, in steps of half a second."""
    hold_seconds_to: Hold | None = None
    """The upper end, where the hold is a range."""
    release_seconds: Short | None = None
    """How long to let go after each hold, in steps of half a second."""
    repetition_seconds: Short | None = None
    """How long one whole slow movement takes, where nothing is held, in steps of half a second."""
    repetition_seconds_to: Short | None = None
    """The upper end, where the time of one movement is a range."""
    set_seconds: SetSeconds | None = None
    """How long a whole set takes by the clock, for steady movement such as marching."""
    set_seconds_to: SetSeconds | None = None
    """The upper end, where the time of a set is a range."""
    until_tired: Word = False
    """`true` instead of a number of times: each set goes on until one is tired."""
    as_you_like: Word = False
    """`true` instead of every number: as often as one likes."""
    rest_seconds: Annotated[int, Strict(), Field(ge=1, le=300)] | None = None
    """How long to rest between two sets."""
    load: Name | None = None
    """Weight, band or level in words, such as 2 kg, red band or level 3."""
    sides: Sides = "together"
    """`each` where the whole dose is done on both sides, `left` or `right` where only on one."""
    first_side: Literal["left", "right"] | None = None
    """Which side comes first, where it matters; only with `sides: each`."""
    alternate: Word = False
    """`true` where left and right take turns at every repetition; only with `sides: each`."""
    source: dict[DoseNumber, DoseOrigin] = field(default_factory=dict)
    """Where each number comes from: source page, editor, or a web address."""
    reason: Text | None = None
    """Why the editor chose the numbers marked `editor`, with what is published."""

    def __post_init__(self) -> None:
        """Refuse a dose that nobody could do or that leaves open what to do."""
        self._check_words()
        self._check_timings()
        self._check_partners()
        self._check_sources()
        if self.work_seconds > LONGEST_DOSE_SECONDS:
            total = whole(self.work_seconds)
            message = f"adds up to {total} seconds, allowed are {LONGEST_DOSE_SECONDS}"
            raise ImpossibleError(
                "", message, "times are in seconds; check for minutes or an extra 0"
            )

    def _check_words(self) -> None:
        """Words that stand instead of numbers stand alone."""
        for word, allowed in ALONE.items():
            beside = [name for name in self.given if name not in (word, *allowed)]
            if getattr(self, word) and beside:
                message = f"stands instead of numbers, found also {' and '.join(beside)}"
                raise ImpossibleError(word, message, "keep one of both")

    def _check_timings(self) -> None:
        given = [name for name in TIMINGS if getattr(self, name) is not None]
        if len(given) > 1:
            message = f"needs only one of {', '.join(TIMINGS)}, found {' and '.join(given)}"
            hint = "a stretch that is held takes hold_seconds; steady movement takes set_seconds"
            raise ImpossibleError("", message, hint)
        if not given and not (self.is_free or self.counts):
            message = "says neither how often nor how long"
            hint = (
                "give hold_seconds, repetition_seconds or set_seconds; or only repetitions, at"
                " least 2; or `until_tired: true` or `as_you_like: true`"
            )
            raise ImpossibleError("", message, hint)

    def _check_partners(self) -> None:
        """What says something about another field needs that one."""
        ranges = [(f"{name}_to", name) for name in RANGED]
        for name, other in (("release_seconds", "hold_seconds"), *ranges):
            if getattr(self, name) is not None and getattr(self, other) is None:
                message = f"goes only with {other}, which is not given"
                raise ImpossibleError(name, message, f"remove it, or give {other}")
        for high, low in ranges:
            found, least = getattr(self, high), getattr(self, low)
            if found is not None and found <= least:
                message = f"must be more than {low}, {least}, found {found}"
                raise ImpossibleError(high, message, "write the smaller number first")
        if self.rest_seconds is not None and not self.has_sets:
            message = "goes only with two sets or more"
            raise ImpossibleError("rest_seconds", message, "remove it, or give sets")
        for name in ("alternate", "first_side"):
            if getattr(self, name) and self.sides != "each":
                message = "goes only with `sides: each`"
                raise ImpossibleError(name, message, "remove it, or give sides: each")

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
    def given(self) -> list[str]:
        """Every number, and every word instead of one, that is not what holds anyway."""
        usual = {item.name: item.default for item in fields(self)}
        return [name for name in SAID if getattr(self, name) != usual[name]]

    @property
    def is_free(self) -> bool:
        """Whether words stand instead of how often."""
        return self.until_tired or self.as_you_like

    @property
    def is_timed(self) -> bool:
        """Whether it says how long it takes; else the reader sets the pace."""
        return any(getattr(self, name) is not None for name in TIMINGS)

    @property
    def has_sets(self) -> bool:
        """Whether there are several sets."""
        return (self.sets_to or self.sets) > 1

    @property
    def counts(self) -> bool:
        """Whether a set is made of several repetitions."""
        return (self.repetitions_to or self.repetitions) > 1

    @property
    def has_range(self) -> bool:
        """Whether one may do more than what is timed."""
        return any(getattr(self, f"{name}_to") is not None for name in RANGED)

    @property
    def is_one_sided(self) -> bool:
        """Whether only the left or only the right side does it."""
        return self.sides in ("left", "right")

    @property
    def side_count(self) -> int:
        """2 where left and right each get the whole dose, else 1."""
        return 2 if self.sides == "each" else 1

    @property
    def set_length(self) -> float:
        """Seconds for one set on one side; 0 where the reader sets the pace."""
        if self.set_seconds is not None:
            return self.set_seconds
        one = self.repetition_seconds or (self.hold_seconds or 0) + (self.release_seconds or 0)
        return whole(self.repetitions * one)

    @property
    def total_seconds(self) -> float:
        """Seconds for all sets and sides and its own rests, without changing position.

        0 where the reader sets the pace: then no time is known.
        """
        rests = (self.sets - 1) * (self.rest_seconds or 0) if self.is_timed else 0
        return whole(self.work_seconds + rests)

    @property
    def work_seconds(self) -> float:
        """The same without rests."""
        return whole(self.sets * self.side_count * self.set_length)

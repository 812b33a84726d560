"""A dose in words: no sums left to the reader."""

from dataclasses import dataclass

from stretchbook import words
from stretchbook.model import Dose, DoseNumber
from stretchbook.views.common import SourceLine, host_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseView:
    """What to do, how long that takes, and who chose the numbers."""

    line: str
    time: str
    total_seconds: int
    origins: tuple[SourceLine, ...]
    reason: str


def view_dose(dose: Dose) -> DoseView:
    """Put a dose into words."""
    return DoseView(
        line=_line(dose),
        time=words.duration(dose.total_seconds),
        total_seconds=dose.total_seconds,
        origins=tuple(_origin(number, origin) for number, origin in dose.source.items()),
        reason=dose.reason or "",
    )


def _line(dose: Dose) -> str:
    sides = dose.sides == "each"
    return words.DOSE[_timing(dose), dose.sets > 1, sides].format(
        sets=dose.sets,
        n=dose.repetitions,
        times=words.plural(words.TIMES, dose.repetitions),
        hold=words.duration(dose.hold_seconds or 0),
        release=words.duration(dose.release_seconds or 0),
        movement=words.duration(dose.repetition_seconds or 0),
        clock=words.duration(dose.set_seconds or 0),
    )


def _timing(dose: Dose) -> words.Timing:
    if dose.set_seconds is not None:
        return "clock" if dose.repetitions == 1 else "count by clock"
    if dose.repetition_seconds is not None:
        return "movement"
    if dose.release_seconds is not None:
        return "hold and release"
    return "hold once" if dose.repetitions == 1 else "hold"


def _origin(number: DoseNumber, origin: str) -> SourceLine:
    said = {"source page": words.ORIGIN_SOURCE_PAGE, "editor": words.ORIGIN_EDITOR}
    url = "" if origin in said else origin
    shown = said.get(origin) or host_of(url) or url
    label = words.ORIGIN_LINE.format(number=words.DOSE_NUMBERS[number], origin=shown)
    return SourceLine(label=label, url=url)

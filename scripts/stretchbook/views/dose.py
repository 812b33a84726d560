"""A dose in words: no sums left to the reader."""

from stretchbook import words
from stretchbook.model import Dose, DoseNumber
from stretchbook.views.common import SourceLine, host_of


def dose_line(dose: Dose) -> str:
    """What to do: `2 sets of 10: hold each for 5 seconds`."""
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


def dose_origins(dose: Dose) -> tuple[SourceLine, ...]:
    """Who chose each number."""
    return tuple(_origin(number, origin) for number, origin in dose.source.items())


def _origin(number: DoseNumber, origin: str) -> SourceLine:
    said = {"source page": words.ORIGIN_SOURCE_PAGE, "editor": words.ORIGIN_EDITOR}
    url = "" if origin in said else origin
    shown = said.get(origin) or host_of(url) or url
    label = words.ORIGIN_LINE.format(number=words.DOSE_NUMBERS[number], origin=shown)
    return SourceLine(label=label, url=url)

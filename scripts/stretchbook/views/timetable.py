"""How long a guided session takes: the doses, and time to change between them.

docs/js/session/timetable.js lays out the phases one by one by the same rule, with these numbers. A
test holds the two together over every routine.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from stretchbook.model import Dose, Exercise, Position
from stretchbook.views.common import FLOOR_POSITIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds for all that is not part of a dose.

    settle: to the next stretch in the same position with the same things.
    shift: to another position, or to fetch something.
    move: down to the floor or up from it: nobody should hurry there.
    floor: positions that are on the floor, though some can be done on a bed.
    ready: the count before the first hold.
    again: to let go between two holds that have no time of their own for it.
    change_side, rest: between two sides, and between two sets.
    """

    settle: int = 15
    shift: int = 25
    move: int = 40
    floor: tuple[str, ...] = tuple(sorted(FLOOR_POSITIONS))
    ready: int = 5
    again: int = 3
    change_side: int = 10
    rest: int = 15


TIMING = Timing()
Place = tuple[Position, frozenset[str]]
AT_THE_START: Place = (Position.STANDING, frozenset())


def guided_seconds(steps: Iterable[tuple[Exercise, Dose]]) -> int:
    """The whole session, from standing up before the first stretch."""
    total, place = 0, AT_THE_START
    for exercise, dose in steps:
        here = (exercise.position, frozenset(exercise.equipment))
        total += _change_over(place, here) + TIMING.ready + dose.total_seconds + _breaks(dose)
        place = here
    return total


def _change_over(before: Place, after: Place) -> int:
    if (before[0] in FLOOR_POSITIONS) != (after[0] in FLOOR_POSITIONS):
        return TIMING.move
    return TIMING.settle if before == after else TIMING.shift


def _breaks(dose: Dose) -> int:
    sides = 1 if dose.alternate else dose.side_count
    between = TIMING.change_side if sides > 1 else TIMING.rest
    blocks = dose.sets * sides
    return (blocks - 1) * between + blocks * _lets_go(dose) * TIMING.again


def _lets_go(dose: Dose) -> int:
    """How often one lets go within a block where the dose has no time for it."""
    if dose.hold_seconds is None or dose.release_seconds is not None:
        return 0
    turns = dose.repetitions * (dose.side_count if dose.alternate else 1)
    return turns - 1

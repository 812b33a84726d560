"""What each page must show once it is built, whatever program builds it."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Exercise, Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a page must show.

    stretches: ids of its blocks, in order. boxes: how many of each kind, by their class.
    """

    stretches: tuple[str, ...]
    boxes: Mapping[str, int]


def view_promises(library: Library, home: str = addresses.HOME) -> dict[str, Promise]:
    """By address, for every page that must show urgent signs or stretches.

    home: where the pages of its language begin.
    """
    return {f"{home[:-1]}{page}": promise for page, promise in _promises(library).items()}


def _promises(library: Library) -> dict[str, Promise]:
    promises = {page: _promise() for page in (addresses.HOME, addresses.PLAN)}
    for exercise in library.exercises.values():
        promises[addresses.of_stretch(exercise.id)] = _promise(exercise)
    for routine in library.routines.values():
        steps = [step.exercise for section in routine.sections for step in section.steps]
        exercises = [library.exercises[name] for name in steps]
        page = _promise(*exercises)
        promises[addresses.of_routine(routine.id)] = Promise(
            stretches=tuple(steps), boxes=page.boxes
        )
    return promises


def _promise(*exercises: Exercise) -> Promise:
    boxes = {
        "urgent": 1,
        "warning": sum(bool(exercise.cautions) for exercise in exercises),
        "tip": sum(exercise.self_test is not None for exercise in exercises),
    }
    return Promise(stretches=(), boxes=boxes)

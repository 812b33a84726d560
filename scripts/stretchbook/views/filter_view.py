"""By what stretches can be chosen: on the list of all of them, and for a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stretchbook.model import Library, Routine, Term
from stretchbook.views.stretch_view import StretchView
from stretchbook.words import Words

NOTHING_NEEDED = "none"  # the value of stretches without equipment


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterView:
    """One filter: its choices, in words, by their values."""

    name: str
    label: str
    choices: Mapping[str, str]


def view_filters(words: Words, library: Library) -> tuple[FilterView, ...]:
    """Every choice of the whole library, so that the filters are the same on every page."""
    used = {exercise.position for exercise in library.exercises.values()}
    positions = {name: said for name, said in words.group("positions").items() if name in used}
    equipment = _names(library.vocabulary.equipment) | {NOTHING_NEEDED: words["nothing"]}
    routines = {routine.id: routine.name for routine in library.routines_in_order()}
    choices = {
        "area": ("areas_label", _names(library.vocabulary.areas)),
        "position": ("position_label", positions),
        "equipment": ("needs_label", equipment),
        "routine": ("routine_label", routines),
    }
    return tuple(
        FilterView(name=name, label=words[label], choices=found)
        for name, (label, found) in choices.items()
    )


def _names(terms: Mapping[str, Term]) -> dict[str, str]:
    return {name: term.name for name, term in terms.items()}


def filter_values(stretch: StretchView, routines: Sequence[Routine]) -> dict[str, tuple[str, ...]]:
    """What a stretch has of each filter."""
    return {
        "area": stretch.areas,
        "position": (stretch.position,),
        "equipment": stretch.equipment or (NOTHING_NEEDED,),
        "routine": tuple(routine.id for routine in routines),
    }

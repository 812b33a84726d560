"""By what stretches can be chosen: on the list of all of them, and for a plan."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from stretchbook.model import Library, Routine, Term
from stretchbook.views.condition_view import view_conditions
from stretchbook.views.stretch_view import StretchView
from stretchbook.words import Words

NOTHING_NEEDED = "none"  # the value of stretches without equipment
MOST_ROUTINES = 200  # to choose from: nobody goes through more, and every page would hold them all


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterView:
    """One filter: its choices, in words, by their values.

    heading: above the same choices as lists of links; unchosen: where nothing is chosen.
    """

    name: str
    label: str
    heading: str
    unchosen: str
    choices: Mapping[str, str]


def view_filters(words: Words, library: Library) -> tuple[FilterView, ...]:
    """Every choice of the whole library, so that the filters are the same on every page."""
    exercises = library.exercises.values()
    used = {item.position for item in exercises}
    positions = {name: said for name, said in words.group("positions").items() if name in used}
    vocabulary = library.vocabulary
    areas = _names(vocabulary.areas, {name for item in exercises for name in item.areas})
    things = _names(vocabulary.equipment, {name for item in exercises for name in item.equipment})
    equipment = things | {NOTHING_NEEDED: words["nothing"]}
    routines = {routine.id: routine.name for routine in library.routines_in_order()}
    conditions = {item.id: item.name for item in view_conditions(library)}
    some = words["any"]
    found = (
        ("area", words["areas_label"], "", some, areas),
        ("position", words["position_label"], "", some, positions),
        ("equipment", words["needs_label"], "", some, equipment),
        ("routine", words["routine_label"], "", some, routines),
        ("without", words["have_label"], words["left_out_with"], words["have_none"], conditions),
    )
    return tuple(
        FilterView(
            name=name, label=label, heading=heading or label, unchosen=unchosen, choices=choices
        )
        for name, label, heading, unchosen, choices in found
        if choices and (name != "routine" or len(choices) <= MOST_ROUTINES)
    )


def _names(terms: Mapping[str, Term], used: Collection[str]) -> dict[str, str]:
    """Those that some stretch has: a word may wait for one."""
    return {name: term.name for name, term in terms.items() if name in used}


def filter_values(stretch: StretchView, routines: Sequence[Routine]) -> dict[str, tuple[str, ...]]:
    """What a stretch has of each filter."""
    return {
        "area": stretch.areas,
        "position": (stretch.position,),
        "equipment": stretch.equipment or (NOTHING_NEEDED,),
        "routine": tuple(routine.id for routine in routines),
        "without": _left_out_with(stretch),
    }


def _left_out_with(stretch: StretchView) -> tuple[str, ...]:
    """The conditions with which it is left out, or asked about first."""
    found = (limit.condition for limit in stretch.limits if limit.means != "adapt")
    return tuple(dict.fromkeys(found))

"""The page of the diary: what stands there before any script has run."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbook import addresses, session_words
from stretchbook.model import Library, Routine
from stretchbook.views.common import Link, routine_link
from stretchbook.views.routine import AdviceView, view_advice


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineRules:
    """What a routine says about how often, and about what comes after."""

    routine: Link
    advice: tuple[AdviceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryView:
    """The page of the diary and the reminders."""

    address: str
    routines: tuple[Link, ...]
    days: Mapping[str, str]
    rules: tuple[RoutineRules, ...]


def view_diary(library: Library) -> DiaryView:
    """The rules stand here as the routines state them."""
    routines = library.routines_in_order()
    return DiaryView(
        address=addresses.DIARY,
        routines=tuple(map(routine_link, routines)),
        days=session_words.DAYS,
        rules=tuple(_rules(library, routine) for routine in routines),
    )


def _rules(library: Library, routine: Routine) -> RoutineRules:
    advice = (*routine.how_often, *routine.afterwards)
    return RoutineRules(
        routine=routine_link(routine),
        advice=tuple(view_advice(library, item) for item in advice),
    )

"""The home page."""

from collections.abc import Sequence
from dataclasses import dataclass

from stretchbook.model import Library, Site
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.warning_view import ShortWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The home page; reviewed: whether a clinician has seen everything."""

    site: Site
    warning: ShortWarning
    routines: tuple[RoutineView, ...]
    reviewed: bool


def view_home(library: Library, routines: Sequence[RoutineView], warning: ShortWarning) -> HomeView:
    """What the home page shows; `warning` stands on other pages too."""
    reviews = [routine.review for routine in library.routines.values()]
    reviews += [exercise.review for exercise in library.exercises.values()]
    return HomeView(
        site=library.site,
        warning=warning,
        routines=tuple(routines),
        reviewed=all(review.reviewed_by for review in reviews),
    )

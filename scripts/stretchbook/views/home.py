"""The home page."""

from dataclasses import dataclass

from stretchbook import addresses, words
from stretchbook.model import Library, Routine
from stretchbook.views.common import Fact
from stretchbook.views.routine import routine_facts
from stretchbook.views.stretch import PictureView, view_picture
from stretchbook.views.warning import ShortWarning, view_short_warning


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineCard:
    """A routine to choose.

    pictures: up to three that exist, in the routine's order.
    """

    id: str
    name: str
    summary: str
    address: str
    facts: tuple[Fact, ...]
    pictures: tuple[PictureView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The home page."""

    name: str
    tagline: str
    description: str
    for_whom: str
    warning: ShortWarning
    routines: tuple[RoutineCard, ...]
    steps: tuple[str, ...]
    review: str


def view_home(library: Library) -> HomeView:
    """Put the home page into words."""
    routines = library.routines_in_order()
    reviews = [r.review for r in routines] + [e.review for e in library.exercises.values()]
    return HomeView(
        name=library.site.name,
        tagline=library.site.tagline,
        description=library.site.description,
        for_whom=library.site.for_whom,
        warning=view_short_warning(library),
        routines=tuple(_card(library, routine) for routine in routines),
        steps=words.HOME_STEPS,
        review="" if all(r.reviewed_by for r in reviews) else words.HOME_NOT_REVIEWED,
    )


def _card(library: Library, routine: Routine) -> RoutineCard:
    steps = [step for section in routine.sections for step in section.steps]
    pictures = [view_picture(library, library.exercises[step.exercise]) for step in steps]
    return RoutineCard(
        id=routine.id,
        name=routine.name,
        summary=routine.summary,
        address=addresses.of_routine(routine.id),
        facts=routine_facts(library, routine),
        pictures=tuple(picture for picture in pictures if picture.small)[:3],
    )

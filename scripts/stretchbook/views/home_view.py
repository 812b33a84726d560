"""The home page, and the pages that go on with its list of routines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Library, Site
from stretchbook.views.common import in_parts
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.warning_view import ShortWarning
from stretchbook.words import Words

ROUTINES_A_PAGE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """One of these pages.

    pages: the addresses of all of them; number: of this one, from 1.
    reviewed: whether a clinician has seen everything.
    """

    site: Site
    warning: ShortWarning
    routines: tuple[RoutineView, ...]
    reviewed: bool
    pages: tuple[str, ...]
    number: int


def view_homes(
    words: Words, library: Library, routines: Sequence[RoutineView], warning: ShortWarning
) -> Iterator[HomeView]:
    """What the home page shows, then the others; `warning` stands on other pages too."""
    reviews = [routine.review for routine in library.routines.values()]
    reviews += [exercise.review for exercise in library.exercises.values()]
    reviewed = all(review.reviewed_by for review in reviews)
    shown = in_parts(routines, ROUTINES_A_PAGE)
    pages = tuple(words.at(addresses.of_home_page(at)) for at in range(1, len(shown) + 1))
    for number, some in enumerate(shown, 1):
        yield HomeView(
            site=library.site,
            warning=warning,
            routines=tuple(some),
            reviewed=reviewed,
            pages=pages,
            number=number,
        )

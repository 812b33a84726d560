"""What a reader can find by searching, and by which words.

About 200 bytes an entry: with some thousands of stretches the index is still smaller than one
photograph, and needs no library to look through. A library of 20,000 would load it in pieces.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Exercise, Library, Routine
from stretchbook.views import common
from stretchbook.views.frame import MenuEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One result.

    address: without the slash at its start, so that it is relative to the site's root.
    names: other names for the same thing.
    words: what it is about: parts of the body, what is needed, how the body lies.
    """

    address: str
    title: str
    summary: str
    names: tuple[str, ...]
    words: tuple[str, ...]


def view_search(library: Library, menu: Iterable[MenuEntry]) -> tuple[SearchEntry, ...]:
    """Routines first, then stretches, then the other pages of the menu."""
    routines = (_routine(routine) for routine in library.routines_in_order())
    stretches = (_stretch(library, exercise) for exercise in _by_id(library))
    found = [*routines, *stretches]
    taken = {entry.address for entry in found}
    return tuple(found + [page for page in _pages(menu) if page.address not in taken])


def _by_id(library: Library) -> list[Exercise]:
    return sorted(library.exercises.values(), key=lambda exercise: exercise.id)


def _routine(routine: Routine) -> SearchEntry:
    return SearchEntry(
        address=addresses.of_routine(routine.id).lstrip("/"),
        title=routine.name,
        summary=routine.summary,
        names=(),
        words=routine.for_whom,
    )


def _stretch(library: Library, exercise: Exercise) -> SearchEntry:
    about = (
        *common.area_names(library, exercise),
        *common.equipment_names(library, exercise),
        *common.helpful_names(library, exercise),
        common.position_name(exercise),
        *common.everyday_words(library, exercise),
        exercise.works_on,
    )
    return SearchEntry(
        address=addresses.of_stretch(exercise.id).lstrip("/"),
        title=exercise.name,
        summary=exercise.summary,
        names=exercise.other_names,
        words=about,
    )


def _pages(menu: Iterable[MenuEntry]) -> Iterator[SearchEntry]:
    for entry in menu:
        if entry.title:  # the others name themselves, where we cannot read it
            address = addresses.address_of_file(entry.file).lstrip("/")
            yield SearchEntry(address=address, title=entry.title, summary="", names=(), words=())

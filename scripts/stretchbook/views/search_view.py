"""What a reader can find by searching, and by which words.

About 200 bytes an entry: with some thousands of stretches the index is still smaller than one
photograph, and needs no library to look through. A library of 20,000 would load it in pieces.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Library
from stretchbook.views.frame_view import MenuEntry
from stretchbook.views.stretch_view import StretchView


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One result.

    other_names: for the same thing.
    search_words: what it is about: parts of the body, what is needed, how the body lies.
    """

    address: str
    name: str
    summary: str = ""
    other_names: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()


def view_search(
    library: Library, stretches: Iterable[StretchView], menu: Iterable[MenuEntry]
) -> tuple[SearchEntry, ...]:
    """Routines first, then stretches, then the other pages of the menu."""
    routines = (
        SearchEntry(
            address=addresses.of_routine(routine.id),
            name=routine.name,
            summary=routine.summary,
            search_words=routine.for_whom,
        )
        for routine in library.routines_in_order()
    )
    found = [*routines, *map(_stretch, sorted(stretches, key=lambda stretch: stretch.id))]
    taken = {entry.address for entry in found}
    return tuple(found + [page for page in _pages(menu) if page.address not in taken])


def _stretch(stretch: StretchView) -> SearchEntry:
    return SearchEntry(
        address=stretch.address,
        name=stretch.name,
        summary=stretch.summary,
        other_names=stretch.other_names,
        search_words=stretch.search_words,
    )


def _pages(menu: Iterable[MenuEntry]) -> Iterator[SearchEntry]:
    for title, file in menu:
        if title:  # the others name themselves, where we cannot read it
            yield SearchEntry(address=addresses.address_of_file(file), name=title)

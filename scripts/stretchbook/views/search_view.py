"""What a reader can find by searching, and by which words.

Entries go by their numbers here; word_index.py says which of them have a word.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Library, Routine
from stretchbook.views.condition_view import ConditionView, Limit, view_conditions
from stretchbook.views.frame_view import MenuEntry
from stretchbook.views.stretch_list_view import by_name
from stretchbook.views.stretch_view import StretchView
from stretchbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One result.

    other_names: for the same thing.
    search_words: what it is about: parts of the body, what is needed, how the body lies.
    limits: for whom it is not, or only in another way.
    """

    address: str
    name: str
    summary: str = ""
    other_names: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """All that the search looks through; of two that fit alike the first comes first."""

    entries: tuple[SearchEntry, ...]
    conditions: tuple[ConditionView, ...]


def view_search(
    words: Words, library: Library, stretches: Iterable[StretchView], menu: Iterable[MenuEntry]
) -> SearchView:
    """Warning signs first, then routines, stretches, and the other pages."""
    found = [*_warnings(words, library), *_routines(words, library)]
    found += map(_stretch, by_name(stretches))
    taken = {entry.address for entry in found}
    found += (page for page in _pages(words, menu) if page.address not in taken)
    found += [*_printing(words, library), *_places(words)]
    return SearchView(entries=tuple(found), conditions=view_conditions(library))


def _warnings(words: Words, library: Library) -> Iterator[SearchEntry]:
    """Each list of signs, on the first page that shows all of it; found by every sign."""
    pages: dict[str, Routine] = {}
    for routine in library.routines_in_order():
        pages.setdefault(routine.urgent_signs, routine)
    for name, routine in pages.items():
        signs = library.urgent_signs[name]
        page = words.at(addresses.of_routine(routine.id))
        yield SearchEntry(
            address=addresses.with_anchor(page, addresses.SIGNS),
            name=words["urgent_title"],
            summary=signs.in_short,
            other_names=(words["search_urgent"],),
            search_words=(*signs.emergency, *signs.see_doctor_first, *signs.see_someone),
        )


def _routines(words: Words, library: Library) -> Iterator[SearchEntry]:
    for routine in library.routines_in_order():
        yield SearchEntry(
            address=words.at(addresses.of_routine(routine.id)),
            name=routine.name,
            summary=routine.summary,
            other_names=routine.search_words,
            search_words=(*routine.for_whom, words["search_kinds.routine"]),
        )


def _stretch(stretch: StretchView) -> SearchEntry:
    return SearchEntry(
        address=stretch.address,
        name=stretch.name,
        summary=stretch.summary,
        other_names=stretch.other_names,
        search_words=stretch.search_words,
        limits=stretch.limits,
    )


def _pages(words: Words, menu: Iterable[MenuEntry]) -> Iterator[SearchEntry]:
    known = words.group("search_pages")
    for title, file in menu:
        if title:  # the others name themselves, where we cannot read it
            address = addresses.address_of_file(file)
            also = known.get(address.removeprefix(words.language.home).strip("/"))
            yield SearchEntry(address=address, name=title, search_words=(also,) if also else ())


def _printing(words: Words, library: Library) -> Iterator[SearchEntry]:
    for routine in library.routines_in_order():
        page = words.at(addresses.of_routine(routine.id))
        yield SearchEntry(
            address=addresses.with_anchor(page, addresses.TAKE_AWAY),
            name=words.fill("search_print", routine=routine.name),
            other_names=(words["search_print_words"],),
        )


def _places(words: Words) -> Iterator[SearchEntry]:
    yield SearchEntry(
        address=addresses.with_anchor(words.at(addresses.DIARY), addresses.REMINDERS),
        name=words["search_reminders"],
        other_names=(words["search_reminders_words"],),
    )

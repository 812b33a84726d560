"""The list of all stretches and the sheet of their links, in pages, with what the filters need."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from stretchbook import addresses
from stretchbook.model import Routine
from stretchbook.views.common import in_parts
from stretchbook.views.filter_view import FilterView, filter_values
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.stretch_view import StretchView
from stretchbook.words import Words

PAGE_SIZE = 200  # stretches on one page of the list, so that no page grows with the library


Entry = tuple[StretchView, Mapping[str, tuple[str, ...]]]  # and its values of each filter


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchListView:
    """One page of the list of all stretches, or of the sheet of links, which has routines too.

    pages: the addresses of all of them; number: of this one, from 1.
    """

    title: str
    description: str
    routines: tuple[RoutineView, ...]
    entries: tuple[Entry, ...]
    filters: tuple[FilterView, ...]
    pages: tuple[str, ...]
    number: int

    @property
    def address(self) -> str:
        """Of this page."""
        return self.pages[self.number - 1]

    def having(self, name: str, value: str) -> tuple[StretchView, ...]:
        """The stretches of this page that have this value of a filter."""
        return tuple(stretch for stretch, values in self.entries if value in values[name])


def by_name(stretches: Iterable[StretchView]) -> list[StretchView]:
    """As people look for them."""
    return sorted(stretches, key=lambda stretch: (stretch.name.casefold(), stretch.id))


def position_and_time(words: Words, stretch: StretchView) -> str:
    """The line below its name in a list to choose from."""
    kind = "time" if stretch.dose.is_timed else "pace"
    how = {"position": stretch.position_name, "time": stretch.dose_time}
    return words.fill(f"position_and_{kind}", **how)


LISTS: Mapping[str, tuple[str, Callable[[int], str]]] = {
    "stretches": ("all_stretches", addresses.of_list_page),
    "links": ("links_title", addresses.of_links_page),
}
"""What begins the names of a list's sentences: its title, and the addresses of its pages."""


def view_stretch_lists(
    words: Words,
    stretches: Iterable[StretchView],
    used_in: Mapping[str, Sequence[Routine]],
    filters: tuple[FilterView, ...],
    routines: Sequence[RoutineView] | None = None,
) -> Iterator[StretchListView]:
    """The pages of the list, or of the sheet of links, which has `routines` too.

    used_in: the routines that use each stretch.
    """
    name = "stretches" if routines is None else "links"
    ordered = by_name(stretches)
    parts = in_parts(routines or (), PAGE_SIZE), in_parts(ordered, PAGE_SIZE)
    shown = list(zip_longest(*parts))
    title, address = LISTS[name]
    pages = tuple(words.at(address(number)) for number in range(1, len(shown) + 1))
    count = words.plural("stretches", len(ordered))
    for number, (some_routines, some) in enumerate(shown, 1):
        about = "description" if number == 1 else "page_description"
        gaps = {} if number == 1 else {"number": number, "pages": len(pages)}
        yield StretchListView(
            title=words[title] if number == 1 else words.fill(f"{name}_page_title", number=number),
            description=words.fill(f"{name}_{about}", count=count, **gaps),
            routines=tuple(some_routines or ()),
            entries=tuple((item, filter_values(item, used_in[item.id])) for item in some or ()),
            filters=filters,
            pages=pages,
            number=number,
        )

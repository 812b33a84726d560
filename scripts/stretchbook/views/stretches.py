"""The list of all stretches, in pages, with what the filters need."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stretchbook import addresses, words
from stretchbook.model import Library, Routine
from stretchbook.views.common import Link
from stretchbook.views.filters import FilterView, filter_values, view_filters
from stretchbook.views.stretch import StretchView

PAGE_SIZE = 200  # stretches on one page of the list, so that no page grows with the library


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One stretch in the list; `values` holds its values of each filter."""

    stretch: StretchView
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchListView:
    """One page of the list of all stretches."""

    title: str
    description: str
    address: str
    entries: tuple[Entry, ...]
    filters: tuple[FilterView, ...]
    previous_page: str
    next_page: str

    def having(self, name: str, value: str) -> tuple[Link, ...]:
        """The stretches of this page that have this value of a filter."""
        found = (entry.stretch for entry in self.entries if value in entry.values[name])
        return tuple(Link(label=stretch.name, address=stretch.address) for stretch in found)


def view_stretch_lists(
    library: Library, stretches: Iterable[StretchView], routines: Mapping[str, Sequence[Routine]]
) -> Iterator[StretchListView]:
    """The pages of the list, by name. `routines` says which use each stretch."""
    ordered = sorted(stretches, key=lambda stretch: (stretch.name.casefold(), stretch.id))
    pages = [ordered[i : i + PAGE_SIZE] for i in range(0, len(ordered), PAGE_SIZE)]
    filters = view_filters(library)
    for number, shown in enumerate(pages, 1):
        yield StretchListView(
            title=words.ALL_STRETCHES
            if number == 1
            else words.STRETCHES_PAGE_TITLE.format(number=number),
            description=_description(number, len(pages), len(ordered)),
            address=addresses.of_list_page(number),
            entries=tuple(
                Entry(stretch=stretch, values=filter_values(stretch, routines[stretch.id]))
                for stretch in shown
            ),
            filters=filters,
            previous_page=addresses.of_list_page(number - 1) if number > 1 else "",
            next_page=addresses.of_list_page(number + 1) if number < len(pages) else "",
        )


def _description(number: int, pages: int, total: int) -> str:
    count = words.plural(words.STRETCH_COUNT, total)
    if number == 1:
        return words.STRETCHES_DESCRIPTION.format(count=count)
    return words.STRETCHES_PAGE_DESCRIPTION.format(number=number, pages=pages, count=count)

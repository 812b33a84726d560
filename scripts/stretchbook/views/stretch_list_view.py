"""The list of all stretches, in pages, with what the filters need."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Routine
from stretchbook.views.common import Link
from stretchbook.views.filter_view import FilterView, filter_values
from stretchbook.views.stretch_view import StretchView
from stretchbook.words import Words

PAGE_SIZE = 200  # stretches on one page of the list, so that no page grows with the library


Entry = tuple[StretchView, Mapping[str, tuple[str, ...]]]  # and its values of each filter


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
        found = (stretch for stretch, values in self.entries if value in values[name])
        return tuple(Link(label=stretch.name, address=stretch.address) for stretch in found)


def by_name(stretches: Iterable[StretchView]) -> list[StretchView]:
    """As people look for them."""
    return sorted(stretches, key=lambda stretch: (stretch.name.casefold(), stretch.id))


def view_stretch_lists(
    words: Words,
    stretches: Iterable[StretchView],
    routines: Mapping[str, Sequence[Routine]],
    filters: tuple[FilterView, ...],
) -> Iterator[StretchListView]:
    """The pages of the list. `routines` says which use each stretch."""
    ordered = by_name(stretches)
    pages = [ordered[i : i + PAGE_SIZE] for i in range(0, len(ordered), PAGE_SIZE)]
    for number, shown in enumerate(pages, 1):
        yield StretchListView(
            title=_title(words, number),
            description=_description(words, number, len(pages), len(ordered)),
            address=addresses.of_list_page(number),
            entries=tuple((item, filter_values(item, routines[item.id])) for item in shown),
            filters=filters,
            previous_page=addresses.of_list_page(number - 1) if number > 1 else "",
            next_page=addresses.of_list_page(number + 1) if number < len(pages) else "",
        )


def _title(words: Words, number: int) -> str:
    if number == 1:
        return words["all_stretches"]
    return words.fill("stretches_page_title", number=number)


def _description(words: Words, number: int, pages: int, total: int) -> str:
    count = words.plural("stretches", total)
    if number == 1:
        return words.fill("stretches_description", count=count)
    return words.fill("stretches_page_description", number=number, pages=pages, count=count)

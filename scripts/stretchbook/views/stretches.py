"""The list of all stretches, in pages, with what the filters need."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stretchbook import addresses, words
from stretchbook.model import Exercise, Library, Routine
from stretchbook.views.common import Link
from stretchbook.views.stretch import StretchView, view_stretch

PAGE_SIZE = 200  # stretches on one page of the list, so that no page grows with the library


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a filter and the stretches of this page that have it."""

    value: str
    label: str
    stretches: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One filter: the choices a reader has."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One stretch in the list; `values` holds its values of each filter."""

    stretch: StretchView
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchListView:
    """One page of the list of all stretches."""

    number: int
    title: str
    description: str
    address: str
    entries: tuple[Entry, ...]
    filters: tuple[Filter, ...]
    previous_page: str
    next_page: str


def view_stretch_lists(
    library: Library, routines: Mapping[str, Sequence[Routine]]
) -> Iterator[StretchListView]:
    """The pages of the list, by name. `routines` says which use each stretch."""
    ordered = sorted(library.exercises.values(), key=lambda e: (e.name.casefold(), e.id))
    pages = [ordered[i : i + PAGE_SIZE] for i in range(0, len(ordered), PAGE_SIZE)]
    for number, exercises in enumerate(pages, 1):
        entries = tuple(_entry(library, e, routines[e.id]) for e in exercises)
        yield StretchListView(
            number=number,
            title=words.ALL_STRETCHES
            if number == 1
            else words.STRETCHES_PAGE_TITLE.format(number=number),
            description=_description(number, len(pages), len(ordered)),
            address=addresses.of_list_page(number),
            entries=entries,
            filters=tuple(_filters(library, entries)),
            previous_page=addresses.of_list_page(number - 1) if number > 1 else "",
            next_page=addresses.of_list_page(number + 1) if number < len(pages) else "",
        )


def _description(number: int, pages: int, total: int) -> str:
    count = words.plural(words.STRETCH_COUNT, total)
    if number == 1:
        return words.STRETCHES_DESCRIPTION.format(count=count)
    return words.STRETCHES_PAGE_DESCRIPTION.format(number=number, pages=pages, count=count)


def _entry(library: Library, exercise: Exercise, routines: Sequence[Routine]) -> Entry:
    return Entry(
        stretch=view_stretch(library, exercise),
        values={
            "position": (str(exercise.position),),
            "equipment": exercise.equipment or ("none",),
            "area": exercise.areas,
            "routine": tuple(routine.id for routine in routines),
        },
    )


def _filters(library: Library, entries: Sequence[Entry]) -> Iterator[Filter]:
    """Every choice of the whole library, so that the filters are the same on every page."""
    used = {e.position for e in library.exercises.values()}
    equipment = {name: term.name for name, term in library.vocabulary.equipment.items()}
    labels: dict[str, tuple[str, dict[str, str]]] = {
        "area": (
            words.FILTER_AREA,
            {name: term.name for name, term in library.vocabulary.areas.items()},
        ),
        "position": (
            words.FILTER_POSITION,
            {name: label for name, label in words.POSITIONS.items() if name in used},
        ),
        "equipment": (words.FILTER_EQUIPMENT, {**equipment, "none": words.FILTER_NOTHING}),
        "routine": (
            words.FILTER_ROUTINE,
            {routine.id: routine.name for routine in library.routines_in_order()},
        ),
    }
    for name, (label, values) in labels.items():
        choices = tuple(_choice(name, v, shown, entries) for v, shown in values.items())
        yield Filter(name=name, label=label, choices=choices)


def _choice(filter_name: str, value: str, label: str, entries: Sequence[Entry]) -> Choice:
    found = [e.stretch for e in entries if value in e.values[filter_name]]
    links = tuple(Link(label=s.name, address=s.address) for s in found)
    return Choice(value=value, label=label, stretches=links)

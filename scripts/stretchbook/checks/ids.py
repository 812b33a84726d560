"""Checks of ids against those that the site and its pages have themselves. They stop the build."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from stretchbook import addresses
from stretchbook.checks import walk
from stretchbook.checks.walk import Keys
from stretchbook.model import Exercise, Library, Routine
from stretchbook.problems import Finding

HEADING = "a heading of its page"
FRAME = "a part of every page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserved:
    """Ids that are taken; a star stands for any letters.

    everywhere: by the frame around every page, and by scripts.
    routine, stretch: by headings and the like of every page of a routine, or of a stretch.
    pages: by pages written by hand, which stand where those of routines do.
    """

    everywhere: Collection[str] = frozenset()
    routine: Collection[str] = frozenset()
    stretch: Collection[str] = frozenset()
    pages: Collection[str] = frozenset()

    def by_frame(self, anchor: str) -> bool:
        """Whether the frame around the pages has this id."""
        if anchor in self.everywhere:
            return True
        return any("*" in name and fnmatchcase(anchor, name) for name in self.everywhere)

    def owner(self, anchor: str, *pages: Collection[str]) -> str:
        """What has this id on these pages already; empty where it is free."""
        if any(anchor in page for page in pages):
            return HEADING
        return FRAME if self.by_frame(anchor) else ""


def free_ids(library: Library, reserved: Reserved) -> Iterator[Finding]:
    """An id must not be that of a heading, a menu or a button which the page has itself."""
    for path, keys, anchor, pages in _anchors(library, reserved):
        if owner := reserved.owner(anchor, *pages):
            message = f'is "{anchor}", which is also the id of {owner}'
            hint = f"choose another id, such as {_another(anchor, reserved)}"
            if keys == ("id",):
                hint = hint.replace("choose another id", "rename the file to another id")
            yield Finding(path=path, keys=keys, message=message, hint=hint)


def free_titles(library: Library, reserved: Reserved) -> Iterator[Finding]:
    """A name must not give the title of its page an id which the frame of the page has."""
    for item in walk.items(library):
        if reserved.by_frame(anchor := _slug(item.name)):
            message = f'is "{item.name}", which gives the title of its page the id "{anchor}"'
            message += f", also the id of {FRAME}"
            hint = "add a word to the name"
            yield Finding(path=walk.file_of(item), keys=("name",), message=message, hint=hint)


def free_redirects(library: Library, reserved: Reserved) -> Iterator[Finding]:
    """A redirect must not start at a place that a page has itself."""
    for index, redirect in enumerate(library.redirects):
        page, _, anchor = redirect.old.partition("#")
        pages = _page(library, reserved, page)
        if anchor and pages is not None and (owner := reserved.owner(anchor, pages)):
            keys: Keys = ("redirects", index, "from")
            message = f"redirects {redirect.old}, which is {owner}"
            hint = "remove it: what every page has does not move"
            yield Finding(path="redirects.yml", keys=keys, message=message, hint=hint)


def free_addresses(library: Library, reserved: Reserved) -> Iterator[Finding]:
    """A routine or stretch must not take the address of a page that the site needs itself."""
    pages: dict[str, Exercise | Routine] = {
        **{addresses.of_routine(name): item for name, item in library.routines.items()},
        **{addresses.of_stretch(name): item for name, item in library.exercises.items()},
    }
    for address, item in pages.items():
        if addresses.is_reserved(address) or address.strip("/") in reserved.pages:
            message = f"would take the address {address}, which the site needs itself"
            yield Finding(path=walk.file_of(item), message=message, hint="rename the file")


def _page(library: Library, reserved: Reserved, page: str) -> Collection[str] | None:
    """What a page of a routine or stretch has; None for every other page."""
    if addresses.stretch_of(page) in library.exercises:
        return reserved.stretch
    return reserved.routine if page.strip("/") in library.routines else None


def _anchors(
    library: Library, reserved: Reserved
) -> Iterator[tuple[str, Keys, str, tuple[Collection[str], ...]]]:
    """Every id that content gives: its file and place, and what else is on the pages it is on."""
    routine, both = (reserved.routine,), (reserved.routine, reserved.stretch)
    for exercise in library.exercises.values():
        yield walk.file_of(exercise), ("id",), exercise.id, routine
        if test := exercise.self_test:
            yield walk.file_of(exercise), ("self_test", "id"), test.id, both
    for item in library.routines.values():
        for place, section in enumerate(item.sections):
            yield walk.file_of(item), ("sections", place, "id"), section.id, routine


def _another(anchor: str, reserved: Reserved) -> str:
    """An id that is free, and says a little of the same."""
    everything = (reserved.routine, reserved.stretch)
    tries = (f"{anchor}-{number}" for number in range(2, 100))
    return next(name for name in tries if not reserved.owner(name, *everything))


def _slug(title: str) -> str:
    """The id that Python-Markdown gives to a heading which has none of its own."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())

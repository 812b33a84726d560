"""Old addresses and where they lead now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stretchbook import addresses, words
from stretchbook.model import Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedAnchor:
    """A place that used to be on a page."""

    anchor: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """A page that is now somewhere else."""

    address: str
    target: str
    title: str


def moved_anchors(page: str, redirects: Iterable[Redirect]) -> tuple[MovedAnchor, ...]:
    """The anchors that have left this page."""
    found = (r for r in redirects if addresses.page_of(r.old) == page and "#" in r.old)
    return tuple(MovedAnchor(anchor=r.old.partition("#")[2], target=r.new) for r in found)


def moved_pages(redirects: Iterable[Redirect]) -> Iterator[MovedPage]:
    """The pages that have moved as a whole."""
    for redirect in redirects:
        if "#" not in redirect.old:
            yield MovedPage(address=redirect.old, target=redirect.new, title=words.MOVED_TITLE)

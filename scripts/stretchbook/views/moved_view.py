"""Old addresses and where they lead now."""

from stretchbook import addresses
from stretchbook.model import Library
from stretchbook.words import Words

Moved = tuple[tuple[str, str], ...]
"""The anchors that have left a page, each with the address that it leads to."""


def moved_anchors(words: Words, library: Library) -> dict[str, Moved]:
    """By page, those that have left it."""
    found: dict[str, Moved] = {}
    for old, new in _moved(words, library, anchors=True).items():
        page = addresses.page_of(old)
        found[page] = (*found.get(page, ()), (old.partition("#")[2], new))
    return found


def moved_pages(words: Words, library: Library) -> dict[str, str]:
    """The pages that have moved as a whole, each with the address that it leads to."""
    return _moved(words, library, anchors=False)


def moved_stretches(library: Library) -> dict[str, str]:
    """Stretches whose page leads to that of another: old id and new id."""
    by_address = {addresses.of_stretch(name): name for name in library.exercises}
    return {
        addresses.stretch_of(redirect.old): by_address[addresses.page_of(redirect.new)]
        for redirect in library.redirects
        if addresses.stretch_of(redirect.old) and addresses.page_of(redirect.new) in by_address
    }


def _moved(words: Words, library: Library, *, anchors: bool) -> dict[str, str]:
    """Old addresses; the new ones are in this language, where the page is there in it."""
    made = {addresses.HOME, addresses.STRETCHES, addresses.PLAN, addresses.DIARY, addresses.LINKS}
    made |= {*map(addresses.of_routine, library.routines)}
    made |= {*map(addresses.of_stretch, library.exercises)}
    return {
        words.at(one.old): words.at(one.new) if addresses.page_of(one.new) in made else one.new
        for one in library.redirects
        if ("#" in one.old) == anchors
    }

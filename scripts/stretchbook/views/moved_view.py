"""Old addresses and where they lead now."""

from stretchbook import addresses
from stretchbook.model import Library
from stretchbook.words import Words


def moved_anchors(words: Words, library: Library, page: str) -> dict[str, str]:
    """The anchors that have left this page, each with the address that it leads to."""
    old = {words.at(r.old): _now(words, library, r.new) for r in library.redirects if "#" in r.old}
    return {
        address.partition("#")[2]: new
        for address, new in old.items()
        if addresses.page_of(address) == page
    }


def moved_pages(words: Words, library: Library) -> dict[str, str]:
    """The pages that have moved as a whole, each with the address that it leads to."""
    moved = (redirect for redirect in library.redirects if "#" not in redirect.old)
    return {words.at(one.old): _now(words, library, one.new) for one in moved}


def _now(words: Words, library: Library, new: str) -> str:
    """In this language, where the page is there in it."""
    page = addresses.page_of(new)
    made = {addresses.HOME, addresses.STRETCHES, addresses.PLAN, addresses.DIARY, addresses.LINKS}
    made |= {*map(addresses.of_routine, library.routines)}
    made |= {*map(addresses.of_stretch, library.exercises)}
    return words.at(new) if page in made else new

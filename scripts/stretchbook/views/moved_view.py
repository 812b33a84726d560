"""Old addresses and where they lead now."""

from collections.abc import Iterable

from stretchbook import addresses
from stretchbook.model import Redirect


def moved_anchors(page: str, redirects: Iterable[Redirect]) -> dict[str, str]:
    """The anchors that have left this page, each with the address that it leads to."""
    found = (r for r in redirects if addresses.page_of(r.old) == page and "#" in r.old)
    return {redirect.old.partition("#")[2]: redirect.new for redirect in found}


def moved_pages(redirects: Iterable[Redirect]) -> dict[str, str]:
    """The pages that have moved as a whole, each with the address that it leads to."""
    return {redirect.old: redirect.new for redirect in redirects if "#" not in redirect.old}

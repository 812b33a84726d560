"""data/search.json: what docs/js/search.js looks through, fetched when a reader searches."""

from collections.abc import Iterable

from pydantic_core import to_json

from stretchbook.views.search import SearchEntry

FILE = "docs/data/search.json"


def write_search_index(entries: Iterable[SearchEntry]) -> bytes:
    """The index; addresses are relative to the site's root."""
    return to_json({"entries": list(entries)}) + b"\n"

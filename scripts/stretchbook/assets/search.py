"""data/search.json: what docs/js/search.js looks through, fetched when a reader searches."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from stretchbook.views.search import SearchEntry

FILE = "docs/data/search.json"


def write_search_index(entries: Iterable[SearchEntry]) -> bytes:
    """The index; addresses are relative to the site's root."""
    index = {"entries": [asdict(entry) for entry in entries]}
    return (json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n").encode()

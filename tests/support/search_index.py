"""The index of the search of a built site, read back: every entry with the words that find it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from stretchbook.views.word_index import words_in


def read_entries(site: Path) -> dict[str, dict[str, Any]]:
    """Each entry by its address, with its `words`."""
    parts = json.loads((site / "data/search.json").read_text("utf-8"))["parts"]
    entries = [entry for part in _in_order("entries", parts) for entry in part]
    words = defaultdict[int, set[str]](set)
    postings = [one for part in _in_order("words", parts) for one in part]
    for word, standing in zip(parts["vocabulary"]["words"].split(), postings, strict=True):
        for steps in standing.values():
            for number in numbers(steps):
                words[number].add(word)
    found = {entry["address"]: entry | {"words": words[at]} for at, entry in enumerate(entries)}
    assert len(found) == len(entries)
    return found


def is_found_by(entry: dict[str, Any], text: str) -> bool:
    """Whether every word of a text finds it."""
    words: set[str] = entry["words"]
    return words >= set(words_in(text))


def numbers(steps: list[int]) -> list[int]:
    """As docs/js/index-parts.js reads them."""
    found: list[int] = []
    last = 0
    for step in steps:
        for _ in range(max(1, -step)):
            last += step if step >= 0 else 1
            found.append(last)
    return found


def _in_order(kind: str, parts: dict[str, Any]) -> Iterator[Any]:
    for at in count():
        if f"{kind}-{at}" not in parts:
            return
        yield parts[f"{kind}-{at}"]

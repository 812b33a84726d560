"""Every text of the model that is in somebody's own words, and the same model in other words."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any

from stretchbook.model.exercise import Reference
from stretchbook.model.fields import text_fields
from stretchbook.model.site import UrgentSigns

Keys = tuple[str | int, ...]
Change = Callable[[Keys, str], str]

# Never in other words: names of people, and where a fact comes from
PROPER = frozenset({"clinic", "review", "credit", "video", "made_by", "source", "load"})
PUBLISHED = {Reference: "title", UrgentSigns: "sources"}
NEVER_SHOWN = frozenset({"also", "search_words"})
"""Words that only a search sees: a reader may type them in any way."""


def changed(value: Any, change: Change, keys: Keys = (), *, is_text: bool = False) -> Any:  # noqa: ANN401 - any part of the model
    """A part of the model with every text changed; `change` is told its place within the part.

    What holds no text that changes is given back itself.
    """
    if isinstance(value, str):
        new = change(keys, value) if is_text else value
        return value if new == value else new
    if isinstance(value, tuple):
        parts = enumerate(value)
        items = [changed(one, change, (*keys, at), is_text=is_text) for at, one in parts]
        return value if all(map(is_, items, value)) else tuple(items)
    if isinstance(value, dict):
        pairs = value.items()
        return {key: changed(one, change, (*keys, key), is_text=is_text) for key, one in pairs}
    different = dict[str, Any]()
    for name, is_one in _fields_to_change(value.__class__):
        old = getattr(value, name)
        if old and (new := changed(old, change, (*keys, name), is_text=is_one)) is not old:
            different[name] = new
    return replace(value, **different) if different else value


@cache
def _fields_to_change(cls: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that may hold texts, and whether each is one itself."""
    if not is_dataclass(cls):
        return ()
    kept, texts = {*PROPER, PUBLISHED.get(cls, "")}, text_fields(cls)
    return tuple((f.name, f.name in texts) for f in fields(cls) if f.name not in kept)

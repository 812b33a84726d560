"""Every text of the model that is in somebody's own words, and the same model in other words."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from stretchbook.model.exercise import Reference
from stretchbook.model.fields import text_fields
from stretchbook.model.site import UrgentSigns

Keys = tuple[str | int, ...]
Change = Callable[[Keys, str], str]

# Never in other words: names of people, and where a fact comes from
PROPER = frozenset({"clinic", "review", "credit", "video", "made_by", "source", "load"})
PUBLISHED = {Reference: "title", UrgentSigns: "sources"}
SEARCHED = frozenset({"also", "search_words"})
"""Words that only a search sees: a reader may type them in any way."""


def changed(value: Any, change: Change, keys: Keys = (), *, is_text: bool = False) -> Any:  # noqa: ANN401 - any part of the model
    """A part of the model with every text changed; `change` is told its place within the part."""
    if isinstance(value, str):
        return change(keys, value) if is_text else value
    if isinstance(value, tuple):
        parts = enumerate(value)
        return tuple(changed(one, change, (*keys, at), is_text=is_text) for at, one in parts)
    if isinstance(value, dict):
        items = value.items()
        return {key: changed(one, change, (*keys, key), is_text=is_text) for key, one in items}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept, texts = {*PROPER, PUBLISHED.get(type(value), "")}, text_fields(type(value))
    old = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in kept}
    new = {
        name: changed(one, change, (*keys, name), is_text=name in texts)
        for name, one in old.items()
    }
    different = {name: one for name, one in new.items() if one != old[name]}
    return replace(value, **different) if different else value

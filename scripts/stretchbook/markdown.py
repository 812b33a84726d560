"""Writes Markdown and the HTML inside it, escaping by context.

Content is plain text. `text` turns every character that Markdown or HTML could act on into a
numeric entity, which both read back as the character itself, so the same escape is right in a
paragraph, in raw HTML and in an attribute.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from markupsafe import Markup

ACTIVE = str.maketrans({mark: f"&#{ord(mark)};" for mark in '!"#$&*<=>[\\]^_`{|}~'})
AT_THE_START = re.compile(r"(\d*)([-+.:)])")  # `1.`, `-` and the like make a list


@lru_cache(maxsize=50_000)  # labels, attributes and texts come back on many pages
def text(value: str) -> Markup:
    """Plain text, safe in a Markdown paragraph, in raw HTML and in a double-quoted attribute."""
    safe = " ".join(value.split()).translate(ACTIVE)
    if start := AT_THE_START.match(safe):
        safe = f"{start[1]}&#{ord(start[2])};{safe[start.end() :]}"
    return Markup(safe)  # noqa: S704 - every active character is an entity by now


def heading(level: int, title: Markup, anchor: str = "") -> str:
    """A heading; `anchor` becomes its id."""
    mark = f" {{ #{anchor} }}" if anchor else ""
    return f"{'#' * level} {title}{mark}"


def link(label: Markup, target: str) -> Markup:
    """A link; `target` comes from `addresses`, never from content."""
    return Markup(f"[{label}]({target})")  # noqa: S704 - label is markup, target is ours


def external_link(label: Markup, url: str) -> Markup:
    """A link to another site; the model has checked that it starts with http."""
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(Markup(text(url)), label)  # noqa: S704 - escaped by text


def bullets(items: Iterable[Markup]) -> str:
    """An unordered list."""
    return "\n".join(f"- {item}" for item in items)


def numbers(items: Iterable[Markup]) -> str:
    """An ordered list."""
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def join(parts: Iterable[str]) -> str:
    """Blocks with an empty line between them; empty blocks are left out."""
    return "\n\n".join(part for part in parts if part)


def page(front_matter: Mapping[str, object], body: str) -> bytes:
    """A whole Markdown file. JSON is YAML too, so each value is written as JSON."""
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front_matter.items()
    ]
    return "\n".join(["---", *lines, "---", "", body, ""]).encode()


def data_block(value: Mapping[str, object]) -> str:
    """Structured data for search engines. `<` is escaped so that the block cannot be closed."""
    data = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{data}</script>'

"""The list of all stretches."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from stretchbook import addresses
from stretchbook.keeping import remembered
from stretchbook.pages import markdown, page_parts
from stretchbook.pages.markdown import block, emphasis, heading, join, link, strong, text
from stretchbook.views.common import Link
from stretchbook.views.filter_view import FilterView
from stretchbook.views.stretch_list_view import StretchListView, position_and_time
from stretchbook.views.stretch_view import StretchView
from stretchbook.words import Sentence, Words

FoundBy = tuple[str, tuple[str, ...]]
"""A filter, and the values of it that a stretch has."""


def write_stretch_list(words: Words, view: StretchListView) -> bytes:
    """The Markdown of one page of the list."""
    body = join(
        [
            heading(1, text(view.title)),
            page_parts.lead(view.description),
            page_parts.program("filters"),
            block("html", "div.stretch-list", _list(words, view)),
            page_parts.pager(words, view.pages, view.number),
            block("html", "div.plain-lists", _plain_lists(view)),
        ]
    )
    return markdown.page(front_matter(words, view), body)


def front_matter(words: Words, view: StretchListView, **more: Sentence) -> Mapping[str, object]:
    """What overrides/stretches.html needs."""
    return {
        "title": view.title,
        "description": view.description,
        "template": "stretches.html",
        "hide": ["toc"],
        "words": {**_filter_words(words), **more},
        "filters": [_in_order(item) for item in view.filters],
    }


def _in_order(item: FilterView) -> dict[str, Any]:
    """Choices as pairs, since a renderer may sort the keys of a mapping."""
    return asdict(item) | {"choices": list(item.choices.items())}


def _filter_words(words: Words) -> Mapping[str, Sentence]:
    """What overrides/stretches.html says; `shown` has the forms of how many fit."""
    return words.pick("reset=show_all shown=stretches filters.*")


def _list(words: Words, view: StretchListView) -> str:
    return markdown.bullets(
        _entry(words, view.address, stretch, tuple(found_by.items()))
        for stretch, found_by in view.entries
    )


@remembered
def _entry(words: Words, page: str, stretch: StretchView, found_by: tuple[FoundBy, ...]) -> str:
    """A link of several lines: the picture, the name, what it is for, position and time."""
    dose = text(position_and_time(words, stretch))
    lines = [strong(text(stretch.name)), text(stretch.summary), emphasis(dose, "dose")]
    label = markdown.joined(page_parts.thumbnail(page, stretch.picture), *lines, by="\n")
    values = {**filtered(dict(found_by)), "data_add_to_plan": stretch.alone}
    target = addresses.in_markdown(page, stretch.address)
    return f"{link(label, target)}\n{markdown.attributes(**values)}"


def filtered(found_by: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What docs/js/filters.js looks for in an item."""
    return {f"data_{name}": " ".join(found) for name, found in found_by.items()}


def _plain_lists(view: StretchListView) -> str:
    """The same choices as lists of links, for readers without script."""
    return join(part for item in view.filters for part in _plain_list(view, item))


def _plain_list(view: StretchListView, item: FilterView) -> tuple[str, str]:
    found = ((label, view.having(item.name, value)) for value, label in item.choices.items())
    rows = [
        f"{strong(text(label))}\n{_links(view.address, stretches)}"
        for label, stretches in found
        if stretches
    ]
    return heading(2, text(item.heading), f"by-{item.name}"), markdown.bullets(rows)


@remembered
def _links(page: str, stretches: tuple[StretchView, ...]) -> str:
    return page_parts.links(page, (Link(label=x.name, address=x.address) for x in stretches))

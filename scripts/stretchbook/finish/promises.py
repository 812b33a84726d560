"""Whether each built page shows what its view said: every stretch, and every warning.

A slip in one option of a block turns the whole block into text, and neither MkDocs nor its
successor minds. So nothing here asks how a page was written, only what has become of it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from stretchbook.finish.unfinished import Unfinished
from stretchbook.views.promise_view import Promise

FENCE = re.compile(r"^\s*///(\s+(details|admonition|html)\b.*)?$", re.MULTILINE)
WITH_CLASS = etree.XPath("//*[@class]")
TEXTS = etree.XPath("//article//text()[contains(., '///') and not(ancestor::code)]")
BOXES = ("urgent", "warning", "tip")  # classes of the boxes that are counted


class Seen(NamedTuple):
    """What a page shows.

    fences: of blocks, as text. boxes: how many of each kind, and of disclaimers. hidden: whether
    urgent signs stand in a block that can be closed.
    """

    fences: tuple[str, ...]
    disclaimers: int
    stretches: tuple[str, ...]
    boxes: Mapping[str, int]
    hidden: bool


def keep(pages: Mapping[str, Seen], promises: Mapping[str, Promise]) -> None:
    """Stop where a page shows something else. Pages by their file, promises by address."""
    broken = [
        line for file, seen in sorted(pages.items()) for line in _faults(file, seen, promises)
    ]
    if broken:
        count = f"{len(broken)} fault{'s' if len(broken) > 1 else ''} in the built pages."
        raise Unfinished("\n".join([*broken, count]))


def _faults(file: str, seen: Seen, promises: Mapping[str, Promise]) -> Iterator[str]:
    address = f"/{file.removesuffix('index.html')}"
    yield from (f"{address}: shows a block as text: {line}" for line in seen.fences)
    if seen.disclaimers != 1:
        yield f"{address}: does not show the disclaimer"
    if address in promises:
        yield from (f"{address}: {fault}" for fault in _missing(seen, promises[address]))


def see(page: HtmlElement) -> Seen:
    """What one page shows."""
    marked = [(one, set(one.get("class").split())) for one in WITH_CLASS(page)]
    boxes = [names for _, names in marked if "admonition" in names]
    urgent = (one for one, names in marked if "urgent" in names)
    return Seen(
        fences=tuple(_fences(page)),
        disclaimers=sum("disclaimer" in names for _, names in marked),
        stretches=tuple(
            str(one.get("id"))
            for one, names in marked
            if one.tag == "details" and "stretch" in names and one.get("id") is not None
        ),
        boxes={name: sum(name in names for names in boxes) for name in BOXES},
        hidden=any(next(one.iterancestors("details"), None) is not None for one in urgent),
    )


def _fences(page: HtmlElement) -> Iterator[str]:
    for found in TEXTS(page):
        yield from (mark[0].strip() for mark in FENCE.finditer(str(found)))


def _missing(seen: Seen, promise: Promise) -> Iterator[str]:
    if seen.stretches != promise.stretches:
        said, wanted = (", ".join(names) or "none" for names in (seen.stretches, promise.stretches))
        yield f"shows the stretches {said}, not {wanted}"
    for name in BOXES:
        if seen.boxes[name] != promise.boxes.get(name, 0):
            wanted_boxes = promise.boxes.get(name, 0)
            yield f"shows {seen.boxes[name]} boxes of the kind {name}, not {wanted_boxes}"
    if seen.hidden:
        yield "hides urgent signs in a block that can be closed"

"""Whether each built page shows what its view said: every stretch, and every warning.

A slip in one option of a block turns the whole block into text, and neither MkDocs nor its
successor minds. So nothing here asks how a page was written, only what has become of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from stretchbook.finish.unfinished import Unfinished
from stretchbook.views.promise_view import Promise

FENCE = re.compile(r"^\s*///(\s+(details|admonition|html)\b.*)?$", re.MULTILINE)
BOXES = ("urgent", "warning", "tip")  # classes of the boxes that are counted


def keep(site: Path, promises: Mapping[str, Promise]) -> None:
    """Stop where a page shows something else; promises by address, `/sciatica/`."""
    broken = [
        line for page in sorted(site.rglob("*.html")) for line in _faults(site, page, promises)
    ]
    if broken:
        count = f"{len(broken)} fault{'s' if len(broken) > 1 else ''} in the built pages."
        raise Unfinished("\n".join([*broken, count]))


def _faults(site: Path, file: Path, promises: Mapping[str, Promise]) -> Iterator[str]:
    address = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
    if address.startswith("/downloads/"):
        return
    page = html.document_fromstring(file.read_bytes().decode("utf-8"))
    yield from (f"{address}: shows a block as text: {line}" for line in _fences(page))
    if len(_with_class(page, "disclaimer")) != 1:
        yield f"{address}: does not show the disclaimer"
    if address in promises:
        yield from (f"{address}: {fault}" for fault in _missing(page, promises[address]))


def _fences(page: HtmlElement) -> Iterator[str]:
    for found in page.xpath("//article//text()[not(ancestor::code)]"):
        yield from (mark[0].strip() for mark in FENCE.finditer(str(found)))


def _missing(page: HtmlElement, promise: Promise) -> Iterator[str]:
    shown = tuple(str(name) for name in page.xpath("//details[contains(@class, 'stretch')]/@id"))
    if shown != promise.stretches:
        said, wanted = (", ".join(names) or "none" for names in (shown, promise.stretches))
        yield f"shows the stretches {said}, not {wanted}"
    found = Counter({name: len(_with_class(page, name, "admonition")) for name in BOXES})
    for name in BOXES:
        if found[name] != promise.boxes.get(name, 0):
            yield f"shows {found[name]} boxes of the kind {name}, not {promise.boxes.get(name, 0)}"
    if page.xpath("//details//*[contains(@class, 'urgent')]"):
        yield "hides urgent signs in a block that can be closed"


def _with_class(page: HtmlElement, *names: str) -> list[HtmlElement]:
    tests = (f"contains(concat(' ', @class, ' '), ' {name} ')" for name in names)
    found: list[HtmlElement] = page.xpath(f"//*[{' and '.join(tests)}]")
    return found

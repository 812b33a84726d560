"""What is done to the built site before it takes the place of the old one.

It knows files and links, not exercises: whatever program has built the pages, this stays.
"""

from collections.abc import Mapping
from pathlib import Path

from stretchbook.finish import (
    built_pages,
    codes,
    downloads,
    links,
    not_found,
    outermost,
    promises,
    scripts,
    sheets,
    worker,
)
from stretchbook.finish.unfinished import Unfinished
from stretchbook.views.promise_view import Promise

__all__ = ["Unfinished", "finish"]


def finish(site: Path, docs: Path, promised: Mapping[str, Promise]) -> None:
    """Complete a freshly built site in place; `docs` is the folder of its Markdown files.

    promised: what pages must show, by address.
    Raises Unfinished where the pages are not as they must be; the folder is then of no use.
    """
    outermost.settle(site)
    sheets.lighten(site)
    scripts.bundle(site)
    built = {**built_pages.read(site)}  # what follows adds no link and no place to them
    promises.keep({file: page.seen for file, page in built.items()}, promised)
    codes.make(site)
    alone = downloads.make(site)  # after the codes, which it takes along
    built |= {file: built_pages.parse(file, (site / file).read_bytes()) for file in alone}
    links.check(site, docs, built)
    not_found.settle(site)
    worker.make(site, built)  # the last: it lists every file by what is in it

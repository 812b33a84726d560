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
    promises.keep(site, promised)
    outermost.settle(site)
    sheets.lighten(site)
    scripts.bundle(site)
    codes.make(site)
    downloads.make(site)  # after the codes, which it takes along
    built = built_pages.read(site)  # all that links lead to is there by now
    links.check(site, docs, built)
    not_found.settle(site)
    worker.make(site, built)  # the last: it lists every file by what is in it

"""What is done to the built site before it takes the place of the old one.

It knows files and links, not exercises: whatever program has built the pages, this stays.
"""

from pathlib import Path

from stretchbook.finish import codes, downloads, links, pages, worker
from stretchbook.finish.unfinished import Unfinished

__all__ = ["Unfinished", "finish"]


def finish(site: Path, docs: Path) -> None:
    """Complete a freshly built site in place; `docs` is the folder of its Markdown files.

    Raises Unfinished where the pages are not as they must be; the folder is then of no use.
    """
    codes.make(site)
    downloads.make(site)  # after the codes, which it takes along
    built = pages.read(site)  # all that links lead to is there by now
    links.check(site, docs, built)
    worker.make(site, built)  # the last: it lists every file by what is in it

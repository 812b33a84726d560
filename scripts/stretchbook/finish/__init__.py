"""What is done to the rendered pages before they take the place of the old site.

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
    rewriting,
    scripts,
    set_apart,
    sheets,
    worker,
)
from stretchbook.finish.unfinished import Unfinished
from stretchbook.views.promise_view import Promise

__all__ = ["Unfinished", "finish"]


def finish(rendered: Path, site: Path, docs: Path, promised: Mapping[str, Promise]) -> None:
    """Make a site of freshly rendered pages; `docs` is the folder of their Markdown files.

    promised: what pages must show, by address.
    Raises Unfinished where the pages are not as they must be; the site is then of no use.
    """
    rewriting.take(rendered, site)
    styles = sheets.Sheets(site)
    rewriting.rewrite(rendered, site, [outermost.settled, set_apart.marked_up, styles.join])
    styles.tidy()
    scripts.bundle(site)
    built = {**built_pages.read(site)}  # what follows adds no link and no place to them
    promises.keep({file: page.seen for file, page in built.items()}, promised)
    codes.make(site)
    alone = downloads.make(site)  # after the codes, which it takes along
    built |= {file: built_pages.parse(file, (site / file).read_bytes()) for file in alone}
    links.check(site, docs, built)
    not_found.settle(site)
    worker.make(site, built)  # the last: it lists every file by what is in it

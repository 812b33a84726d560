"""Pages as one file: made wherever a page links to one, which also tells its size."""

import re
from collections.abc import Iterator
from pathlib import Path

from stretchbook import words
from stretchbook.finish.one_file import one_file
from stretchbook.finish.unfinished import Unfinished

MARK = re.compile(r'(data-size-of="/([a-z0-9/-]+\.html)">)(</small>)')
KILOBYTE = 1000


def make(site: Path) -> None:
    """Make every promised file, and write its size beside the link."""
    for page, text, name in _promises(site):
        data = one_file(site, page)
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        size = words.FILE_SIZE.format(n=max(1, round(len(data) / KILOBYTE)))
        page.write_text(MARK.sub(rf"\g<1>{size}\g<3>", text), "utf-8", newline="\n")


def _promises(site: Path) -> Iterator[tuple[Path, str, str]]:
    """Each page that links to a file of its own: where it is, its text, and the file's name."""
    for page in sorted(site.rglob("index.html")):
        data = page.read_bytes()
        if b"data-size-of=" not in data:
            continue
        text = data.decode("utf-8")
        names = [mark[2] for mark in MARK.finditer(text)]
        if len(names) != 1:
            raise Unfinished(f"{page.relative_to(site)}: promises {len(names)} files, not one")
        yield page, text, names[0]

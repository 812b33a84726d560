"""Files to take away: a page as one file is made here, and beside every link stands its size."""

import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from stretchbook.finish.one_file import one_file, styles_of
from stretchbook.finish.unfinished import Unfinished

MARK = re.compile(r'<a [^>]*data-size-of="/([^"]+)"[^>]*>[^<]*</a>')  # links of ours: words only
SIZE = re.compile(r'data-size="([^"]+)"')  # in the words of the page, with a mark for the number
KILOBYTE = 1000


def make(site: Path) -> list[str]:
    """Make every promised page as one file, and write the size of each file beside its link.

    The files of the pages made.
    """
    made, styles = [], cache(styles_of)  # nearly every page has the same
    for page, text, names in _promises(site):
        for name in names:
            if name.endswith(".html"):
                target = site / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(one_file(site, page, styles))
                made.append(name)
        sized = MARK.sub(partial(_with_size, site, SIZE.findall(text)[0]), text)
        page.write_text(sized, "utf-8", newline="\n")
    return made


def _with_size(site: Path, words: str, mark: re.Match[str]) -> str:
    name = mark[1]
    if not (site / name).is_file():
        raise Unfinished(f"{name}: a page links to this file, and nothing has made it")
    size = max(1, round((site / name).stat().st_size / KILOBYTE))
    return f"{mark[0]} <small>{words.replace('?', str(size))}</small>"


def _promises(site: Path) -> Iterator[tuple[Path, str, list[str]]]:
    """Each page that links to files of its own: where it is, its text, and the files' names."""
    for page in sorted(site.rglob("index.html")):
        data = page.read_bytes()
        if b"data-size-of=" not in data:
            continue
        text = data.decode("utf-8")
        names = [mark[1] for mark in MARK.finditer(text)]
        if sum(name.endswith(".html") for name in names) != 1:
            raise Unfinished(f"{page.relative_to(site)}: promises {len(names)} files, not one")
        yield page, text, names

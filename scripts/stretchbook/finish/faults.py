"""What is wrong on built pages, told as faults of the files that authors edit."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from stretchbook.problems import Problem, count


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong on one page.

    file: the page, relative to the site. written: how it may stand in Markdown, as a pattern.
    cause: what is wrong, the same for all pages that have it from one template.
    """

    file: str
    written: str
    cause: str
    message: str
    hint: str


def as_address(address: str) -> str:
    """The pattern of an address in Markdown, whole, and as HTML writes it or not."""
    ways = "|".join(map(re.escape, dict.fromkeys((address, escape(address, quote=False)))))
    return rf"""(?:(?<=["'\s(=<,])|^)(?:{ways})(?=["'\s)>,]|$)"""


def as_id(name: str) -> str:
    """The pattern of an id in Markdown: as an attribute, or made from the words of a heading."""
    plain, words = re.escape(name), r"\W+".join(map(re.escape, re.split(r"[-_]+", name)))
    return rf"""\{{[^}}]*\#{plain}(?![\w-])|\bid=["']?{plain}(?![\w-])|^\#+\s+(?i:{words})\W*$"""


def problems_of(faults: Iterable[Fault], docs: Path) -> Iterator[Problem]:
    """The faults with their Markdown file and line; `docs` is the folder of the Markdown files.

    What stands in no Markdown file comes from a template, and so from many pages: it is told once.
    """
    sources = _Sources(docs)
    elsewhere: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        path = sources.path(fault.file)
        lines = sources.lines(path, fault.written)
        for line in lines:
            yield Problem(path=path, line=line, message=fault.message, hint=fault.hint)
        if not lines:
            elsewhere[fault.cause].append(fault)
    for same in elsewhere.values():
        first = same[0]
        message = first.message + _and_others(len(same) - 1)
        yield Problem(path=sources.path(first.file), message=message, hint=first.hint)


def _and_others(number: int) -> str:
    return f"; {count(number, 'more page')} too" if number else ""


class _Sources:
    """The files that pages are made from; each is read at most once."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.texts: dict[str, list[str]] = {}

    def path(self, page: str) -> str:
        """The file that an author edits, relative to the project; else the page itself."""
        for path in self._candidates(page):
            if (self.docs.parent / path).is_file():
                return path
        return page

    def lines(self, path: str, written: str) -> list[int]:
        """The lines of a file where this pattern is found, counted from 1."""
        pattern = re.compile(written)
        return [n for n, line in enumerate(self._text(path), 1) if pattern.search(line)]

    def _candidates(self, page: str) -> Iterator[str]:
        if not page.endswith("index.html"):  # made from a template alone
            yield f"overrides/{page}"
            return
        folder = f"{self.docs.name}/{page.removesuffix('index.html')}"
        yield from (f"{folder.rstrip('/')}.md", f"{folder}index.md", f"{folder}README.md")

    def _text(self, path: str) -> list[str]:
        if path not in self.texts:
            file = self.docs.parent / path
            text = file.read_text("utf-8-sig", "replace") if file.is_file() else ""
            self.texts[path] = text.splitlines()
        return self.texts[path]

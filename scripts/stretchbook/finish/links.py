"""Every address on every page leads to a file of the site, and to a place that is on that page.

MkDocs checks only what is written as Markdown; this sees what a reader will meet, whoever wrote it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from stretchbook import addresses
from stretchbook.finish.built_pages import BuiltPage, Pages, target_of
from stretchbook.finish.faults import Fault, as_address, as_id, problems_of
from stretchbook.finish.nearest import Nearest
from stretchbook.finish.unfinished import Unfinished
from stretchbook.problems import report

PLAN, UNTRANSLATED = (f"{page[1:]}index.html" for page in (addresses.PLAN, addresses.UNTRANSLATED))
A_PLAN = re.compile(r"\d")  # a plan starts with the number of its format, an id with a letter
ANYWHERE = "404.html"  # a host shows it at any address, so its links start at the root
ALWAYS_THERE = re.compile(r"top|:~:.*", re.IGNORECASE)  # as HTML defines them: the top, and words


def check(site: Path, docs: Path, pages: Pages) -> None:
    """Raise Unfinished with everything that leads nowhere; `docs` holds the Markdown files."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    faults = [*_Links(pages, files).faults(), *doubled(pages)]
    if faults:
        raise Unfinished(report(problems_of(faults, docs)))


def doubled(pages: Pages) -> Iterator[Fault]:
    """A fault for every id that stands on a page more than once: only the first is ever found."""
    for page in pages.values():
        for name, times in Counter(page.ids).items():
            if times > 1:
                yield Fault(
                    file=page.file,
                    written=as_id(name),
                    cause=f"id {name}",
                    message=f'has the id "{name}" {times} times, allowed is once',
                    hint=f"give the heading another id: `## Heading {{ #another-{name} }}`",
                )


class _Links:
    """The links of all pages, against the files of the site."""

    def __init__(self, pages: Pages, files: set[str]) -> None:
        self.pages, self.files = pages, files
        self.places = {file: {*page.ids, *page.names} for file, page in pages.items()}
        self.nearest = Nearest(files)
        home = pages.get("index.html")
        self.root = (urlsplit(home.canonical).path if home else "") or "/"

    def faults(self) -> Iterator[Fault]:
        """A fault for every address on every page that leads nowhere."""
        for page in self.pages.values():
            verbs = dict.fromkeys((*page.shown, *page.more), "asks for")
            for address, verb in {**verbs, **dict.fromkeys(page.links, "links to")}.items():
                if wrong := self._wrong(page, address):
                    cause, what, hint = wrong
                    yield Fault(
                        file=page.file,
                        written=as_address(address),
                        cause=cause,
                        message=f"{verb} {address}, {what}",
                        hint=hint,
                    )

    def _wrong(self, page: BuiltPage, address: str) -> tuple[str, str, str] | None:
        """What an address leads to, what is wrong with that, and the cure."""
        try:
            target = target_of(page.file, address)
        except ValueError:
            return address, "which is no address", "write it anew"
        if target is None:
            return None
        file, place = target
        if file.startswith("/"):
            if page.file != ANYWHERE:
                return self._from_the_root(page, file)
            file = file.removeprefix(self.root)
        if file not in self.files:
            return self._missing(page, file)
        if place and file in self.pages and not self._has(file, place):
            return self._no_place(file, place, address)
        return None

    def _from_the_root(self, page: BuiltPage, file: str) -> tuple[str, str, str]:
        what = "which fails where the site stands in a folder of its host"
        below = file.removeprefix(self.root).lstrip("/")
        right = below if below in self.files else self.nearest.file(below)
        hint = f"write {self.nearest.link(page.file, right)}" if right else "start it without /"
        return file, what, hint

    def _missing(self, page: BuiltPage, file: str) -> tuple[str, str, str]:
        kind = "page" if self.nearest.is_page(file) else "file"
        what = f"which is no {kind} of this site"
        if right := self.nearest.file(file):
            return file, what, f"did you mean {self.nearest.link(page.file, right)}?"
        if kind == "page":
            return file, what, "content/addresses.txt lists the addresses of all pages"
        return file, what, "put the file into docs/; small and capital letters differ"

    def _has(self, file: str, place: str) -> bool:
        if place in self.places[file] or ALWAYS_THERE.fullmatch(place):
            return True
        if file.endswith(UNTRANSLATED):  # in any language; the place is the page that it speaks of
            return f"{place.lstrip('/')}index.html" in self.places
        return file.endswith(PLAN) and bool(A_PLAN.match(place))

    def _no_place(self, file: str, place: str, address: str) -> tuple[str, str, str]:
        what = f"and that page has no place #{place}"
        page = address.partition("#")[0]
        if right := self.nearest.place(place, self.places[file]):
            return f"{file}#{place}", what, f"did you mean {page}#{right}?"
        hint = f"name the place: `## Heading {{ #{place} }}`; or leave out what follows the page"
        return f"{file}#{place}", what, hint

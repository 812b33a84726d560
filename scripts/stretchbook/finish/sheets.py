"""Our style sheets as readers get them: fewer files, and nothing that only their authors read.

In docs/css every component has a sheet of its own. Over a slow line a dozen small files cost more
than one, so sheets that pages ask for one after the other become one, in the same order. No sheet
that a script asks for may be one of those.
"""

import hashlib
import re
from functools import cache, partial
from itertools import groupby
from pathlib import Path

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)  # none of our sheets has a text with such marks in it
SPACE = re.compile(r"\s*\n\s*")
LINK = re.compile(r'<link rel="stylesheet" href="([^">]*css/)([^">/]+)\.css">')
RUN = re.compile(rf"{LINK.pattern}(?:\s*{LINK.pattern})+")
MUST_COME_FIRST = re.compile(r"@(?:import|charset|namespace)\b")  # so it cannot follow another


class Sheets:
    """The sheets of a site, made lighter at once; pages go through `join`, and then `tidy`."""

    def __init__(self, site: Path) -> None:
        self.folder = site / "css"
        for sheet in sorted(self.folder.glob("*.css")):
            sheet.write_text(lightened(sheet.read_text("utf-8")), "utf-8", newline="\n")
        self.joined = cache(partial(_join, self.folder))  # nearly every page asks for the same
        self.asked, self.kept = set[str](), set[str]()

    def join(self, page: str) -> str:
        """One page, which asks for one sheet in place of several."""
        self.asked |= {name for _, name in LINK.findall(page)}
        page = RUN.sub(lambda run: self.joined(run[0]), page)
        self.kept |= {name for _, name in LINK.findall(page)}
        return page

    def tidy(self) -> None:
        """Remove the sheets that no page asks for any more."""
        for name in self.asked - self.kept:
            (self.folder / f"{name}.css").unlink()


def lightened(css: str) -> str:
    """One sheet; every rule stays in a line of its own."""
    return SPACE.sub("\n", COMMENT.sub("", css)).strip() + "\n"


def _join(folder: Path, run: str) -> str:
    """The links that take the place of a run of links."""
    links, names = LINK.findall(run), list[str]()
    for can_be_joined, part in groupby(
        (name for _, name in links), lambda name: _can_be_joined(folder / f"{name}.css")
    ):
        group = list(part)
        names += [_write(folder, group)] if can_be_joined and len(group) > 1 else group
    return "".join(f'<link rel="stylesheet" href="{links[0][0]}{name}.css">' for name in names)


def _can_be_joined(sheet: Path) -> bool:
    """Not what is missing, either: the check of the links says so in better words."""
    return sheet.exists() and not MUST_COME_FIRST.search(sheet.read_text("utf-8"))


def _write(folder: Path, names: list[str]) -> str:
    """The name of the sheet that holds these; others have another, and it never changes for these.

    A page that a browser kept from yesterday must find its styles today.
    """
    name = f"{names[0]}-{hashlib.sha256(' '.join(names).encode()).hexdigest()[:8]}"
    parts = ((folder / f"{part}.css").read_text("utf-8") for part in names)
    (folder / f"{name}.css").write_text("".join(parts), "utf-8", newline="\n")
    return name

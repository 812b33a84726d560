"""From the pages as they are rendered to those of the site: each is read and written once."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

Step = Callable[[str], str]


def take(rendered: Path, site: Path) -> None:
    """Copy all but the pages into a new folder.

    Unlike copytree it stops at the first file that the machine refuses, and says which.
    """
    for folder, _, names in os.walk(rendered):
        there = site / Path(folder).relative_to(rendered)
        there.mkdir()
        for name in names:
            if not name.endswith(".html"):
                shutil.copyfile(Path(folder, name), there / name)


def rewrite(rendered: Path, site: Path, steps: Sequence[Step]) -> None:
    """Take every page through all steps into the site, which may be the same folder."""
    for page in sorted(rendered.rglob("*.html")):
        text = page.read_bytes().decode("utf-8")
        for step in steps:
            text = step(text)
        (site / page.relative_to(rendered)).write_text(text, "utf-8", newline="\n")

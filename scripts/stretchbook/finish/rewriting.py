"""From the pages as they are rendered to those of the site: each is read and written once."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

Step = Callable[[str], str]


def take(rendered: Path, site: Path) -> None:
    """Copy all but the pages into a new folder."""
    ignored = shutil.ignore_patterns("*.html")
    shutil.copytree(rendered, site, ignore=ignored, copy_function=shutil.copyfile)


def rewrite(rendered: Path, site: Path, steps: Sequence[Step]) -> None:
    """Take every page through all steps into the site, which may be the same folder."""
    for page in sorted(rendered.rglob("*.html")):
        text = page.read_bytes().decode("utf-8")
        for step in steps:
            text = step(text)
        (site / page.relative_to(rendered)).write_text(text, "utf-8", newline="\n")

"""Runs Typst on one handout, and never twice on the same."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import typst

from stretchbook import whole_files
from stretchbook.graphics import fonts

TEMPLATES: Final = {path.name: path.read_bytes() for path in Path(__file__).parent.glob("*.typ")}
FONT: Final = fonts.LATIN.family  # the first, and that of the letters in pictures
STANDARD: Final = "ua-1"  # PDF/UA-1: Typst stops where the result would break it


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a template reads: files by name, and the day that the PDF says it was made.

    template: its name, without its ending.
    """

    template: str
    files: Mapping[str, bytes]
    day: date


def typeset(contents: Contents, cache: Path) -> bytes:
    """The PDF, the same bytes wherever and whenever it is made."""
    return whole_files.kept(cache, ".pdf", _made_of(contents), lambda: _compile(contents))


def _made_of(contents: Contents) -> Iterator[bytes]:
    yield from (version("typst").encode(), contents.template.encode(), fonts.fingerprint())
    for name, data in sorted((TEMPLATES | dict(contents.files)).items()):
        yield from (name.encode(), data)


@cache
def typst_fonts() -> typst.Fonts:
    """Ours only: none of the machine and none that Typst brings."""
    folders = [str(folder) for font in fonts.installed() for folder in font.folders]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _compile(contents: Contents) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in (TEMPLATES | dict(contents.files)).items():
            file = root / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)
        pdf = typst.compile(
            str(root / f"{contents.template}.typ"),
            root=str(root),
            font_paths=typst_fonts(),
            pdf_standards=[STANDARD],
            timestamp=datetime.combine(contents.day, datetime.min.time(), UTC),
        )
    return bytes(pdf)

"""Runs Typst on one handout, and never twice on the same."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

import typst

from stretchbook import whole_files

TEMPLATES: Final = {path.name: path.read_bytes() for path in Path(__file__).parent.glob("*.typ")}
FONT: Final = "Source Sans Pro"
FONTS: Final = Path(str(files("font_source_sans_pro") / "files"))
STANDARD: Final = "ua-1"  # PDF/UA-1: Typst stops where the result would break it
NO_LETTER: Final = "could not be displayed"


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
    yield from (version("typst").encode(), contents.template.encode())
    for name, data in sorted((TEMPLATES | dict(contents.files)).items()):
        yield from (name.encode(), data)


class Unprintable(Exception):  # noqa: N818 - a state of the content, said in Typst's words
    """A letter that no font at hand has; PDF/UA allows no empty box in its place."""


def _compile(contents: Contents) -> bytes:
    """With our fonts, and only for letters that those do not have with the machine's own."""
    try:
        return _run_typst(contents, ours_only=True)
    except typst.TypstError as error:
        if NO_LETTER not in str(error):
            raise
    try:
        return _run_typst(contents, ours_only=False)
    except typst.TypstError as error:
        raise Unprintable(str(error).partition(": ")[2]) from error


def _run_typst(contents: Contents, *, ours_only: bool) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in (TEMPLATES | dict(contents.files)).items():
            file = root / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)
        pdf = typst.compile(
            str(root / f"{contents.template}.typ"),
            root=str(root),
            font_paths=[str(FONTS)],
            ignore_system_fonts=ours_only,
            pdf_standards=[STANDARD],
            timestamp=datetime.combine(contents.day, datetime.min.time(), UTC),
        )
    return bytes(pdf)

"""Which ids content must not take, because the pages have a place of that name themselves.

The templates, the scripts and the code that writes the pages are asked: what they name tomorrow is
reserved tomorrow.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from stretchbook import render
from stretchbook.checks import Reserved
from stretchbook.keeping import remembered
from stretchbook.model import Library
from stretchbook.reading.load import FILES, FOLDERS, adapter, library_of
from stretchbook.reserved import frame_ids

SPECIMEN = Path(__file__).with_name("specimen.yml")
OF_THE_SPECIMEN = {"the-section", "the-stretch", "the-stretch-name", "the-test", "the-test-name"}
# An attribute list after a heading, and an id as HTML, YAML and JSON write it.
IN_MARKDOWN = re.compile(
    r"""\{:?[^{}\n]*?\#([\w-]+)[^{}\n]*\}|(?<![\w@-])id["']?\s*[=:]\s*["']?([\w-]+)"""
)


def ids(root: Path, handwritten: Iterable[str] = ()) -> Reserved:
    """All that is reserved in the project `root`; `handwritten` are Markdown files below docs/."""
    routine, stretch = of_pages(SPECIMEN.read_bytes())
    return Reserved(
        everywhere=frame_ids.of_frame(root),
        routine=routine,
        stretch=stretch,
        pages=frozenset(p.removesuffix(".md") for p in handwritten if "/" not in p),
    )


@remembered
def of_pages(specimen: bytes) -> tuple[frozenset[str], frozenset[str]]:
    """The ids that every page of a routine has, and every page of a stretch."""
    files = render.render(_library(specimen))
    pages = ("docs/the-routine/index.md", "docs/stretches/the-stretch/index.md")
    routine, stretch = (in_markdown(files[page].decode()) - OF_THE_SPECIMEN for page in pages)
    return routine, stretch


def _library(specimen: bytes) -> Library:
    values = yaml.load(specimen, yaml.CSafeLoader)
    return library_of({name: _typed(name, value) for name, value in values.items()})


def _typed(name: str, value: object) -> object:
    folder = name.partition("/")[0]
    return adapter(FILES[name] if name in FILES else FOLDERS[folder]).validate_python(value)


def in_markdown(page: str) -> frozenset[str]:
    """The ids that a generated page gives."""
    return frozenset(found[1] or found[2] for found in IN_MARKDOWN.finditer(page))

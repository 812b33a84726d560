"""Nothing is carried that nobody reads: every field of a view reaches a page, a file or paper."""

import dataclasses
import importlib
import re
from functools import cache
from pathlib import Path

import pytest

from tests.support.content import ROOT

PACKAGE = ROOT / "scripts/stretchbook"
READERS = (  # as `view.field`
    *(path for path in PACKAGE.rglob("*.py") if "model" not in path.parts),
    *(PACKAGE / "handouts").glob("*.typ"),
    *(ROOT / "overrides").rglob("*.html"),
    *(ROOT / "docs/js").rglob("*.js"),
)
SHAPES = PACKAGE / "assets.py"  # lists names of fields in texts


def fields() -> list[str]:
    """Class and field of every view."""
    return [
        f"{name}.{field.name}"
        for path in sorted((PACKAGE / "views").glob("*.py"))
        for name, kind in vars(importlib.import_module(f"stretchbook.views.{path.stem}")).items()
        if isinstance(kind, type)
        and dataclasses.is_dataclass(kind)
        and kind.__module__ == f"stretchbook.views.{path.stem}"
        for field in dataclasses.fields(kind)
    ]


@cache
def read() -> frozenset[str]:
    """Every name that stands after a dot somewhere, or in a shape of the browser's data."""
    named = {name for path in READERS for name in re.findall(r"\.(\w+)", text_of(path))}
    return frozenset(named | set(re.findall(r"\w+", " ".join(texts_in(SHAPES)))))


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def texts_in(path: Path) -> list[str]:
    return re.findall(r'"([^"\n]*)"', text_of(path))


@pytest.mark.parametrize("field", fields())
def test_a_field_of_a_view_is_read_somewhere(field: str) -> None:
    assert field.partition(".")[2] in read()


def test_every_view_is_looked_at() -> None:
    assert len(fields()) > 100
    assert "StretchView.dose_line" in fields()

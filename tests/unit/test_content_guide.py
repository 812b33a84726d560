"""content/README.md shows every field that an author may write, as it promises."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

GUIDE = (ROOT / "content/README.md").read_text("utf-8")
POSES = ROOT / "content/schema/figure.schema.json"  # explains itself as one types
SCHEMAS = sorted({*ROOT.glob("content/schema/*.json")} - {POSES})
WRITTEN_FOR_HER = {"width", "height"}  # of a drawing, by `make figures`


def fields(schema: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """The names of all fields, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from fields(part)
    if isinstance(schema, list):
        for part in schema:
            yield from fields(part)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name.partition(".")[0])
def test_every_field_is_shown(path: Path) -> None:
    names = set(fields(json.loads(path.read_text("utf-8")))) - WRITTEN_FOR_HER
    assert names
    shown = set(re.findall(r"([a-z_]+):(?=\s)", GUIDE))
    ranges = {f"{name}_to" for name in shown}  # the guide says so once, of all of them
    assert names - shown - ranges == set()

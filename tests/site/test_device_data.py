"""What browser modules fetch says the same as the content, and only names files that are there."""

import json
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from stretchbook.model import Dose, Library

pytestmark = pytest.mark.site


def read(site: Path, kind: str) -> dict[str, Any]:
    return {
        path.stem: json.loads(path.read_text("utf-8"))
        for path in (site / "data" / kind).glob("*.json")
    }


def test_every_stretch_is_there_whole(site: Path, library: Library) -> None:
    found = read(site, "stretches")
    assert found.keys() == library.exercises.keys()
    for name, exercise in library.exercises.items():
        said = found[name]
        assert said["name"] == exercise.name
        assert tuple(said["step_texts"]) == exercise.steps
        cautions = [(caution["text"], caution["source"]["address"]) for caution in said["cautions"]]
        assert cautions == [(c.text, address_of(c.source)) for c in exercise.cautions]
        assert said["dose"] == as_written(exercise.dose, said["dose"])


def as_written(dose: Dose, said: Collection[str]) -> dict[str, object]:
    """What stands in a file of a dose: all of it that a browser reads."""
    assert {"sets", "repetitions", "hold_seconds", "sides"} <= {*said}
    return {name: value for name, value in asdict(dose).items() if name in said}


def address_of(source: str | None) -> str:
    return source if source and source.startswith("http") else ""


def test_every_address_leads_somewhere(site: Path) -> None:
    for stretch in read(site, "stretches").values():
        assert (site / stretch["address"][1:] / "index.html").is_file()
        for size in ("still", "small"):
            assert (site / stretch["picture"][size][1:]).is_file()
    for routine in read(site, "routines").values():
        advice = routine["how_often"] + routine["afterwards"]
        named = [item["link"]["address"] for item in advice if item["link"]]
        assert all((site / address[1:] / "index.html").is_file() for address in named)


def test_every_routine_has_its_stretches_in_order_with_its_doses(
    site: Path, library: Library
) -> None:
    found = read(site, "routines")
    assert found.keys() == library.routines.keys()
    for name, routine in library.routines.items():
        for said, section in zip(found[name]["sections"], routine.sections, strict=True):
            assert (said["id"], said["title"]) == (section.id, section.title)
            given = [step["stretch"] for step in said["steps"]]
            assert [stretch["id"] for stretch in given] == [s.exercise for s in section.steps]
            for stretch, step in zip(given, section.steps, strict=True):
                assert stretch["dose"] == as_written(library.dose_of(step), stretch["dose"])

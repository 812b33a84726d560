"""The fields of the JSON for the browser: each that is written is read, and the other way round.

docs/js/types.js stands between both. The first test holds it to what is written; the second takes
its fields away and looks whether tsc misses each in a script. That a script reads no other field
is what tsc itself says in `make test`.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from develop import node_tools
from stretchbook.render import render
from tests.conftest import ROOT
from tests.support.content import sample_library

TYPES = "docs/js/types.js"
# Where the records of each type stand: the file, and the fields that lead to them.
PLACES = {
    "StretchFile": "stretches/*",
    "Picture": "stretches/*.picture",
    "Caution": "stretches/*.cautions",
    "Source": "stretches/*.cautions.source",
    "SelfTest": "stretches/*.self_test",
    "Routine": "routines/*",
    "Advice": "routines/*.how_often",
    "Section": "routines/*.sections",
    "GivenStep": "routines/*.sections.steps",
    "Dosed": "routines/*.sections.steps.stretch",
    "Dose": "routines/*.sections.steps.stretch.dose",
    "Index": "search",
    "Condition": "search.conditions",
    "Limit": "search.parts.entries-0.limits",
    "Entry": "search.parts.entries-0",
    "Choice": "search.parts.entries-0.stretch",
    "Thumbnail": "search.parts.entries-0.stretch.picture",
    "Choices": "choices",
    "Filter": "choices.filters",
    "PlanData": "plan",
    "SessionData": "session",
    "Times": "session.timing",
}
# Types that have all fields of another, whose fields are looked for in any of them.
BASES = {
    "Picture": "Thumbnail",
    "StretchFile": "Dosed",
    "Stretch": "StretchFile",
    "Step": "GivenStep",
    "Dose": "PlanDose",
    "Timing": "Times",
    "PlanData": "Names",
}
TYPE = re.compile(r"@typedef \{(?P<type>.*?)\} (?P<name>[A-Z]\w+)(?=[\s*])", re.DOTALL)


def declared() -> dict[str, set[str]]:
    """The fields of each type, as types.js and format.js have them."""
    found: dict[str, set[str]] = {}
    for file in (TYPES, "docs/js/plan/format.js"):
        text = re.sub(r"\n \* *", " ", (ROOT / file).read_text("utf-8"))
        for match in TYPE.finditer(text):
            name = "PlanDose" if match["name"] == "Dose" and file != TYPES else match["name"]
            found[name] = fields_of(match["type"])
    return found


def fields_of(text: str) -> set[str]:
    """`{ a: string, b: { c: number } }` has a and b."""
    outer, before = text, ""
    while outer != before:
        before = outer
        outer = re.sub(r"(?<=[:<|] )\{[^{}]*\}", "any", outer)
    return set(re.findall(r"[{,] (\w+)\??:", re.sub(r"<[^<>]*>", "", outer)))


@cache
def files() -> dict[str, Any]:
    written = render(sample_library())
    prefix, suffix = "docs/data/", ".json"
    names = [name for name in written if name.startswith(prefix) and name.endswith(suffix)]
    return {name[len(prefix) : -len(suffix)]: json.loads(written[name]) for name in names}


def records(place: str) -> Iterator[dict[str, Any]]:
    pattern, *path = place.split(".")
    for name, data in files().items():
        if Path(name).match(pattern) and name.count("/") == pattern.count("/"):
            yield from below(data, path)


def below(data: Any, path: list[str]) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - as JSON is
    if isinstance(data, list):
        for item in data:
            yield from below(item, path)
    elif data is not None:
        if path:
            yield from below(data[path[0]], path[1:])
        else:
            yield data


@pytest.mark.parametrize("name", PLACES)
def test_what_is_written_is_declared_and_what_is_declared_is_written(name: str) -> None:
    found = list(records(PLACES[name]))
    assert found
    base = declared().get(BASES.get(name, ""), set())
    for record in found:
        assert set(record) == declared()[name] | base


LEVELS = [name.count(".") for name in PLACES.values()]


@pytest.fixture(scope="module")
def missed(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Type and field of each read that tsc finds when no record has a field any more.

    One run for each level of records within records: what is in an unknown one tsc cannot tell.
    """
    found = set()
    for level in sorted(set(LEVELS)):
        names = {name for name, place in PLACES.items() if place.count(".") == level}
        project = tmp_path_factory.mktemp("project")
        shutil.copytree(ROOT / "docs/js", project / "docs/js")
        shutil.copy(ROOT / "tsconfig.json", project)
        bases = {BASES[name] for name in names & BASES.keys()} - set(PLACES)
        take_away(project / TYPES, names | bases)
        node, tsc = node_tools.package_command("typescript/bin/tsc")
        done = subprocess.run(
            [node, str(ROOT / tsc), "--pretty", "false"],
            cwd=project,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        said = re.findall(r"Property '(\w+)' does not exist on type '(?:Omit<)?(\w+)", done.stdout)
        found |= {(name, field) for field, name in said}
    return found


def take_away(types: Path, names: set[str]) -> None:
    """All fields of these types."""

    def emptied(match: re.Match[str]) -> str:
        name = match["name"]
        base = f"{BASES[name]} & " if BASES.get(name, name) not in {name, *names} else ""
        return f"@typedef {{{base}{{ none: true }}}} {name}" if name in names else match[0]

    types.write_text(TYPE.sub(emptied, types.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize("name", sorted({*PLACES, "Names"}))
def test_what_is_declared_is_read(name: str, missed: set[tuple[str, str]]) -> None:
    family = {name, *(other for other, base in BASES.items() if base == name)}
    read = {field for found, field in missed if found in family}
    assert declared()[name] - read == set()

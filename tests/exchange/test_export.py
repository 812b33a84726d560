"""What goes out: the same each time, harmless in spreadsheets, valid for others, and back again."""

import csv
import io
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.activitydefinition import ActivityDefinition
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.plandefinition import PlanDefinition
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from develop import node_tools
from exchange import export_command, export_tables, fhir_doses, harmless, importing, pack
from exchange.columns import ColumnMap
from exchange.importing import Into
from exchange.sources import open_file
from stretchbook.checks import Reserved
from stretchbook.model import Dose, Exercise, Library
from stretchbook.reading.load import adapter, load
from tests.conftest import ROOT
from tests.support.content import TODAY, sample_library, with_exercises

KINDS: dict[str, Any] = {
    "ActivityDefinition": ActivityDefinition,
    "PlanDefinition": PlanDefinition,
    "Bundle": Bundle,
}
UNITS = {"s", "{set}", "{repetition}"}  # of the Unified Code for Units of Measure
ADDRESS = "https://example.org/"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(export_command.files_of(sample_library(), ADDRESS))


@pytest.fixture(scope="module")
def resources(files: dict[str, bytes]) -> list[dict[str, Any]]:
    return [json.loads(data) for name, data in files.items() if name.startswith("fhir/")]


def test_the_same_library_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert dict(export_command.files_of(sample_library(), ADDRESS)) == files
    assert {name for name in files if "/" not in name} == {
        *("exercises.csv", "exercises.xlsx", "stretchbook.json", "schema.json")
    }


def test_both_tables_hold_every_stretch(files: dict[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(files["exercises.csv"].decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == list(sample_library().exercises)
    sheet = load_workbook(io.BytesIO(files["exercises.xlsx"])).worksheets[0]
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == rows


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(start: str) -> None:
    rows = [["name"], [start]]
    (_, (cell,)) = csv.reader(io.StringIO(harmless.csv_of(rows).decode("utf-8-sig"), newline=""))
    assert cell == f"'{start}"
    sheet = load_workbook(io.BytesIO(harmless.workbook_of("a", rows))).worksheets[0]
    assert str(sheet["A2"].value).startswith("'")
    assert sheet["A2"].data_type == "s"


def test_the_pack_fits_its_schema(files: dict[str, bytes]) -> None:
    schema, value = json.loads(files["schema.json"]), json.loads(files["stretchbook.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(value)
    del value["exercises"]["bridge"]["name"]
    assert not Draft202012Validator(schema).is_valid(value)


def brought(data: bytes, name: str, folder: Path) -> tuple[importing.Imported, Library]:
    """What an import into a library without stretches gives."""
    empty = replace(sample_library(), exercises={}, routines={}, plans={})
    (folder / name).write_bytes(data)
    check = importing.what_a_build_refuses(TODAY, Reserved(), lambda _: "")
    into = Into(folder=folder, library=empty, today=TODAY, check=check)
    done = importing.bring(open_file(folder / name, ColumnMap(), "en"), name, into)
    for file in ("site.yml", "vocabulary.yml", "redirects.yml"):
        (folder / file).write_bytes((ROOT / "tests/library" / file).read_bytes())
    library, problems = load(folder)
    assert library is not None, problems
    return done, library


def test_a_pack_comes_back_as_it_went(files: dict[str, bytes], tmp_path: Path) -> None:
    done, library = brought(files["stretchbook.json"], "stretchbook.json", tmp_path)
    assert library.exercises == sample_library().exercises
    assert done.drafts == []
    assert {said.word for said in done.said if said.stretch} == {"exact"}
    assert next(said.column for said in done.said if not said.stretch) == "routines"


def test_a_pack_without_the_words_here_makes_drafts_that_name_them(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    value = json.loads(files["stretchbook.json"])
    value["exercises"]["bridge"]["equipment"] = ["trampoline"]
    value["exercises"]["bridge"]["easier"] = ["gone"]
    done, library = brought(json.dumps(value).encode(), "pack.json", tmp_path)
    assert done.drafts == ["bridge"]
    assert library.exercises["bridge"].equipment == ()
    assert ("equipment", "trampoline: nothing here has that id, add it first") in {
        (said.column, said.reason) for said in done.said if said.word == "lossy"
    }


def test_a_pack_of_a_later_version_is_named_stretch_by_stretch(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    value = json.loads(files["stretchbook.json"]) | {"version": 2, "exercises": {"bridge": {}}}
    done, _ = brought(json.dumps(value).encode(), "pack.json", tmp_path)
    assert done.spoiled == ["pack.json, bridge: the pack has version 2, known is 1"]


def test_a_table_comes_back_but_for_what_only_the_pack_holds(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    _, library = brought(files["exercises.csv"], "exercises.csv", tmp_path)
    assert library.exercises.keys() == sample_library().exercises.keys()
    for name, exercise in library.exercises.items():
        ours = sample_library().exercises[name]
        assert exercise.steps == ours.steps
        assert (exercise.dose.sets, exercise.dose.set_length) == (
            ours.dose.sets,
            ours.dose.set_length,
        )
        assert (exercise.sources, exercise.review) == (ours.sources, ours.review)


def test_drafts_stay_at_home(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    brought(pack.write(sample_library()), "stretchbook.json", content)
    path = content / "exercises/bridge.yml"
    path.write_text(path.read_text("utf-8") + "draft: true\n", "utf-8")
    for drafts in (False, True):
        export_command.run(content, tmp_path / "out", drafts=drafts)
        value = json.loads((tmp_path / "out/stretchbook.json").read_text("utf-8"))
        assert ("bridge" in value["exercises"]) is drafts


def test_every_resource_is_valid_for_fhir_resources(resources: list[dict[str, Any]]) -> None:
    library = sample_library()
    assert len(resources) == len(library.exercises) + len(library.routines) + 1
    for resource in resources:
        KINDS[resource["resourceType"]].model_validate(resource)


def test_every_resource_is_valid_for_npm_fhir(resources: list[dict[str, Any]]) -> None:
    program = node_tools.command(str(Path(__file__).with_name("validate-fhir.js")))
    wrong = [{**resources[0], "status": "ready"}, {**resources[0], "patient": "Jane"}]
    given = json.dumps([*resources, *wrong])
    done = subprocess.run(
        program, cwd=ROOT, input=given, capture_output=True, text=True, check=True
    )
    *found, status, patient = json.loads(done.stdout)
    assert found == [[]] * len(resources)
    assert "not found in value set" in status[0]
    assert "Unexpected property" in patient[0]


def test_there_is_no_patient_anywhere(resources: list[dict[str, Any]]) -> None:
    names = {name for part in walk(resources) for name in part}
    assert "usage" in names
    assert [n for n in names if re.match("subject|participant|performer|patient", n)] == []
    assert "Patient/" not in json.dumps(resources)


def walk(value: object) -> list[dict[str, Any]]:
    found, pending = [], [value]
    while pending:
        each = pending.pop()
        found += [each] if isinstance(each, dict) else []
        pending += (
            each.values() if isinstance(each, dict) else each if isinstance(each, list) else []
        )
    return found


def test_every_unit_is_one_of_the_list(resources: list[dict[str, Any]]) -> None:
    parts = walk(resources)
    assert {part["code"] for part in parts if part.get("system") == fhir_doses.UCUM} == UNITS
    assert {part["durationUnit"] for part in parts if "durationUnit" in part} == {"s"}


def test_a_plan_leads_to_its_stretches_and_says_the_signs(resources: list[dict[str, Any]]) -> None:
    urls = {resource["url"] for resource in resources if "url" in resource}
    plans = [resource for resource in resources if resource["resourceType"] == "PlanDefinition"]
    steps = [step for plan in plans for section in plan["action"] for step in section["action"]]
    assert {step["definitionCanonical"] for step in steps} <= urls
    assert f"{ADDRESS}stretches/bridge/" in urls
    library = sample_library()
    for plan in plans:
        signs = library.urgent_signs[library.routines[plan["id"]].urgent_signs]
        for sign in (*signs.emergency, *signs.see_doctor_first, *library.site.disclaimer.lines):
            assert sign in plan["usage"]


def test_a_timing_says_what_the_dose_says() -> None:
    for exercise in sample_library().exercises.values():
        repeat = fhir_doses.timing(exercise.dose)["repeat"]
        assert repeat["count"] * repeat["duration"] == exercise.dose.sets * (
            exercise.dose.set_length
            - exercise.dose.repetitions * (exercise.dose.release_seconds or 0)
        )


def test_a_dose_in_words_and_with_ranges_is_valid_too() -> None:
    fields = (
        {"as_you_like": True, "load": "red band"},
        {"sets": 2, "until_tired": True, "rest_seconds": 30},
        {"sets": 2, "sets_to": 3, "repetitions": 8, "repetitions_to": 12},
        {"hold_seconds": 2.5, "hold_seconds_to": 5, "repetitions": 4},
    )
    for said in fields:
        dose = adapter(Dose).validate_python(said)
        stretch = replace(sample_library().exercises["bridge"], dose=dose)
        found = dict(export_command.files_of(with_exercises(sample_library(), stretch), ADDRESS))
        resource = json.loads(found["fhir/ActivityDefinition-bridge.json"])
        KINDS["ActivityDefinition"].model_validate(resource)
        assert resource["timingTiming"]["code"]["text"]
        value = json.loads(found["stretchbook.json"])["exercises"]["bridge"]["dose"]
        assert adapter(Dose).validate_python(value) == dose


def test_a_site_without_an_address_names_its_pages_all_the_same() -> None:
    found = dict(export_command.files_of(sample_library(), ""))
    bridge = json.loads(found["fhir/ActivityDefinition-bridge.json"])
    assert bridge["url"].startswith("urn:uuid:")


def test_marks_of_markdown_stay_letters() -> None:
    odd = replace(sample_library().exercises["bridge"], feel="You *feel* <b>it</b> [now](x).")
    library = with_exercises(sample_library(), odd)
    found = dict(export_command.files_of(library, ADDRESS))["fhir/ActivityDefinition-bridge.json"]
    assert json.loads(found)["usage"].endswith(r"You \*feel\* \<b\>it\</b\> \[now\](x).")


def test_a_table_names_every_text_of_a_stretch() -> None:
    """A column for each field of the model, but for those that only the pack holds."""
    only_in_the_pack = {"picture", "dose", "review", "self_test", "set_steps", "draft"}
    only_in_the_pack |= {"set_up_seconds", "change_side_seconds"}
    parts = {"video", "credit"}  # each part has a column
    fields = set(Exercise.__dataclass_fields__) - only_in_the_pack - parts
    assert fields - set(export_tables.HEAD) == set()


PARTS = [name for name in Exercise.__dataclass_fields__ if name != "id"]
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "title", "alt", "sets", "source"]), inner)
    ),
    max_leaves=6,
)
WHOLE = json.loads(pack.write(sample_library()))["exercises"]["bridge"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(PARTS), ODD), st.text(max_size=8))
def test_no_pack_is_too_odd(tmp_path: Path, parts: dict[str, Any], name: str) -> None:
    value = {"format": pack.FORMAT, "version": 1, "exercises": {name: {**WHOLE, **parts}}}
    folder = tmp_path / "into"
    for old in folder.rglob("*.yml"):
        old.unlink()
    (tmp_path / "pack.json").write_text(json.dumps(value), "utf-8")
    opened = open_file(tmp_path / "pack.json", ColumnMap(), "en")
    library = sample_library()
    into = Into(folder=folder, library=library, today=TODAY, check=lambda _: iter(()))
    done = importing.bring(opened, "pack.json", into)
    assert len(done.written) + len(done.spoiled) == 1
    assert {said.column for said in done.said} >= {*WHOLE, *parts}
    assert {path.parent for path in folder.rglob("*.yml")} <= {folder / "exercises"}

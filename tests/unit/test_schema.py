"""The schemas that editors use say the same as the loader does."""

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from stretchbook.reading import schema
from stretchbook.reading.load import FILES, FOLDERS, load
from tests.support.content import CONTENT, ROOT, copy_file, sample_library

CONTENT_FILES = sorted(
    path
    for path in CONTENT.rglob("*.yml")
    if path.parent.name in FOLDERS or (path.parent == CONTENT and path.name in FILES)
)


def schema_of(path: Path) -> dict[str, Any]:
    """The committed schema of a content file."""
    kind = path.parent.name if path.parent != CONTENT else path.stem
    stem = schema.FILE_NAMES.get(kind, kind)
    found: dict[str, Any] = json.loads((CONTENT / "schema" / f"{stem}.schema.json").read_text())
    return found


def as_json(value: object) -> object:
    """A file's value as an editor hands it to the schema: dates are texts there."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def accepts(path: Path, value: object) -> bool:
    checker = jsonschema.FormatChecker(("date",))
    validator = jsonschema.Draft202012Validator(schema_of(path), format_checker=checker)
    return bool(validator.is_valid(as_json(value)))


def test_the_committed_schemas_are_those_of_the_model() -> None:
    made = schema.write_schemas(sample_library())
    names = {f"content/schema/{path.name}" for path in (CONTENT / "schema").iterdir()}
    assert set(made) == names - {"content/schema/figure.schema.json"}  # the engine's
    for name, data in made.items():
        assert (ROOT / name).read_bytes() == data, f"{name}: run `make`, then commit it"


@pytest.mark.parametrize("path", sorted((CONTENT / "schema").iterdir()), ids=lambda p: p.name)
def test_every_schema_is_a_schema(path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("path", CONTENT_FILES, ids=lambda p: p.relative_to(CONTENT).as_posix())
def test_every_content_file_fits_its_schema_and_names_it_in_its_first_line(path: Path) -> None:
    text = path.read_text("utf-8")
    assert accepts(path, yaml.safe_load(text))
    kind = path.parent.name if path.parent != CONTENT else path.stem
    stem = schema.FILE_NAMES.get(kind, kind)
    up = "../" if path.parent != CONTENT else ""
    first = f"# yaml-language-server: $schema={up}schema/{stem}.schema.json"
    assert text.splitlines()[0] == first


@pytest.mark.parametrize("kind", [*FOLDERS, *FILES, "picture"])
def test_every_field_has_help_for_its_author(kind: str) -> None:
    stem = schema.FILE_NAMES.get(kind, kind.removesuffix(".yml"))
    found = json.loads((CONTENT / "schema" / f"{stem}.schema.json").read_text("utf-8"))
    for part in (found, *found.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            target = found.get("$defs", {}).get(field.get("$ref", "").rpartition("/")[2], {})
            assert {**target, **field}.get("description"), name


Value = dict[str, Any]
TWIST = CONTENT / "exercises" / "seated-twist.yml"
SCIATICA = CONTENT / "routines" / "sciatica.yml"
SITE = CONTENT / "site.yml"
VOCABULARY = CONTENT / "vocabulary.yml"
US = CONTENT / "emergency" / "us.yml"
SIGNS = CONTENT / "urgent-signs" / "back.yml"
REDIRECTS = CONTENT / "redirects.yml"

# What both must refuse. The schema cannot know what needs two fields at once; the loader can.
BAD: dict[str, tuple[Path, Callable[[Value], object]]] = {
    "unknown field": (TWIST, lambda v: v.update(colour="red")),
    "unknown field of a dose": (TWIST, lambda v: v["dose"].update(side="each")),
    "id in the file": (TWIST, lambda v: v.update(id="seated-twist")),
    "missing field": (TWIST, lambda v: v.pop("feel")),
    "nothing in a field": (TWIST, lambda v: v.update(name=None)),
    "number as a name": (TWIST, lambda v: v.update(name=5)),
    "empty name": (TWIST, lambda v: v.update(name="")),
    "name too long": (TWIST, lambda v: v.update(name="x" * 61)),
    "text too long": (TWIST, lambda v: v.update(feel="x" * 501)),
    "text as a list": (TWIST, lambda v: v.update(steps="Sit tall.")),
    "no steps": (TWIST, lambda v: v.update(steps=[])),
    "too many steps": (TWIST, lambda v: v.update(steps=["Sit tall."] * 21)),
    "unknown position": (TWIST, lambda v: v.update(position="floating")),
    "number as text": (TWIST, lambda v: v["dose"].update(repetitions="5")),
    "number out of range": (TWIST, lambda v: v["dose"].update(repetitions=0)),
    "third of a second": (TWIST, lambda v: v["dose"].update(hold_seconds=0.3)),
    "unknown sides": (TWIST, lambda v: v["dose"].update(sides="both")),
    "source of no number": (TWIST, lambda v: v["dose"]["source"].update(weight="editor")),
    "source of no kind": (TWIST, lambda v: v["dose"]["source"].update(hold_seconds="a friend")),
    "address of no site": (TWIST, lambda v: v["sources"][0].update(url="nhs.uk")),
    "date that is none": (TWIST, lambda v: v["review"].update(written_on="soon")),
    "step without a stretch": (SCIATICA, lambda v: v["sections"][0]["steps"].append({})),
    "section id with a space": (SCIATICA, lambda v: v["sections"][0].update(id="part one")),
    "no section": (SCIATICA, lambda v: v.update(sections=[])),
    "minutes out of range": (SCIATICA, lambda v: v["sections"][0].update(stated_minutes=121)),
    "language in full": (SITE, lambda v: v.update(language="English")),
    "no line in the banner": (SITE, lambda v: v["disclaimer"].update(lines=[])),
    "word with a bad id": (VOCABULARY, lambda v: v["areas"].update({"Low back": {"name": "x"}})),
    "word without a name": (VOCABULARY, lambda v: v["areas"].update(neck={})),
    "number to call as a number": (US, lambda v: v["numbers"][0].update(number=911)),
    "number to call in words": (US, lambda v: v["numbers"][0].update(number="nine")),
    "no sign of an emergency": (SIGNS, lambda v: v.update(emergency=[])),
    "redirect without a target": (REDIRECTS, lambda v: v.update(redirects=[{"from": "/x/"}])),
    "redirect out of the site": (
        REDIRECTS,
        lambda v: v.update(redirects=[{"from": "/x/", "to": "https://example.org/"}]),
    ),
}


@pytest.mark.parametrize(("path", "spoil"), BAD.values(), ids=BAD.keys())
def test_schema_and_loader_refuse_the_same_files(
    path: Path, spoil: Callable[[Value], object], tmp_path: Path
) -> None:
    value = yaml.safe_load(path.read_text("utf-8"))
    spoiled = copy.deepcopy(value)
    spoil(spoiled)
    assert accepts(path, value)
    assert not accepts(path, spoiled)
    content = copy_file(tmp_path, path.relative_to(CONTENT).as_posix())
    target = content / path.relative_to(CONTENT)
    target.write_text(yaml.safe_dump(spoiled, allow_unicode=True), "utf-8")
    library, problems = load(content)
    assert library is None
    assert {problem.path for problem in problems} == {f"content/{target.relative_to(content)}"}


def test_an_editor_offers_the_words_of_the_clinics_own_vocabulary() -> None:
    found = schema_of(TWIST)["properties"]
    vocabulary = sample_library().vocabulary
    assert found["areas"]["items"]["enum"] == list(vocabulary.areas)
    assert found["equipment"]["items"]["enum"] == list(vocabulary.equipment)
    assert not accepts(TWIST, {**yaml.safe_load(TWIST.read_text()), "areas": ["neck"]})

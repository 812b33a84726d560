"""JSON Schemas for editors, made from the same classes that check the content.

They give completion and inline errors while an author types. The words of vocabulary.yml are put
in, so that an editor knows a clinic's own equipment too.
"""

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from stretchbook.model import Library, SuppliedPicture, Vocabulary
from stretchbook.reading.load import FILES, FOLDERS, schema_of

FOLDER = "content/schema"
FILE_NAMES = {"exercises": "exercise", "routines": "routine", "plans": "plan"}
PLAN = f"{FOLDER}/plan.schema.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def write_schemas(library: Library) -> dict[str, bytes]:
    """Path relative to the project, and the schema as a file."""
    files: dict[str, bytes] = {}
    for name, cls in {**FOLDERS, **FILES}.items():
        stem = FILE_NAMES.get(name, name.removesuffix(".yml"))
        files[f"{FOLDER}/{stem}.schema.json"] = _text(of_class(cls, library.vocabulary))
    supplied = of_class(SuppliedPicture, library.vocabulary)
    files[f"{FOLDER}/picture.schema.json"] = _text(supplied)
    return files


def _text(schema: Mapping[str, Any]) -> bytes:
    return (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


def of_class(cls: type, vocabulary: Vocabulary) -> dict[str, Any]:
    """The schema of one kind of file, without the id that comes from the file's name."""
    schema: dict[str, Any] = {"$schema": DRAFT, **deepcopy(schema_of(cls))}
    properties = schema["properties"]
    for field in properties.values():
        if "patternProperties" in field:
            field["additionalProperties"] = False  # an id of another form is no id
    if properties.pop("id", None):
        schema["required"].remove("id")
    if "areas" in properties and "equipment" in properties and "steps" in properties:
        _only(properties["areas"], vocabulary.areas)
        _only(properties["equipment"], vocabulary.equipment)
        _only(properties["optional_equipment"], vocabulary.equipment)
    return schema


def _only(field: dict[str, Any], words: Iterable[str]) -> None:
    field["items"] = {"enum": list(words), "type": "string"}

"""The pack: a whole library as one JSON file, which another Stretchbook takes in."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from exchange.records import Record, Said, Word
from stretchbook.model import Exercise, Library, Routine, Vocabulary
from stretchbook.reading.load import adapter
from stretchbook.reading.schema import DRAFT

FORMAT, VERSION = "stretchbook-pack", 1
KINDS: Mapping[str, type] = {"exercises": Exercise, "routines": Routine}
DAYS = {"written_on", "reviewed_on", "next_review"}
ROUTINES = "only stretches are taken in: write the routine with `make new-routine`"
WORDS = "words are taken in by hand: put them into vocabulary.yml"


def is_pack(value: object) -> bool:
    """Whether it is one, of whichever version."""
    return isinstance(value, dict) and value.get("format") == FORMAT


def write(library: Library) -> bytes:
    """The pack of a library."""
    value = {
        "$schema": "schema.json",
        "format": FORMAT,
        "version": VERSION,
        "name": library.site.name,
        "language": library.site.language,
        "vocabulary": _plain(Vocabulary, library.vocabulary),
        "exercises": {name: item_of(Exercise, one) for name, one in library.exercises.items()},
        "routines": {name: item_of(Routine, one) for name, one in library.routines.items()},
    }
    return text_of(value)


def schema() -> bytes:
    """What a pack holds, made from the same classes that check our files."""
    parts = {"vocabulary": Vocabulary, **KINDS}
    schemas = {
        name: adapter(cls).json_schema(ref_template=f"#/$defs/{name}/$defs/{{model}}")
        for name, cls in parts.items()
    }
    for name in KINDS:
        schemas[name]["properties"].pop("id")
        schemas[name]["required"].remove("id")
    many = {
        name: {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{name}"}}
        for name in KINDS
    }
    properties = {
        "$schema": {"type": "string"},
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "name": {"type": "string"},
        "language": {"type": "string"},
        "vocabulary": {"$ref": "#/$defs/vocabulary"},
        **many,
    }
    whole = {
        "$schema": DRAFT,
        "title": "A pack of Stretchbook",
        "type": "object",
        "properties": properties,
    }
    required = ["format", "version", *many]
    return text_of({**whole, "required": required, "additionalProperties": False, "$defs": schemas})


def text_of(value: object) -> bytes:
    """JSON that is the same each time, with a line for each value."""
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def item_of(cls: type, value: object) -> dict[str, Any]:
    """Its fields without its id and without what is not given, in the order of the model."""
    return {name: part for name, part in _plain(cls, value).items() if name != "id"}


def _plain(cls: type, value: object) -> dict[str, Any]:
    plain: dict[str, Any] = adapter(cls).dump_python(value, mode="json", exclude_defaults=True)
    return plain


def records(value: Mapping[str, Any], name: str) -> Iterator[Record]:
    """A record for each stretch of a pack."""
    exercises = value.get("exercises")
    for item_id, item in exercises.items() if isinstance(exercises, dict) else ():
        place = f"{name}, {item_id}"
        wrong = (
            ""
            if value.get("version") == VERSION
            else f"the pack has version {value.get('version')}, known is {VERSION}"
        )
        ready = {**item, "id": item_id} if isinstance(item, dict) else {}
        wrong = wrong or ("" if ready else "is no stretch: not an object")
        yield Record(place=place, cells=(), ready=_with_days(ready), spoiled=wrong)


def beside(value: Mapping[str, Any], name: str) -> Iterator[Said]:
    """What a pack holds besides stretches."""
    for part, reason in (("routines", ROUTINES), ("vocabulary", WORDS)):
        inner = value.get(part)
        for key, item in inner.items() if isinstance(inner, dict) else ():
            words = ", ".join(item) if part == "vocabulary" and isinstance(item, dict) else ""
            found = f"{key}: {words}" if words else str(key)
            place = f"{name}, {part}"
            yield Said(place=place, column=part, found=found, word=Word.DROPPED, reason=reason)


def _with_days(item: Mapping[str, Any]) -> dict[str, Any]:
    """Days are written as texts in JSON, and read as days."""
    review = item.get("review")
    if not isinstance(review, dict):
        return dict(item)
    days = {key: _day(text) if key in DAYS else text for key, text in review.items()}
    return {**item, "review": days}


def _day(text: object) -> object:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else text
    except ValueError:
        return text

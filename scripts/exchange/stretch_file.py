"""A stretch as a commented YAML file, marked so that a second import knows what it wrote."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from exchange.making import FIELDS, Made, schema
from exchange.records import Record

SCHEMA = "# yaml-language-server: $schema=../schema/exercise.schema.json\n"
DRAFT = "draft: true\n"
MARK = re.compile(
    r"^# Imported from (.*)\. Leave this line: ([0-9a-f]{12}) ([0-9a-f]{12})$", re.MULTILINE
)
WIDTH = 96
HELP = "Fill in what is missing and look at what is left over; then take out `draft: true`."


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says of its import. made_of: of the record; text: of all else in the file."""

    source: str
    made_of: str
    text: str


def write(made: Made, source: str, record: Record) -> str:
    """The whole file; `source` is the name of the file that it comes from."""
    body = "".join(_body(made))
    mark = f"# Imported from {source}. Leave this line: {hash_of(record)} {_hash(body)}\n"
    return f"{SCHEMA}{mark}{body}"


def mark_of(text: str) -> tuple[Mark | None, bool]:
    """The mark of a file, and whether a person has edited the file since."""
    text = text.replace("\r\n", "\n")
    found = MARK.search(text)
    if not found:
        return None, True
    mark = Mark(*found.groups())
    body = text.replace(f"{found[0]}\n", "", 1).removeprefix(SCHEMA)
    return mark, _hash(body) != mark.text


def hash_of(record: Record) -> str:
    """The same for two records with the same cells, wherever their rows stand."""
    cells = [[cell.column, cell.field, cell.text, cell.trouble] for cell in record.cells]
    return _hash(json.dumps([cells, dict(record.ready)], sort_keys=True, default=str))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _body(made: Made) -> Iterator[str]:
    if made.is_draft:
        yield _comment(HELP)
        for fault in made.faults:
            yield _comment(f"To mend: {fault}")
        yield DRAFT
    for name in FIELDS:
        if name in made.data:
            yield yaml_of({name: made.data[name]})
        elif name in made.missing:
            yield _comment(f"Missing: {name}. {_help(name)}\n{name}:")
    if made.left:
        yield _comment("Left over, for there is no field for it:\n" + "\n".join(made.left))


def yaml_of(data: Mapping[str, Any]) -> str:
    """Fields as we write them by hand: texts in one piece, in the order they are given in."""
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=WIDTH)


def _help(name: str) -> str:
    """What a field is for, and its words where only some are allowed."""
    part = schema()["properties"][name]
    known = schema()["$defs"].get(part.get("$ref", "").rpartition("/")[2], {})
    said = str(part.get("description") or known.get("description", "")).split("\n", 1)[0]
    return " ".join([said, *([f"One of: {', '.join(known['enum'])}"] if "enum" in known else [])])


def _comment(text: str) -> str:
    """Lines that YAML passes over, whatever stands in the text."""
    lines = re.split(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)
    shown = ("".join(c for c in line if c.isprintable()) for line in lines)
    return "".join(f"# {line}".rstrip() + "\n" for line in shown)

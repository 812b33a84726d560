"""What the columns of a table are called: ours, what people call them, and a map for all others."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from stretchbook.problems import Problem, RefusedError
from stretchbook.reading import yaml_source

SPOKEN = yaml.safe_load(Path(__file__).with_name("spoken.yml").read_text("utf-8"))
COLUMNS: Mapping[str, list[str]] = SPOKEN["columns"]
"""Our fields, and other names for their columns."""
EVERY_ROW = "every_row"
DROPPED = "drop"
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # such as a unit
STEP = re.compile(r"(?:step|instruction) \d{1,2}")
LIKE = {alias: name for name, more in COLUMNS.items() for alias in (name.replace("_", " "), *more)}


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What a clinic says of its own columns. every_row: what each row has, such as author."""

    columns: Mapping[str, str] = field(default_factory=dict)
    every_row: Mapping[str, str] = field(default_factory=dict)

    def field_of(self, header: str) -> str:
        """Our field for a column; empty where there is none."""
        known = _plain(header)
        if known in self.columns:
            return self.columns[known]
        bare = _plain(IN_BRACKETS.sub("", header))
        return "steps" if STEP.fullmatch(known) else LIKE.get(known) or LIKE.get(bare, "")


def _plain(header: str) -> str:
    return re.sub(r"[\W_]+", " ", header).strip().casefold()


def read_map(path: Path) -> ColumnMap:
    """The map in a YAML file; what is wrong with it is refused with file and line."""
    source, problems = yaml_source.read(path, path.name)
    if source is None:
        raise RefusedError(*problems)
    value = source.value if isinstance(source.value, dict) else {}
    columns, every = (_part(value, name) for name in ("columns", EVERY_ROW))
    problems = [
        _wrong(
            source, (name,), f"is not known, found `{name}`", f"allowed are columns, {EVERY_ROW}"
        )
        for name in value
        if name not in ("columns", EVERY_ROW)
    ]
    problems += [
        _wrong(source, (name,), "must hold a line `Your header: our_field` for each column", "")
        for name in ("columns", EVERY_ROW)
        if name in value and not _part(value, name)
    ]
    for part, fields in (("columns", columns), (EVERY_ROW, dict.fromkeys(every))):
        problems += [
            _unknown(source, (part, key), str(name if part == "columns" else key))
            for key, name in fields.items()
            if (name if part == "columns" else key) not in {*COLUMNS, DROPPED}
        ]
    if problems or not value:
        what = "must hold `columns:`, with a line `Your header: our_field` for each column"
        raise RefusedError(*problems or [Problem(path=path.name, line=1, message=what)])
    return ColumnMap(
        {_plain(str(header)): name for header, name in columns.items()},
        {name: str(text) for name, text in every.items()},
    )


def _part(value: Mapping[str, Any], name: str) -> dict[str, str]:
    """One of the two parts; an empty one where it is no mapping."""
    part = value.get(name)
    return part if isinstance(part, dict) else {}


def _unknown(source: yaml_source.Source, keys: tuple[str, ...], found: str) -> Problem:
    near = difflib.get_close_matches(found, COLUMNS, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    hint += f"Allowed are {', '.join(COLUMNS)}, or {DROPPED} for a column that stays behind"
    return _wrong(source, keys, f"names no field of ours, found `{found}`", hint)


def _wrong(source: yaml_source.Source, keys: tuple[str, ...], message: str, hint: str) -> Problem:
    line, place = source.line_of(keys), yaml_source.field_name(keys)
    return Problem(path=source.path, line=line, field=place, message=message, hint=hint)

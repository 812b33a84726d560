"""Says in an author's words what the model refused."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from stretchbook.model import ImpossibleError
from stretchbook.model.dose import RANGED
from stretchbook.model.fields import ID_PATTERN
from stretchbook.problems import shortened
from stretchbook.reading.field_names import hint_for, nearest

Keys = tuple[str | int, ...]
Said = tuple[str, str]  # message, hint
NO_SPACE = re.compile("[a-z_]+:[^ /]")
RANGE = re.compile(r"([0-9.]+)\s*(?:-|\u2013|to)\s*([0-9.]+)")

PATTERNS = {
    ID_PATTERN: (
        "is not an id",
        "use lower-case letters, digits and single hyphens, such as standing-quad-stretch",
    ),
    "^https?://": ("is not a web address", "start it with https:// and leave no space in it"),
    "^/": (
        "is not an address of this site",
        "write it from the first slash, such as /sciatica/ or /sciatica/#standing-quad-stretch",
    ),
    "^en$": (
        "is a language that the site cannot be in yet",
        "write en: the words around your texts are English",
    ),
    "^[\\w.-]+\\.[A-Za-z0-9]+$": (
        "is not the name of a picture file",
        "write letters, digits, hyphens and one dot, such as my-photo.jpg; rename the file so",
    ),
    "^\\+?[0-9]": (
        "is not a telephone number",
        'write digits and spaces in straight quotes, such as "911"',
    ),
}


def explain(
    errors: Sequence[ErrorDetails], value: object, schema: Mapping[str, Any]
) -> Iterator[tuple[Keys, str, str]]:
    """Yield the place, message and hint of every refusal, one for each place.

    value: what the file holds. schema: the JSON Schema of the class it was meant to become.
    """
    seen: set[Keys] = set()
    for error in errors:
        if _follows_from_its_items(error):
            continue
        keys = _place(error, value)
        found = part_of(schema, keys, schema)
        message, hint = _say(error, keys, found, schema)
        if isinstance(cause := error.get("ctx", {}).get("error"), ImpossibleError):
            keys = (*keys, cause.field) if cause.field else keys
        if keys not in seen:
            seen.add(keys)
            yield keys, message, hint


def _follows_from_its_items(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because the items in it were refused."""
    found = error["input"]
    return error["type"] == "too_short" and isinstance(found, list) and bool(found)


def _place(error: ErrorDetails, value: object) -> Keys:
    """The keys in the file; without the branch names that a choice of types adds at the end."""
    keys: list[str | int] = []
    for key in error["loc"]:
        if not isinstance(value, dict | list):
            break
        if key == "[key]":
            continue
        keys.append(key)
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(key, int) and key < len(value):
            value = value[key]
    return tuple(keys)


def part_of(part: Mapping[str, Any], keys: Keys, root: Mapping[str, Any]) -> Mapping[str, Any]:
    """The piece of the schema that describes the place; empty where there is none."""
    part = _resolved(part, root)
    if not keys:
        return part
    key = keys[0]
    inner = part.get("items") if isinstance(key, int) else part.get("properties", {}).get(key)
    inner = inner or part.get("additionalProperties")
    inner = inner or next(iter(part.get("patternProperties", {}).values()), None)
    return part_of(inner, keys[1:], root) if isinstance(inner, dict) else {}


def _resolved(part: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference, and the one choice that is not `null`."""
    choices = [p for p in part.get("anyOf", []) if p.get("type") != "null"]
    if len(choices) == 1:
        return {**_resolved(choices[0], root), **_described(part)}
    if "$ref" in part:
        target = root["$defs"][part["$ref"].rsplit("/", 1)[1]]
        return {**_resolved(target, root), **_described(part)}
    return part


def _described(part: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part[name] for name in ("title", "description") if name in part}


def _say(
    error: ErrorDetails, keys: Keys, part: Mapping[str, Any], schema: Mapping[str, Any]
) -> Said:
    kind, found = error["type"], error["input"]
    if isinstance(cause := error.get("ctx", {}).get("error"), ImpossibleError):
        return cause.message, cause.hint
    if kind == "missing":
        return "is missing", _help(part, "")
    if kind == "unexpected_keyword_argument":
        return _unknown_key(keys, schema)
    if error["loc"][-1] == "[key]" and kind == "literal_error":
        allowed = part_of(schema, keys[:-1], schema).get("propertyNames", {}).get("enum", [])
        return _unknown_word(str(keys[-1]), allowed)
    if found is None:
        return "is empty", _help(part, "fill it in, or remove the line")
    if allowed := part.get("enum"):
        return _unknown_word(found, allowed)
    if say := SAYINGS.get(kind):
        return say(found, part, error.get("ctx", {}))
    return f"{error['msg'][0].lower()}{error['msg'][1:]}, found {shown(found)}", ""


def _help(part: Mapping[str, Any], otherwise: str) -> str:
    """The first line of what the model says about a field."""
    text: str = part.get("description", otherwise)
    return text.partition("\n")[0]


def _unknown_key(keys: Keys, schema: Mapping[str, Any]) -> Said:
    fields = dict(part_of(schema, keys[:-1], schema).get("properties", {}))
    if len(keys) == 1:  # the id of a whole file is the file's name
        fields.pop("id", None)
    return "is not a known field", hint_for(str(keys[-1]), fields)


def _unknown_word(found: object, allowed: Sequence[str]) -> Said:
    return f"must be one of {', '.join(allowed)}, found {shown(found)}", nearest(found, allowed)


def shown(value: object) -> str:
    """A found value as the author wrote it: texts in quotes, long ones cut."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a group of fields"
    text = json.dumps(value, ensure_ascii=False, default=str)
    cut = shortened(text)
    return cut if cut == text else f'{cut}"'


def _range(part: Mapping[str, Any]) -> str:
    smallest, largest = part.get("minimum"), part.get("maximum")
    return f", allowed are {smallest} to {largest}" if smallest is not None else ""


def _not_whole(found: object, part: Mapping[str, Any], _: Mapping[str, Any]) -> Said:
    hint = "write digits only, without quotes or a unit"
    name = part.get("title", "").lower().replace(" ", "_")
    if name in RANGED and isinstance(found, str) and (ends := RANGE.fullmatch(found)):
        hint = f"write the two ends apart: `{name}: {ends[1]}` and `{name}_to: {ends[2]}`"
    elif part.get("title", "").endswith(" Seconds"):
        hint += "; times are in seconds"
    kind = (
        f"a number in steps of {part['multipleOf']}" if "multipleOf" in part else "a whole number"
    )
    return f"must be {kind}, found {shown(found)}{_range(part)}", hint


def _out_of_range(found: object, part: Mapping[str, Any], _: Mapping[str, Any]) -> Said:
    return f"is out of range, found {shown(found)}{_range(part)}", part.get("description", "")


def _not_text(found: object, _: Mapping[str, Any], __: Mapping[str, Any]) -> Said:
    hint = f'put it in quotes: "{found}"'
    if isinstance(found, float):
        hint = "put it in quotes, as it is written"  # 5.10 is 5.1 by now
    if isinstance(found, dict | list):
        hint = "put it in quotes if it holds `: ` or starts with `- ` or a bracket"
    return f"must be text, found {shown(found)}", hint


def _not_list(found: object, _: Mapping[str, Any], __: Mapping[str, Any]) -> Said:
    hint = "put each item on a line of its own that starts with a dash and a space: `- `"
    return f"must be a list, found {shown(found)}", hint


def _not_group(found: object, part: Mapping[str, Any], _: Mapping[str, Any]) -> Said:
    fields = ", ".join(part.get("required", part.get("properties", {})))
    hint = f"indent its fields below it: {fields}" if fields else "indent its fields below it"
    if isinstance(found, str) and NO_SPACE.match(found):
        hint = "write a space after the colon"
    return f"must be a group of fields, found {shown(found)}", hint


def _not_true(found: object, _: Mapping[str, Any], __: Mapping[str, Any]) -> Said:
    return f"must be true or false, found {shown(found)}", "write true, or remove the line"


def _not_date(found: object, _: Mapping[str, Any], __: Mapping[str, Any]) -> Said:
    hint = "write year-month-day without quotes, such as 2026-11-22"
    return f"must be a date, found {shown(found)}", hint


def _too_long(found: object, _: Mapping[str, Any], limits: Mapping[str, Any]) -> Said:
    length = len(str(found))
    message = f"is too long, found {length} characters, allowed are {limits['max_length']}"
    return message, "shorten it, or split it into two"


def _too_few(found: object, part: Mapping[str, Any], __: Mapping[str, Any]) -> Said:
    if isinstance(found, str):
        return "is blank", part.get("description", "")
    return "must have at least one item, found none", part.get("description", "")


def _too_many(found: object, part: Mapping[str, Any], limits: Mapping[str, Any]) -> Said:
    if isinstance(found, str):
        return _too_long(found, part, limits)
    number = len(found) if isinstance(found, list) else limits["actual_length"]
    return f"has too many items, found {number}, allowed are {limits['max_length']}", ""


def _wrong_form(found: object, _: Mapping[str, Any], limits: Mapping[str, Any]) -> Said:
    for start, (message, hint) in PATTERNS.items():
        if limits["pattern"].startswith(start):
            return f"{message}, found {shown(found)}", hint
    return f"has the wrong form, found {shown(found)}", f"it must match {limits['pattern']}"


def _wrong_origin(found: object, _: Mapping[str, Any], __: Mapping[str, Any]) -> Said:
    message = f"must be `source page`, `editor` or a web address, found {shown(found)}"
    return message, "say where this number comes from"


SAYINGS: dict[str, Callable[[object, Mapping[str, Any], Mapping[str, Any]], Said]] = {
    "int_type": _not_whole,
    "float_type": _not_whole,
    "multiple_of": _not_whole,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "string_type": _not_text,
    "string_too_long": _too_long,
    "string_too_short": _too_few,
    "string_pattern_mismatch": _wrong_form,
    "literal_error": _wrong_origin,
    "tuple_type": _not_list,
    "dict_type": _not_group,
    "dataclass_type": _not_group,
    "dataclass_exact_type": _not_group,
    "date_type": _not_date,
    "bool_type": _not_true,
    "too_short": _too_few,
    "too_long": _too_many,
}

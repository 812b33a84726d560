"""Says in an author's words what the model refused."""

import difflib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from stretchbook.model import ImpossibleError
from stretchbook.model.fields import ID_PATTERN

Keys = tuple[str | int, ...]
Said = tuple[str, str]  # message, hint
NO_SPACE = re.compile("[a-z_]+:[^ /]")
LONGEST_SHOWN = 60  # characters of a found value; a whole paragraph would hide the message

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
    return {"description": part["description"]} if "description" in part else {}


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
    fields = part_of(schema, keys[:-1], schema).get("properties", {})
    # the id of a whole file is the file's name
    allowed = [name for name in fields if len(keys) > 1 or name != "id"]
    near = _meant(str(keys[-1]), [name for name in allowed if _is_number(fields[name])])
    near = near or _nearest(keys[-1], [name for name in allowed if not _is_number(fields[name])])
    return "is not a known field", near or f"allowed are {', '.join(allowed)}"


def _is_number(part: Mapping[str, Any]) -> bool:
    return any(kind.get("type") in ("integer", "number") for kind in [part, *part.get("anyOf", [])])


def _meant(word: str, numbers: Sequence[str]) -> str:
    """Only for a slip of one letter: another number in its place would be another dose."""
    plain = word.lower().replace("-", "_").replace(" ", "_")
    near = [name for name in numbers if _one_slip(plain, name)]
    return f"did you mean {near[0]}?" if len(near) == 1 else ""


def _one_slip(word: str, other: str) -> bool:
    """Whether one letter more, less, another or in the other order makes one of the other."""
    while word and other and word[0] == other[0]:
        word, other = word[1:], other[1:]
    if len(word) == len(other):
        return word[1:] == other[1:] or (word[1::-1] + word[2:]) == other
    longer, shorter = sorted((word, other), key=len, reverse=True)
    return longer[1:] == shorter


def _unknown_word(found: object, allowed: Sequence[str]) -> Said:
    return f"must be one of {', '.join(allowed)}, found {shown(found)}", _nearest(found, allowed)


def _nearest(word: object, allowed: Sequence[str]) -> str:
    near = difflib.get_close_matches(str(word), allowed, n=1)
    return f"did you mean {near[0]}?" if near else ""


def shown(value: object) -> str:
    """A found value as the author wrote it: texts in quotes, long ones cut."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a group of fields"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + '…"'


def _range(part: Mapping[str, Any]) -> str:
    smallest, largest = part.get("minimum"), part.get("maximum")
    return f", allowed are {smallest} to {largest}" if smallest is not None else ""


def _not_whole(found: object, part: Mapping[str, Any], _: Mapping[str, Any]) -> Said:
    hint = "write digits only, without quotes or a unit"
    if part.get("title", "").endswith(" Seconds"):
        hint += "; times are in seconds"
    return f"must be a whole number, found {shown(found)}{_range(part)}", hint


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
    "too_short": _too_few,
    "too_long": _too_many,
}

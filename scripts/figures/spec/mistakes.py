"""Says in the author's words what the model's own checks found wrong."""

import difflib
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import ErrorDetails

Keys = tuple[str | int, ...]
MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")


def explain(each: ErrorDetails, keys: Keys, adapter: TypeAdapter[Any]) -> tuple[str, str]:
    """Message and hint for one error of the model."""
    kind, found = each["type"], each["input"]
    context = each.get("ctx", {})
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return _unknown_key(str(keys[-1]), _known_keys(adapter, keys[:-1]))
    if kind in MISSING:
        return "is missing", "add it"
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        near = difflib.get_close_matches(str(found), expected.split(", "), 1)
        hint = f"did you mean `{near[0]}`?" if near else ""
        return f"is unknown, found `{found}`, allowed are {expected}", hint
    if kind in ("float_type", "int_type"):
        hint = "write plain digits without quotes, such as 12 or -0.5"
        return f"is not a number, found `{found}`", hint
    if kind == "bool_type":
        return f"is neither true nor false, found `{found}`", "write true or false"
    if kind == "string_pattern_mismatch":
        return f"has letters that are not allowed, found `{found}`", "use a-z, digits and hyphens"
    if kind in ("dataclass_type", "dataclass_exact_type", "tuple_type", "string_type"):
        return f"has the wrong shape, found `{found}`", "see the example in the authors' guide"
    message = each["msg"]
    return message[0].lower() + message[1:], ""


def _unknown_key(key: str, known: Sequence[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(key, known, 1)
    allowed = ", ".join(known)
    hint = f"did you mean `{near[0]}`?" if near else f"allowed are {allowed}"
    return "is an unknown key", hint


def _known_keys(adapter: TypeAdapter[Any], keys: Keys) -> list[str]:
    """The keys a mapping may have, found in the model's own JSON Schema."""
    schema = adapter.json_schema()
    node: Any = schema
    for key in keys:
        node = _step(schema, node, key)
    node = _resolved(schema, node)
    return sorted(node.get("properties", {}))


def _step(schema: Any, node: Any, key: str | int) -> Any:  # noqa: ANN401 - JSON Schema
    node = _resolved(schema, node)
    if isinstance(key, int):
        return node.get("items", {})
    return node.get("properties", {}).get(key, {})


def _resolved(schema: Any, node: Any) -> Any:  # noqa: ANN401 - JSON Schema
    """Through references, and past `or nothing`."""
    while "$ref" in node or "anyOf" in node or "allOf" in node:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
            continue
        options = node.get("anyOf") or node["allOf"]
        kept = [option for option in options if option.get("type") != "null"]
        node = next((o for o in kept if "$ref" in o or "properties" in o), kept[0])
    return node

"""Says what YAML would quietly read otherwise than it is written, and what to write instead."""

import re
from collections.abc import Mapping
from typing import Any

from stretchbook.problems import LONGEST_SHOWN, shortened

TAG = "tag:yaml.org,2002:"
CLOCK_TIME = re.compile(r"[0-9]+(:[0-9]+)+(\.[0-9]*)?")


def trap(tag: str, text: str, part: Mapping[str, Any]) -> tuple[str, str]:
    """Message and hint for a value that YAML would quietly read as something else.

    part: what may stand there instead.
    """
    text = shortened(text)
    if tag == TAG + "bool":
        return f"is ambiguous, YAML reads `{text}` as true or false", _instead_of_bool(text, part)
    if tag == TAG + "null":
        hint = f'leave the value out; if you mean the word, put it in quotes: "{text}"'
        return f"is ambiguous, YAML reads `{text}` as nothing", hint
    if CLOCK_TIME.fullmatch(text):
        hint = "write whole seconds, such as 90; put a text in quotes"
        return f"looks like a clock time, found `{text}`", hint
    if tag in (TAG + "int", TAG + "float"):
        hint = "write the number with plain digits, such as 12 or 0.5; put a text in quotes"
        return f"is not a plain number, found `{text}`", hint
    if tag == TAG + "timestamp":
        hint = "write year-month-day, such as 2026-11-22"
        return f"is not a plain date, found `{text}`", hint
    return f"is a sign with a meaning of its own in YAML, found `{text}`", "put it in quotes"


def _instead_of_bool(text: str, part: Mapping[str, Any]) -> str:
    if allowed := part.get("enum"):
        return f"write one of {', '.join(allowed)}, or leave the line out"
    if part.get("type") == "boolean":
        return "write true or false"
    if part.get("type") == "string":
        return f'put it in quotes: "{text}"'
    return f'write true or false; if you mean the word, put it in quotes: "{text}"'


def tag_problem(text: str) -> tuple[str, str]:
    """Message and hint for a value that starts with `!`."""
    word = text.split(maxsplit=1)[0][:LONGEST_SHOWN]
    hint = "put a text that starts with ! in quotes, or remove the word"
    return f"has the YAML tag `{word}`, which is not allowed", hint

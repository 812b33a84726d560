"""Reads one YAML file strictly: plain values plus the line of every one of them.

YAML reads `1:30` as 90, `no` as false and keeps the last of two equal keys without a word. A slip
of that kind in a dose is a danger, so such values are problems here, not guesses.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from stretchbook.problems import LONGEST_SHOWN, Problem
from stretchbook.reading.notes import Notes
from stretchbook.reading.parsing import compose, decode, unseen_marks
from stretchbook.reading.traps import TAG, tag_problem, trap

# 18 digits at most: Python refuses to read far longer ones, and none of them is meant
WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
CALENDAR_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# What YAML reads in double quotes and no page shows as it is written: `"C:\new"` would lose its n
LOST_ESCAPE = re.compile(r"(?:[^\\]|\\[^abefnrtv0NLP_])*(\\[abefnrtv0NLP_])")
CURLY = re.compile("[“„‟«‘‚][^“„”]*[”“»’\"']", re.DOTALL)  # noqa: RUF001 - as they are meant

Keys = tuple[str | int, ...]
Expected = Callable[[Keys], Mapping[str, Any]]
"""The piece of a JSON Schema that says what may stand at a place; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file read: its value and where each part of it stands.

    path: the file as people know it, relative to the project.
    value: nested dicts, lists, texts, numbers, true/false, dates and None.
    node: the parsed tree, kept only to answer `line_of`.
    """

    path: str
    value: Any
    node: yaml.Node

    def line_of(self, keys: Sequence[str | int]) -> int:
        """The line, from 1, of the value under these keys, or of its nearest parent."""
        node, line = self.node, self.node.start_mark.line + 1
        for key in keys:
            found = _child(node, key)
            if found is None:
                break
            line, node = found
        return line


def _anything(_: Keys) -> Mapping[str, Any]:
    return {}


def read(path: Path, shown_path: str) -> tuple[Source | None, list[Problem]]:
    """Read one file; the source is None exactly where there are problems.

    shown_path: the path to print in problems, relative to the project.
    Never raises for what stands in the file; a file that cannot be opened is a problem too.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem(path=shown_path, message=f"cannot be read: {error.strerror}")]
    return parse(data, shown_path)


def parse(
    data: bytes, shown_path: str, expected: Expected = _anything
) -> tuple[Source | None, list[Problem]]:
    """As `read`, for bytes; expected: what may stand where, so that a hint names the right cure."""
    text, problem = decode(data, shown_path)
    if problem:
        return None, [problem]
    if unseen := list(unseen_marks(text, shown_path)):
        return None, unseen
    node, problem = compose(text, shown_path)
    if node is None or problem:
        return None, [problem] if problem else []
    reader = _Reader(shown_path, text, expected)
    value = reader.value(node, ())
    if reader.problems:
        return None, reader.problems
    return Source(shown_path, value, node), []


def _child(node: yaml.Node, key: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        item = node.value[key]
        return item.start_mark.line + 1, item
    return None


def field_name(keys: Sequence[str | int]) -> str:
    """The place inside a file as people say it: `steps[2].text`, items counted from 1."""
    shown = ""
    for key in keys:
        if isinstance(key, int):
            shown += f"[{key + 1}]"
        else:
            shown += f".{key}" if shown else key
    return shown


class _Reader:
    """Turns parsed nodes into plain values and collects what must not be guessed."""

    def __init__(self, path: str, text: str, expected: Expected) -> None:
        self.path = path
        self.text = text
        self.expected = expected
        self.notes = Notes(text)
        self.tags = "!" in text
        self.quotes = not text.isascii()
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node, keys: Keys, column: int = -1) -> Any:  # noqa: ANN401 - YAML holds anything
        """Its value; `column` is that of the name or the list that it belongs to."""
        if self.tags and self.text.startswith("!", node.start_mark.index):
            self._problem(node, keys, *tag_problem(self.text[node.start_mark.index :]))
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, keys, column)
        if isinstance(node, yaml.SequenceNode):
            start = node.start_mark.column
            return [
                self.value(item, (*keys, index), start) for index, item in enumerate(node.value)
            ]
        return self._mapping(node, keys)

    def _mapping(self, node: yaml.Node, keys: Keys) -> dict[str, Any]:
        result: dict[str, Any] = {}
        first_line: dict[str, int] = {}
        for name, child in node.value:
            line = name.start_mark.line + 1
            if not isinstance(name, yaml.ScalarNode):
                self._problem(name, keys, "has a key that is not a word", "check the brackets")
                continue
            key = name.value
            if key in first_line:
                message = f"is given twice, first on line {first_line[key]}"
                self._problem(name, (*keys, key), message, "keep one of the two")
                continue
            if name.tag == TAG + "merge" or (not name.style and name.tag == TAG + "value"):
                self._problem(name, keys, *trap(name.tag, key, {}))
                continue
            first_line[key] = line
            result[key] = self.value(child, (*keys, key), name.start_mark.column)
        return result

    def _scalar(self, node: yaml.ScalarNode, keys: Keys, column: int) -> Any:  # noqa: ANN401 - as above
        tag, text = node.tag, node.value
        if lost := self.notes.lost(node, column):
            line, message, hint = lost
            self._problem(node, keys, message, hint, line)
        elif tag == TAG + "str":
            return self._text(node, keys)
        elif tag == TAG + "int" and WHOLE_NUMBER.fullmatch(text):
            return int(text)
        elif tag == TAG + "float" and DECIMAL_NUMBER.fullmatch(text):
            return float(text)
        elif tag == TAG + "bool" and text in ("true", "false"):
            return text == "true"
        elif tag == TAG + "timestamp" and CALENDAR_DATE.fullmatch(text):
            return self._date(node, keys)
        elif tag != TAG + "null" or text:
            self._problem(node, keys, *trap(tag, text, self.expected(keys)))
        return None

    def _text(self, node: yaml.ScalarNode, keys: Keys) -> str:
        text: str = node.value
        if node.style == '"' and (lost := LOST_ESCAPE.match(self._written(node))):
            message = f"holds `{lost[1]}`, which YAML reads as a mark that no page shows"
            hint = f"write `\\{lost[1]}` if a reader should see it, or leave it out"
            self._problem(node, keys, message, hint)
        if self.quotes and not node.style and (quote := CURLY.fullmatch(text)):
            message = (
                f"stands in curly quotes, which readers would see, found {quote[0][:LONGEST_SHOWN]}"
            )
            hint = 'write straight quotes, "…"; round curly quotes too, if they should be seen'
            self._problem(node, keys, message, hint)
        return text

    def _written(self, node: yaml.Node) -> str:
        return self.text[node.start_mark.index : node.end_mark.index]

    def _date(self, node: yaml.ScalarNode, keys: Keys) -> date | None:
        try:
            return date.fromisoformat(node.value)
        except ValueError:
            message = f"is not a day of the calendar, found {node.value}"
            self._problem(node, keys, message, "write year-month-day, such as 2026-11-22")
            return None

    def _problem(
        self, node: yaml.Node, keys: Keys, message: str, hint: str, line: int = -1
    ) -> None:
        line = 1 + (node.start_mark.line if line < 0 else line)
        field = field_name(keys)
        self.problems.append(
            Problem(path=self.path, line=line, field=field, message=message, hint=hint)
        )

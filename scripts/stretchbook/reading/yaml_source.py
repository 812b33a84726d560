"""Reads one YAML file strictly: plain values plus the line of every one of them.

YAML reads `1:30` as 90, `no` as false and keeps the last of two equal keys without a word. A slip
of that kind in a dose is a danger, so such values are problems here, not guesses.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from stretchbook.problems import Problem

LARGEST_FILE = 256 * 1024  # bytes; a long routine is under 20 kB, a megabyte is an accident
DEEPEST_NESTING = 40  # levels; the model needs 6, and the parser's own recursion must stay bounded

TAG = "tag:yaml.org,2002:"
# 18 digits at most: Python refuses to read far longer ones, and none of them is meant
WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
CLOCK_TIME = re.compile(r"[0-9]+(:[0-9]+)+(\.[0-9]*)?")
CALENDAR_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# Without brackets a level needs a column of its own, or shares it with one list: 20 columns of
# indents and marks may hold 40 levels. The ends of lines are those of YAML 1.1.
FAR_TO_THE_RIGHT = re.compile(r"(?:\A|[\n\r\x85\u2028\u2029])[ \t?:-]{20}")
LONGEST_SHOWN = 60  # characters of a found value

Keys = tuple[str | int, ...]


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


def parse(data: bytes, shown_path: str) -> tuple[Source | None, list[Problem]]:
    """As `read`, for the bytes of a file."""
    text, problem = _decode(data, shown_path)
    if problem:
        return None, [problem]
    node, problem = _compose(text, shown_path)
    if node is None or problem:
        return None, [problem] if problem else []
    reader = _Reader(shown_path)
    value = reader.value(node, ())
    if reader.problems:
        return None, reader.problems
    return Source(shown_path, value, node), []


def _decode(data: bytes, path: str) -> tuple[str, Problem | None]:
    if len(data) > LARGEST_FILE:
        found = f"is {len(data):,} bytes, allowed are {LARGEST_FILE:,}"
        return "", Problem(path=path, message=found, hint="split it into several files")
    if data.startswith(b"\xef\xbb\xbf"):
        message = "starts with a byte-order mark"
        hint = "save the file as `UTF-8` (not `UTF-8 with BOM`)"
        return "", Problem(path=path, line=1, message=message, hint=hint)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8 text, found byte 0x{data[error.start]:02x}"
        hint = "save the file with the encoding UTF-8"
        return "", Problem(path=path, line=line, message=message, hint=hint)
    if not text.strip():
        hint = "fill it in, or delete it; `make new-stretch` writes a starter file"
        return "", Problem(path=path, message="is empty", hint=hint)
    return text, None


def _compose(text: str, path: str) -> tuple[yaml.Node | None, Problem | None]:
    try:
        if problem := _too_clever(text, path):
            return None, problem
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return None, _syntax_problem(error, text, path)
    except yaml.YAMLError as error:
        message = f"is not YAML: {str(error).splitlines()[0]}"
        return None, Problem(path=path, message=message, hint="remove control characters")
    if node is None:
        message = "holds only comments"
        return None, Problem(path=path, message=message, hint="fill it in, or delete it")
    return node, None


def _too_clever(text: str, path: str) -> Problem | None:
    """Find aliases and deep nesting from the event stream, before anything recursive runs.

    Only a text that holds a character which could start one pays for this second pass.
    """
    brackets = text.count("[") + text.count("{")
    may_nest = brackets > DEEPEST_NESTING or FAR_TO_THE_RIGHT.search(text)
    if not may_nest and not re.search(r"(^|[\s\[{,:-])[&*]\S", text):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "uses a YAML anchor or alias (`&` or `*`), which are not allowed"
            hint = "write the value out; put a text that starts with & or * in quotes"
            return Problem(path=path, line=line, message=message, hint=hint)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST_NESTING:
            message = f"is nested deeper than {DEEPEST_NESTING} levels"
            hint = "check the brackets and the indents"
            return Problem(path=path, line=line, message=message, hint=hint)
    return None


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    lines = text.splitlines()
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in shown[: len(shown) - len(shown.lstrip())]:
        message = "is indented with a tab, allowed are spaces"
        return Problem(path=path, line=line, message=message, hint="use two spaces for each level")
    if "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or ""):
        opened = error.context_mark.line + 1 if error.context_mark else line
        hint = "close it, or leave out both quotes"
        return Problem(path=path, line=opened, message="has a quote that never ends", hint=hint)
    message = f"is not valid YAML: {error.problem or error.context}"
    hint = "put a text that holds `: ` or starts with a special character in quotes"
    if "single document" in (error.context or ""):
        message, hint = "holds more than one document", "remove the line `---` in the middle"
    return Problem(path=path, line=line, message=message, hint=hint)


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

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node, keys: Keys) -> Any:  # noqa: ANN401 - YAML holds anything
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, keys)
        if node.tag not in (TAG + "map", TAG + "seq"):
            message, hint = _trap(node.tag, "")
            self._problem(node, keys, message, hint)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*keys, index)) for index, item in enumerate(node.value)]
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
            first_line[key] = line
            result[key] = self.value(child, (*keys, key))
        return result

    def _scalar(self, node: yaml.ScalarNode, keys: Keys) -> Any:  # noqa: ANN401 - as above
        tag, text = node.tag, node.value
        if tag == TAG + "str":
            return text
        if tag == TAG + "int" and WHOLE_NUMBER.fullmatch(text):
            return int(text)
        if tag == TAG + "float" and DECIMAL_NUMBER.fullmatch(text):
            return float(text)
        if tag == TAG + "bool" and text in ("true", "false"):
            return text == "true"
        if tag == TAG + "null":
            return None
        if tag == TAG + "timestamp" and CALENDAR_DATE.fullmatch(text):
            return self._date(node, keys)
        message, hint = _trap(tag, text)
        self._problem(node, keys, message, hint)
        return None

    def _date(self, node: yaml.ScalarNode, keys: Keys) -> date | None:
        try:
            return date.fromisoformat(node.value)
        except ValueError:
            message = f"is not a day of the calendar, found {node.value}"
            self._problem(node, keys, message, "write year-month-day, such as 2026-11-22")
            return None

    def _problem(self, node: yaml.Node, keys: Keys, message: str, hint: str) -> None:
        line = node.start_mark.line + 1
        field = field_name(keys)
        self.problems.append(
            Problem(path=self.path, line=line, field=field, message=message, hint=hint)
        )


def _trap(tag: str, text: str) -> tuple[str, str]:
    """Message and hint for a value that YAML would quietly read as something else."""
    text = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    if tag == TAG + "bool":
        hint = f'write true or false; if you mean the word, put it in quotes: "{text}"'
        return f"is ambiguous, YAML reads `{text}` as true or false", hint
    if CLOCK_TIME.fullmatch(text):
        hint = "write whole seconds, such as 90; put a text in quotes"
        return f"looks like a clock time, found `{text}`", hint
    if tag in (TAG + "int", TAG + "float"):
        hint = "write the number with plain digits, such as 12 or 0.5; put a text in quotes"
        return f"is not a plain number, found `{text}`", hint
    if tag == TAG + "timestamp":
        hint = "write year-month-day, such as 2026-11-22"
        return f"is not a plain date, found `{text}`", hint
    if text in ("=", "<<"):
        return f"is a sign with a meaning of its own in YAML, found `{text}`", "put it in quotes"
    return f"has the YAML tag `{tag}`, which is not allowed", "remove the word that starts with !"

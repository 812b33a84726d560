"""What stands between `---` and `---` at the top of a page written by hand.

The renderer says nothing where it cannot read that: it shows the lines to readers as text, or
leaves them out. So they are read here first, before anything is written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from stretchbook.problems import Problem
from stretchbook.reading import yaml_source

FIELD = "front matter"
DASHES = re.compile(r"\s*(-{2,}|[–—]+)\s*")  # noqa: RUF001 - what some editors make of hyphens
OPENS = re.compile(r"---[ \t]*")
CLOSES = re.compile(r"(---|\.\.\.)[ \t]*")
A_FIELD = re.compile(r"\s*[\w-]+\s*:(\s|$)")
NOTHING = re.compile(r"\s*(#.*)?")
LINE_ENDS = re.compile(rb"\r\n?")
RULE_HINT = "for a line across the page write `***`"


def problems(root: Path, pages: Iterable[str]) -> Iterator[Problem]:
    """A problem for everything that cannot be read; `pages` are Markdown files below docs/."""
    for page in pages:
        yield from check((root / "docs" / page).read_bytes(), f"docs/{page}")


def check(data: bytes, path: str) -> list[Problem]:
    """What is wrong with the front matter in the bytes of a page; a page may have none."""
    try:
        text = LINE_ENDS.sub(b"\n", data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8 text, found byte 0x{data[error.start]:02x}"
        hint = "save the file with the encoding UTF-8"
        return [Problem(path=path, line=line, message=message, hint=hint)]
    lines = text.split("\n")
    if OPENS.fullmatch(lines[0]):
        return _read(lines, path)
    return list(_misplaced(lines, path))


def _misplaced(lines: Sequence[str], path: str) -> Iterator[Problem]:
    """Lines that look like front matter, and are text because of how or where they start."""
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if not DASHES.fullmatch("".join(lines[first : first + 1])):
        return
    if A_FIELD.match("".join(lines[first + 1 : first + 2])):
        message = "must start with `---` alone on the first line of the file"
        found = f"{message}, found `{lines[first]}` on line {first + 1}"
        hint = "write three hyphens there, with nothing above them"
        yield _problem(path, first + 1, found, hint)


def _read(lines: Sequence[str], path: str) -> list[Problem]:
    ends = (number for number, line in enumerate(lines) if number and CLOSES.fullmatch(line))
    end = next(ends, 0)
    if not end:
        message = "starts with `---` and never ends"
        hint = f"write `---` alone on a line below its last field; {RULE_HINT}"
        return [_problem(path, 1, message, hint)]
    if end == len(lines) - 1:
        message = "ends with the last line of the file, which has no line end"
        return [_problem(path, end + 1, message, "press Enter at the end of that line")]
    if all(NOTHING.fullmatch(line) for line in lines[1:end]):
        return []
    block = "\n".join(["", *lines[1:end], ""])  # so that each line keeps its number
    source, found = yaml_source.parse(block.encode(), path)
    if source and not isinstance(source.value, dict):
        message = "must hold fields such as `title: …`, found something else"
        return [_problem(path, 2, message, f"write fields; {RULE_HINT}")]
    return [replace(problem, field=problem.field or FIELD) for problem in found]


def _problem(path: str, line: int, message: str, hint: str) -> Problem:
    return Problem(path=path, line=line, field=FIELD, message=message, hint=hint)

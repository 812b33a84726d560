"""From the bytes of a file to the tree that YAML makes of it, or what keeps it from being one."""

import re
from collections.abc import Iterator

import yaml

from stretchbook.model.unseen import first_unseen
from stretchbook.problems import Problem
from stretchbook.reading.notes import LINE_END
from stretchbook.reading.syntax import syntax_problem

LARGEST_FILE = 256 * 1024  # bytes; a long routine is under 20 kB, a megabyte is an accident
DEEPEST_NESTING = 40  # levels; the model needs 6, and the parser's own recursion must stay bounded
CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Without brackets a level needs a column of its own, or shares it with one list: 20 columns of
# indents and marks may hold 40 levels. The ends of lines are those of YAML 1.1.
FAR_TO_THE_RIGHT = re.compile(r"(?:\A|[\n\r\x85\u2028\u2029])[ \t?:-]{20}")


def decode(data: bytes, path: str) -> tuple[str, Problem | None]:
    """The text of a file, without the mark that some editors put before it."""
    if len(data) > LARGEST_FILE:
        found = f"is {len(data):,} bytes, allowed are {LARGEST_FILE:,}"
        return "", Problem(path=path, message=found, hint="split it into several files")
    try:
        text = data.decode("utf-8-sig")  # some editors begin a file with a mark of their own
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8 text, found byte 0x{data[error.start]:02x}"
        hint = "save the file with the encoding UTF-8"
        return "", Problem(path=path, line=line, message=message, hint=hint)
    if not text.strip():
        hint = "fill it in, or delete it; `make new-stretch` writes a starter file"
        return "", Problem(path=path, message="is empty", hint=hint)
    return text, None


def unseen_marks(text: str, path: str) -> Iterator[Problem]:
    """A problem for every line with a mark that nobody sees, notes and names of fields included."""
    if text.isascii():
        return
    for number, line in enumerate(LINE_END.split(text), 1):
        if found := first_unseen(line):
            place, message, hint = found
            if line[place].isspace() and not line[:place].strip():
                message += ", in the indent"
            yield Problem(path=path, line=number, message=message, hint=hint)


def compose(text: str, path: str) -> tuple[yaml.Node | None, Problem | None]:
    """The tree of a text, whose every part knows its line."""
    try:
        if problem := _too_clever(text, path):
            return None, problem
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return None, syntax_problem(error, text, path)
    except yaml.YAMLError as error:
        message = f"is not YAML: {str(error).splitlines()[0]}"
        return None, Problem(
            path=path,
            line=_line_of_control(text),
            message=message,
            hint="remove control characters",
        )
    if node is None:
        message = "holds only comments"
        return None, Problem(path=path, message=message, hint="fill it in, or delete it")
    return node, None


def _line_of_control(text: str) -> int:
    """The first line with a character that no YAML may hold; 0 where there is none."""
    found = CONTROL.search(text)
    return len(LINE_END.findall(text, 0, found.start())) + 1 if found else 0


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
            hint = "put a text that starts with & or * in quotes; write what is the same out twice"
            return Problem(path=path, line=line, message=message, hint=hint)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST_NESTING:
            message = f"is nested deeper than {DEEPEST_NESTING} levels"
            hint = "check the brackets and the indents"
            return Problem(path=path, line=line, message=message, hint=hint)
    return None

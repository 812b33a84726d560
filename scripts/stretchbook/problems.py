"""What is wrong with somebody's content, said so that they can mend it.

A problem is a value, never an exception: every part of the build collects problems, so an author
sees all of them at once.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

FOLDER = re.compile(r"(?<![\w/-])content/(?!README|LICENSE)")
"""What the program calls the folder of the content, where it does not mean our own texts there."""

LONGEST_SHOWN = 60  # characters of a found value
NAMED = 3  # of many names, in one message


class Severity(StrEnum):
    """An error stops the build; a warning is printed, and stops it only with --strict."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend.

    path: the file as people know it, relative to the project, with forward slashes.
    line: counted from 1; 0 where the whole file is meant.
    field: the place inside the file, such as `dose.hold_seconds`; empty for the whole file.
    message: what is wrong, what was found and what is allowed.
    hint: the cure, as one instruction; may be empty.
    rule: the name of the check that found it; empty for what stands in one file alone.
    """

    path: str
    message: str
    line: int = 0
    field: str = ""
    hint: str = ""
    severity: Severity = Severity.ERROR
    rule: str = ""

    def __str__(self) -> str:
        """`file:line: field: message`, then the hint on a line of its own."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        kind = "warning: " if self.severity is Severity.WARNING else ""
        field = f"{self.field}: " if self.field else ""
        hint = f"\n    hint: {visible(self.hint)}" if self.hint else ""
        rule = f" [{self.rule}]" if self.rule else ""
        return visible(f"{place}: {kind}{field}{self.message}{rule}") + hint


def visible(text: str) -> str:
    """Marks that nobody sees, or that turn the line round, are named by their numbers."""
    if text.isprintable():
        return text
    return "".join(mark if mark.isprintable() else f"U+{ord(mark):04X}" for mark in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem of the whole library, before its line is looked up.

    path: the file, relative to content/. keys: the place inside it.
    """

    path: str
    message: str
    keys: tuple[str | int, ...] = ()
    hint: str = ""


class RefusedError(Exception):
    """A person asked for what cannot be done; the problems say why, and no traceback is shown."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))


def shortened(text: str) -> str:
    """A found value as a message shows it: a whole paragraph would hide the message."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def first_of(names: Sequence[str]) -> str:
    """Some of many names, for a message; `a, b, c, and more`."""
    return ", ".join(names[:NAMED]) + (", and more" if len(names) > NAMED else "")


def in_folder(text: str, folder: str) -> str:
    """The same text, or path, said of the folder that the author knows."""
    return FOLDER.sub(f"{folder}/", text)


def said_of(problems: Iterable[Problem], folder: str) -> list[Problem]:
    """The same problems of content that stands in `folder`."""
    return [
        replace(p, path=in_folder(p.path, folder), hint=in_folder(p.hint, folder)) for p in problems
    ]


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether the build must stop; with `strict` a warning stops it too."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def report(problems: Iterable[Problem]) -> str:
    """All problems in file and line order, each once, and a last line that counts them."""
    ordered = sorted(set(problems), key=lambda p: (p.path, p.line, p.field, p.message))
    errors = sum(p.severity is Severity.ERROR for p in ordered)
    counts = [count(errors, "error"), count(len(ordered) - errors, "warning")]
    return "\n".join([*map(str, ordered), ", ".join(counts)])


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`: for messages to authors, which are English."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

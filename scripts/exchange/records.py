"""What is read from somebody's file, and what became of it: values that all modules share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Word(StrEnum):
    """How much of a cell arrived."""

    EXACT = "exact"
    NEAR = "near"  # the same in another form
    LOSSY = "lossy"  # a part of it is left over
    DROPPED = "dropped"


ORDER = tuple(Word)  # from all of it to nothing


def worst(*words: Word) -> Word:
    """The word that says the most is lost."""
    return max(words, key=ORDER.index, default=Word.EXACT)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of somebody's file.

    column: what its author calls it. field: what we call it; empty where we have nothing like it.
    trouble: why its text cannot be used. note: why its text is only near to what was written.
    """

    column: str
    field: str
    text: str
    trouble: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One stretch of somebody's file.

    place: file and row, as people know them. ready: fields as a file of ours has them, where the
    record comes from one. spoiled: why nothing of it can be used.
    """

    place: str
    cells: tuple[Cell, ...]
    ready: Mapping[str, Any] = field(default_factory=dict)
    spoiled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line of the report: what became of one cell."""

    place: str
    stretch: str = ""
    column: str
    found: str
    word: Word
    became: str = ""
    reason: str = ""


class UnreadableError(Exception):
    """A file that is not what it should be: a sentence, and what to do instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(slots=True)
class Read:
    """What a cell came to. left: words of it that stand in no field."""

    value: Any = None
    word: Word = Word.EXACT
    reasons: list[str] = field(default_factory=list)
    left: str = ""

    def but(self, word: Word, reason: str, left: str = "") -> "Read":
        """The same, and what else is to be said of it."""
        self.word = worst(self.word, word)
        self.reasons.append(reason)
        self.left = left or self.left
        return self


def dropped(text: str, reason: str) -> Read:
    """Nothing of it stays."""
    return Read(word=Word.DROPPED, reasons=[reason], left=text)

"""Cells of a dose: a phrase, or a column for one of its numbers."""

import re
from typing import get_args

from exchange import dose_phrases
from exchange.plain_text import one_line
from exchange.records import Read, Word, dropped
from stretchbook.model import Vocabulary
from stretchbook.model.dose import Sides

HOW_OFTEN = "how often stands in a routine or a plan, not in a stretch"
LONGEST_LOAD = 60
BOTH = {"both", "bilateral", "one at a time", "l/r"}
IN_WORDS = {  # how a dose says the number that stands alone in a column
    "sets": "{} sets",
    "repetitions": "{} times",
    "hold_seconds": "hold {} s",
    "release_seconds": "relax {} s",
    "repetition_seconds": "{} s each",
    "set_seconds": "{} s",
    "rest_seconds": "rest {} s",
}
ALONE = re.compile(r"[\d.,:\s]+(?:(?:-|\u2013|to)[\d.,:\s]+)?")
WITH_UNIT = {"hold_seconds": "hold", "release_seconds": "relax", "rest_seconds": "rest"}


def dose(text: str, name: str, _: Vocabulary) -> Read:
    """A phrase of a dose. Where a number of it is not understood, none of it can be trusted."""
    phrase = dose_phrases.read(_as_phrase(one_line(text), name))
    if phrase.taken and not phrase.left and not phrase.fields:
        return dropped(text, HOW_OFTEN)
    if not phrase.fields or re.search(r"\d", phrase.left):
        return dropped(text, f"is a dose that we cannot read: {phrase.left or text}")
    read = Read(phrase.fields)
    for note in phrase.notes if name == "dose" else []:
        read.but(Word.NEAR, note)
    if phrase.taken:
        read.but(Word.LOSSY, HOW_OFTEN)
    if phrase.left:
        read.but(Word.LOSSY, f"has words that fit no field: {phrase.left}")
    read.left = ", ".join(filter(None, [*phrase.taken, phrase.left]))
    return read


def _as_phrase(text: str, name: str) -> str:
    """A cell of a column for one number, as one would say it in a dose."""
    if name in IN_WORDS and ALONE.fullmatch(text) and ":" not in text:
        return IN_WORDS[name].format(text)
    verb = WITH_UNIT.get(name, "")
    return text if verb in text.casefold() or not dose_phrases.unit_in(text) else f"{verb} {text}"


def in_seconds(column: str, text: str) -> tuple[str, str]:
    """A number with the unit of its column, and what is to be said where there is none."""
    if not ALONE.fullmatch(text) or ":" in text or re.search(r"sec|\bs\b|\(s\)", column.casefold()):
        return text, ""
    if re.search(r"\bmin", column.casefold()):
        return f"{text.strip()} min", ""
    return text, "no unit is given: it counts as seconds"


def load(text: str, _: str, __: Vocabulary) -> Read:
    """Weight, band or level in words."""
    line = one_line(text)
    if len(line) > LONGEST_LOAD:
        return dropped(text, f"is longer than {LONGEST_LOAD} letters")
    return Read({"load": line})


def sides(text: str, name: str, words: Vocabulary) -> Read:
    """On which sides: one of our words, or what people say instead."""
    side = one_line(text).casefold()
    if side in get_args(Sides):
        return Read({"sides": side})
    if side in BOTH:
        return Read({"sides": "each"}).but(Word.NEAR, "counts as each")
    return dose(text, name, words)

"""Cells whose words are known beforehand: positions, and the vocabulary of the library."""

import re
from collections.abc import Mapping

from exchange.columns import SPOKEN
from exchange.plain_text import one_line
from exchange.records import Read, Word, dropped
from stretchbook.model import Position, Term, Vocabulary

NOTHING = {"", *SPOKEN["nothing"]}
POSITIONS: Mapping[str, list[str]] = SPOKEN["positions"]


def position(text: str, _: str, __: Vocabulary) -> Read:
    """How one starts: one of our words, or what people say instead."""
    known = re.sub(r"[^a-z]+", "-", one_line(text).casefold()).strip("-")
    if known in {*Position, *POSITIONS}:
        return Read(known)
    spoken = known.replace("-", " ")
    near = next((name for name, also in POSITIONS.items() if spoken in also), "")
    if near:
        return Read(near).but(Word.NEAR, f"counts as {near}")
    return dropped(text, f"is no position that we know: allowed are {', '.join(POSITIONS)}")


def equipment(text: str, _: str, words: Vocabulary) -> Read:
    """Things of the vocabulary; "none" is an answer too."""
    return _known(text, words.equipment)


def areas(text: str, _: str, words: Vocabulary) -> Read:
    """Parts of the body of the vocabulary."""
    return _known(text, words.areas)


def _known(text: str, terms: Mapping[str, Term]) -> Read:
    """Words of the vocabulary, by their ids, names, or what else they are called."""
    given = [part.strip(" .") for part in re.split(r"[\n;,|/+]| and ", text)]
    read = Read([])
    unknown = []
    for part in given:
        if part.casefold() in NOTHING:
            continue
        found = _term(part, terms)
        if not found:
            unknown.append(part)
        elif found not in read.value:
            read.value.append(found)
        if found and part.casefold() not in _called(found, terms[found]):
            read.but(Word.NEAR, f"{part} counts as {found}")
    if unknown:
        word = Word.LOSSY if read.value else Word.DROPPED
        shown = ", ".join(unknown)
        read.but(word, f"{shown}: not in vocabulary.yml, add it there first", shown)
    return read


def _term(word: str, terms: Mapping[str, Term]) -> str:
    """The id of a word; what a thing is called goes before what it is also called."""
    folded = word.casefold()
    asked = {folded, folded.removesuffix("s"), f"{folded}s"}
    called = {name: _called(name, term) for name, term in terms.items()}
    also = {name: {each.casefold() for each in term.also} for name, term in terms.items()}
    found = (name for names in (called, also) for name in terms if asked & names[name])
    return next(found, "")


def _called(name: str, term: Term) -> set[str]:
    return {name, name.replace("-", " "), term.name.casefold()}

"""Every word of ours that a reader sees, as data: one catalogue for pages, plan, session and paper.

README.md says how its files are written. Whoever puts something into words takes a `Words`, for
each language has its own.
"""

from functools import cache
from pathlib import Path

from stretchbook.problems import report
from stretchbook.words.catalogue import Forms, Sentence, Words, in_english
from stretchbook.words.in_language import InLanguage
from stretchbook.words.word_reader import read_words

__all__ = [
    "FOLDER",
    "Forms",
    "InLanguage",
    "Sentence",
    "Words",
    "in_english",
    "our_words",
    "read_words",
    "said_with_stretches",
]

FOLDER = Path(__file__).parent
WITH_STRETCHES = ("common", "doses", "pages", "session", "paper")
"""The files of words that stand within a stretch, beside warning signs, in speech or on paper."""


@cache
def our_words() -> Words:
    """The catalogue that comes with the generator, in English."""
    words, problems = read_words(FOLDER)
    if problems:
        raise ValueError(report(problems))
    return words


@cache
def said_with_stretches() -> frozenset[str]:
    """The keys of the words that no language may lack: two languages never mix in a stretch."""
    return frozenset(
        key for name in WITH_STRETCHES for key in read_words(FOLDER, name)[0].sentences
    )

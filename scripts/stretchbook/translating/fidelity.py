"""What a machine can find wrong in a translation: each rule is one small function."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from stretchbook.translating.source_texts import GAP, NUMBER, SourceText

MARKUP = re.compile(r"</?[a-z][^>]*>|&#?\w+;|\]\(|\*\*", re.IGNORECASE)
DIRECTION_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
DIGIT = re.compile(r"\d")  # of any script
POINT = re.compile("[,\u066b]")
FEW = frozenset({"zero", "one", "two"})
"""Forms in which a language may say the number by the word alone."""
SIDE_WORDS: Final = {
    "es": {"left": "izquierd", "right": "derech"},
    "ar": {"left": "يسر|يسار", "right": "يمن|يمين"},
}
"""How a side is told in languages that have been looked at; in others nobody checks it."""
OF_BODY = "(?:side|leg|arm|knee|foot|hand|hip|elbow|shoulder)"  # "right" alone may mean correct


@dataclass(frozen=True, slots=True)
class _Pair:
    """A text and its translation; `form` is that of a sentence that counts, else empty."""

    language: str
    english: str
    translation: str
    form: str


Rule = Callable[[_Pair], Iterator[str]]


def faults(language: str, text: SourceText, translation: str, form: str = "") -> list[str]:
    """Everything wrong with one text; `form` is that of a sentence that counts, else empty."""
    pair = _Pair(language, text.plural or text.text, translation, form)
    found = [fault for rule in RULES for fault in rule(pair)]
    if text.longest and len(translation) > text.longest:
        found.append(f"has {len(translation)} letters, allowed are {text.longest}")
    return found


def _gaps(pair: _Pair) -> Iterator[str]:
    """Every gap of the English is there, and no other."""
    wanted, found = sorted(GAP.findall(pair.english)), sorted(GAP.findall(pair.translation))
    if pair.form in FEW:
        wanted, found = ([gap for gap in gaps if gap != "{n}"] for gaps in (wanted, found))
    if wanted != found:
        yield f"has the gaps {_listed(found)}, the English has {_listed(wanted)}"


def _numbers(pair: _Pair) -> Iterator[str]:
    """Every number of the English is there, in whatever digits, and no other."""
    wanted, found = _numbers_in(pair.english), _numbers_in(pair.translation)
    if wanted != found:
        yield f"has the numbers {_listed(found)}, the English has {_listed(wanted)}"


def _numbers_in(text: str) -> list[str]:
    plain = DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), GAP.sub("", text))
    return sorted(POINT.sub(".", number) for number in NUMBER.findall(plain))


def _sides(pair: _Pair) -> Iterator[str]:
    """Left stays left, and right stays right."""
    for side, words in SIDE_WORDS.get(pair.language.partition("-")[0], {}).items():
        is_said = re.search(rf"\b{side} {OF_BODY}\b", pair.english, re.IGNORECASE)
        if is_said and not re.search(words, pair.translation, re.IGNORECASE):
            yield f"does not say {side}, the English does"


def _marks(pair: _Pair) -> Iterator[str]:
    """Plain text only: the pages set marks and directions themselves."""
    for what, pattern in (("markup", MARKUP), ("a mark of direction", DIRECTION_CONTROLS)):
        if pattern.search(pair.translation) and not pattern.search(pair.english):
            yield f"holds {what}, allowed is plain text"


def _spaces(pair: _Pair) -> Iterator[str]:
    """One line, without spaces at its ends."""
    if pair.translation != " ".join(pair.translation.split()):
        yield "has a line end, or spaces at its ends or twice"


RULES: Final[tuple[Rule, ...]] = (_gaps, _numbers, _sides, _marks, _spaces)


def _listed(found: list[str]) -> str:
    return ", ".join(found) or "none"

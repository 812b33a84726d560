"""Doses as people write them, such as "3 x 8-12, hold 5 s, each side", read into our fields.

Each rule of dose_phrases.yml takes its phrase out of the text; what no rule takes is left over and
said to be lost. Nothing is added: a time without the word "hold" is no hold.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SPOKEN = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
NUMBERS: Mapping[str, int] = SPOKEN["numbers"]
SECONDS = {"s": 1, "m": 60, "h": 3600}  # by the first letter of the unit
FILLERS = re.compile(rf"{SPOKEN['fillers']}|[\W_]+", re.IGNORECASE)
CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):([0-5]\d)(?![\d:])(?:\s*min(?:ute)?s?\b)?")
PART = re.compile(r"@(\w+)@")
WITHOUT_UPPER = {"release_seconds", "rest_seconds"}
WHOLE = {"sets", "repetitions", "set_seconds", "rest_seconds"}
PACED = {"repetitions", "hold_seconds", "repetition_seconds"}
AS_A_COUNT = "a number alone is taken as a count of times"
BY_THE_CLOCK = "a time without the word hold is taken as a time by the clock"


@dataclass(slots=True)
class Phrase:
    """A dose that is being read. taken: phrases that the model has no field for."""

    text: str
    fields: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    @property
    def left(self) -> str:
        """The words that no rule took; empty where they say nothing."""
        words = self.text.replace("\0", " ")
        return " ".join(words.split()).strip(" ,;.:-") if FILLERS.sub("", words) else ""


Found = re.Match[str]
Take = Callable[[Phrase, Found], bool]


def read(text: str) -> Phrase:
    """The dose of a text; what is not understood stays in `left`."""
    phrase = Phrase(_normal(text))
    for pattern, take in _rules():
        phrase.text = pattern.sub(_taking(phrase, take), phrase.text)
    return phrase


def _taking(phrase: Phrase, take: Take) -> Callable[[Found], str]:
    """What a rule leaves: a mark that keeps the words round it apart, or all of it."""
    return lambda found: "\0" if take(phrase, found) else found[0]


def _normal(text: str) -> str:
    text = re.sub("[\u2010-\u2015\u2212]", "-", text.replace("\0", " "))
    text = text.replace("\u00d7", "x").replace("\u00bd", ".5")
    text = re.sub(r"(?<!\d)\.5", "0.5", text)
    words = re.compile(rf"\b({'|'.join(NUMBERS)})\b", re.IGNORECASE)
    text = words.sub(lambda found: str(NUMBERS[found[0].lower()]), text)
    return CLOCK.sub(lambda found: f"{int(found[1]) * 60 + int(found[2])} s", text)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Take], ...]:
    return tuple((compiled(text), _take(name)) for name, text in SPOKEN["rules"])


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern with its parts, and theirs, in place."""
    while PART.search(pattern):
        pattern = PART.sub(lambda part: SPOKEN["parts"][part[1]], pattern)
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def unit_in(text: str) -> bool:
    """Whether a number of the text has a unit of time."""
    return bool(re.search(rf"\d\s*-?{SPOKEN['parts']['unit']}|\d:\d", text, re.IGNORECASE))


def _take(name: str) -> Take:
    if name in TAKES:
        return TAKES[name]
    if name.startswith("sets and "):
        return lambda phrase, found: _sets_and(phrase, found, name.removeprefix("sets and "))
    if name.endswith("_seconds"):
        return lambda phrase, found: _put(phrase, name, *lengths(found))
    if name in WHOLE:
        return lambda phrase, found: _put(phrase, name, *range_of(found, "n"))
    return lambda phrase, _: _set(phrase, name, value=True)


def _put(phrase: Phrase, name: str, low: float, high: float | None) -> bool:
    """Set a number and its upper end; refuses what contradicts another one or has no field."""
    high = low if high is None else high
    step = 1 if name in WHOLE else 0.5
    odd = low % step or high % step or low <= 0 or high < low
    if odd or name in phrase.fields or (high > low and name in WITHOUT_UPPER):
        return False
    phrase.fields[name] = _short(low)
    if high > low:
        phrase.fields[f"{name}_to"] = _short(high)
    return True


def _short(number: float) -> float:
    return int(number) if number == int(number) else number


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def lengths(found: Found) -> tuple[float, float | None]:
    """Both ends of a time in seconds; the unit of the upper end holds for both."""
    if found["only"]:
        return _number(found["only"]) * _unit(found, "unit_only"), None
    lower = _unit(found, "unit" if found["unit"] else "unit_to")
    return _number(found["low"]) * lower, _number(found["high"]) * _unit(found, "unit_to")


def _unit(found: Found, group: str) -> int:
    return SECONDS[found[group][0].lower()]


def range_of(found: Found, name: str) -> tuple[float, float | None]:
    """Both ends of a number."""
    upper = found[f"{name}_to"]
    return _number(found[name]), _number(upper) if upper else None


def _sets_and(phrase: Phrase, found: Found, name: str) -> bool:
    """Two numbers that belong together: both are taken, or neither."""
    before = dict(phrase.fields)
    ends = range_of(found, "n") if name == "repetitions" else lengths(found)
    if _put(phrase, "sets", *range_of(found, "sets")) and _put(phrase, name, *ends):
        phrase.notes += [BY_THE_CLOCK] if name == "set_seconds" else []
        return True
    phrase.fields = before
    return False


def _by_the_clock(phrase: Phrase, found: Found) -> bool:
    taken = not PACED & phrase.fields.keys() and _put(phrase, "set_seconds", *lengths(found))
    phrase.notes += [BY_THE_CLOCK] if taken else []
    return taken


def _bare(phrase: Phrase, found: Found) -> bool:
    if FILLERS.sub("", phrase.text.replace("\0", " ").replace(found[0], "")):
        return False
    taken = _put(phrase, "repetitions", *range_of(found, "n"))
    phrase.notes += [AS_A_COUNT] if taken else []
    return taken


def _set(phrase: Phrase, name: str, value: object) -> bool:
    return bool(phrase.fields.setdefault(name, value) == value)


def _alternate(phrase: Phrase, _: Found) -> bool:
    return _set(phrase, "sides", "each") and _set(phrase, "alternate", value=True)


def _other(phrase: Phrase, found: Found) -> bool:
    phrase.taken.append(" ".join(found[0].split()))
    return True


TAKES: Mapping[str, Take] = {
    "other": _other,
    "each": lambda phrase, _: _set(phrase, "sides", "each"),
    "one_side": lambda phrase, found: _set(phrase, "sides", found["side"].lower()),
    "alternate": _alternate,
    "load": lambda phrase, found: _set(phrase, "load", " ".join(found["load"].split())),
    "by the clock": _by_the_clock,
    "a number alone": _bare,
}

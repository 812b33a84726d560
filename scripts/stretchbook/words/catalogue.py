"""The words of one language, and how sentences are made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, reduce

from babel.core import Locale
from babel.numbers import format_decimal

from stretchbook.model import ENGLISH, Language

Forms = Mapping[str, str]
"""Of a sentence with {n} in it, by CLDR's names: `one` and `other` in English, six in Arabic."""
Sentence = str | Forms
ALL_OF_IT = ".*"


def in_english(said: str) -> str:
    """Words that stay English in any language, set apart.

    The marks are Unicode's own for words that run their own way. Where there is markup, pages and
    scripts make of them an element that names the language.
    """
    return f"\u2068{said}\u2069"


@dataclass(frozen=True, slots=True)
class Words:
    """Whole sentences, by key; those of a group by `group.key`.

    Gaps have names, never an order: another language fills them otherwise.
    """

    sentences: Mapping[str, Sentence]
    language: Language = ENGLISH
    _groups: Mapping[str, list[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the groups once: every stretch asks for some of them."""
        groups: dict[str, list[str]] = {}
        for key in self.sentences:
            for dot in (at for at, letter in enumerate(key) if letter == "."):
                groups.setdefault(key[:dot], []).append(key[dot + 1 :])
        object.__setattr__(self, "_groups", groups)

    def __getitem__(self, key: str) -> str:
        """A sentence without forms; its gaps are still open."""
        found = self.sentences[key]
        if not isinstance(found, str):
            raise TypeError(f"{key} has a singular and a plural: ask `plural` for it")
        return found

    def at(self, page: str) -> str:
        """The address of a page in this language; `page` is that of the English one."""
        return f"{self.language.home[:-1]}{page}"

    def fill(self, key: str, **gaps: str | float) -> str:
        """A sentence with its gaps filled."""
        return self[key].format(**gaps)

    def spread(self, low: float, high: float | None = None) -> str:
        """A number, or a range such as `8 to 12` where there is an upper end."""
        if high is None:
            return self._number(low)
        return self.fill("range", low=self._number(low), high=self._number(high))

    def _number(self, number: float) -> str:
        """`1.5`, or `1,5`. Digits are the same in every language, as on dials and telephones."""
        return _written(self.language.code, number)

    def day(self, day: date) -> str:
        """`2026-11-26`: among words from right to left its parts would change places."""
        said = day.isoformat()
        return f"\u2066{said}\u2069" if self.language.direction == "rtl" else said

    def plural(self, key: str, number: float, high: float | None = None, **gaps: str) -> str:
        """The singular or the plural, with the number or the range in it."""
        forms = self.forms(key)
        kind = _locale(self.language.code).plural_form(number if high is None else high)
        form = forms.get(kind, forms["other"])
        if high is not None and "{n}" not in form:  # "two hours" in a word: no place for a range
            form = forms["other"]
        return form.format(n=self.spread(number, high), **gaps)

    def forms(self, key: str) -> Forms:
        """All its forms, open, for those who count later."""
        found = self.sentences[key]
        if isinstance(found, str):
            raise TypeError(f"{key} has no plural")
        return found

    def duration(self, seconds: float, high: float | None = None) -> str:
        """A time to read aloud: `1.5 seconds`, `5 minutes`, `1 minute 40 seconds`, or a range."""
        if high is not None:
            return self._time_range(seconds, high)
        minutes, rest = int(seconds // 60), seconds % 60
        if not minutes:
            return self.plural("seconds", seconds)
        if not rest:
            return self.plural("minutes", minutes)
        said = {"minutes": self.plural("minutes", minutes), "seconds": self.plural("seconds", rest)}
        return self.fill("minutes_and_seconds", **said)

    def _time_range(self, low: float, high: float) -> str:
        """`10 to 20 seconds`, `1 to 2 minutes`; far apart, each end with its own unit."""
        if low % 60 == 0 and high % 60 == 0:
            return self.plural("minutes", int(low // 60), int(high // 60))
        if high < 2 * 60:
            return self.plural("seconds", low, high)
        return self.fill("range", low=self.duration(low), high=self.duration(high))

    def listed(self, items: Iterable[str], key: str = "list") -> str:
        """Several things in a row, as `key` joins two of them; empty where there is none."""
        rows = list(items)
        return reduce(lambda a, b: self.fill(key, before=a, next=b), rows) if rows else ""

    def group(self, name: str) -> dict[str, str]:
        """The sentences of a group, in its order."""
        return {key: self[f"{name}.{key}"] for key in self._groups[name]}

    def pick(self, names: str) -> dict[str, Sentence]:
        """Sentences for a reader of its own, such as a JSON file: keys with spaces between.

        `key` goes by its own name, `name=key` by another, and `group.*` is all of a group.
        """
        found: dict[str, Sentence] = {}
        for item in names.split():
            name, _, key = item.rpartition("=")
            if key.endswith(ALL_OF_IT):
                group = key.removesuffix(ALL_OF_IT)
                found |= {k: self.sentences[f"{group}.{k}"] for k in self._groups[group]}
            else:
                found[name or key] = self.sentences[key]
        return found


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(code, sep="-")


@cache
def _written(code: str, number: float) -> str:
    locale = _locale(code)
    return format_decimal(number, locale=locale, numbering_system="latn", group_separator=False)

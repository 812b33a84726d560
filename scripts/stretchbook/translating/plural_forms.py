"""The forms of a sentence that counts: CLDR has names for them, gettext has numbers."""

from collections.abc import Mapping, Sequence
from functools import cache
from gettext import c2py
from typing import Final

from babel.core import Locale
from babel.plural import PluralRule, to_gettext

HIGHEST: Final = 1000  # that anything here is counted to; Spanish has a form for millions alone


@cache
def samples(code: str) -> Mapping[str, int]:
    """The forms of a language by their names, each with a number that takes it."""
    form = Locale.parse(code, sep="-").plural_form
    return {form(number): number for number in reversed(range(HIGHEST + 1))}


@cache
def gettext_rule(code: str) -> str:
    """How a catalogue numbers them: `nplurals=2; plural=(n != 1)`."""
    form = Locale.parse(code, sep="-").plural_form
    return to_gettext(PluralRule({tag: form.rules[tag] for tag in form.tags & {*samples(code)}}))


def by_name(code: str, expression: str, strings: Sequence[str]) -> dict[str, str]:
    """The forms of one sentence by their names; `expression` is that of its own catalogue.

    Halves take `other`, which stands last.
    """
    index = c2py(expression)
    found = {name: strings[index(number)] for name, number in samples(code).items()}
    return {"other": strings[-1], **found}

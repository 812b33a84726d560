"""Whether every letter can be printed. Fonts are files, so what asks them comes from outside."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from stretchbook.checks import walk
from stretchbook.model import Library
from stretchbook.problems import Finding

MOST = 3  # letters that are named for one text
HINT = "write it with other letters; scripts/stretchbook/graphics/fonts.py lists the fonts"
Shapeless = Callable[[str], Iterable[str]]
"""The letters of a text that no font of the paper has."""


def letters_on_paper(library: Library, shapeless: Shapeless) -> Iterator[Finding]:
    """Every letter that is printed has a shape in the fonts of the paper."""
    for path, keys, text in walk.printed(library):
        if missing := list(shapeless(text)):
            more = f", and {len(missing) - MOST} more" if len(missing) > MOST else ""
            letters = ", ".join(map(_named, missing[:MOST]))
            message = f"no font of the paper has {letters}{more}"
            yield Finding(path=path, keys=keys, message=message, hint=HINT)


def _named(letter: str) -> str:
    """The letter as it is seen, where it is, and what Unicode calls it and its marks."""
    parts = (f"U+{ord(part):04X} {unicodedata.name(part, 'without a name')}" for part in letter)
    seen = f'"{letter}" ' if letter.isprintable() else ""
    return f"{seen}({', '.join(parts)})"

"""The fonts of the paper. No other is used, so what is printed looks the same on every machine.

Those for further scripts are npm packages that may be absent; what needs them has no shape then.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

PACKAGES: Final = Path(__file__).resolve().parents[3] / "node_modules"  # beside the program

# Nothing is drawn for these: spaces, joiners, directions, and what picks a form of a letter.
INVISIBLE: Final = re.compile(
    r"[\s\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f]"
)


@dataclass(frozen=True, slots=True)
class Font:
    """A family, the folders that its weights are in, and the file of one."""

    family: str
    folders: tuple[Path, ...]
    file: str

    @property
    def path(self) -> Path:
        """The file that tells which letters it has; its other weights have the same."""
        return self.folders[0] / self.file


def _packaged(family: str) -> Font:
    """From its package in package.json."""
    package = PACKAGES / "@expo-google-fonts" / family.lower().replace(" ", "-")
    folders = (package / "400Regular", package / "700Bold")
    return Font(family, folders, f"{family.replace(' ', '')}_400Regular.ttf")


LATIN: Final = Font(
    "Source Sans Pro",
    (Path(str(files("font_source_sans_pro") / "files")),),
    "SourceSansPro-Regular.ttf",
)
"""Greek and Cyrillic, too."""
SCRIPTS: Final = ("Hebrew", "Devanagari", "Bengali", "Gurmukhi", "Tamil", "Thai")
PACKAGED: Final = ("IBM Plex Sans Arabic", *(f"Noto Sans {script}" for script in SCRIPTS))
FONTS: Final = (LATIN, *map(_packaged, PACKAGED))
"""In the order in which they are asked for a letter; a new script takes a name and its package.

Noto Sans Arabic sets the dots of each letter apart: handouts would be half as large again.
"""


@cache
def installed() -> tuple[Font, ...]:
    """Those that are on this machine."""
    return tuple(font for font in FONTS if font.path.exists())


def families(sample: str) -> list[str]:
    """All that are on this machine; first the one that has every letter of `sample`.

    So a language is set in one font with its spaces and numbers, not in two by turns.
    """
    needed = {ord(letter) for letter in INVISIBLE.sub("", sample)}
    fonts = sorted(installed(), key=lambda font: not needed <= _shapes(font))
    return [font.family for font in fonts]


@cache
def fingerprint() -> bytes:
    """Another one where anything would be printed otherwise."""
    found = hashlib.sha256()
    for font in installed():
        found.update(font.path.read_bytes())
    return found.digest()


def shapeless(text: str) -> Iterator[str]:
    """The letters that cannot be printed, each with its marks: one font must have all of these."""
    if not text.isascii():
        yield from (letter for letter in _letters(text) if not has_shape(letter))


def _letters(text: str) -> Iterator[str]:
    """Each once, and with the marks that follow it."""
    letters: list[str] = []
    for part in unicodedata.normalize("NFC", text):
        if letters and unicodedata.category(part).startswith("M"):
            letters[-1] += part
        else:
            letters.append(part)
    yield from dict.fromkeys(letters)


@cache
def has_shape(letter: str) -> bool:
    """Whether one font has all parts of a letter that are seen."""
    needed = {ord(part) for part in INVISIBLE.sub("", letter)}
    return any(needed <= _shapes(font) for font in installed())


@cache
def _shapes(font: Font) -> frozenset[int]:
    with TTFont(font.path, lazy=True) as file:
        return frozenset(file.getBestCmap())

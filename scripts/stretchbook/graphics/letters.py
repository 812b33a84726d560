"""Words as shapes, so that a picture is the same on a machine with other fonts, or none."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import as_file, files

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttGlyphSet import _TTGlyphSet

FONT = ("font_source_sans_pro", "files/SourceSansPro-Semibold.ttf")


def can_write(text: str) -> bool:
    """Whether the font has every letter; other scripts also need shaping, which is not done."""
    return all(ord(letter) in _font().getBestCmap() for letter in text)


def write(text: str, x: float, baseline: float, size: float) -> str:
    """One line as an SVG path."""
    scale = size / _units()
    place = f'transform="translate({x:g} {baseline:g}) scale({scale:.5f} {-scale:.5f})"'
    return f'<path {place} d="{"".join(_shapes(text))}"/>'


def width_of(text: str, size: float) -> float:
    """How wide a line is."""
    glyphs, names = _glyphs(), _font().getBestCmap()
    return sum(float(glyphs[names[ord(letter)]].width) for letter in text) * size / _units()


def wrap(text: str, size: float, width: float) -> list[str]:
    """Lines that fit; a single word that is too long gets a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shapes(text: str) -> Iterator[str]:
    glyphs, names, x = _glyphs(), _font().getBestCmap(), 0.0
    for letter in text:
        pen = SVGPathPen(glyphs)
        glyph = glyphs[names[ord(letter)]]
        glyph.draw(TransformPen(pen, (1, 0, 0, 1, x, 0)))
        yield pen.getCommands()
        x += glyph.width


@lru_cache(maxsize=1)
def _font() -> TTFont:
    package, path = FONT
    with as_file(files(package) / path) as file:
        return TTFont(file)


@lru_cache(maxsize=1)
def _glyphs() -> _TTGlyphSet:
    return _font().getGlyphSet()


def _units() -> float:
    return float(_font()["head"].unitsPerEm)

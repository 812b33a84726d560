"""Words as shapes, so that a picture is the same on a machine with other fonts, or none."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import as_file, files

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttGlyphSet import _TTGlyphSet

FONT = ("font_source_sans_pro", "files/SourceSansPro-Semibold.ttf")


def can_write(text: str) -> bool:
    """Whether the font has every letter; other scripts also need shaping, which is not done."""
    return all(ord(letter) in _font().getBestCmap() for letter in text)


def write(text: str, x: float, baseline: float, size: float) -> str:
    """One line as an SVG group."""
    scale = size / _units()
    place = f'transform="translate({x:g} {baseline:g}) scale({scale:.5f} {-scale:.5f})"'
    return f"<g {place}>{''.join(_placed(text))}</g>"


def width_of(text: str, size: float) -> float:
    """How wide a line is."""
    return sum(_shape(letter)[1] for letter in text) * size / _units()


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


def _placed(text: str) -> Iterator[str]:
    x = 0.0
    for letter in text:
        shape, width = _shape(letter)
        if shape:
            yield f'<path transform="translate({x:g} 0)" d="{shape}"/>'
        x += width


@cache
def _shape(letter: str) -> tuple[str, float]:
    """The outline of a letter and how far the next one stands, in the font's units."""
    glyphs = _glyphs()
    glyph = glyphs[_font().getBestCmap()[ord(letter)]]
    pen = SVGPathPen(glyphs)
    glyph.draw(pen)
    return pen.getCommands(), float(glyph.width)


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

"""The picture that goes with a link in a message: a name, and what the page shows."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from stretchbook.graphics import letters
from stretchbook.graphics.raster import png
from stretchbook.graphics.svg_image import image

SIZE = (1200, 630)
MARGIN = 60
PICTURES = 3
PICTURE = 330  # wide and high
GAP = (SIZE[0] - 2 * MARGIN - PICTURES * PICTURE) / (PICTURES - 1)
NAME_SIZES = (84, 68, 54, 42)  # the largest that fits in one line
SMALL = 34


def link_picture(
    name: str,
    line: str,
    pictures: Sequence[str],
    colors: Mapping[str, str],
    cache: Path | None = None,
) -> bytes:
    """A PNG of `SIZE` with a name, a line under it, and square SVG pictures.

    Names in letters the font does not have are left out: a wrong one would be worse than none.
    colors: `ground`, `card`, `line`, `text` and `accent`.
    """
    width, height = SIZE
    body = (
        f'<rect width="{width}" height="{height}" fill="{colors["ground"]}"/>'
        f'<rect width="{width}" height="14" fill="{colors["accent"]}"/>'
        + _words(name, line, colors)
        + "".join(_card(n, svg, colors) for n, svg in enumerate(pictures[:PICTURES]))
    )
    view = f'viewBox="0 0 {width} {height}"'
    return png(f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{body}</svg>', width, cache)


def _words(name: str, line: str, colors: Mapping[str, str]) -> str:
    if not letters.can_write(name + line):
        return ""
    size = next((s for s in NAME_SIZES if letters.width_of(name, s) <= _inside()), NAME_SIZES[-1])
    large = letters.write(_first_line(name, size), MARGIN, 132, size)
    small = letters.write(_first_line(line, SMALL), MARGIN, 188, SMALL)
    return f'<g fill="{colors["text"]}">{large}</g><g fill="{colors["accent"]}">{small}</g>'


def _first_line(text: str, size: float) -> str:
    return next(iter(letters.wrap(text, size, _inside())), "")


def _inside() -> int:
    return SIZE[0] - 2 * MARGIN


def _card(number: int, svg: str, colors: Mapping[str, str]) -> str:
    x, y = MARGIN + number * (PICTURE + GAP), SIZE[1] - MARGIN - PICTURE
    edge = f'fill="none" stroke="{colors["line"]}" stroke-width="2"'
    rect = f'<rect x="{x:g}" y="{y}" width="{PICTURE}" height="{PICTURE}" rx="24" {{}}/>'
    window = f'<clipPath id="card-{number}">{rect.format("")}</clipPath>'
    # A drawing may reach beyond its own square; a browser cuts it there too.
    picture = f'<g clip-path="url(#card-{number})">{image(svg, x + 12, y + 12, PICTURE - 24)}</g>'
    return window + rect.format(f'fill="{colors["card"]}"') + picture + rect.format(edge)

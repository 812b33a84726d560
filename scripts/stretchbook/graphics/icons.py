"""Icons for a home screen, from the logo."""

import re
from pathlib import Path

from stretchbook.graphics.raster import png
from stretchbook.graphics.svg_image import image

UNITS = 100.0
GROUND = re.compile(r'<rect\b[^>]*\bfill="(#[0-9a-fA-F]{3,8})"')  # the square a logo begins with
SAFE = 0.8  # a phone may cut a maskable icon to a circle of 80 % of its width

# File, pixels, how much of the width the logo takes, and whether a ground fills the rest
KINDS = (
    ("icon-192.png", 192, 1.0, False),
    ("icon-512.png", 512, 1.0, False),
    ("maskable-512.png", 512, SAFE, True),
    ("apple-touch-icon.png", 180, 1.0, True),
)


def icons(logo: str, ground: str, cache: Path | None = None) -> dict[str, bytes]:
    """Every icon by its file name.

    ground: the color where a phone wants no transparent corners and the logo has no own ground.
    """
    if own := GROUND.search(logo):
        ground = own[1]
    return {
        name: png(_icon(logo, share, ground if filled else ""), pixels, cache)
        for name, pixels, share, filled in KINDS
    }


def _icon(logo: str, share: float, ground: str) -> str:
    size = UNITS * share
    edge = (UNITS - size) / 2
    back = f'<rect width="{UNITS:g}" height="{UNITS:g}" fill="{ground}"/>' if ground else ""
    view = f'viewBox="0 0 {UNITS:g} {UNITS:g}"'
    body = back + image(logo, edge, edge, size)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{body}</svg>'

"""Puts all pictures on one sheet, for the README: `make sheet`."""

import io
from base64 import b64encode
from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files

import resvg_py
from PIL import Image

from develop import ROOT
from stretchbook.graphics import letters
from stretchbook.pictures import PictureFiles, read_pictures
from stretchbook.problems import report

SHEET = ROOT / ".github/contact-sheet.png"
COLUMNS = 4
CARD = (400, 352)  # pixels
PICTURE = (368, 276)
MARGIN = 8  # pixels round a card
NAME_SIZE = 21
COLOURS = 200  # a palette makes the file a third as large, and nobody sees it in flat colours
INK, PAPER, EDGE = "#14262e", "#f3f6f7", "#d5dfe3"


def main(_: Sequence[str]) -> int:
    """Write the sheet; a picture with a problem stops it."""
    pictures, problems = read_pictures(ROOT / "content")
    if problems:
        print(report(problems))
        return 1
    picture = Image.open(io.BytesIO(_png(sheet(pictures)))).convert("RGB")
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
    few.save(SHEET, optimize=True)
    print(f"{SHEET.relative_to(ROOT)}: {len(pictures)} pictures, {SHEET.stat().st_size:,} bytes")
    return 0


def sheet(pictures: Mapping[str, PictureFiles]) -> str:
    """One SVG with a card for each picture, by name."""
    wide, high = CARD
    rows = -(-len(pictures) // COLUMNS)
    cards = "".join(
        f'<g transform="translate({index % COLUMNS * wide} {index // COLUMNS * high})">'
        f"{_card(picture)}</g>"
        for index, picture in enumerate(pictures.values())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide * COLUMNS}" height="{high * rows}">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{cards}</svg>'
    )


def _png(svg: str, width: int | None = None) -> bytes:
    """The same on every machine: the scenes' letters are in the project's own letters."""
    with as_file(files(letters.FONT[0]) / letters.FONT[1]) as font:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                width=width,
                skip_system_fonts=True,
                font_files=[str(font)],
                sans_serif_family="Source Sans Pro",
            )
        )


def _card(picture: PictureFiles) -> str:
    (wide, high), (width, height) = CARD, PICTURE
    data = b64encode(_png(picture.svg, width)).decode()  # an image in an image has no letters
    left = (wide - width) // 2
    name = letters.write(picture.title, left + 4, high - MARGIN - 20, NAME_SIZE)
    return (
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{wide - 2 * MARGIN}" height="{high - 2 * MARGIN}"'
        f' rx="14" fill="#fff" stroke="{EDGE}" stroke-width="1.5"/>'
        f'<image x="{left}" y="{MARGIN * 2}" width="{width}" height="{height}"'
        f' href="data:image/png;base64,{data}"/><g fill="{INK}">{name}</g>'
    )

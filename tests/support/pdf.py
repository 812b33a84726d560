"""A PDF read back: its words, its tags, its fonts, and what a camera sees of it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image, ImageOps

from tests.support import page_objects
from tests.support.page_objects import Box

POINTS_PER_INCH = 72
WHITE = 255
SHORTEST_END = 6  # letters of the last line of a title; less could be of any text
WIDE_GAP = 12  # millimeters, between a title and what is not its own
ROWS_PER_INCH = 100  # when looking for empty ones
MILLIMETERS = 25.4 / POINTS_PER_INCH
BAND = 12  # millimeters at the head and the foot of a page, which tell its number


def same(text: str) -> str:
    """Without white space and hyphens, which a line's end may add, and letters drawn as one."""
    return re.sub(r"[\s\-\u00ad\u200b\ufffe]+", "", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True, order=True)
class Placed:
    """A picture on a page: where its left top corner is and how large it is, in millimeters."""

    top: float
    left: float
    width: float
    height: float

    def is_right_below(self, other: "Placed") -> bool:
        """Whether it begins under it, in the same column and without a wide gap."""
        apart = self.left > other.left + other.width or other.left > self.left + self.width
        down = self.top - other.top
        return other.height / 2 < down < other.height + WIDE_GAP and not apart


@dataclass(frozen=True)
class Line:
    """Letters of one size in a row: what they say, as `same` leaves it, and where."""

    words: str
    size: float
    place: Placed


@dataclass(frozen=True)
class Pdf:
    """One PDF."""

    data: bytes

    @cached_property
    def _shown(self) -> list[pypdfium2.PdfPage]:
        """The pages as a viewer has them; to read one takes a while."""
        return list(pypdfium2.PdfDocument(self.data))

    @cached_property
    def words(self) -> list[str]:
        """What each page says, with single spaces."""
        texts = (page.get_textpage().get_text_range() for page in self._shown)
        return [" ".join(text.split()) for text in texts]

    @cached_property
    def sheets(self) -> list[str]:
        """The words of each page, as `same` leaves them."""
        return [same(words) for words in self.words]

    @cached_property
    def text(self) -> str:
        return "".join(self.sheets)

    @cached_property
    def _file(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.data))

    @property
    def root(self) -> Any:  # noqa: ANN401 - an object of a PDF
        """The catalog of the file."""
        return self._file.Root

    @cached_property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in millimeters."""
        boxes = (page.mediabox for page in self._file.pages)
        return [(float(b[2]) / 72 * 25.4, float(b[3]) / 72 * 25.4) for b in boxes]

    def picture(self, page: int = 0, dpi: int = 150) -> Image.Image:
        """One page as it is printed."""
        image: Image.Image = self._shown[page].render(scale=dpi / POINTS_PER_INCH).to_pil()
        return image.convert("L")

    def codes(self, page: int = 0, dpi: int = 150) -> list[str]:
        """What the QR codes of a page say."""
        return [code.text for code in zxingcpp.read_barcodes(self.picture(page, dpi))]

    def ink_box(self, page: int = 0) -> tuple[float, float, float, float]:
        """How far what is printed is from the left, top, right and bottom edge, in millimeters."""
        picture = self.picture(page, 100)
        box = ImageOps.invert(picture).getbbox()
        assert box, f"page {page + 1} is empty"
        left, top, right, bottom = box
        edges = (left, top, picture.width - right, picture.height - bottom)
        a, b, c, d = (edge / 100 * 25.4 for edge in edges)
        return a, b, c, d

    def pictures(self, page: int = 0) -> list[Placed]:
        """The pictures of a page from top to bottom: photographs, drawings, codes and logos."""
        shown = self._shown[page]
        untagged = (*page_objects.images(shown), *page_objects.drawings(shown))
        found = [*self._tagged(page), *untagged]
        height = shown.get_height()
        return sorted(_placed(box, height) for box in page_objects.outermost(found))

    def _tagged(self, page: int) -> Iterator[Box]:
        """The boxes that the file itself gives its pictures."""
        on = self._file.pages[page].obj
        for kind, tag in self.tags() if "/StructTreeRoot" in self.root else ():
            if kind == "/Figure" and tag.Pg.objgen == on.objgen:
                for attributes in tag.get("/A", []):
                    left, bottom, right, top = map(float, attributes.get("/BBox", [0] * 4))
                    yield left, bottom, right, top

    def font_sizes(self, page: int = 0) -> Counter[float]:
        """How many letters of a page are printed at which size in points."""
        shown = self._shown[page]
        return Counter(letter.size for letter in page_objects.letters(shown))

    def lines(self, page: int = 0) -> list[Line]:
        """The lines of a page, each of one size, in the order of the file."""
        shown = self._shown[page]
        height = shown.get_height()
        return [
            Line(words=same(line.text), size=line.size, place=_placed(line.box, height))
            for line in page_objects.lines(shown)
        ]

    def lonely(self, titles: Collection[str], page: int = 0) -> list[str]:
        """The titles that have neither a text nor a picture right below them."""
        foot = self.sizes[page][1] - BAND
        lines = [line for line in self.lines(page) if line.place.top < foot]
        places = [*(line.place for line in lines), *self.pictures(page)]
        wanted = [same(title) for title in titles]
        return [
            line.words
            for line in lines
            if len(line.words) >= SHORTEST_END
            and any(title.endswith(line.words) for title in wanted)
            and not any(place.is_right_below(line.place) for place in places)
        ]

    def fill(self, page: int = 0, band: float = BAND) -> float:
        """Down to which share of a page there is ink; its head and foot do not count.

        band: their height in millimeters.
        """
        rows = self._rows(page, band)
        return max((at + 1 for at, ink in enumerate(rows) if ink), default=0) / len(rows)

    def largest_gap(self, page: int = 0) -> float:
        """Millimeters of the highest empty band between the first ink and the last."""
        written = "".join("x" if ink else " " for ink in self._rows(page)).strip()
        return max(map(len, written.split("x"))) / ROWS_PER_INCH * 25.4

    def _rows(self, page: int, band: float = BAND) -> list[bool]:
        """Whether there is ink, row by row, between head and foot."""
        edge = round(band / 25.4 * ROWS_PER_INCH)
        darkest = np.asarray(self.picture(page, ROWS_PER_INCH)).min(axis=1)
        return [bool(shade < WHITE) for shade in darkest[edge:-edge]]

    def tags(self) -> Iterator[tuple[str, Any]]:
        """Every structure element with its kind, in reading order."""
        yield from _walk(self.root.StructTreeRoot.K)

    def fonts(self) -> list[Any]:
        """Every font that a page uses."""
        return [
            font
            for page in self._file.pages
            for font in dict(page.resources.get("/Font", {})).values()
        ]

    def bookmarks(self) -> list[str]:
        """All titles of the outline."""
        with self._file.open_outline() as outline:
            return [title for item in outline.root for title in _titles(item)]


def _placed(box: Box, page_height: float) -> Placed:
    left, bottom, right, top = (edge * MILLIMETERS for edge in box)
    down = page_height * MILLIMETERS - top
    return Placed(top=down, left=left, width=right - left, height=top - bottom)


def _titles(item: pikepdf.OutlineItem) -> Iterator[str]:
    yield item.title
    for child in item.children:
        yield from _titles(child)


def _walk(node: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - an object of a PDF
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S), node
        if "/K" in node:
            yield from _walk(node.K)

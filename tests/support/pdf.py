"""A PDF read back: its words, its tags, its fonts, and what a camera sees of it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image, ImageOps
from pypdf import PdfReader

POINTS_PER_INCH = 72


def same(text: str) -> str:
    """Without spaces and hyphens, which a line's end may add or take, and letters drawn as one."""
    return re.sub(r"[\s\-\u00ad]+", "", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True)
class Pdf:
    """One PDF."""

    data: bytes

    @cached_property
    def sheets(self) -> list[str]:
        """The words of each page, as `same` leaves them."""
        return [same(page.extract_text()) for page in PdfReader(BytesIO(self.data)).pages]

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
        shown = pypdfium2.PdfDocument(self.data)[page]
        image: Image.Image = shown.render(scale=dpi / POINTS_PER_INCH).to_pil()
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

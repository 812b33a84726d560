"""What lies on one page of a PDF: boxes of drawings and sizes of letters, in points.

A browser prints a drawing as paths that one box clips, Typst tags it with its box, a photograph is
an object of its own; all boxes are left, bottom, right, top.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2
from pypdfium2 import raw

Box = tuple[float, float, float, float]

FEWEST_LINES = 60  # of a drawing; frames and bullets have fewer
MOST_LETTERS = 12  # of a drawing; a clipped box of text has more
PAGE_SHARE = 0.6  # of the page that a drawing may cover; a box of all content is larger


def images(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """The boxes of photographs, and of whatever holds some."""
    for item in page.get_objects(max_depth=1):
        if _holds_image(page, item):
            yield item.get_bounds()


def drawings(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """The boxes that clip many lines and hardly a letter."""
    lines: Counter[Box] = Counter()
    letters: Counter[Box] = Counter()
    texts = page.get_textpage()
    for item in page.get_objects(max_depth=1):
        for box in set(_clips(item)):
            lines[box] += _lines(page, item)
            letters[box] += _letters(item, texts)
    for box, count in lines.items():
        if count >= FEWEST_LINES and letters[box] <= MOST_LETTERS and not _covers(box, page):
            yield box


def outermost(boxes: list[Box]) -> list[Box]:
    """Without those that lie in another, and empty ones."""
    kept: list[Box] = []
    for box in sorted(boxes, key=_area, reverse=True):
        if _area(box) and not any(_inside(box, other) for other in kept):
            kept.append(box)
    return kept


@dataclass(frozen=True)
class Letter:
    """What is printed, its size to a tenth of a point, and its box."""

    text: str
    size: float
    box: Box


def letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    """All that are printed, in the order of the file; spaces are not."""
    texts = page.get_textpage()
    matrix = raw.FS_MATRIX()
    for at in range(texts.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(texts, at))
        if text.isspace() or raw.FPDFText_IsGenerated(texts, at) == 1:
            continue
        assert raw.FPDFText_GetMatrix(texts, at, matrix)
        size = round(raw.FPDFText_GetFontSize(texts, at) * hypot(matrix.c, matrix.d), 1)
        yield Letter(text, size, texts.get_charbox(at, loose=True))


def lines(page: pypdfium2.PdfPage) -> list[Letter]:
    """Letters of one size that stand in one row without a wide gap, as one."""
    found: list[Letter] = []
    for letter in letters(page):
        if found and _goes_on(found[-1], letter):
            last = found.pop()
            box = _around(last.box, letter.box)
            letter = Letter(last.text + letter.text, last.size, box)  # noqa: PLW2901 - grows
        found.append(letter)
    return found


def _goes_on(line: Letter, letter: Letter) -> bool:
    same_row = abs(line.box[1] - letter.box[1]) < 0.3 * line.size
    gap = letter.box[0] - line.box[2]
    return line.size == letter.size and same_row and -line.size < gap < 2 * line.size


def _around(one: Box, other: Box) -> Box:
    left, bottom = min(one[0], other[0]), min(one[1], other[1])
    return left, bottom, max(one[2], other[2]), max(one[3], other[3])


def _inside(box: Box, other: Box) -> bool:
    """Most of it, since edges are rounded."""
    left, bottom = max(box[0], other[0]), max(box[1], other[1])
    right, top = min(box[2], other[2]), min(box[3], other[3])
    shared = max(0.0, right - left) * max(0.0, top - bottom)
    return shared > 0.9 * _area(box)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _covers(box: Box, page: pypdfium2.PdfPage) -> bool:
    share = PAGE_SHARE * float(page.get_width() * page.get_height())
    return _area(box) > share


def _parts(page: pypdfium2.PdfPage, item: pypdfium2.PdfObject) -> Iterator[pypdfium2.PdfObject]:
    """The object itself, or all that is in it."""
    if item.type == raw.FPDF_PAGEOBJ_FORM:
        yield from page.get_objects(form=item)
    else:
        yield item


def _holds_image(page: pypdfium2.PdfPage, item: pypdfium2.PdfObject) -> bool:
    return raw.FPDF_PAGEOBJ_IMAGE in {part.type for part in _parts(page, item)}


def _lines(page: pypdfium2.PdfPage, item: pypdfium2.PdfObject) -> int:
    paths = (part for part in _parts(page, item) if part.type == raw.FPDF_PAGEOBJ_PATH)
    return sum(int(raw.FPDFPath_CountSegments(path)) for path in paths)


def _letters(item: pypdfium2.PdfObject, texts: pypdfium2.PdfTextPage) -> int:
    """Of a text; pdfium tells its bytes, two a letter and two for the end."""
    if item.type != raw.FPDF_PAGEOBJ_TEXT:
        return 0
    length: int = raw.FPDFTextObj_GetText(item, texts, None, 0)
    return length // 2 - 1


def _clips(item: pypdfium2.PdfObject) -> Iterator[Box]:
    """The boxes of all paths that clip an object."""
    clip = raw.FPDFPageObj_GetClipPath(item)
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip))):
        points = list(_points(clip, path))
        if points:
            across, up = zip(*points, strict=True)
            left, bottom, right, top = min(across), min(up), max(across), max(up)
            yield round(left, 1), round(bottom, 1), round(right, 1), round(top, 1)


def _points(clip: Any, path: int) -> Iterator[tuple[float, float]]:  # noqa: ANN401 - of pdfium
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
        segment = raw.FPDFClipPath_GetPathSegment(clip, path, at)
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value

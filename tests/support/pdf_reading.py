"""A tagged PDF as it is read aloud: letters in the order in which they are said.

Typst writes each line from left to right and marks the parts that run the other way.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

RIGHT_TO_LEFT = {"R", "AL"}
INLINE = {"/Strong", "/Span", "/Link", "/Em"}  # what stands within a line
NO_LETTER = b"\0\0"  # the first glyph of every font
LETTERS = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\s*\n")
NEAR = 1.0  # points that the feet of letters in one line may differ


@dataclass(frozen=True)
class Element:
    """One paragraph, heading or entry of a list: its kind, its language, and what it says.

    left: where its first letters from the left begin, in points.
    """

    kind: str
    language: str
    text: str
    page: int
    left: float


@dataclass(frozen=True)
class _Part:
    """Letters in a row: where they begin, in points from the left and from the top."""

    left: float
    down: float
    text: str


def elements(data: bytes) -> list[Element]:
    """Everything that is tagged, in reading order."""
    file = pikepdf.open(BytesIO(data))
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    parts = [_parts(page) for page in file.pages]
    root = file.Root.StructTreeRoot.K
    return [*_elements(root, str(file.Root.Lang), pages, parts)]


def lacks_a_letter(data: bytes) -> bool:
    """Whether an empty box stands somewhere in place of a letter."""
    found = False
    for page in pikepdf.open(BytesIO(data)).pages:
        reader = _Reader(page)
        reader.read()
        found = found or NO_LETTER in reader.codes
    return found


def _elements(
    node: Any,  # noqa: ANN401 - an object of a PDF
    language: str,
    pages: dict[Any, int],
    parts: list[dict[int, list[_Part]]],
) -> Iterator[Element]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _elements(child, language, pages, parts)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        language = str(node.get("/Lang", language))
        found: dict[int, list[_Part]] = defaultdict(list)
        for page, number in _marked(node, None, pages):
            found[page] += parts[page].get(number, [])
        for page, said in found.items():
            left = min((part.left for part in said), default=0)
            text = _said(said)
            yield Element(kind=str(node.S), language=language, text=text, page=page, left=left)
        yield from _elements(node.get("/K", []), language, pages, parts)


def _marked(node: Any, page: Any, pages: dict[Any, int]) -> Iterator[tuple[int, int]]:  # noqa: ANN401
    """The marked content of an element itself: its page and its number there."""
    page = node.get("/Pg", page)
    kids = node.get("/K", [])
    for child in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(child, int):
            yield pages[page.objgen], child
        elif isinstance(child, pikepdf.Dictionary) and "/MCID" in child:
            yield pages[child.get("/Pg", page).objgen], int(child.MCID)
        elif isinstance(child, pikepdf.Dictionary) and str(child.get("/S", "")) in INLINE:
            yield from _marked(child, page, pages)


def _said(parts: list[_Part]) -> str:
    """Line by line; where letters run from the right, so do the parts of the line."""
    lines: list[list[_Part]] = []
    for part in sorted(_once(parts), key=lambda one: one.down):
        if lines and part.down - lines[-1][0].down < NEAR:
            lines[-1].append(part)
        else:
            lines.append([part])
    from_right = any(_runs_left(part.text) for part in parts)
    return "".join(_in_order(line, from_right=from_right) for line in lines)


def _once(parts: list[_Part]) -> list[_Part]:
    """Without the marks above and below letters: letter and mark each say both."""
    feet = {part.down for part in parts if not _is_marked(part)}
    return [part for part in parts if part.down in feet or not _is_marked(part)]


def _is_marked(part: _Part) -> bool:
    return any(unicodedata.category(letter) == "Mn" for letter in part.text)


def _in_order(line: list[_Part], *, from_right: bool) -> str:
    ordered = sorted(line, key=lambda one: one.left)
    if not from_right:
        return "".join(part.text for part in ordered)
    groups: list[list[str]] = []
    before = False
    for part in ordered:  # parts that run from the left keep their order among themselves
        from_left = any(letter.isalnum() for letter in part.text) and not _runs_left(part.text)
        if from_left and before:
            groups[-1].append(part.text)
        else:
            groups.append([part.text])
        before = from_left
    return "".join("".join(group) for group in reversed(groups))


def _runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text)


def _parts(page: pikepdf.Page) -> dict[int, list[_Part]]:
    """The letters of a page by the number of their marked content."""
    reader = _Reader(page)
    reader.read()
    return reader.found


def _letters(table: bytes) -> dict[bytes, str]:
    """What each glyph of a font stands for."""
    assert b"beginbfrange" not in table
    return {
        bytes.fromhex(glyph.decode()): bytes.fromhex(letters.decode()).decode("utf-16-be")
        for glyph, letters in LETTERS.findall(table)
    }


class _Reader:
    """What is drawn where, while a content stream is read."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.page = page
        self.found: dict[int, list[_Part]] = defaultdict(list)
        fonts = dict(page.resources.get("/Font", {}))
        self.letters = {name: _letters(font.ToUnicode.read_bytes()) for name, font in fonts.items()}
        self.codes: set[bytes] = set()
        self.font = ""
        self.marks: list[tuple[str, Any]] = []
        self.at, self.moved = (0.0, 0.0), (0.0, 0.0)
        self.saved: list[tuple[float, float]] = []

    def read(self) -> None:
        for drawn in pikepdf.parse_content_stream(self.page):
            self._take(str(drawn.operator), drawn.operands)

    def _take(self, operator: str, operands: Any) -> None:  # noqa: ANN401 - of a PDF
        if operator == "q":
            self.saved.append(self.at)
        elif operator == "Q":
            self.at = self.saved.pop()
        elif operator == "cm":
            self.at = (float(operands[4]), float(operands[5]))
        elif operator == "Tm":
            self.moved = (float(operands[4]), float(operands[5]))
        elif operator == "Tf":
            self.font = str(operands[0])
        elif operator in ("BDC", "BMC"):
            self.marks.append((str(operands[0]), operands[1] if len(operands) > 1 else {}))
        elif operator == "EMC":
            self.marks.pop()
        elif operator in ("Tj", "TJ"):
            self._draw(operands[0] if operator == "TJ" else [operands[0]])

    def _draw(self, strings: Any) -> None:  # noqa: ANN401 - of a PDF
        text = self._text(strings)
        properties = [mark for _, mark in self.marks if isinstance(mark, pikepdf.Dictionary)]
        numbers = [int(mark.MCID) for mark in properties if "/MCID" in mark]
        if not numbers:
            return
        for mark in properties:
            text = str(mark.get("/ActualText", text))
        left, down = self.at[0] + self.moved[0], -self.at[1] + self.moved[1]
        self.found[numbers[-1]].append(_Part(left=left, down=down, text=text))

    def _text(self, strings: Any) -> str:  # noqa: ANN401 - of a PDF
        drawn = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
        codes = [drawn[at : at + 2] for at in range(0, len(drawn), 2)]
        self.codes.update(codes)
        glyphs = [self.letters[self.font].get(code, "") for code in codes]
        runs_left = any(name == "/ReversedChars" for name, _ in self.marks)
        runs_left = runs_left or any(map(_runs_left, glyphs))
        return "".join(reversed(glyphs) if runs_left else glyphs)

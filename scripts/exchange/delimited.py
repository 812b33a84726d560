"""CSV files of every kind: comma, semicolon or tab, and whatever program wrote the letters."""

import codecs
import csv
from collections.abc import Callable, Iterator

from exchange.records import UnreadableError

SIGNS = ",;\t"
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MOST_SPOILED = 200  # rows with broken quotes; a file with more is another kind of file
UNCLOSED = "has a quote that does not end, or text after a closing quote"

LOOKED_AT = 20  # lines for the one that names the columns

Lines = Iterator[tuple[int, list[str], str]]
Known = Callable[[str], bool]


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding it was in where somebody should look at its letters."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ""
    half = len(data[:4000]) // 2
    for at, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if half and data[at : 2 * half : 2].count(0) > 0.7 * half:
            return data.decode(encoding, "replace"), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "Windows (cp1252)"
    except UnicodeDecodeError:
        message = "is not text, or in an encoding that is not known here"
        raise UnreadableError(message, "save it as CSV UTF-8, or as .xlsx") from None


def rows(text: str, known: Known) -> Lines:
    """Row, cells and what is wrong with them. A broken quote costs its row only.

    known: whether a cell is the name of a column.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    sign, start = _sign(lines, known)
    number = spoiled = 0
    while start < len(lines):
        reader = csv.reader(_line_ends(lines[start:]), delimiter=sign, strict=True)
        done = 0
        try:
            for cells in reader:
                number += 1
                yield number, cells, ""
                done = reader.line_num
            return
        except csv.Error:
            spoiled += 1
            if spoiled > MOST_SPOILED:
                message = f"has more than {MOST_SPOILED} rows with broken quotes"
                raise UnreadableError(
                    message, "is it a CSV file? Save it as .xlsx instead"
                ) from None
            start += done
            number += 1
            yield number, [lines[start]], UNCLOSED
            start += 1


def _line_ends(lines: list[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _sign(lines: list[str], known: Known) -> tuple[str, int]:
    """What stands between cells, and where the rows begin: Excel may say it in a first line.

    It is the sign with which a line among the first names the most columns that we know.
    """
    first = lines[0] if lines else ""
    if first.lower().startswith("sep=") and first[4:5] in SIGNS and first[4:]:
        return first[4], 1
    head = [line for line in lines if line.strip()][:LOOKED_AT]

    def found(sign: str) -> tuple[int, int]:
        rows = [next(csv.reader([line], delimiter=sign), []) for line in head]
        names = max((sum(map(known, cells)) for cells in rows), default=0)
        return names, max(map(len, rows), default=0)

    return max(SIGNS, key=found), 0

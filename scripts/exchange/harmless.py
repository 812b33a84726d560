"""Cells that no spreadsheet takes for a formula, in tables that are the same bytes each time."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
SOME_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows: the same bytes on every day
NARROW, WIDE = 16, 60


def harmless(text: str) -> str:
    """The text behind an apostrophe where a spreadsheet would run it."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file that Excel opens with its accents right."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(
        [harmless(cell) for cell in row] for row in rows
    )
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def workbook_of(title: str, rows: Iterable[Sequence[str]]) -> bytes:
    """An Excel file with one sheet; every cell is text, the first row stays in sight."""
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(*SOME_DAY[:3])  # noqa: DTZ001 - as openpyxl wants it
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = title, "B2"
    for row in rows:
        sheet.append([harmless(cell) for cell in row])
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].coordinate.rstrip("1")].width = (
            WIDE if longest > WIDE else NARROW
        )
        for cell in column:
            cell.number_format, cell.data_type = "@", "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 1)
    file = io.BytesIO()
    book.save(file)
    return _without_time(file.getvalue())


def _without_time(data: bytes) -> bytes:
    """The same archive, packed at no time."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(
                zipfile.ZipInfo(part.filename, SOME_DAY),
                _undated(part.filename, old.read(part)),
                zipfile.ZIP_DEFLATED,
            )
    return file.getvalue()


def _undated(name: str, data: bytes) -> bytes:
    """Saving sets the day of the last change anew."""
    if name != "docProps/core.xml":
        return data
    before, _, rest = data.partition(b"<dcterms:modified")
    opening, _, after = rest.partition(b">")
    _, _, after = after.partition(b"<")
    return before + b"<dcterms:modified" + opening + b">1980-01-01T00:00:00Z<" + after

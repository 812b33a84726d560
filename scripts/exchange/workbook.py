"""Sheets of an Excel file: values, never code; what a sheet holds besides them is named."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell as SheetCell

from exchange.records import UnreadableError

LARGEST_UNPACKED = 200 * 1024 * 1024  # bytes; a spreadsheet of 5,000 stretches has five million
HIGHEST_RATIO = 200  # unpacked to packed; sheets have about 10
MOST_ROWS, MOST_COLUMNS = 50_000, 200
A_DATE = "the spreadsheet has made a date of it: format the column as text and type it again"
A_CLOCK = (
    "the spreadsheet has made a time of day of it: format the column as text and type it again"
)
NO_VALUE = "is a formula without a value: copy the column and paste it as values"


@dataclass(frozen=True, slots=True)
class Value:
    """What one cell shows; trouble and note as in a Cell of a record."""

    text: str
    trouble: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows with their numbers, and what else it holds."""

    name: str
    rows: list[tuple[int, list[Value]]]
    beside: list[tuple[str, str]]


def sheets(data: bytes) -> list[Sheet]:
    """All sheets that hold something."""
    _refuse_bombs(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            shown = load_workbook(io.BytesIO(data), data_only=True)
            meant = load_workbook(io.BytesIO(data))
    except Exception as error:  # noqa: BLE001 - a broken file fails anywhere inside the library
        message = f"cannot be read as an Excel file ({type(error).__name__})"
        raise UnreadableError(message, "open it and save it again as .xlsx or CSV UTF-8") from None
    found = (
        _sheet(shown[name], meant[name]) for name in meant.sheetnames if _is_table(meant[name])
    )
    return [sheet for sheet in found if sheet.rows]


def _is_table(sheet: Any) -> bool:  # noqa: ANN401 - a sheet may be a chart
    return hasattr(sheet, "iter_rows")


def _refuse_bombs(data: bytes) -> None:
    """A file of a few kilobytes may unpack to gigabytes, or name a thing by a thing by a thing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            if size > LARGEST_UNPACKED or size > HIGHEST_RATIO * len(data) + 10_000_000:
                message = f"unpacks to {size:,} bytes, which no list of stretches needs"
                raise UnreadableError(message, "save only the rows that you want in a new file")
            parts = (archive.read(name) for name in archive.namelist() if name.endswith(".xml"))
            if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts):
                message = "holds definitions that no Excel file has"
                raise UnreadableError(message, "open it and save it again as .xlsx or CSV UTF-8")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        message = "is damaged: it cannot be unpacked"
        raise UnreadableError(message, "open it and save it again as .xlsx or CSV UTF-8") from None


def _sheet(shown: Any, meant: Any) -> Sheet:  # noqa: ANN401 - openpyxl's types say less
    rows = []
    beside = [("pictures", f"{len(meant._images)} in the sheet")] if meant._images else []  # noqa: SLF001
    if meant.max_row > MOST_ROWS or meant.max_column > MOST_COLUMNS:
        message = f"has {meant.max_row} rows and {meant.max_column} columns on sheet {meant.title}"
        raise UnreadableError(
            message, f"at most {MOST_ROWS} rows and {MOST_COLUMNS} columns are read"
        )
    for number, (values, cells) in enumerate(
        zip(shown.iter_rows(), meant.iter_rows(), strict=True), 1
    ):
        row = [_value(seen, cell) for seen, cell in zip(values, cells, strict=True)]
        beside += list(_beside(cells))
        if any(value.text or value.trouble for value in row):
            rows.append((number, row))
    return Sheet(meant.title, rows, beside)


def _beside(cells: tuple[SheetCell, ...]) -> Iterator[tuple[str, str]]:
    """Notes on cells and links behind their words."""
    for cell in cells:
        if comment := getattr(cell, "comment", None):
            yield f"note on {cell.coordinate}", str(comment.text)
        link = getattr(cell, "hyperlink", None)
        if link and link.target and link.target != cell.value:
            yield f"link of {cell.coordinate}", str(link.target)


def _value(seen: SheetCell, meant: SheetCell) -> Value:
    formula = getattr(meant, "data_type", "") == "f"
    if formula and seen.value is None:
        return Value(_text(meant.value), NO_VALUE)
    if getattr(seen, "data_type", "") == "e":
        return Value(str(seen.value), "is an error of the spreadsheet")
    note = "the value that its formula had" if formula else ""
    value = seen.value
    if isinstance(value, datetime | date) and not formula:
        return Value(_text(value), note=A_DATE)
    return Value(_text(value), A_CLOCK if isinstance(value, time) else "", note)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:g}" if value == round(value, 6) else repr(value)
    return str(getattr(value, "text", value))

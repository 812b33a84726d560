"""Rows of a table as records: finds the row of headers, and names what is spoiled."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from exchange import delimited, workbook
from exchange.columns import DROPPED, EVERY_ROW, ColumnMap
from exchange.harmless import DANGEROUS
from exchange.records import Cell, Record, Said, UnreadableError, Word
from exchange.workbook import Value

DAYS = {"written_on", "next_review", "reviewed_on"}
IN_CELLS = re.compile(r"^(?:#(?:REF|N/A|NAME|VALUE|DIV/0|NUM|NULL)[!?]?|Err:\d+)$")
NAMED_DAY = re.compile(
    r"\d{1,2}[-. ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.I
)
NO_FIELD = "no field of ours is known for this column: name one in a map"
LEFT_OUT = "the map says that it stays behind"

Row = tuple[int, Sequence[Value], str]


def of_csv(data: bytes, name: str, columns: ColumnMap) -> tuple[list[Record], list[Said]]:
    """The records of a CSV file, and what belongs to no row."""
    text, encoding = delimited.decode(data)
    note = f"the letters were read as {encoding}: look at accents and quotes" if encoding else ""
    rows = (
        (line, [_csv_value(cell, note) for cell in cells], wrong)
        for line, cells, wrong in delimited.rows(text, lambda cell: bool(columns.field_of(cell)))
    )
    return _records([row for row in rows if row[2] or any(v.text for v in row[1])], name, columns)


def of_workbook(data: bytes, name: str, columns: ColumnMap) -> tuple[list[Record], list[Said]]:
    """The same of an Excel file: its first sheet with headers; other sheets are named."""
    found = workbook.sheets(data)
    records: list[Record] = []
    said: list[Said] = []
    for sheet in found:
        rows = [(number, row, "") for number, row in sheet.rows]
        place = f"{name}, sheet {sheet.name}"
        if not records and _headers(rows, columns) is not None:
            records, more = _records(rows, name, columns)
            said += more + [_beside(place, *pair) for pair in sheet.beside]
        else:
            said += [
                _unread(f"{place}:{number}", row, "only the first table is read")
                for number, row, _ in rows
            ]
    if not records:
        _refuse_headers(found[0].rows[0][1] if found else ())
    return records, said


def _beside(place: str, what: str, found: str) -> Said:
    reason = "pictures need a licence and a description: put them into content/pictures/"
    if what != "pictures":
        reason = "only what stands in the cells is read: put it into a column"
    return Said(place=place, column=what, found=found, word=Word.DROPPED, reason=reason)


def _csv_value(text: str, note: str) -> Value:
    if text.startswith("="):
        return Value(text, workbook.NO_VALUE)
    return Value(text, note=note if not text.isascii() else "")


def _written(text: str) -> str:
    """What was written before an export made it harmless."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(DANGEROUS) else text


def _headers(rows: Sequence[Row], columns: ColumnMap) -> int | None:
    """Which row names the columns: the first of those with the most known names."""
    known = [
        sum(bool(columns.field_of(value.text)) for value in row)
        for _, row, _ in rows[: delimited.LOOKED_AT]
    ]
    best = max(known, default=0)
    has_name = best and any(columns.field_of(v.text) == "name" for v in rows[known.index(best)][1])
    return known.index(best) if has_name else None


def _refuse_headers(row: Iterable[Value]) -> None:
    found = ", ".join(value.text.strip() for value in row if value.text.strip())[:200] or "nothing"
    message = f"has no column that we know as the name of a stretch, found {found}"
    hint = "call it `name`, or say which one it is: make import FILE=… MAP=columns.yml"
    raise UnreadableError(message, hint)


@dataclass(frozen=True, slots=True)
class Head:
    """The row of headers. every_row: cells that each row has without a column."""

    headers: Sequence[str]
    fields: Sequence[str]
    every_row: Mapping[str, str]


def _records(rows: Sequence[Row], name: str, columns: ColumnMap) -> tuple[list[Record], list[Said]]:
    if not rows:
        hint = "the first row names the columns, the next are stretches"
        raise UnreadableError("holds no rows", hint)
    at = _headers(rows, columns)
    if at is None:
        _refuse_headers(rows[0][1])
    start = at or 0
    why = "stands above the names of the columns"
    above = [_unread(f"{name}:{number}", row, why) for number, row, _ in rows[:start]]
    headers = [value.text.strip() for value in rows[start][1]]
    head = Head(headers, _fields(headers, columns), columns.every_row)
    found = (_record(f"{name}:{n}", row, wrong, head) for n, row, wrong in rows[start + 1 :])
    return list(found), above


def _unread(place: str, row: Sequence[Value], reason: str) -> Said:
    found = " | ".join(value.text for value in row if value.text)
    return Said(place=place, column="", found=found, word=Word.DROPPED, reason=reason)


def _fields(headers: Sequence[str], columns: ColumnMap) -> list[str]:
    """Our field for each column. A description beside steps sums them up."""
    fields = [columns.field_of(header) for header in headers]
    for at, header in enumerate(headers):
        beside = fields.count("steps") > 1 and "summary" not in fields
        if header.casefold() == "description" and beside:
            fields[at] = "summary"
    return fields


def _record(place: str, row: Sequence[Value], wrong: str, head: Head) -> Record:
    cells = list(_cells(row, head))
    given = {cell.field for cell in cells}
    shared = head.every_row.items()
    cells += [Cell(EVERY_ROW, name, text) for name, text in shared if name not in given]
    return Record(place=place, cells=tuple(cells), spoiled=wrong or _spoiled(row, head))


def _spoiled(row: Sequence[Value], head: Head) -> str:
    """Why a row is no stretch; empty where it may be one."""
    if [value.text.strip() for value in row] == list(head.headers):
        return "repeats the names of the columns"
    beyond = [value.text for value in row[len(head.headers) :] if value.text.strip()]
    if beyond:
        shown = " | ".join(beyond)[:80]
        return f"has more cells than the {len(head.headers)} columns, found {shown}"
    return ""


def _cells(row: Sequence[Value], head: Head) -> Iterator[Cell]:
    for at, value in enumerate(row):
        header = head.headers[at] if at < len(head.headers) else ""
        field = head.fields[at] if at < len(head.fields) else ""
        if value.text.strip() or value.trouble:
            trouble = _trouble(value, field)
            yield Cell(header or f"column {at + 1}", field, _written(value.text), *trouble)


def _trouble(value: Value, field: str) -> tuple[str, str]:
    """Why a cell cannot be used, and why it is only near."""
    text = value.text.strip()
    if value.trouble or field in ("", DROPPED):
        return value.trouble or (LEFT_OUT if field else NO_FIELD), ""
    if IN_CELLS.match(text):
        return "is an error of the spreadsheet", ""
    made = value.note == workbook.A_DATE or NAMED_DAY.fullmatch(text)
    if field not in DAYS and made:
        return workbook.A_DATE, ""
    return "", "" if value.note == workbook.A_DATE else value.note

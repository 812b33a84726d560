"""Opens somebody's file, whatever kind it is, and says in one sentence what it is not."""

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exchange import delimited, foreign_json, pack, table_rows
from exchange.columns import ColumnMap
from exchange.records import Record, Said, UnreadableError
from stretchbook.model import Library
from stretchbook.problems import RefusedError, said_of
from stretchbook.reading.load import load

LARGEST = 50 * 1024 * 1024
EXCEL_OR_CSV = "save it as .xlsx or as CSV UTF-8"
OTHER_KINDS = (  # how a file begins, and what it is
    (b"%PDF", "is a PDF"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"{\\rtf", "is a text document"),
    (b"\x1f\x8b", "is a packed file"),
    (b"7z\xbc\xaf", "is a packed file"),
    (b"Rar!", "is a packed file"),
    (b"\x7fELF", "is a program"),
    (b"SQLite", "is a database"),
)
IN_ZIP = (  # a part of its name, and what it is
    ("index/document.iwa", "is a Numbers file"),
    ("index.zip", "is a Numbers file"),
    ("word/document.xml", "is a Word document"),
    ("ppt/presentation.xml", "is a presentation"),
    ("content.xml", "is a LibreOffice file"),
    ("xl/workbook.bin", "is a binary Excel file"),
)
SHAPES = "allowed are wger's exercises, free-exercise-db's, and the pack of another Stretchbook"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds: stretches, and what belongs to none."""

    records: list[Record]
    said: list[Said]


def open_file(path: Path, columns: ColumnMap, language: str) -> Opened:
    """The records of a file; raises UnreadableError where it is no file that can be read."""
    data = _bytes(path)
    start = data[:8].lstrip(b"\xef\xbb\xbf")
    if data.startswith(b"PK\x03\x04"):
        _refuse_other_zip(data)
        return Opened(*table_rows.of_workbook(data, path.name, columns))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        message = "is an Excel file with a password, or of before 2007"
        raise UnreadableError(message, "open it, take the password off, and save it as .xlsx")
    for beginning, what in OTHER_KINDS:
        if start.startswith(beginning):
            raise UnreadableError(
                f"{what}, not a table", f"copy the table into a spreadsheet and {EXCEL_OR_CSV}"
            )
    text = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if text.startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        raise UnreadableError(
            "is a web page or XML, whatever its name says",
            f"open it in a spreadsheet and {EXCEL_OR_CSV}",
        )
    if path.suffix.lower() == ".json" or text.startswith((b"[", b"{")):
        return _json(data, path.name, language)
    return Opened(*table_rows.of_csv(data, path.name, columns))


def own_library(content: Path) -> Library:
    """The library in the folder of the content; its errors are to be mended first."""
    library, problems = load(content)
    if library is None:
        raise RefusedError(*said_of(problems, content.name))
    return library


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            message = "is a folder" if path.suffix != ".numbers" else "is a Numbers file"
            raise UnreadableError(message, f"name one file in it, or {EXCEL_OR_CSV}")
        size = path.stat().st_size
        if size > LARGEST:
            message = f"is {size:,} bytes, allowed are {LARGEST:,}"
            raise UnreadableError(message, "save only the rows that you want in a new file")
        data = path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise UnreadableError(
            message, "write the name as it is, with its folder and ending"
        ) from None
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \r\n\t"):
        raise UnreadableError("is empty", "the first row names the columns, the next are stretches")
    return data


def _refuse_other_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return  # the reader of workbooks says what is wrong
    if "xl/workbook.xml" in names:
        return
    found = (what for part, what in IN_ZIP if any(part in name for name in names))
    raise UnreadableError(
        f"{next(found, 'is a packed folder')}, not an Excel file", f"open it and {EXCEL_OR_CSV}"
    )


def _json(data: bytes, name: str, language: str) -> Opened:
    text, _ = delimited.decode(data)
    try:
        value: Any = json.loads(text)
    except RecursionError:
        raise UnreadableError("is nested too deep to be a list of stretches", SHAPES) from None
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        raise UnreadableError(
            f"is no whole JSON: line {line} cannot be read", "download it again"
        ) from None
    if pack.is_pack(value):
        return Opened(list(pack.records(value, name)), list(pack.beside(value, name)))
    if not foreign_json.kind_of(value):
        raise UnreadableError("is JSON of a shape that we do not know", SHAPES)
    return Opened(list(foreign_json.records(value, name, language)), [])

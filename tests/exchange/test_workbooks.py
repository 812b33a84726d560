"""Excel files: what their cells show, and a word on all that they hold besides."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from PIL import Image as Pixels

from exchange import import_command
from exchange.columns import ColumnMap
from exchange.sources import open_file
from stretchbook.problems import RefusedError
from tests.exchange.conftest import Bring, words_of

TYPE_IT = "format the column as text and type it again"


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book_of(*rows: Sequence[object]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    return book


def test_cells_are_read_as_a_person_sees_them(bring: Bring) -> None:
    head = ["Name", "Reps", "Sets", "Hold", "Rest", "Duration", "Next review", "Mood"]
    row = ["Lift", date(2026, 8, 12), 3.0, time(0, 30), "=B2*2", 2.5, datetime(2027, 1, 31), True]  # noqa: DTZ001
    done = bring(saved(book_of(head, row)), "list.xlsx")
    found = {said.column: said.found for said in done.said}
    assert (found["Sets"], found["Duration"], found["Next review"]) == ("3", "2.5", "2027-01-31")
    assert words_of(done)["Reps"] == (
        "dropped",
        f"the spreadsheet has made a date of it: {TYPE_IT}",
    )
    assert words_of(done)["Hold"][1] == f"the spreadsheet has made a time of day of it: {TYPE_IT}"
    assert words_of(done)["Rest"][1].startswith("is a formula without a value")
    assert words_of(done)["Next review"] == ("exact", "")


def test_what_stands_beside_the_table_is_named(bring: Bring, tmp_path: Path) -> None:
    book = book_of(["Our clinic"], [], ["Exercise", "Instructions"], ["Lift", "Lift it."])
    sheet = book.worksheets[0]
    sheet["A4"].comment = Comment("ask Jane", "Jane")
    sheet["B4"].hyperlink = "https://example.org/lift"
    Pixels.new("RGB", (4, 4)).save(tmp_path / "a.png")
    sheet.add_image(Image(tmp_path / "a.png"), "D1")
    book.create_sheet("Old").append(["Exercise", "Kick"])
    book.create_chartsheet("Chart").add_chart(BarChart())
    said = {(s.place, s.column, s.found): s.word for s in bring(saved(book), "list.xlsx").said}
    for lost in (
        ("list.xlsx:1", "", "Our clinic"),
        ("list.xlsx, sheet Sheet", "note on A4", "ask Jane"),
        ("list.xlsx, sheet Sheet", "link of B4", "https://example.org/lift"),
        ("list.xlsx, sheet Sheet", "pictures", "1 in the sheet"),
        ("list.xlsx, sheet Old:1", "", "Exercise | Kick"),
    ):
        assert said.pop(lost) == "dropped"
    assert said == {
        ("list.xlsx:4", "Exercise", "Lift"): "exact",
        ("list.xlsx:4", "Instructions", "Lift it."): "exact",
    }


def test_harmless_cells_of_an_export_come_back_as_they_were(bring: Bring) -> None:
    done = bring(saved(book_of(["Name", "Summary"], ["Lift", "'-2 is a number"])), "list.xlsx")
    assert [said.found for said in done.said] == ["Lift", "-2 is a number"]


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


REFUSED = {
    "a.numbers": (
        packed(Index__Document=b"x", **{"Index/Document.iwa": b"x"}),
        "is a Numbers file",
    ),
    "a.docx": (packed(word__document_xml=b"x"), "is a Word document"),
    "a.ods": (packed(content_xml=b"x"), "is a LibreOffice file"),
    "a.zip": (packed(photos=b"x"), "is a packed folder"),
}
SAVE = "open it and save it again as .xlsx or CSV UTF-8"


@pytest.mark.parametrize("name", REFUSED)
def test_other_packed_files_are_refused(content: Path, tmp_path: Path, name: str) -> None:
    data, what = REFUSED[name]
    hint = "open it and save it as .xlsx or as CSV UTF-8"
    assert (
        refusal(content, tmp_path / name, data)
        == f"{name}: {what}, not an Excel file\n    hint: {hint}"
    )


DANGEROUS = {
    "bomb": (b"0" * 90_000_000, "unpacks to 90,000,000 bytes, which no list of stretches needs"),
    "entities": (b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "holds definitions that no Excel file has"),
    "no sheets": (b"<workbook/>", "cannot be read as an Excel file (KeyError)"),
}


@pytest.mark.parametrize("kind", DANGEROUS)
def test_a_dangerous_or_broken_file_is_one_sentence(
    content: Path, tmp_path: Path, kind: str
) -> None:
    book, said = DANGEROUS[kind]
    data = packed(xl__workbook_xml=book)
    assert refusal(content, tmp_path / "a.xlsx", data).split("\n")[0] == f"a.xlsx: {said}"


def refusal(content: Path, path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(RefusedError) as refused:
        import_command.run(path, None, content)
    return str(refused.value)


def test_an_empty_workbook_is_refused(content: Path, tmp_path: Path) -> None:
    said = refusal(content, tmp_path / "a.xlsx", saved(Workbook()))
    assert said.startswith(
        "a.xlsx: has no column that we know as the name of a stretch, found nothing"
    )


def test_sheets_that_are_too_large_are_refused(content: Path, tmp_path: Path) -> None:
    book = book_of(["Name"])
    book.worksheets[0].cell(row=50_001, column=1, value="x")
    said = refusal(content, tmp_path / "a.xlsx", saved(book))
    assert said.startswith("a.xlsx: has 50001 rows and 1 columns on sheet Sheet")


def test_five_thousand_rows_are_read(tmp_path: Path) -> None:
    book = book_of(["Name", "Reps"], *([f"Lift {n}", n] for n in range(5000)))
    (tmp_path / "a.xlsx").write_bytes(saved(book))
    assert len(open_file(tmp_path / "a.xlsx", ColumnMap(), "en").records) == 5000

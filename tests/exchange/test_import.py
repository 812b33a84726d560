"""What comes in from spreadsheets: every cell with its word, and no file of a person touched."""

import base64
import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exchange import import_command, importing, making
from exchange.columns import ColumnMap, read_map
from exchange.import_command import report_of
from exchange.importing import Into
from exchange.records import ORDER, UnreadableError
from exchange.sources import open_file
from stretchbook.graphics import fonts
from stretchbook.model import Exercise
from stretchbook.problems import RefusedError
from stretchbook.reading import yaml_source
from stretchbook.reading.load import adapter, load
from stretchbook.reserved import reserved_ids
from tests.conftest import ROOT
from tests.exchange.conftest import Bring, words_of
from tests.support.content import TODAY, sample_library

HERE = Path(__file__).parent
CELLS: list[Any] = yaml.safe_load((HERE / "cells.yml").read_text("utf-8"))
MAPS: list[Any] = yaml.safe_load((HERE / "bad-maps.yml").read_text("utf-8"))
BAD: list[dict[str, str]] = yaml.safe_load((HERE / "bad-files.yml").read_text("utf-8"))
THIRTY = (HERE / "thirty.csv").read_bytes()


def row(**cells: str) -> str:
    """A CSV with one stretch."""
    file = io.StringIO()
    csv.writer(file).writerows([list(cells), list(cells.values())])
    return file.getvalue()


def fields_of(content: Path, name: str) -> dict[str, Any]:
    value: dict[str, Any] = yaml.safe_load((content / f"exercises/{name}.yml").read_text("utf-8"))
    return value


@pytest.mark.parametrize(("column", "text", "word", "reason", "fields"), CELLS)
def test_a_cell_gets_its_word(  # noqa: PLR0913, PLR0917 - a table
    bring: Bring,
    content: Path,
    column: str,
    text: str,
    word: str,
    reason: str,
    fields: dict[str, Any],
) -> None:
    cells = {column: text} if column == "Name" else {"Name": "Bridge lift", column: text}
    done = bring(row(**cells))
    assert words_of(done)[column] == (word, reason)
    found = fields_of(content, "bridge-lift")
    assert {name: found.get(name) for name in fields} == fields
    if not fields:
        whole = {"name", "draft", "review"}
        assert found.keys() <= whole, "nothing is made up"
        assert text in (content / "exercises/bridge-lift.yml").read_text("utf-8") or word == "exact"


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad["name"])
def test_a_file_that_is_no_list_is_refused_in_a_sentence(
    content: Path, tmp_path: Path, bad: dict[str, str]
) -> None:
    data, path = bad["data"], tmp_path / bad["name"]
    coded = data.startswith("=") and " " not in data
    path.write_bytes(base64.b64decode(data[1:]) if coded else data.encode())
    with pytest.raises(RefusedError) as refused:
        import_command.run(path, None, content)
    assert str(refused.value) == bad["said"]


def test_a_file_that_is_not_there_is_named(content: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"^gone.csv: cannot be read: No such file or directory"):
        import_command.run(tmp_path / "gone.csv", None, content)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_every_csv_is_read(bring: Bring, content: Path, encoding: str, sign: str) -> None:
    text = f'Name{sign}Summary\nÜber “this”{sign}"Lift, it; now."\n'
    done = bring(text.encode(encoding))
    assert fields_of(content, "uber-this")["name"] == "Über “this”"
    assert fields_of(content, "uber-this")["summary"] == "Lift, it; now."
    word = "near" if encoding == "cp1252" else "exact"
    assert words_of(done)["Name"][0] == word


def test_thirty_exercises_with_ten_kinds_of_trouble(bring: Bring, content: Path) -> None:
    done = bring(THIRTY, "thirty.csv")
    assert (len(done.written), len(done.left_alone)) == (27, 1)
    assert done.spoiled == [
        "thirty.csv:14: has no name",
        "thirty.csv:31: has a quote that does not end, or text after a closing quote",
    ]
    assert done.named == [
        "thirty.csv:11: has the same name as thirty.csv:10: it is side-plank-2.yml",
        f"thirty.csv:9: exercises/bridge.yml is there already: {importing.CURE}",
    ]
    library, problems = load(content)
    assert library is not None, problems
    assert {problem.severity for problem in problems} == {"warning"}
    refused = importing.what_a_build_refuses(TODAY, reserved_ids.ids(ROOT, []), fonts.shapeless)
    assert list(refused(library)) == []
    assert fields_of(content, "toe-raises")["name"] == "Toe raises"
    (named,) = [said for said in done.said if said.found == "TOE-Raises"]
    assert (named.word, named.reason.rpartition(" ")[2]) == ("near", "toe-raises")
    assert "dose" not in fields_of(content, "heel-slides")


def test_what_is_whole_is_no_draft_and_passes_the_checks(bring: Bring, content: Path) -> None:
    done = bring(THIRTY, "thirty.csv")
    assert "wall-push" in done.written
    assert "wall-push" not in done.drafts
    found = fields_of(content, "wall-push")
    assert "draft" not in found
    assert set(found["dose"]["source"].values()) == {"https://example.org/sheet"}


def test_a_step_that_a_check_refuses_makes_a_draft_that_says_so(
    bring: Bring, content: Path
) -> None:
    text = THIRTY.decode().replace("Push and let go.", "Hold for 99 seconds.")
    done = bring(text, "thirty.csv")
    assert "wall-push" in done.drafts
    said = (content / "exercises/wall-push.yml").read_text("utf-8")
    assert '# To mend: steps.3: says a number of its own, found "99 seconds"' in said


@pytest.mark.parametrize(
    ("dose", "step", "written"),
    [
        ("hold 30 s", "Hold for 30 seconds.", "Hold for {hold}."),
        ("hold 30 s", "Hold for 20 seconds.", "Hold for 20 seconds."),
        ("2 min", "Walk for 2 minutes.", "Walk for {clock}."),
        ("10 reps, hold 5 s", "Hold 5 sec, 10 times.", "Hold {hold}, {times}."),
        ("10 reps, hold 5 s", "Bend your knees 90 degrees.", "Bend your knees 90 degrees."),
        ("5 breaths", "Hold for 5 seconds.", "Hold for 5 seconds."),
    ],
)
def test_a_number_of_the_dose_becomes_a_gap_in_the_steps(
    bring: Bring, content: Path, dose: str, step: str, written: str
) -> None:
    done = bring(row(Name="Bridge lift", Steps=step, Dose=dose))
    assert fields_of(content, "bridge-lift")["steps"] == [written]
    assert words_of(done)["Steps"] == (("exact", "") if step == written else ("near", making.GAPS))


def test_a_second_import_changes_nothing(bring: Bring, content: Path) -> None:
    bring(THIRTY, "thirty.csv")
    before = {path: path.read_bytes() for path in content.rglob("*.yml")}
    again = bring(THIRTY, "thirty.csv")
    assert (again.written, again.renewed, len(again.unchanged)) == ([], [], 27)
    assert {path: path.read_bytes() for path in content.rglob("*.yml")} == before


def test_a_changed_row_renews_its_file_but_never_one_that_a_person_has_edited(
    bring: Bring, content: Path
) -> None:
    bring(THIRTY, "thirty.csv")
    edited = content / "exercises/toe-raises.yml"
    edited.write_text(edited.read_text("utf-8") + "# mine\n", "utf-8")
    before = edited.read_bytes()
    done = bring(THIRTY.replace(b"Rise on to", b"Come up on"), "thirty.csv")
    assert done.renewed == []
    assert edited.read_bytes() == before
    assert any("toe-raises.yml has been edited since it was imported" in s for s in done.named)
    done = bring(THIRTY.replace(b"Push your hands", b"Press your hands"), "thirty.csv")
    assert done.renewed == ["wall-push"]
    assert fields_of(content, "wall-push")["summary"] == "Press your hands into a wall."


def test_line_ends_of_another_system_are_no_edit(bring: Bring, content: Path) -> None:
    bring(THIRTY, "thirty.csv")
    path = content / "exercises/wall-push.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert "wall-push" in bring(THIRTY, "thirty.csv").unchanged


def test_a_stretch_of_another_list_is_left_alone(bring: Bring, content: Path) -> None:
    bring(row(Name="Wall push", Summary="Ours."), "ours.csv")
    done = bring(row(Name="Wall push", Summary="Theirs."), "theirs.csv")
    assert done.left_alone == ["wall-push"]
    assert fields_of(content, "wall-push")["summary"] == "Ours."
    assert {(said.word, said.reason) for said in done.said} == {
        ("dropped", "exercises/wall-push.yml is there already, and was left alone")
    }


def test_columns_are_mapped_and_rows_share_what_all_have(
    bring: Bring, content: Path, tmp_path: Path
) -> None:
    path = tmp_path / "columns.yml"
    path.write_text(
        "columns:\n  Übung: name\n  Wie: steps\n  Kürzel: drop\nevery_row:\n"
        "  author: Example Back Clinic\n  licence: CC BY 4.0\n  position: sitting\n",
        "utf-8",
    )
    done = bring("Übung;Wie;Kürzel\nKatze;Runden.;K1\n", "de.csv", read_map(path))
    found = fields_of(content, "katze")
    assert (found["name"], found["steps"], found["position"]) == ("Katze", ["Runden."], "sitting")
    assert words_of(done)["Kürzel"] == ("dropped", "the map says that it stays behind")


@pytest.mark.parametrize(("text", "said"), MAPS)
def test_a_map_says_what_is_wrong_with_it(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "m.yml").write_text(text, "utf-8")
    with pytest.raises(RefusedError) as refused:
        read_map(tmp_path / "m.yml")
    assert str(refused.value).startswith(said)


def test_names_become_ids() -> None:
    for name, item_id in (
        ("Wall Push-Up", "wall-push-up"),
        ("  Über «Knie» ", "uber-knie"),
        ("3/4 Sit-Up", "stretch-3-4-sit-up"),
        ("Child's pose", "childs-pose"),
        ("猫のポーズ", "stretch-732b-306e-30dd-30fc-30ba"),
        ("x" * 90, "x" * 60),
    ):
        assert importing.id_of(name) == item_id


def test_the_report_runs_nothing_in_a_spreadsheet(bring: Bring) -> None:
    done = bring(row(Name="Lift", Mood="=1+1", Tune="@SUM(A1)", Other="-2"))
    found = list(csv.reader(io.StringIO(report_of(done.said).decode("utf-8-sig"))))
    assert {line[3] for line in found} >= {"'=1+1", "'@SUM(A1)", "'-2"}


# Any table at all: cells that mean something here, with what programs and people put between
SNIPPETS = (
    *("1. Lie. 2. Lift", "3 x 10", "12-Aug", "none", "https://a.b/", "{hold}", "<b>x", "&amp;"),
    *("=A1", "|", " | ", '"', "'", "#", ": ", "- ", "\0", "\ufeff", "\u202e", "\ud7ff"),
)
CELL = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=8), max_size=4).map("".join)
HEADERS = (
    *("name", "steps", "dose", "equipment", "why", "tips", "cautions", "sources", "position"),
    *("other names", "video", "licence", "author", "written on", "hold", "rest", "Mood"),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([["|"] * len(HEADERS)])
@example([["a", "", "3 x 10, rest 5 s"] + ["none"] * 14])
@given(st.lists(st.lists(CELL, min_size=17, max_size=18), max_size=3))
def test_no_table_is_too_odd_and_nothing_is_lost_without_a_word(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([list(HEADERS), *rows])
    path = tmp_path / "odd.csv"
    path.write_bytes(file.getvalue().encode("utf-8", "surrogatepass"))
    folder = tmp_path / "into"
    for old in folder.rglob("*.yml"):
        old.unlink()
    library = sample_library()
    into = Into(folder=folder, library=library, today=TODAY, check=lambda _: iter(()))
    opened = open_file(path, ColumnMap(), "en")
    done = importing.bring(opened, path.name, into)
    told = {(said.place, said.column) for said in done.said}
    for record in opened.records:
        assert {(record.place, cell.column) for cell in record.cells} <= told
    assert {said.word for said in done.said} <= set(ORDER)
    for name in done.written:
        whole_or_unfinished_draft(folder / f"exercises/{name}.yml", name)


def whole_or_unfinished_draft(path: Path, name: str) -> None:
    source, problems = yaml_source.parse(path.read_bytes(), path.name)
    assert source is not None, problems
    value = dict(source.value)
    if value.pop("draft", False):
        value = {**fields_of(path.parents[1], name), "draft": True}
        return
    adapter(Exercise).validate_python({**value, "id": name})


@settings(max_examples=200)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda t: f"name,{t}".encode("utf-8", "replace"))
)
def test_no_bytes_make_a_traceback(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    try:
        records = open_file(path, ColumnMap(), "en").records
    except UnreadableError as error:
        records = []
        assert re.fullmatch(r"[^\n]+", error.message)  # noqa: PT017 - or it is a list after all
    assert all(record.place for record in records)


def test_rows_that_are_no_stretch_are_named(bring: Bring) -> None:
    done = bring("Name,Reps\nLift,5\nName,Reps\nKick,5,6\n,3\n")
    assert done.written == ["lift"]
    assert done.spoiled == [
        "list.csv:3: repeats the names of the columns",
        "list.csv:4: has more cells than the 2 columns, found 6",
        "list.csv:5: has no name",
    ]
    lost = [said.found for said in done.said if said.word == "dropped" and said.place[-1] in "345"]
    assert lost == ["Name", "Reps", "Kick", "5", "6", "3"]


def test_a_formula_in_place_of_a_name_is_named(bring: Bring) -> None:
    assert bring('Name,Reps\n"=HYPERLINK(""x"")",5\n').spoiled == [
        "list.csv:2: has no name: Name is a formula without a value: "
        "copy the column and paste it as values"
    ]


def test_names_that_differ_in_capitals_are_one_and_both_are_named(bring: Bring) -> None:
    done = bring("Name\nLift\nLIFT\nlift\n")
    assert done.written == ["lift", "lift-2", "lift-3"]
    assert done.named == [
        "list.csv:3: has the same name as list.csv:2: it is lift-2.yml",
        "list.csv:4: has the same name as list.csv:2: it is lift-3.yml",
    ]


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose report and content are in a folder of the test."""
    monkeypatch.setattr(import_command, "ROOT", tmp_path)
    return tmp_path


def test_what_a_person_reads_at_the_end(
    at_home: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = at_home / "list.csv"
    path.write_text("Name,Dose,Mood\nLift,5 breaths,good\n,3,\nBridge,4,\n", "utf-8")
    assert import_command.run(path, None, content) == 0
    assert capsys.readouterr().out.splitlines() == [
        "list.csv:3: has no name",
        f"list.csv:4: exercises/bridge.yml is there already: {importing.CURE}",
        "list.csv:2: Dose: is a dose that we cannot read: 5 breaths, found `5 breaths`",
        "3 stretches: 1 written, 1 left alone, 1 spoiled.",
        "1 draft: each such file says what it misses.",
        "Fields: 1 exact, 0 near, 0 lossy, 5 dropped. import-report.csv says why, line by line.",
    ]
    report = (at_home / "import-report.csv").read_text("utf-8-sig")
    assert "list.csv:2,lift,Mood,good,,dropped,no field of ours" in report
    assert import_command.run(path, None, content) == 0
    assert "3 stretches: 1 unchanged, 1 left alone, 1 spoiled." in capsys.readouterr().out


def test_many_cells_to_look_at_are_counted(
    at_home: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = at_home / "list.csv"
    rows = "".join(f"Lift {n},5 breaths\n" for n in range(23))
    path.write_text(f"Name,Dose\n{rows}", "utf-8")
    import_command.run(path, None, content)
    said = capsys.readouterr().out
    assert said.count("is a dose that we cannot read") == 20
    assert "and 3 more\n" in said

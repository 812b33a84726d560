"""What is kept from one build to the next changes nothing but the time."""

import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from stretchbook import keeping
from stretchbook.keeping import memory, remembered, same
from stretchbook.prepare import Result, prepare
from tests.support.content import ROOT, TODAY, copy_project

SAVED = (  # what is edited, and how
    ("exercises/bridge.yml", r"(?m)^name: .*", "name: Bridge again"),
    ("exercises/bridge.yml", r"(?m)^summary: .*", "summary: It cures everything. Call 911."),
    ("exercises/bridge.yml", r"(?m)^position: .*", "position: flying"),
    ("exercises/bridge.yml", r"(?m)^( *written_on): .*", r"\1: 2026-11-20"),
    ("routines/sciatica.yml", r"(?m)^name: .*", "name: Sciatica again"),
    ("routines/low-back-pain.yml", r"(?m)^place_in_menu: .*", "place_in_menu: 900"),
    ("vocabulary.yml", r"(?m)^(  chair:\n    name: ).*", r"\1seat"),
    ("vocabulary.yml", r"(?s)(\nareas:\n.*?name: )", r"\1Other "),
    ("site.yml", r"(?m)^emergency: .*", "emergency: uk"),
    ("emergency/us.yml", r"(?m)^(instruction|advice): .*", r"\1: Call for help."),
    ("urgent-signs/back.yml", r"(?m)^in_short: .*", "in_short: Some signs are urgent."),
    ("plans/first-week.yml", r"(?m)^title: .*", "title: Second week"),
    ("redirects.yml", r"\Z", "\n- {from: /old/#place, to: /sciatica/}\n"),
)


@pytest.fixture(autouse=True)
def emptied() -> Iterator[None]:
    """Each test begins without a memory, and leaves none."""
    keeping.forget()
    yield
    keeping.forget()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("kept"))


def run(project: Path) -> Result:
    return prepare(project, TODAY, paper=False)


def anew(project: Path) -> Result:
    """The same without a memory, which is left as it was."""
    before = dict(memory._entries)
    memory._entries.clear()
    try:
        return run(project)
    finally:
        memory._entries.clear()
        memory._entries.update(before)


@pytest.mark.parametrize(("file", "old", "new"), SAVED, ids=[f"{a}-{b[-9:]}" for a, _, b in SAVED])
def test_every_edit_gives_what_a_build_without_a_memory_gives(
    project: Path, file: str, old: str, new: str
) -> None:
    path = project / "content" / file
    text, before = path.read_text("utf-8"), run(project)
    assert before.files, before.problems
    path.write_text(re.sub(old, new, text, count=1), "utf-8")
    try:
        assert path.read_text("utf-8") != text
        after, expected = run(project), anew(project)
        assert after == expected
        assert after.stopped or after.files != before.files or file == "emergency/us.yml"
    finally:
        path.write_text(text, "utf-8")
    assert run(project) == before


def test_a_stretch_that_comes_and_goes_is_seen(project: Path) -> None:
    before = run(project)
    path = project / "content/exercises/bridge.yml"
    copy = path.with_name("second-bridge.yml")
    copy.write_text(path.read_text("utf-8").replace("\nname: ", "\nname: Second ", 1), "utf-8")
    try:
        assert run(project) == anew(project) != before
    finally:
        copy.unlink()
    assert run(project) == before


def test_a_file_of_it_serves_the_next_run_with_the_same_bytes(
    project: Path, tmp_path: Path
) -> None:
    expected, file = run(project), tmp_path / "cache/memory"
    keeping.store(file)
    keeping.forget()
    keeping.recall(file)
    known = set(memory._entries)
    assert run(project) == expected
    assert known == set(memory._entries), "nothing was made again, and nothing was let go"


def test_a_run_that_makes_nothing_new_does_not_write_the_file(
    project: Path, tmp_path: Path
) -> None:
    file = tmp_path / "memory"
    run(project)
    keeping.store(file)
    keeping.forget()
    run(project)  # another one, of which nothing is kept
    keeping.forget()
    before = file.stat()
    keeping.recall(file)
    run(project)
    keeping.store(file)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("length", [0, 10, 33, 1000, -1])
def test_a_file_that_breaks_off_is_no_file(project: Path, tmp_path: Path, length: int) -> None:
    run(project)
    file = tmp_path / "memory"
    keeping.store(file)
    file.write_bytes(file.read_bytes()[:length])
    memory._entries.clear()
    keeping.recall(file)
    assert memory._entries == {}
    assert not run(project).stopped


def test_a_file_of_another_program_is_no_file(tmp_path: Path) -> None:
    same("a text")
    file = tmp_path / "memory"
    keeping.store(file)
    data = file.read_bytes()
    file.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    memory._entries.clear()
    keeping.recall(file)
    assert memory._entries == {}


def test_the_program_is_another_one_when_a_file_of_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "stretchbook"
    shutil.copytree(ROOT / "scripts/stretchbook/keeping", copy)
    monkeypatch.setattr(memory, "PROGRAM", copy)
    first = memory._program.__wrapped__()
    (copy / "words.yml").write_text("a: b\n")
    assert first != memory._program.__wrapped__()


@remembered
def doubled(data: bytes, number: int) -> tuple[bytes, int]:
    return data + data, number


def test_it_is_asked_by_value_where_that_is_known_and_by_record_elsewhere() -> None:
    first = doubled(b"a", 2)
    assert doubled(b"a", 2) is first
    assert doubled(b"b", 2) != first
    assert same((1, [2])) is same((1, [2]))


def test_what_two_runs_do_not_ask_for_is_let_go(tmp_path: Path) -> None:
    doubled(b"b", 1)
    for left in (2, 2, 1):
        doubled(b"a", 1)
        keeping.store(tmp_path / "memory")
        assert len(memory._entries) == left


def fill(file: Path) -> None:
    for number in range(200):
        doubled(b"x" * 10_000, number)
    keeping.store(file)


def test_builds_at_the_same_time_leave_a_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "memory"
    with ProcessPoolExecutor(4) as pool:
        list(pool.map(fill, [file] * 4))
    keeping.recall(file)
    assert len(memory._entries) == 200
    assert [path.name for path in tmp_path.iterdir()] == ["memory"]

"""Same content, same bytes, wherever the project lies; what was written by hand stays as it is."""

import re
from datetime import date
from pathlib import Path

import pytest

from stretchbook import output
from stretchbook.model.paper import EDITIONS
from stretchbook.prepare import prepare
from tests.support.project import ROOT, change, copy_project, run

pytestmark = pytest.mark.site

DAY = date(2027, 6, 1)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in a folder whose name has a space and letters beyond ASCII, generated once."""
    copy = copy_project(tmp_path_factory.mktemp("elsewhere") / "Übungen zu Hause")
    done = run(copy, "-B", "scripts/build.py")
    assert done.returncode == 0, done.stdout + done.stderr
    return copy


def test_two_folders_give_the_same_bytes(project: Path) -> None:
    here, there = prepare(ROOT, DAY).files, prepare(project, DAY).files
    assert here.keys() == there.keys()
    assert [path for path in here if here[path] != there[path]] == []
    assert [path for path in here if str(ROOT).encode() in here[path]] == []


def test_the_day_of_the_build_is_nowhere_in_the_pages(project: Path) -> None:
    later = prepare(project, date(2027, 2, 1)).files
    assert later == prepare(project, DAY).files


def test_a_second_run_writes_nothing(project: Path) -> None:
    def times() -> dict[Path, int]:
        return {p: p.stat().st_mtime_ns for p in project.rglob("*.*") if p.is_file()}

    before = times()
    done = run(project, "-B", "scripts/build.py")
    assert "0 written, 0 removed" in done.stdout, done.stdout + done.stderr
    assert times() == before


def test_a_changed_dose_changes_the_pages_that_show_it_and_no_other(project: Path) -> None:
    file = project / "content/exercises/lying-butterfly-stretch.yml"
    kept = file.read_bytes()
    change(file, "\n  hold_seconds: 60\n", "\n  hold_seconds: 55\n")
    try:
        changes = output.plan(project, prepare(project, DAY).files)
    finally:
        file.write_bytes(kept)
    english = tuple(path for path in changes.written if not re.match("docs/[a-z]{2}/", path))
    assert english == (
        "docs/data/routines/sciatica.json",
        "docs/data/search.json",
        "docs/data/stretches/lying-butterfly-stretch.json",
        *sorted(
            f"docs/handouts/{name}-{edition.id}.pdf"
            for name in ("sciatica", "plans/sciatica-first-week", "plans/sciatica-third-week")
            for edition in EDITIONS
        ),
        "docs/sciatica/index.md",
        "docs/stretches/index.md",
        "docs/stretches/lying-butterfly-stretch/index.md",
    )
    others = {re.sub("^docs/[a-z]{2}/", "docs/", path) for path in {*changes.written} - {*english}}
    both = {f"docs/handouts/sciatica-{paper}-both.pdf" for paper in ("a4", "letter")}
    assert others - both == {path for path in english if "/plans/" not in path}
    assert changes.removed == ()


def test_what_was_written_by_hand_is_untouched(project: Path) -> None:
    listed = (project / output.LIST_FILE).read_text("utf-8").splitlines()
    seen = 0
    for path in (project / "docs").rglob("*"):
        name = path.relative_to(project / "docs").as_posix()
        if path.is_file() and f"/{name}" not in listed:
            assert path.read_bytes() == (ROOT / "docs" / name).read_bytes(), name
            seen += 1
    assert seen > 10

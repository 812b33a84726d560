"""The build script as people run it: exit codes, what it says, and what it leaves alone."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from stretchbook import output, prepare
from stretchbook.checks import walk
from stretchbook.commands import build_site, command_line, draw_pictures
from stretchbook.problems import Finding, Problem, Severity, count, has_errors, report
from tests.support.content import ROOT, copy_project, file_of, real_library, swap
from tests.support.project import link_packages


class Done(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, in a folder with a space and an accent, without pictures."""
    folder = tmp_path / "mein Rücken"
    folder.mkdir()
    return copy_project(folder)


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command on that project, within this process, which is quick; it raises on a bug."""
    for command in (build_site, draw_pictures):
        monkeypatch.setattr(command, "ROOT", project)

    def main(*arguments: str) -> Done:
        capsys.readouterr()
        code = command_line.main(arguments)
        return Done(code, *capsys.readouterr())

    return main


def start(project: Path, *arguments: str, **variables: str) -> Done:
    """The same as a program of its own."""
    if not (project / "scripts").exists():
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "scripts", project / "scripts", ignore=without)
        link_packages(project)
    done = subprocess.run(
        [sys.executable, str(project / "scripts" / "build.py"), *arguments],
        cwd="/",  # it must not matter where one stands
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def everything(project: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its time, so that a write of the same bytes shows too."""
    return {
        path.relative_to(project).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in project.rglob("*")
        if path.is_file() and not {"scripts", "node_modules", ".cache"} & set(path.parts)
    }


def test_a_build_writes_the_pages_and_a_second_one_nothing(project: Path) -> None:
    done = start(project)
    assert (done.code, done.err) == (0, "")
    assert " written, 0 removed." in done.out
    assert (project / file_of("/sciatica/")).read_bytes().startswith(b"---\ntitle: ")
    assert len(list((project / "docs" / "stretches").rglob("*.md"))) == 21
    before = everything(project)
    done = start(project)
    assert (done.code, done.err) == (0, "")
    assert ": 0 written, 0 removed." in done.out
    assert everything(project) == before


def test_check_reports_drift_and_writes_nothing(project: Path, run: Run) -> None:
    before = everything(project)
    done = run("--check")
    assert done.code == 1
    assert f"would write {file_of('/sciatica/')}\n" in done.out
    assert "would write docs/.gitignore\n" in done.out
    assert everything(project) == before

    run()
    before = everything(project)
    done = run("--check")
    assert (done.code, done.out.splitlines()[-1]) == (0, "0 changes.")

    swap(project / "content/exercises/bridge.yml", "  repetitions: 8", "  repetitions: 9")
    before = everything(project)
    done = run("--check")
    drift = [line for line in done.out.splitlines() if line.startswith("would")]
    assert done.code == 1
    told = {f"would write {file_of(page)}" for page in ("/stretches/bridge/", "/low-back-pain/")}
    assert told <= set(drift)
    assert f"would write {file_of('/sciatica/')}" not in drift
    assert done.out.splitlines()[-1] == f"{count(len(drift), 'change')}."
    assert everything(project) == before


def test_mistakes_are_all_told_nothing_is_written_and_no_traceback_is_shown(
    project: Path, run: Run
) -> None:
    run()
    swap(project / "content/exercises/bridge.yml", "position: supine", "position: supin")
    swap(project / "content/site.yml", "language: en", "language: no")
    before = everything(project)
    for arguments in ([], ["--check"], ["check"], ["--site"], ["--strict"]):
        done = run(*arguments)
        assert done.code == 1
        assert done.err.splitlines() == [
            "content/exercises/bridge.yml:6: position: must be one of standing, sitting,"
            " floor-sitting, supine, prone, side-lying, all-fours, kneeling, half-kneeling,"
            ' found "supin"',
            "    hint: did you mean supine?",
            "content/site.yml:10: language: is ambiguous, YAML reads `no` as true or false",
            '    hint: put it in quotes: "no"',
            "2 errors, 0 warnings",
            "Nothing was written.",
        ]
    assert everything(project) == before


def no_content(project: Path) -> None:
    shutil.rmtree(project / "content")


def no_routine(project: Path) -> None:
    for path in (project / "content" / "routines").iterdir():
        path.unlink()


def no_exercise(project: Path) -> None:
    for path in (project / "content" / "exercises").iterdir():
        path.unlink()


def no_vocabulary(project: Path) -> None:
    (project / "content/vocabulary.yml").write_text("equipment: {}\nareas: {}\n")


def bytes_instead_of_text(project: Path) -> None:
    (project / "content/exercises/bridge.yml").write_bytes(bytes(range(256)))


def bytes_in_the_record_of_addresses(project: Path) -> None:
    (project / "content/addresses.txt").write_bytes(b"/\n/\xff\xfe/\n")


def folder_in_place_of_a_page(project: Path) -> None:
    (project / file_of("/sciatica/")).mkdir(parents=True)


def file_in_place_of_a_folder(project: Path) -> None:
    (project / "docs/stretches").write_text("mine")


def handwritten_page_of_the_same_name(project: Path) -> None:
    (project / "docs/sciatica.md").write_text("# Mine")


def list_written_by_hand(project: Path) -> None:
    (project / "docs/.gitignore").write_text("/about.md\n")


def source_that_is_no_address(project: Path) -> None:
    path = project / "content/routines/sciatica.yml"
    swap(path, "source: NICE guideline NG59", 'source: "https://[nice"')
    (project / "content/exercises/bridge.yml").write_text("")


SPOILED = (
    no_content,
    no_routine,
    no_exercise,
    no_vocabulary,
    bytes_instead_of_text,
    bytes_in_the_record_of_addresses,
    folder_in_place_of_a_page,
    file_in_place_of_a_folder,
    handwritten_page_of_the_same_name,
    list_written_by_hand,
    source_that_is_no_address,
)


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_whatever_an_author_does_there_is_a_message_and_no_traceback(
    spoil: Callable[[Path], None], project: Path, run: Run
) -> None:
    spoil(project)
    before = everything(project)
    done = run()
    assert done.code == 1
    assert done.err.splitlines()[-1] == "Nothing was written."
    assert everything(project) == before


def test_a_warning_is_told_and_stops_only_a_strict_build(project: Path, run: Run) -> None:
    swap(project / "content/routines/daily-warm-up.yml", "_minutes: 6\n", "_minutes: 9\n")
    strict = run("--strict")
    assert strict.code == 1
    said = "content/routines/daily-warm-up.yml:32: warning: sections[1].stated_minutes: states 540"
    assert said in strict.err
    assert strict.err.splitlines()[-1] == "Nothing was written."
    assert not (project / file_of("/sciatica/")).exists()
    lenient = run()
    assert lenient.code == 0
    assert said in lenient.err
    assert (project / file_of("/sciatica/")).exists()


def test_check_content_says_that_all_is_well_and_writes_nothing(project: Path, run: Run) -> None:
    before = everything(project)
    done = run("check")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "The content is in order."
    assert everything(project) == before


def test_clean_removes_what_was_made_and_keeps_what_was_written_by_hand(
    project: Path, run: Run
) -> None:
    before = set(everything(project))
    run()
    new = set(everything(project)) - before
    made = {name for name in new if name.startswith("docs/") and name != "docs/.gitignore"}
    assert {file_of("/"), file_of("/sciatica/"), file_of("/stretches/bridge/")} <= made
    done = run("clean")
    assert done.code == 0
    assert done.out == f"{count(len(made), 'generated file')} removed.\n"
    left = {name for name in set(everything(project)) - before if "schema/" not in name}
    assert left == {"mkdocs.generated.yml"}  # beside the schemas, which a repository keeps


def test_as_a_program_it_fails_with_a_message_in_any_locale(project: Path) -> None:
    swap(project / "content/exercises/bridge.yml", "position: supine", "position: rücklings")
    done = start(project, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.code == 1
    assert "Traceback" not in done.err
    assert "content/exercises/bridge.yml:6: position: must be one of standing" in done.err
    assert done.err.splitlines()[-1] == "Nothing was written."


@pytest.mark.parametrize("arguments", [["--colour"], ["--check", "--site"], ["content"]], ids=str)
def test_a_wrong_argument_gets_the_usage(
    arguments: list[str], run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: build.py ")


def test_a_mistake_of_ours_is_never_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        message = "a mistake of ours"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(prepare, "render_all", broken)
    with pytest.raises(ZeroDivisionError, match="a mistake of ours"):
        command_line.main(["--check"])


def test_the_real_project_passes_strictly_on_the_day_of_writing() -> None:
    last_change = max(review.written_on for _, review in walk.reviews(real_library()))
    result = prepare.prepare(ROOT, last_change, strict=True)
    assert report(result.problems) == "0 errors, 0 warnings"
    assert not result.stopped


def test_a_pose_without_its_picture_warns_and_stops_a_strict_build(run: Run, project: Path) -> None:
    (project / "content/figures").mkdir()
    (project / "content/figures/bridge.yml").write_text("title: Bridge\n", "utf-8")
    warning = "content/figures/bridge.yml: warning: has no whole picture yet, expected "
    done = run("check")
    assert (done.code, done.err.startswith(warning)) == (0, True)
    done = run("check", "--strict")
    assert (done.code, done.err.startswith(warning)) == (1, True)


def test_figures_draws_and_says_what_it_did(run: Run, project: Path) -> None:
    done = run("figures")
    assert done.code == 0
    assert done.out == "0 pictures drawn, 0 removed.\n"
    (project / "content/figures").mkdir()
    (project / "content/figures/bridge.yml").write_text("title: Bridge\n", "utf-8")
    done = run("figures")
    assert done.code == 1
    assert "content/figures/bridge.yml:1: panels: is missing" in done.err


PROBLEM = Problem(path="content/x.yml", line=3, field="name", message="is blank", hint="fill it in")
PRINTED = {
    "all of it": (PROBLEM, "content/x.yml:3: name: is blank\n    hint: fill it in"),
    "the whole file": (
        Problem(path="content/x.yml", message="is empty"),
        "content/x.yml: is empty",
    ),
    "a warning of a check": (
        Problem(
            path="content/x.yml", message="is old", severity=Severity.WARNING, rule="review-in-time"
        ),
        "content/x.yml: warning: is old [review-in-time]",
    ),
}


@pytest.mark.parametrize(("problem", "text"), PRINTED.values(), ids=PRINTED.keys())
def test_a_problem_is_printed_with_its_place_first(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_a_report_is_sorted_by_place_and_says_each_problem_once() -> None:
    later = Problem(path="content/x.yml", line=20, message="is late")
    warning = Problem(path="content/a.yml", message="is odd", severity=Severity.WARNING)
    assert report([later, PROBLEM, warning, PROBLEM]) == (
        "content/a.yml: warning: is odd\n"
        "content/x.yml:3: name: is blank\n    hint: fill it in\n"
        "content/x.yml:20: is late\n"
        "2 errors, 1 warning"
    )
    assert report([]) == "0 errors, 0 warnings"


def test_a_warning_stops_only_where_it_is_asked_to() -> None:
    warning = Problem(path="a", message="x", severity=Severity.WARNING)
    assert not has_errors([warning])
    assert has_errors([warning], strict=True)
    assert has_errors([warning, PROBLEM])
    assert not has_errors([], strict=True)


def test_a_finding_is_a_value() -> None:
    assert Finding(path="a", message="x") == Finding(path="a", message="x", keys=(), hint="")


def test_a_full_disk_is_said_in_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "docs/index.md")

    monkeypatch.setattr(output, "write", refuse)
    done = run()
    assert done.code == 1
    assert done.err.startswith("docs/index.md: No space left on device\n")
    assert "Traceback" not in done.err


def test_a_bug_shows_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setattr(output, "write", break_down)
    with pytest.raises(OSError, match="Bad file descriptor"):
        run()

"""The summary counts truthfully, also when a part of the run breaks."""

from pathlib import Path

import pytest

from develop import run_tests
from develop.run_tests import Outcome, counted, summary

REPORT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'


@pytest.mark.parametrize(
    ("numbers", "code", "expected"),
    [
        ((5, 0, 0, 0), 0, (5, 0, 0)),
        ((5, 1, 1, 1), 1, (2, 2, 1)),
        ((0, 0, 0, 0), 5, (0, 0, 0)),
        ((3, 0, 0, 0), 3, (3, 1, 0)),  # pytest broke after the last test
    ],
)
def test_a_stage_is_counted_from_its_report(
    tmp_path: Path,
    numbers: tuple[int, int, int, int],
    code: int,
    expected: tuple[int, int, int],
) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT.format(*numbers), "utf-8")
    outcome = counted("unit", 1.0, code, report)
    assert (outcome.passed, outcome.failed, outcome.skipped) == expected


def test_it_says_in_one_line_which_browsers_were_tested(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    note = '<testcase><properties><property name="engine" value="{}"/></properties></testcase>'
    notes = "".join(note.format(name) for name in ("WebKitGTK 2.50.6", "Chromium 156.0"))
    suite = f'<testsuite tests="2" failures="0" errors="0" skipped="0">{notes}</testsuite>'
    report = tmp_path / "report.xml"
    report.write_text(f"<testsuites>{suite}</testsuites>", "utf-8")
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("FIREFOX", raising=False)
    line, last = summary([counted("browser", 1.0, 0, report)]).splitlines()[-2:]
    assert line.startswith("Browsers tested: Chromium 156.0, WebKitGTK 2.50.6. Firefox is not here")
    assert last == "2 passed, 0 failed"


def test_a_stage_without_a_report_is_a_failure(tmp_path: Path) -> None:
    assert counted("unit", 1.0, 4, tmp_path / "none.xml").failed == 1


def test_the_last_line_is_for_machines() -> None:
    parts = [
        Outcome(name="ruff", seconds=1, passed=1),
        Outcome(name="unit", seconds=2, passed=7, failed=2),
    ]
    assert summary(parts).splitlines()[-1] == "8 passed, 2 failed"
    skipped = Outcome(name="browser", seconds=3, skipped=1)
    assert summary([*parts, skipped]).splitlines()[-1] == "8 passed, 2 failed, 1 skipped"


def test_a_run_without_any_test_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str, _: str) -> Outcome:
        return Outcome(name=name, seconds=0)

    monkeypatch.setattr(run_tests, "run_pytest", nothing)
    monkeypatch.setenv("STRETCHBOOK_SITE", "")
    assert run_tests.run_stages()[-1].failed == 1

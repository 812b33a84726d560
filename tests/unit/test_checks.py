"""Every check finds the violation planted for it, says it exactly, and says nothing else."""

import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from stretchbook import checks
from stretchbook.graphics import fonts
from stretchbook.model import Figure
from stretchbook.problems import Severity, report
from stretchbook.reading.load import load, locate
from stretchbook.reserved import reserved_ids
from tests.support.content import HANDWRITTEN, ROOT, TODAY, copy_content, sample_library, swap

FILE = Path(__file__).with_name("planted.yml")
PLANTED: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8")) if FILE.exists() else []
AnyCheck = checks.Check | checks.IdCheck | checks.LetterCheck
EVERY_CHECK: tuple[tuple[Severity, AnyCheck], ...] = (
    *checks.CHECKS,
    *checks.ID_CHECKS,
    *checks.LETTER_CHECKS,
)
RESERVED = reserved_ids.ids(ROOT, HANDWRITTEN)

A_FIGURE = Figure(
    id="bridge",
    source="figures/bridge.yml",
    still="bridge.svg",
    small="bridge-small.svg",
    moving="",
    width=1000,
    height=750,
    description="",
    credit="",
)


def plant(content: Path, edits: list[dict[str, str]]) -> None:
    """Change a copy of the content: replace a text, copy a file or remove one."""
    for edit in edits:
        if "copy" in edit:
            shutil.copy(content / edit["copy"], content / edit["to"])
        elif "remove" in edit:
            (content / edit["remove"]).unlink()
        else:
            swap(content / edit["file"], edit["old"], edit["new"])


def printed(content: Path) -> str:
    library, problems = load(content)
    assert library is not None, report(problems)
    figures = {
        path.stem: replace(A_FIGURE, source=f"figures/{path.name}")
        for path in (content / "figures").iterdir()
    }
    found = checks.run(replace(library, figures=figures), TODAY, RESERVED, fonts.shapeless)
    return report(locate(content, finding, severity, rule) for finding, severity, rule in found)


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case["name"])
def test_a_planted_violation_gives_exactly_this_report(
    case: dict[str, Any], tmp_path: Path
) -> None:
    content = copy_content(tmp_path)
    plant(content, case["edits"])
    assert printed(content) == case["says"].rstrip("\n")


@pytest.mark.parametrize(
    ("severity", "check"), EVERY_CHECK, ids=lambda v: getattr(v, "__name__", "")
)
def test_every_check_has_a_planted_violation(severity: Severity, check: AnyCheck) -> None:
    rule = checks.name_of(check)
    said = [line for case in PLANTED for line in case["says"].splitlines() if f"[{rule}]" in line]
    assert said, f"plant a violation of {rule} in planted.yml"
    assert all((": warning: " in line) == (severity is Severity.WARNING) for line in said)


@pytest.mark.parametrize(("_", "check"), EVERY_CHECK, ids=lambda v: getattr(v, "__name__", ""))
def test_every_check_says_its_rule_in_a_sentence(_: Severity, check: AnyCheck) -> None:
    rule = (check.__doc__ or "").splitlines()[0]
    assert re.fullmatch(r"[A-Z][^\n]{20,}\.", rule)


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case["name"])
def test_every_finding_has_a_hint(case: dict[str, Any]) -> None:
    lines = case["says"].splitlines()[:-1]
    assert [line.startswith("    hint: ") for line in lines] == [False, True] * (len(lines) // 2)


def test_no_two_checks_have_the_same_name() -> None:
    names = [checks.name_of(check) for _, check in EVERY_CHECK]
    assert len(set(names)) == len(names)


def test_the_real_content_passes_without_an_error_or_a_warning() -> None:
    assert list(checks.run(sample_library(), TODAY, RESERVED, fonts.shapeless)) == []


def test_a_review_is_overdue_only_on_the_day_after_its_day() -> None:
    due = min(exercise.review.next_review for exercise in sample_library().exercises.values())
    assert list(checks.run(sample_library(), due, RESERVED, fonts.shapeless)) == []
    found = list(checks.run(sample_library(), due + timedelta(days=1), RESERVED, fonts.shapeless))
    assert {rule for _, _, rule in found} == {"review-in-time"}
    assert {severity for _, severity, _ in found} == {Severity.WARNING}
    assert len(found) == 23


def test_a_hint_never_lists_thousands_of_names() -> None:
    library = sample_library()
    bridge = library.exercises["bridge"]
    many = {f"{name}-{number}": bridge for number in range(1250) for name in ("a", "b", "hip", "p")}
    library = replace(library, exercises={**library.exercises, **many})
    routine = library.routines["sciatica"]
    for wrong, hint in (
        ("hip-bend-31", "did you mean hip-31?"),
        ("pulling-up", "the nearest of 5,020 are pelvic-tilt, prone-elbow-prop, p-9"),
        ("zzz", "none is like it"),
    ):
        step = replace(routine.sections[0].steps[0], exercise=wrong)
        section = replace(routine.sections[0], steps=(step,))
        changed = replace(routine, sections=(section,))
        spoiled = replace(library, routines={**library.routines, "sciatica": changed})
        found = checks.run(spoiled, TODAY, RESERVED, fonts.shapeless)
        assert next(found)[0].hint == hint


def test_what_is_wrong_with_a_draft_only_warns(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    draft, pose = content / "exercises/bridge-two.yml", content / "figures/bridge-two.yml"
    shutil.copy(content / "exercises/bridge.yml", draft)
    shutil.copy(content / "figures/bridge.yml", pose)
    swap(draft, "name: Bridge", "draft: true\nname: Bridge")
    said = printed(content)
    assert 'bridge-two.yml:3: warning: name: is "Bridge", which is also the name of' in said
    assert "0 errors, " in said
    swap(draft, "draft: true\n", "")
    assert "\n1 error, " in printed(content)

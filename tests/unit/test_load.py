"""Spoiled content files: each gives exact messages, all at once, and no library."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from stretchbook.model import Clinic
from stretchbook.problems import Finding, Severity, report
from stretchbook.reading.load import FOLDERS, load, locate
from stretchbook.reading.unread import unread_files
from tests.support.content import CONTENT, copy_content, copy_file, sample_library, swap

SLIPS: list[dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("slips.yml").read_text("utf-8")
)


def printed(content: Path) -> str:
    """What an author is told; proves on the way that a library means no problems."""
    library, problems = load(content)
    assert (library is None) == bool(problems)
    return report(problems)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_a_slip_in_one_file_gives_exactly_this_report(slip: dict[str, str], tmp_path: Path) -> None:
    content = copy_file(tmp_path, slip["file"])
    swap(content / slip["file"], slip["old"], slip["new"])
    errors = sum(not line.startswith(" ") for line in slip["says"].splitlines())
    last = f"{errors} error{'s' if errors > 1 else ''}, 0 warnings"
    assert printed(content) == slip["says"] + last


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_every_report_says_how_to_mend_it_or_names_what_is_allowed(slip: dict[str, str]) -> None:
    says = slip["says"]
    assert "    hint: " in says or "allowed are" in says or "must be one of" in says


def empty_folder(content: Path) -> None:
    (content / "exercises" / "new").mkdir()


def other_ending(content: Path) -> None:
    (content / "exercises" / "bridge.yml").rename(content / "exercises" / "bridge.yml.txt")


def two_endings(content: Path) -> None:
    shutil.copy(content / "exercises" / "bridge.yml", content / "exercises" / "bridge.yaml")


def marks_in_a_name(content: Path) -> None:
    old = content / "exercises" / "bridge.yml"
    old.rename(old.with_name("bri\u200bd\u202ege.yml"))


def backup_of_an_editor(content: Path) -> None:
    shutil.copy(content / "exercises" / "bridge.yml", content / "exercises" / "bridge.yml~")


def capital_in_the_name(content: Path) -> None:
    (content / "exercises" / "bridge.yml").rename(content / "exercises" / "Bridge.yml")


def space_in_the_name(content: Path) -> None:
    (content / "routines" / "sciatica.yml").rename(content / "routines" / "my sciatica.yml")


def accent_in_the_name(content: Path) -> None:
    (content / "exercises" / "bridge.yml").rename(content / "exercises" / "brücke.yml")


def no_site(content: Path) -> None:
    (content / "site.yml").unlink()


def folder_instead_of_a_file(content: Path) -> None:
    (content / "site.yml").unlink()
    (content / "site.yml").mkdir()


def nothing_at_all(content: Path) -> None:
    shutil.rmtree(content)


def list_instead_of_fields(content: Path) -> None:
    (content / "exercises" / "bridge.yml").write_text("- name: Bridge\n")


def one_word(content: Path) -> None:
    (content / "site.yml").write_text("Stretchbook\n")


def link_that_leads_out(content: Path) -> None:
    (content / "exercises" / "x.yml").symlink_to("../../../secret.yml")


def absolute_link(content: Path) -> None:
    (content / "exercises" / "x.yml").symlink_to("/etc/passwd")


def folder_that_leads_out(content: Path) -> None:
    shutil.move(content / "exercises", content.parent / "elsewhere")
    (content / "exercises").symlink_to(content.parent / "elsewhere")


def link_to_nothing(content: Path) -> None:
    (content / "exercises" / "x.yml").symlink_to("bridge-2.yml")


def link_to_itself(content: Path) -> None:
    (content / "exercises" / "x.yml").symlink_to("x.yml")


FOLDER_CASES: tuple[tuple[Callable[[Path], None], str], ...] = (
    (
        empty_folder,
        "content/exercises/new: is a folder, allowed are files that end in .yml\n"
        "    hint: move its files one level up\n"
        "1 error, 0 warnings",
    ),
    (
        other_ending,
        "content/exercises/bridge.yml.txt: is not read: its name does not end in .yml\n"
        "    hint: rename it to bridge.yml, or move it out of this folder\n"
        "1 error, 0 warnings",
    ),
    (
        two_endings,
        "content/exercises/bridge.yml: is a second file of this name, the first is bridge.yaml\n"
        "    hint: remove one of the two\n"
        "1 error, 0 warnings",
    ),
    (
        marks_in_a_name,
        "content/exercises/briU+200BdU+202Ege.yml: "
        'file name is not an id, found "briU+200BdU+202Ege"\n'
        "    hint: rename the file: lower-case letters, digits and single hyphens, then .yml, "
        "such as bridge.yml\n"
        "1 error, 0 warnings",
    ),
    (
        backup_of_an_editor,
        "content/exercises/bridge.yml~: is not read: its name does not end in .yml\n"
        "    hint: move it out of this folder\n"
        "1 error, 0 warnings",
    ),
    (
        capital_in_the_name,
        'content/exercises/Bridge.yml: file name is not an id, found "Bridge"\n'
        "    hint: rename the file: lower-case letters, digits and single hyphens, then .yml, "
        "such as bridge.yml\n"
        "1 error, 0 warnings",
    ),
    (
        space_in_the_name,
        'content/routines/my sciatica.yml: file name is not an id, found "my sciatica"\n'
        "    hint: rename the file: lower-case letters, digits and single hyphens, then .yml, "
        "such as my-sciatica.yml\n"
        "1 error, 0 warnings",
    ),
    (
        accent_in_the_name,
        'content/exercises/brücke.yml: file name is not an id, found "brücke"\n'
        "    hint: rename the file: lower-case letters, digits and single hyphens, then .yml, "
        "such as brucke.yml\n"
        "1 error, 0 warnings",
    ),
    (
        no_site,
        "content/site.yml: is missing\n"
        "    hint: take it from the repository's history; README.md in that folder explains it\n"
        "1 error, 0 warnings",
    ),
    (
        folder_instead_of_a_file,
        "content/site.yml: is a folder, allowed are files that end in .yml\n"
        "    hint: move its files one level up\n"
        "1 error, 0 warnings",
    ),
    (
        nothing_at_all,
        "content/redirects.yml: is missing\n"
        "    hint: take it from the repository's history; README.md in that folder explains it\n"
        "content/site.yml: is missing\n"
        "    hint: take it from the repository's history; README.md in that folder explains it\n"
        "content/vocabulary.yml: is missing\n"
        "    hint: take it from the repository's history; README.md in that folder explains it\n"
        "3 errors, 0 warnings",
    ),
    (
        list_instead_of_fields,
        "content/exercises/bridge.yml:1: must hold fields such as `name: …`, found something else\n"
        "1 error, 0 warnings",
    ),
    (
        one_word,
        "content/site.yml:1: must hold fields such as `name: …`, found something else\n"
        "1 error, 0 warnings",
    ),
    (
        link_that_leads_out,
        "content/exercises/x.yml: is a link that leads out of content/\n"
        "    hint: put what it leads to here instead\n"
        "1 error, 0 warnings",
    ),
    (
        absolute_link,
        "content/exercises/x.yml: is a link that leads out of content/\n"
        "    hint: put what it leads to here instead\n"
        "1 error, 0 warnings",
    ),
    (
        folder_that_leads_out,
        "content/exercises: is a link that leads out of content/\n"
        "    hint: put what it leads to here instead\n"
        "1 error, 0 warnings",
    ),
    (
        link_to_nothing,
        "content/exercises/x.yml: cannot be read: No such file or directory\n1 error, 0 warnings",
    ),
    (
        link_to_itself,
        "content/exercises/x.yml: cannot be read: Too many levels of symbolic links\n"
        "1 error, 0 warnings",
    ),
)


@pytest.mark.parametrize(
    ("spoil", "expected"), FOLDER_CASES, ids=lambda v: getattr(v, "__name__", "")
)
def test_a_file_that_is_missing_or_misplaced_gives_exactly_this_report(
    spoil: Callable[[Path], None], expected: str, tmp_path: Path
) -> None:
    content = copy_content(tmp_path)
    spoil(content)
    assert printed(content) == expected


def test_all_problems_of_all_files_come_at_once_sorted_and_counted(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    swap(content / "site.yml", "language: en", "language: no")
    swap(content / "exercises" / "bridge.yml", "position: supine", "position: supin")
    swap(content / "exercises" / "bridge.yml", "  repetitions: 8", "  repetitions: 800")
    swap(content / "routines" / "sciatica.yml", "place_in_menu: 1", "place_in_menu: first")
    (content / "exercises" / "x.yml").write_text("")
    lines = [line for line in printed(content).splitlines() if not line.startswith(" ")]
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        "content/exercises/bridge.yml:6",
        "content/exercises/bridge.yml:25",
        "content/exercises/x.yml",
        "content/routines/sciatica.yml:5",
        "content/site.yml:10",
    ]
    assert lines[-1] == "5 errors, 0 warnings"


def test_the_real_content_loads_without_a_problem_and_keeps_every_file() -> None:
    library = sample_library()
    for folder, found in {
        "exercises": library.exercises,
        "routines": library.routines,
        "emergency": library.emergency,
        "urgent-signs": library.urgent_signs,
    }.items():
        assert set(found) == {path.stem for path in (CONTENT / folder).iterdir()}
    assert len(library.exercises) == 20
    assert len(library.routines) == 3
    assert set(library.emergency) == {"us", "uk", "eu"}


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    (content / "exercises" / ".DS_Store").write_bytes(b"\x00\xff")
    library, problems = load(content)
    assert not problems
    assert library == sample_library()


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    (content / "exercises" / "hip-lift.yml").symlink_to("bridge.yml")
    library, problems = load(content)
    assert not problems
    assert library is not None
    assert library.exercises["hip-lift"].steps == library.exercises["bridge"].steps


def test_progress_counts_every_file_to_the_end(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    calls: list[tuple[int, int]] = []
    load(content, lambda done, total: calls.append((done, total)))
    files = 3 + sum(len(os.listdir(content / folder)) for folder in FOLDERS)  # noqa: PTH208 - names only
    assert calls == [(number, files) for number in range(1, files + 1)]


def test_the_order_of_the_disk_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    def backwards(folder: Path) -> Iterator[Path]:
        names = sorted(os.listdir(folder), reverse=True)  # noqa: PTH208 - iterdir is replaced
        return iter([folder / name for name in names])

    monkeypatch.setattr(Path, "iterdir", backwards)
    library, _ = load(CONTENT)
    assert library is not None
    assert list(library.exercises) == sorted(library.exercises) == list(sample_library().exercises)


def test_a_file_that_is_on_no_page_is_named(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    for name in ("README.md", "LICENSE", "addresses.txt", ".hidden", "notes.txt", "FAQ.md"):
        (content / name).write_text("x", "utf-8")
    (content / "front.HEIC").write_bytes(b"x")
    clinic = Clinic(name="Example Back Clinic", logo="logo.svg")
    (content / "logo.svg").write_bytes(b"x")
    site = replace(sample_library().site, clinic=clinic)
    assert report(unread_files(content, site)) == (
        "content/FAQ.md: warning: is not read, and stands on no page [unread-files]\n"
        "    hint: a page of your own belongs in pages/\n"
        "content/front.HEIC: warning: is not read, and stands on no page [unread-files]\n"
        "    hint: a picture of a stretch belongs in pictures/; a logo is named in site.yml\n"
        "content/notes.txt: warning: is not read, and stands on no page [unread-files]\n"
        "    hint: move it out of this folder\n"
        "0 errors, 3 warnings"
    )


def test_a_folder_with_a_slip_in_its_name_does_not_drop_out_without_a_word(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    (content / "routines").rename(content / "routine")
    (content / "exercise").mkdir()
    (content / "exercise" / "notes.txt").write_text("my own notes", "utf-8")
    assert printed(content) == (
        "content/exercise: is not read: no such name is known\n"
        "    hint: did you mean exercises? Allowed are emergency, exercises, figures, pages, "
        "pictures, plans, redirects.yml, routines, schema, site.yml, translations, urgent-signs, "
        "vocabulary.yml\n"
        "content/routine: is not read: no such name is known\n"
        "    hint: did you mean routines? Allowed are emergency, exercises, figures, pages, "
        "pictures, plans, redirects.yml, routines, schema, site.yml, translations, urgent-signs, "
        "vocabulary.yml\n"
        "2 errors, 0 warnings"
    )


def test_the_longer_ending_is_read_everywhere(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    for name in ("exercises/bridge", "routines/sciatica", "site", "vocabulary", "redirects"):
        (content / f"{name}.yml").rename(content / f"{name}.yaml")
    library, problems = load(content)
    assert not problems
    assert library == sample_library()
    finding = Finding(path="exercises/bridge.yml", keys=("position",), message="is wrong")
    problem = locate(content, finding, Severity.ERROR, "rule")
    assert str(problem) == "content/exercises/bridge.yaml:6: position: is wrong [rule]"


UNFINISHED = "draft: true\nname: Wall push\nsteps: [Push.]\n"


def test_a_draft_may_miss_what_the_site_needs(tmp_path: Path) -> None:
    copy = copy_content(tmp_path)
    (copy / "exercises/wall-push.yml").write_text(UNFINISHED, "utf-8")
    library, problems = load(copy)
    assert library is not None
    assert "wall-push" not in library.exercises
    assert report(problems) == (
        "content/exercises/wall-push.yml: warning: is a draft that still misses summary, position,"
        " areas, works_on, picture, feel, dose, sources, review [unfinished-draft]\n"
        "    hint: fill them in and take out `draft: true`; until then it is left out\n"
        "0 errors, 1 warning"
    )


def test_other_slips_in_a_draft_only_warn_and_without_its_mark_all_are_errors(
    tmp_path: Path,
) -> None:
    copy = copy_content(tmp_path)
    path = copy / "exercises/bridge.yml"
    path.write_text(f"draft: true\n{path.read_text('utf-8')}mood: good\n", "utf-8")
    library, problems = load(copy)
    assert library is not None
    assert [p.severity for p in problems] == [Severity.WARNING]
    path.write_text(UNFINISHED.replace("draft: true\n", ""), "utf-8")
    library, problems = load(copy)
    assert library is None
    assert {p.severity for p in problems} == {Severity.ERROR}


def test_many_drafts_are_counted(tmp_path: Path) -> None:
    copy = copy_content(tmp_path)
    for number in range(13):
        (copy / f"exercises/draft-{number}.yml").write_text(UNFINISHED, "utf-8")
    _, problems = load(copy)
    assert len(problems) == 11
    assert str(problems[0]) == (
        "content/exercises: warning: holds 3 more drafts that still miss something"
        " [unfinished-draft]\n    hint: each of them says what it misses"
    )

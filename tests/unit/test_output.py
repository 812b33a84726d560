"""The writer: changes only what changed, removes only what it made, survives a kill anywhere."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from stretchbook import output

BEFORE: Mapping[str, bytes] = {
    "docs/index.md": b"home",
    "docs/old.md": b"goes away",
    "docs/gone/deep/page.md": b"goes away with its folders",
    "docs/stretches/bridge.md": b"bridge, 8 times",
    "docs/stretches/twist.md": b"stays",
    "mkdocs.generated.yml": b"nav: old",
    "content/addresses.txt": b"/old/",
    "content/schema/exercise.schema.json": b"{}",
}
AFTER: Mapping[str, bytes] = {
    "docs/index.md": b"home with more",
    "docs/new/page.md": b"is new",
    "docs/stretches/bridge.md": b"bridge, 9 times",
    "docs/stretches/twist.md": b"stays",
    "mkdocs.generated.yml": b"nav: new",
    "content/addresses.txt": b"/old/\n/new/",
    "content/schema/exercise.schema.json": b'{"a": 1}',
}
BY_HAND: Mapping[str, bytes] = {
    "docs/about.md": b"written by hand",
    "docs/img/logo.svg": b"<svg/>",
    "docs/stretches/notes.md": b"written by hand, beside ours",
    "content/site.yml": b"name: x",
    "mkdocs.yml": b"INHERIT: mkdocs.generated.yml",
}


class KilledError(BaseException):
    """Stands for a kill: nothing catches it."""


def put(root: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def files_of(root: Path) -> dict[str, bytes]:
    """Everything on the disk, but the writer's own list."""
    found = (path for path in root.rglob("*") if path.is_file())
    everything = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    everything.pop(output.LIST_FILE, None)
    return everything


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with spaces in its path and some files written by hand."""
    project = tmp_path / "my site & more" / "project"
    put(project, BY_HAND)
    return project


def test_the_tree_is_what_was_asked_for_and_what_was_there(root: Path) -> None:
    changes = output.write(root, BEFORE)
    assert files_of(root) == {**BY_HAND, **BEFORE}
    assert set(changes.written) == {*BEFORE, output.LIST_FILE}
    assert changes.removed == ()


def test_a_second_run_touches_nothing(root: Path) -> None:
    output.write(root, BEFORE)
    for path in root.rglob("*"):
        os.utime(path, (1, 1))
    assert output.write(root, BEFORE) == output.Changes((), ())
    assert {path.stat().st_mtime for path in root.rglob("*")} == {1}


def test_only_what_changed_is_written(root: Path) -> None:
    output.write(root, BEFORE)
    for path in root.rglob("*"):
        os.utime(path, (1, 1))
    changes = output.write(root, {**BEFORE, "docs/index.md": b"home with more"})
    assert changes == output.Changes(("docs/index.md",), ())
    touched = [p.name for p in root.rglob("*") if p.is_file() and p.stat().st_mtime != 1]
    assert touched == ["index.md"]


def test_what_is_no_longer_made_goes_with_its_empty_folders_and_nothing_else(root: Path) -> None:
    output.write(root, BEFORE)
    changes = output.write(root, AFTER)
    assert changes.removed == ("docs/gone/deep/page.md", "docs/old.md")
    assert files_of(root) == {**BY_HAND, **AFTER}
    assert not (root / "docs" / "gone").exists()


def test_a_file_of_ours_that_somebody_changed_or_deleted_is_made_again(root: Path) -> None:
    output.write(root, BEFORE)
    (root / "docs/index.md").write_bytes(b"changed by hand")
    (root / "docs/old.md").unlink()
    assert output.write(root, BEFORE).written == ("docs/index.md", "docs/old.md")
    assert files_of(root) == {**BY_HAND, **BEFORE}


def test_clean_removes_all_that_was_made_in_docs_and_nothing_written_by_hand(root: Path) -> None:
    output.write(root, BEFORE)
    changes = output.clean(root)
    assert set(changes.removed) == {name for name in BEFORE if name.startswith("docs/")}
    outside = {name: data for name, data in BEFORE.items() if not name.startswith("docs/")}
    assert files_of(root) == {**BY_HAND, **outside}
    assert not (root / output.LIST_FILE).exists()
    assert output.clean(root) == output.Changes((), ())


def test_a_plan_names_the_same_changes_and_touches_nothing(root: Path) -> None:
    output.write(root, BEFORE)
    for path in root.rglob("*"):
        os.utime(path, (1, 1))
    before = files_of(root)
    plan = output.plan(root, AFTER)
    assert files_of(root) == before
    assert {path.stat().st_mtime for path in root.rglob("*")} == {1}
    assert output.write(root, AFTER) == plan
    assert output.plan(root, AFTER) == output.Changes((), ())


def test_the_list_keeps_our_files_out_of_the_repository(root: Path) -> None:
    output.write(root, BEFORE)
    lines = (root / output.LIST_FILE).read_text("utf-8").splitlines()
    assert lines == [
        "# Made by the generator, which removes what it no longer makes. Do not edit.",
        "/.gitignore",
        "*.half-written",
        "/gone/deep/page.md",
        "/index.md",
        "/old.md",
        "/stretches/bridge.md",
        "/stretches/twist.md",
    ]


def test_handwritten_pages_are_those_that_the_list_does_not_name(root: Path) -> None:
    output.write(root, BEFORE)
    assert output.handwritten(root) == ["about.md", "stretches/notes.md"]


COLLISIONS: dict[str, str] = {
    "same name": "docs/about.md",
    "same name in other case": "docs/About.md",
    "another file for the same page": "docs/about/index.md",
    "same name in a folder in other case": "docs/Stretches/Notes.md",
}


@pytest.mark.parametrize("path", COLLISIONS.values(), ids=COLLISIONS.keys())
def test_a_page_that_would_replace_a_handwritten_one_is_reported(root: Path, path: str) -> None:
    ours = dict.fromkeys((path, "docs/index.md"), b"made")
    place = path.replace("/index.md", ".md").casefold()
    (by_hand,) = (name for name in BY_HAND if name.casefold() == place)
    assert [str(problem) for problem in output.collisions(root, ours)] == [
        f"{by_hand}: was written by hand, and a page from content/ would replace it\n"
        "    hint: rename or remove this file, or rename the routine or stretch"
    ]


def test_a_folder_in_place_of_a_file_and_a_file_in_place_of_a_folder_are_reported(
    root: Path,
) -> None:
    (root / "docs/index.md").mkdir()
    (root / "docs/gone").mkdir()
    (root / "docs/gone/deep").write_bytes(b"mine")
    assert [str(problem) for problem in output.collisions(root, BEFORE)] == [
        "docs/index.md: is a folder, and the generator writes a file there\n"
        "    hint: rename or remove it",
        "docs/gone/deep: is a file, and the generator needs a folder there\n"
        "    hint: rename or remove it",
    ]
    assert output.handwritten(root) == ["about.md", "stretches/notes.md"]


def test_a_page_of_ours_collides_with_nothing(root: Path) -> None:
    output.write(root, BEFORE)
    assert list(output.collisions(root, BEFORE)) == []


def test_a_list_written_by_hand_is_reported_and_never_believed(root: Path) -> None:
    put(root, {output.LIST_FILE: b"# mine\n/about.md\n/private.md\n", "docs/private.md": b"mine"})
    assert [str(problem) for problem in output.collisions(root, BEFORE)] == [
        "docs/.gitignore: was written by hand, and the generator keeps its own list there\n"
        "    hint: move its lines to the .gitignore of the project, and remove this file"
    ]
    assert output.handwritten(root) == ["about.md", "private.md", "stretches/notes.md"]
    assert output.plan(root, {}).removed == ()
    assert output.clean(root).removed == ()
    assert (root / output.LIST_FILE).exists()
    assert (root / "docs/about.md").exists()


@pytest.mark.parametrize(
    "line", ["/../content/site.yml", "/../mkdocs.yml", "/stretches/../../content/site.yml"]
)
def test_a_spoiled_list_never_makes_us_remove_a_file_outside_docs(root: Path, line: str) -> None:
    put(root, {output.LIST_FILE: f"{output.LIST_HEADER}/.gitignore\n{line}\n".encode()})
    output.write(root, {})
    assert files_of(root) == BY_HAND


def test_a_list_with_bytes_that_are_no_text_is_no_reason_to_stop(root: Path) -> None:
    put(root, {output.LIST_FILE: output.LIST_HEADER.encode() + b"/\xff\xfe.md\n"})
    output.write(root, BEFORE)
    assert files_of(root) == {**BY_HAND, **BEFORE}


def test_half_written_files_of_a_killed_run_are_removed(root: Path) -> None:
    output.write(root, BEFORE)
    folders = ("", "docs/", "docs/stretches/", "docs/left/", "content/", "content/schema/")
    put(root, {f"{folder}x.md.123.half-written": b"ha" for folder in folders})
    output.write(root, BEFORE)
    assert files_of(root) == {**BY_HAND, **BEFORE}


Operation = Callable[..., object]


def kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> list[str]:
    """Raise instead of file operation number `step`; a write is cut in the middle."""
    done: list[str] = []

    def guarded(name: str, operation: Operation) -> Operation:
        def run(path: Path, *arguments: object, **options: object) -> object:
            done.append(name)
            if len(done) == step:
                if name == "write_bytes":
                    data = arguments[0]
                    assert isinstance(data, bytes)
                    with suppress(FileNotFoundError):
                        operation(path, data[: len(data) // 2])
                raise KilledError
            return operation(path, *arguments, **options)

        return run

    for name in ("write_bytes", "replace", "unlink", "rmdir", "mkdir"):
        monkeypatch.setattr(Path, name, guarded(name, getattr(Path, name)))
    return done


def killed_after(root: Path, files: Mapping[str, bytes], step: int) -> bool:
    """Run the writer and kill it at this step; whether it was still running then."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        kill_at(monkeypatch, step)
        try:
            output.write(root, files)
        except KilledError:
            return True
    return False


@pytest.mark.parametrize("first", [{}, BEFORE], ids=["first run", "later run"])
def test_a_kill_at_any_file_operation_leaves_what_the_next_run_repairs(
    first: Mapping[str, bytes], tmp_path: Path
) -> None:
    step, running = 0, True
    while running:
        step += 1
        root = tmp_path / str(step)
        put(root, BY_HAND)
        if first:
            output.write(root, first)
        running = killed_after(root, AFTER, step)
        left = files_of(root)
        whole = {name: data for name, data in left.items() if "half-written" not in name}
        for name, data in whole.items():  # each file is whole: the old one or the new one
            assert data in (first.get(name), AFTER.get(name), BY_HAND.get(name)), (step, name)
        output.write(root, AFTER)
        assert files_of(root) == {**BY_HAND, **AFTER}, f"after a kill at step {step}"
        assert output.handwritten(root) == ["about.md", "stretches/notes.md"]
    assert step > len(AFTER), "the writer was killed at too few places"


def test_after_a_kill_another_result_leaves_nothing_of_the_killed_one(tmp_path: Path) -> None:
    step, running = 0, True
    while running:
        step += 1
        root = tmp_path / str(step)
        put(root, BY_HAND)
        output.write(root, BEFORE)
        running = killed_after(root, AFTER, step)
        output.write(root, BEFORE)
        assert files_of(root) == {**BY_HAND, **BEFORE}, f"after a kill at step {step}"
    assert step > len(AFTER)


def test_a_kill_during_clean_is_repaired_by_the_next_clean(tmp_path: Path) -> None:
    step, running = 0, True
    while running:
        step += 1
        root = tmp_path / str(step)
        put(root, BY_HAND)
        output.write(root, BEFORE)
        with pytest.MonkeyPatch.context() as monkeypatch:
            kill_at(monkeypatch, step)
            try:
                output.clean(root)
                running = False
            except KilledError:
                running = True
        output.clean(root)
        outside = {name: data for name, data in BEFORE.items() if not name.startswith("docs/")}
        assert files_of(root) == {**BY_HAND, **outside}, f"after a kill at step {step}"
    assert step > 5

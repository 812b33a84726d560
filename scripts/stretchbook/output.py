"""The only code that writes. It knows files and folders, not what a page means.

What the generator owns in docs/ is listed in docs/.gitignore: the same list keeps generated files
out of the repository and tells the next run what it may remove. The list is written before the
files, so a run that is killed at any moment leaves nothing behind that the next run does not know.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stretchbook import addresses, whole_files
from stretchbook.problems import Problem

OWNED_FOLDER = "docs"
LIST_FILE = "docs/.gitignore"
LIST_HEADER = "# Made by the generator, which removes what it no longer makes. Do not edit.\n"


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths relative to the project, in order."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def plan(root: Path, files: Mapping[str, bytes]) -> Changes:
    """What `write` would do; nothing is touched.

    files: path relative to the project, with forward slashes, and its whole content.
    """
    files = {**files, LIST_FILE: _list_of(files)}
    written = tuple(sorted(p for p, data in files.items() if _content(root / p) != data))
    removed = tuple(sorted(p for p in _owned(root) - files.keys() if (root / p).exists()))
    return Changes(written, removed)


def write(root: Path, files: Mapping[str, bytes]) -> Changes:
    """Make the files under `root` equal to `files`; each is replaced whole or not at all."""
    changes = plan(root, files)
    _remove_half_written(root, files)
    owned_before = _owned(root)
    if changes.removed or set(_owned_paths(files)) - owned_before:
        whole_files.write(root / LIST_FILE, _list_of([*files, *owned_before]))
    for path in changes.written:
        if path != LIST_FILE:
            whole_files.write(root / path, files[path])
    for path in changes.removed:
        _remove(root / path, root / OWNED_FOLDER)
    if _content(root / LIST_FILE) != _list_of(files):
        whole_files.write(root / LIST_FILE, _list_of(files))
    return changes


def clean(root: Path) -> Changes:
    """Remove everything the generator owns."""
    owned = sorted(path for path in _owned(root) if (root / path).exists())
    for path in owned:
        _remove(root / path, root / OWNED_FOLDER)
    if _is_ours(_content(root / LIST_FILE)):
        (root / LIST_FILE).unlink(missing_ok=True)
    return Changes((), tuple(owned))


def handwritten(root: Path) -> list[str]:
    """Markdown files of docs/ that are not ours, relative to docs/, in order."""
    owned, docs = _owned(root), root / OWNED_FOLDER
    found = (
        f"{os.path.relpath(folder, docs)}/{name}".removeprefix("./")
        for folder, _, names in os.walk(docs)
        for name in names
        if name.endswith(".md")
    )
    return sorted(path for path in found if f"{OWNED_FOLDER}/{path}" not in owned)


def collisions(root: Path, files: Iterable[str]) -> Iterator[Problem]:
    """A problem for everything that stands where we would write and is not ours.

    Names are compared without case: some disks make no difference. `a.md` and `a/index.md` would
    become the same page.
    """
    files = sorted(files)
    yield from _blocked(root, files)
    if not _is_ours(_content(root / LIST_FILE)):
        message = "was written by hand, and the generator keeps its own list there"
        hint = "move its lines to the .gitignore of the project, and remove this file"
        yield Problem(path=LIST_FILE, message=message, hint=hint)
    ours = {addresses.place_of_file(path) for path in files}
    for name in handwritten(root):
        path = f"{OWNED_FOLDER}/{name}"
        if addresses.place_of_file(path) in ours:
            message = "was written by hand, and a page from content/ would replace it"
            hint = "rename or remove this file, or rename the routine or stretch"
            yield Problem(path=path, message=message, hint=hint)


def _blocked(root: Path, files: Sequence[str]) -> Iterator[Problem]:
    """Folders where files must stand, and files where folders must stand."""
    hint = "rename or remove it"
    for path in files:
        if (root / path).is_dir():
            message = "is a folder, and the generator writes a file there"
            yield Problem(path=path, message=message, hint=hint)
    folders = {os.path.dirname(path) for path in files} | {OWNED_FOLDER}  # noqa: PTH120 - as text
    for folder in sorted(folders):
        if (root / folder).is_file():
            message = "is a file, and the generator needs a folder there"
            yield Problem(path=folder, message=message, hint=hint)


def _owned_paths(files: Iterable[str]) -> Iterator[str]:
    inside = (path for path in files if path.startswith(f"{OWNED_FOLDER}/"))
    return (path for path in inside if path != LIST_FILE)


def _list_of(files: Iterable[str]) -> bytes:
    names = sorted({path.removeprefix(OWNED_FOLDER) for path in _owned_paths(files)})
    lines = ["/.gitignore", f"*{whole_files.HALF_WRITTEN}", *names]
    return (LIST_HEADER + "".join(f"{line}\n" for line in lines)).encode()


def _owned(root: Path) -> set[str]:
    data = _content(root / LIST_FILE) or b""
    if not _is_ours(data):
        return set()
    lines = data.decode("utf-8", "replace").splitlines()
    names = (line for line in lines if line.startswith("/") and ".." not in line)
    return {f"{OWNED_FOLDER}{name}" for name in names} - {LIST_FILE}


def _is_ours(data: bytes | None) -> bool:
    """Whether a list is ours, or not there yet: one written by hand must delete nothing."""
    return not data or data.startswith(LIST_HEADER.encode())


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _remove(path: Path, stop: Path) -> None:
    """Remove a file, and the folders above it that are empty then."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == stop or any(folder.iterdir()):
            return
        folder.rmdir()


def _remove_half_written(root: Path, files: Iterable[str]) -> None:
    outside = (path for path in files if not path.startswith(f"{OWNED_FOLDER}/"))
    for folder in {(root / path).parent for path in outside}:
        for path in folder.glob(f"*{whole_files.HALF_WRITTEN}"):
            path.unlink()
    for path in (root / OWNED_FOLDER).rglob(f"*{whole_files.HALF_WRITTEN}"):
        path.unlink()

"""Reads content/ into a Library. The only code that sees raw dictionaries.

Every file is read and every problem kept, so an author sees all of them at once.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from stretchbook.keeping import remembered
from stretchbook.model import (
    EmergencyService,
    Exercise,
    Library,
    Plan,
    Redirects,
    Routine,
    Site,
    UrgentSigns,
    Vocabulary,
)
from stretchbook.problems import Finding, Problem, Severity, has_errors
from stretchbook.reading import draft_files, yaml_source
from stretchbook.reading.explain import explain, part_of
from stretchbook.reading.file_names import ENDINGS, found_file, meant_name
from stretchbook.reading.unread import unread_data
from stretchbook.reading.yaml_source import Source, field_name

Progress = Callable[[int, int], None]  # files read so far, files in all

FOLDERS: Mapping[str, type] = {
    "exercises": Exercise,
    "routines": Routine,
    "emergency": EmergencyService,
    "urgent-signs": UrgentSigns,
    "plans": Plan,
}
FILES: Mapping[str, type] = {
    "site.yml": Site,
    "vocabulary.yml": Vocabulary,
    "redirects.yml": Redirects,
}
ELSEWHERE = (
    "figures",
    "pages",
    "pictures",
    "schema",
    "translations",
)  # folders that other rooms read or write


def load(content: Path, progress: Progress | None = None) -> tuple[Library | None, list[Problem]]:
    """Read the folder `content`; the library is None exactly where there are errors."""
    paths = list(_paths(content))
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for number, path in enumerate(paths):
        name = path.relative_to(content).with_suffix(".yml").as_posix()
        value, found = _load_file(content, path, first=values.get(name) is None)
        problems += found
        values[name] = value
        if progress:
            progress(number + 1, len(paths))
    problems += [_absent(content, name) for name in FILES if name not in values]
    problems += unread_data(content, {*FILES, *FOLDERS, *ELSEWHERE})
    problems = draft_files.few(problems)
    if has_errors(problems):
        return None, problems
    return library_of({name: value for name, value in values.items() if value}), problems


def locate(content: Path, finding: Finding, severity: Severity, rule: str) -> Problem:
    """A finding with its line, which is read again from the file: problems are rare."""
    file = found_file(content / finding.path)
    shown = f"{content.name}/{file.relative_to(content).as_posix()}"
    source, _ = yaml_source.read(file, shown)
    return Problem(
        path=shown,
        line=source.line_of(finding.keys) if source and finding.keys else 0,
        field=field_name(finding.keys),
        message=finding.message,
        hint=finding.hint,
        severity=severity,
        rule=rule,
    )


def load_plan(path: Path) -> tuple[Plan | None, list[Problem]]:
    """One plan file, wherever it stands, without looking up its stretches."""
    source, problems = yaml_source.read(path, path.as_posix())
    return make(Plan, source, {"id": "plan"}) if source else (None, problems)


@cache
def adapter(cls: type) -> TypeAdapter[Any]:
    """The validator of a class of the model; making one is slow, so each is made once."""
    return TypeAdapter(cls)


@cache
def schema_of(cls: type) -> dict[str, Any]:
    """The JSON Schema of a class of the model; nobody may change it."""
    return adapter(cls).json_schema()


def _paths(content: Path) -> Iterator[Path]:
    """Everything that may be content, in the order of the names, whatever the disk's order is."""
    for name in FILES:
        if (path := found_file(content / name)).exists():
            yield path
    for folder in (content / name for name in FOLDERS):
        if folder.is_symlink() and not _within(content, folder):
            yield folder
        elif folder.is_dir():
            yield from sorted(path for path in folder.iterdir() if path.name[0] != ".")


def _load_file(content: Path, path: Path, *, first: bool) -> tuple[Any, list[Problem]]:
    shown = f"{content.name}/{path.relative_to(content).as_posix()}"
    if problem := _misplaced(content, path, shown):
        return None, [problem]
    if not first:
        message = f"is a second file of this name, the first is {path.stem}.yaml"
        return None, [Problem(path=shown, message=message, hint="remove one of the two")]
    try:
        return _value(path.read_bytes(), shown, "" if path.parent == content else path.parent.name)
    except OSError as error:
        return None, [Problem(path=shown, message=f"cannot be read: {error.strerror}")]


@remembered
def _value(data: bytes, shown: str, folder: str) -> tuple[Any, list[Problem]]:
    """What a file holds, and what is wrong with it; `folder` is empty at the top of content/."""
    stem = Path(shown).stem
    cls = FOLDERS[folder] if folder else FILES[f"{stem}.yml"]
    said = schema_of(cls)
    source, problems = yaml_source.parse(data, shown, lambda keys: part_of(said, keys, said))
    if source is None:
        return None, problems
    value, problems = make(cls, source, {"id": stem} if folder else {})
    return value, draft_files.spared(source, problems)


def _misplaced(content: Path, path: Path, shown: str) -> Problem | None:
    if path.is_symlink() and not _within(content, path):
        message = f"is a link that leads out of {content.name}/"
        return Problem(path=shown, message=message, hint="put what it leads to here instead")
    if path.is_dir():
        message = "is a folder, allowed are files that end in .yml"
        return Problem(path=shown, message=message, hint="move its files one level up")
    if path.suffix not in ENDINGS:
        meant = meant_name(path.name)
        message = "is not read: its name does not end in .yml"
        hint = f"rename it to {meant}, or move it out of this folder"
        if meant == ".yml" or (path.parent / meant).exists():
            hint = "move it out of this folder"
        return Problem(path=shown, message=message, hint=hint)
    return None


def _within(content: Path, link: Path) -> bool:
    try:
        return link.resolve().is_relative_to(content.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself: reading it will say so
        return True


def make(cls: type, source: Source, extra: dict[str, str]) -> tuple[Any, list[Problem]]:
    """The typed value of one file, or the reasons why there is none.

    extra: fields that the file does not hold itself, such as the id in its name.
    """
    if not isinstance(source.value, dict):
        message = "must hold fields such as `name: …`, found something else"
        return None, [Problem(path=source.path, line=1, message=message)]
    if "id" in source.value and extra:
        line = source.line_of(("id",))
        hint = "remove this line; to change the id, rename the file and add a redirect"
        message = "is taken from the file name"
        return None, [Problem(path=source.path, line=line, field="id", message=message, hint=hint)]
    value = {**source.value, **extra}
    try:
        return adapter(cls).validate_python(value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [
            _problem(source, keys, message, hint)
            for keys, message, hint in explain(details, value, schema_of(cls))
        ]


def _problem(source: Source, keys: tuple[str | int, ...], message: str, hint: str) -> Problem:
    if keys == ("id",) and "id" not in source.value:
        hint = "rename the file: lower-case letters, digits and single hyphens, then .yml"
        meant = meant_name(source.path.rpartition("/")[2])
        hint += f", such as {meant}" if meant != ".yml" else ""
        return Problem(path=source.path, message=f"file name {message}", hint=hint)
    line, field = source.line_of(keys), field_name(keys)
    return Problem(path=source.path, line=line, field=field, message=message, hint=hint)


def _absent(content: Path, name: str) -> Problem:
    hint = "take it from the repository's history; README.md in that folder explains it"
    return Problem(path=f"{content.name}/{name}", message="is missing", hint=hint)


def library_of(values: Mapping[str, Any]) -> Library:
    """The library of typed values, each by the name of its file below content/."""

    def folder(name: str) -> dict[str, Any]:
        return {v.id: v for path, v in values.items() if path.startswith(f"{name}/")}

    return Library(
        site=values["site.yml"],
        vocabulary=values["vocabulary.yml"],
        redirects=values["redirects.yml"].redirects,
        emergency=folder("emergency"),
        urgent_signs=folder("urgent-signs"),
        exercises=folder("exercises"),
        routines=folder("routines"),
        plans=folder("plans"),
    )

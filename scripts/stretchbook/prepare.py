"""One run of the generator: load, check, render, write. Both build and check mode come this way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from stretchbook import checks, handouts, output, pictures, published
from stretchbook.graphics import fonts
from stretchbook.model import Library
from stretchbook.pictures import logo
from stretchbook.problems import Problem, Severity, has_errors
from stretchbook.reading import front_matter
from stretchbook.reading.load import Progress, load, locate
from stretchbook.render import render
from stretchbook.rendering import browser_libraries, installable
from stretchbook.reserved import reserved_ids
from stretchbook.views.promise_view import Promise, view_promises

CONTENT = "content"
HANDOUTS = ".cache/handouts"  # by what they are made of, so that none is set twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run found and what it would write.

    files: empty where the problems stop the build. promises: what its pages must show once built.
    """

    problems: tuple[Problem, ...]
    stopped: bool
    files: Mapping[str, bytes] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)


def prepare(  # noqa: PLR0913 - two things to build from, and choices that are always named
    root: Path,
    today: date,
    *,
    strict: bool = False,
    progress: Progress | None = None,
    site_url: str = "",
    paper: bool = True,
) -> Result:
    """Everything up to writing; touches nothing.

    strict: a warning stops the build too.
    site_url: where the site will be, with a slash at the end; empty while nobody knows.
    paper: whether to set handouts, which take seconds a routine when they are new.
    """
    library, problems = load(root / CONTENT, progress)
    shown, unfit = pictures.read_pictures(root / CONTENT)
    problems += unfit
    if library is None or has_errors(problems, strict=strict):
        return Result(problems=tuple(problems), stopped=True)
    library = replace(library, figures={name: one.figure for name, one in shown.items()})
    handwritten = output.handwritten(root)
    problems += _check(root, library, today, handwritten)
    logo_files, faults = logo.files_of(root / CONTENT, library.site.clinic)
    problems += [locate(root / CONTENT, f, Severity.ERROR, logo.RULE) for f in faults]
    if has_errors(problems, strict=strict):
        return Result(problems=tuple(problems), stopped=True)
    files, lost = _render(root, library, handwritten)
    problems += lost
    if has_errors(problems, strict=strict):
        return Result(problems=tuple(problems), stopped=True)
    files |= pictures.files_of(shown) | logo_files | browser_libraries.files_of()
    files |= installable.files_of(root, library, files)
    if paper:
        files |= handouts.files_of(library, files, root / HANDOUTS, site_url)
    promises = view_promises(library)
    return Result(problems=tuple(problems), stopped=False, files=files, promises=promises)


def _check(root: Path, library: Library, today: date, handwritten: Sequence[str]) -> list[Problem]:
    reserved = reserved_ids.ids(root, handwritten)
    found = checks.run(library, today, reserved, fonts.shapeless)
    return [locate(root / CONTENT, finding, severity, rule) for finding, severity, rule in found]


def _render(
    root: Path, library: Library, handwritten: Sequence[str]
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files, and what they would break: lost addresses, pages written by hand."""
    now = published.current(library, handwritten)
    record = root / published.FILE
    before = published.read(record.read_text("utf-8", "replace")) if record.exists() else set()
    problems = [*published.lost(library, now, before), *published.misled(library, now)]
    problems += front_matter.problems(root, handwritten)
    files = dict(render(library, handwritten))
    problems += output.collisions(root, files)
    files[published.FILE] = published.write(before | now)
    return files, problems

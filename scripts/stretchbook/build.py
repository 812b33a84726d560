"""One run of the generator: load, check, render, write. Both build and check mode come this way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from stretchbook import (
    branding,
    browser_libraries,
    checks,
    handouts,
    installable,
    output,
    pictures,
    published,
)
from stretchbook.load import Progress, load, locate
from stretchbook.model import Library
from stretchbook.problems import Problem, Severity, has_errors
from stretchbook.render import render

CONTENT = "content"
HANDOUTS = ".cache/handouts"  # by what they are made of, so that none is set twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run found and what it would write.

    files: empty where the problems stop the build.
    """

    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    stopped: bool


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
        return Result(problems=tuple(problems), files={}, stopped=True)
    library = replace(library, figures={name: one.figure for name, one in shown.items()})
    problems += _check(root, library, today)
    logo, faults = branding.files_of(root / CONTENT, library.site.clinic)
    problems += [locate(root / CONTENT, f, Severity.ERROR, branding.RULE) for f in faults]
    if has_errors(problems, strict=strict):
        return Result(problems=tuple(problems), files={}, stopped=True)
    files, lost = _render(root, library)
    problems += lost
    stopped = has_errors(problems, strict=strict)
    if stopped:
        return Result(problems=tuple(problems), files={}, stopped=True)
    files |= pictures.files_of(shown) | logo | browser_libraries.files_of()
    files |= installable.files_of(root, library, files)
    if paper:
        printed, unprintable = handouts.files_of(library, files, root / HANDOUTS, site_url)
        problems += unprintable
        files |= printed
    stopped = has_errors(problems, strict=strict)
    return Result(problems=tuple(problems), files={} if stopped else files, stopped=stopped)


def _check(root: Path, library: Library, today: date) -> list[Problem]:
    found = checks.run(library, today)
    return [locate(root / CONTENT, finding, severity, rule) for finding, severity, rule in found]


def _render(root: Path, library: Library) -> tuple[dict[str, bytes], list[Problem]]:
    """The files, and what they would break: lost addresses, pages written by hand."""
    handwritten = output.handwritten(root)
    now = published.current(library, handwritten)
    record = root / published.FILE
    before = published.read(record.read_text("utf-8", "replace")) if record.exists() else set()
    problems = [*published.lost(library, now, before), *published.misled(library, now)]
    files = dict(render(library, handwritten))
    problems += output.collisions(root, files)
    files[published.FILE] = published.write(before | now)
    return files, problems

"""Draws many figures at once, on two processors, and none twice."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import shapely

from figures.picture.drawing import draw
from figures.picture.result import Drawing
from figures.spec.figure_spec import FigureSpec
from stretchbook.problems import Problem, Severity

WORKERS = 2
ALONE = 2  # figures; for so few, starting helpers costs more than it saves
FORMAT = 1  # of a kept drawing

Result = tuple[Drawing | None, list[Problem]]
Progress = Callable[[int, int], None]


def draw_all(
    specs: Mapping[str, FigureSpec],
    cache: Path | None = None,
    progress: Progress | None = None,
) -> tuple[dict[str, Drawing], list[Problem]]:
    """Draw every figure, in parallel, and take from the cache what has not changed.

    cache: a folder where drawings are kept between builds; None keeps none.
    progress: told how many figures are done, of how many.
    """
    results: dict[str, Result] = {}
    for name, spec in specs.items():
        kept = _kept(cache, spec)
        if kept:
            results[name] = kept
    missing = {name: specs[name] for name in sorted(specs) if name not in results}
    if progress:
        progress(len(results), len(specs))
    for name, result in _drawn(missing):
        results[name] = result
        _keep(cache, specs[name], result)
        if progress:
            progress(len(results), len(specs))
    ordered = [results[name] for name in sorted(results)]
    drawings = {drawing.id: drawing for drawing, _ in ordered if drawing}
    return drawings, [problem for _, problems in ordered for problem in problems]


def _drawn(specs: Mapping[str, FigureSpec]) -> Iterator[tuple[str, Result]]:
    if len(specs) <= ALONE:
        for name, spec in specs.items():
            yield name, drawn_or_told(spec)
        return
    # A fresh process each: forking a process that has threads can hang.
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(drawn_or_told, spec): name for name, spec in specs.items()}
        for future in as_completed(waiting):
            yield waiting[future], future.result()


def drawn_or_told(spec: FigureSpec) -> Result:
    """One figure drawn; a shape the geometry library cannot handle is that figure's problem."""
    try:
        return draw(spec)
    except shapely.GEOSException as error:
        message = f"cannot be drawn: {str(error).splitlines()[0]}"
        hint = "change the pose or the camera a little, and report this to the project"
        return None, [Problem(path=spec.path, message=message, hint=hint)]


def fingerprint(spec: FigureSpec) -> str:
    """A hash of everything that a drawing depends on: the file's meaning, and this engine.

    The lines of the file belong to it too: its problems point at them.
    """
    told = asdict(spec) | {"data": hashlib.sha256(spec.data).hexdigest()}
    text = json.dumps(told, sort_keys=True)
    return hashlib.sha256(f"{_engine()}\n{text}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _engine() -> str:
    """A hash of this package's source and of the libraries that decide its numbers."""
    digest = hashlib.sha256(f"{FORMAT} {np.__version__} {shapely.__version__}".encode())
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    digest.update(shapely.geos_version_string.encode())
    return digest.hexdigest()


def _file(cache: Path, spec: FigureSpec) -> Path:
    return cache / f"{spec.id}-{fingerprint(spec)[:24]}.json"


def _kept(cache: Path | None, spec: FigureSpec) -> Result | None:
    """What was drawn before; anything unreadable counts as nothing."""
    if cache is None:
        return None
    try:
        return _decode(json.loads(_file(cache, spec).read_text("utf-8")), spec)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _keep(cache: Path | None, spec: FigureSpec, result: Result) -> None:
    """Keep a drawing and drop the older ones of the same figure."""
    if cache is None or spec.scene is None:
        return
    cache.mkdir(parents=True, exist_ok=True)
    target = _file(cache, spec)
    for old in cache.glob(f"{spec.id}-*.json"):
        if len(old.stem) == len(target.stem) and old != target:
            old.unlink(missing_ok=True)
    drawing, problems = result
    told = {
        "drawing": {**asdict(drawing), "data": ""} if drawing else None,
        "problems": [asdict(problem) for problem in problems],
    }
    half = target.with_suffix(".part")
    half.write_text(json.dumps(told), "utf-8")
    half.replace(target)  # whole or not at all, whoever else is building


def _decode(told: dict[str, object], spec: FigureSpec) -> Result:
    drawing, problems = told["drawing"], told["problems"]
    if not isinstance(problems, list) or not isinstance(drawing, dict | None):
        raise TypeError
    made = Drawing(**{**drawing, "data": b""}) if drawing else None
    if made and made.id != spec.id:
        raise ValueError
    severities = [
        Problem(**{**problem, "severity": Severity(problem["severity"])}) for problem in problems
    ]
    return made, severities

"""Draws the pictures whose poses have changed: poses of content/figures/ into content/pictures/.

The only part of the generator that needs the drawing engine, besides its preview. A build reads
what was drawn.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import figures
from stretchbook import whole_files
from stretchbook.commands import ROOT
from stretchbook.commands.settings import content_of
from stretchbook.pictures.drawn import drawings, files_of_drawing, marked
from stretchbook.pictures.picture_reader import PICTURES, POSES, read_origins
from stretchbook.problems import Problem, count, has_errors, report, said_of

SCHEMA = "schema/figure.schema.json"  # below content/
WORDS_SCHEMA = "picture.schema.json"  # beside it; for a picture that is there already

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrawn:
    """What was found and done. drawn, removed: ids of pictures."""

    problems: tuple[Problem, ...]
    drawn: tuple[str, ...]
    removed: tuple[str, ...]


def draw(arguments: Sequence[str]) -> int:
    """Draw what changed in content/figures/ into content/pictures/."""
    argparse.ArgumentParser(prog="build.py figures", description=draw.__doc__).parse_args(arguments)
    done = redraw(ROOT / content_of(ROOT), lambda name: print(f"drew {name}", flush=True))
    if done.problems:
        print(report(done.problems), file=sys.stderr)
    print(f"{count(len(done.drawn), 'picture')} drawn, {len(done.removed)} removed.")
    return 1 if has_errors(done.problems) else 0


def redraw(content: Path, say: Say = lambda _: None) -> Redrawn:
    """Draw what changed, and remove the pictures of poses that are gone.

    A pose with an error keeps the picture it has. say: told the name of each picture that is done.
    """
    origins, problems = read_origins(content)
    before = drawings(content / PICTURES, origins.brought)
    marks = {n: mark for n, mark in origins.poses.items() if mark and before.get(n) != mark}
    drawn, found = _draw(content, marks, say)
    gone = sorted(before.keys() - origins.poses.keys())
    for name in gone:
        _remove(content / PICTURES, name)
    _put(content / SCHEMA, schema())
    problems += found
    said = said_of(problems, content.name)
    return Redrawn(problems=tuple(said), drawn=tuple(sorted(drawn)), removed=tuple(gone))


def _draw(content: Path, marks: Mapping[str, str], say: Say) -> tuple[list[str], list[Problem]]:
    """Draw these poses; which were written, and what is wrong with any."""
    specs, problems = _load(content, marks)
    drawn: list[str] = []
    for drawing, found in figures.draw_all(specs):
        problems += found
        if drawing and not has_errors(found):
            _write(content / PICTURES, drawing, marks[drawing.id])
            drawn.append(drawing.id)
            say(f"{drawing.id} ({len(drawn)} of {len(specs)})")
    return drawn, problems


def schema() -> bytes:
    """What an editor needs for a file of content/figures/: a pose, or words about a picture."""
    pose = figures.schema()
    told = {
        "$schema": pose.pop("$schema"),
        "$defs": pose.pop("$defs"),
        "title": "A figure of Stretchbook",
        "anyOf": [pose, {"$ref": WORDS_SCHEMA}],
    }
    return (json.dumps(told, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _load(content: Path, names: Iterable[str]) -> tuple[list[figures.FigureSpec], list[Problem]]:
    specs: list[figures.FigureSpec] = []
    problems: list[Problem] = []
    for name in names:
        shown = f"{POSES}/{name}.yml"
        spec, found = figures.load_figure(content / shown, f"content/{shown}")
        specs += [spec] if spec else []
        problems += found
    return specs, problems


def _write(folder: Path, drawing: figures.Drawing, mark: str) -> None:
    """All files of a drawing; one that no longer moves loses its moving picture."""
    texts = (drawing.svg, drawing.thumbnail, drawing.moving)
    for name, text in zip(files_of_drawing(drawing.id), texts, strict=True):
        if text:
            _put(folder / name, marked(text, mark))
        else:
            (folder / name).unlink(missing_ok=True)


def _put(path: Path, data: bytes) -> None:
    """What is the same already stays as it is: a preview would take it for a change."""
    if not path.exists() or path.read_bytes() != data:
        whole_files.write(path, data)


def _remove(folder: Path, name: str) -> None:
    for file in files_of_drawing(name):
        (folder / file).unlink(missing_ok=True)

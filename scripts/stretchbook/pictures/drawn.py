"""Drawings in content/pictures/: the mark of the pose each was made from, and what it says.

A drawing begins with the mark of its pose. So a build sees without drawing whether the two belong
together, and needs nothing of what draws.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from stretchbook.model import Figure
from stretchbook.pictures.record import PictureFiles
from stretchbook.pictures.safe import picture_faults
from stretchbook.problems import Problem, Severity

# Of the engine's drawings: raise it when the engine is meant to draw otherwise, and all poses are
# drawn anew, a clinic's own too. What changes no picture leaves it alone.
FORMAT = 4
MARKED = re.compile(rb'<svg data-pose="([0-9]+-[0-9a-f]+)" .*</svg>\n', re.DOTALL)
MARK_LENGTH = 16  # of a SHA-256 in hexadecimal
SVG = "{http://www.w3.org/2000/svg}"
SMALL, MOVING = "-small", "-moving"  # ends of the names of a drawing's other files
RULE = "pictures-drawn"
DRAW = "run `make figures`"


def mark_of(pose: Any) -> str:  # noqa: ANN401 - whatever YAML held
    """The mark of a pose: of what its file means, not of how it is spelt or commented."""
    meaning = json.dumps(pose, sort_keys=True, default=str)
    return f"{FORMAT}-{hashlib.sha256(meaning.encode()).hexdigest()[:MARK_LENGTH]}"


def marked(svg: str, mark: str) -> bytes:
    """A drawing with the mark of its pose."""
    return svg.replace("<svg ", f'<svg data-pose="{mark}" ', 1).encode()


def files_of_drawing(picture_id: str) -> tuple[str, str, str]:
    """The names of the picture, the small one and the moving one, which not all have."""
    return f"{picture_id}.svg", f"{picture_id}{SMALL}.svg", f"{picture_id}{MOVING}.svg"


def drawings(folder: Path, brought: Collection[str] = ()) -> dict[str, str]:
    """The mark of every drawing by id; empty where its files are not whole, or of two poses.

    brought: names of files that are not drawings, whatever they hold.
    """
    marks: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(folder.glob("*.svg")):
        data = path.read_bytes() if path.name not in brought else b""
        if b"data-pose" in data[:20]:
            picture_id = path.stem.removesuffix(SMALL).removesuffix(MOVING)
            found = MARKED.fullmatch(data)
            marks[picture_id][path.name] = found[1].decode() if found else ""
    return {picture_id: _one_mark(picture_id, found) for picture_id, found in marks.items()}


def _one_mark(picture_id: str, marks: Mapping[str, str]) -> str:
    still, small, _ = files_of_drawing(picture_id)
    different = set(marks.values())
    return different.pop() if {still, small} <= marks.keys() and len(different) == 1 else ""


def differences(poses: Mapping[str, str], drawn: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for every pose without its own picture, and every drawing without its pose.

    poses, drawn: marks by id; a pose without one cannot be read.
    """
    for name, mark in poses.items():
        pose, picture = f"content/figures/{name}.yml", f"content/pictures/{name}.svg"
        found = drawn.get(name, "")
        if not mark:
            continue  # what is wrong with the file has been said
        if not found:
            yield _warning(pose, f"has no whole picture yet, expected {picture}", DRAW)
        elif found.partition("-")[0] != mark.partition("-")[0]:
            message = f"was drawn by another edition of the program, found {found} in {picture}"
            yield _warning(pose, f"{message}, expected {mark}", DRAW)
        elif found != mark:
            message = f"is newer than its picture, found {found} in {picture}, expected {mark}"
            yield _warning(pose, message, DRAW)
    for name in drawn.keys() - poses.keys():
        hint = f"bring the pose back, or {DRAW}, which removes the picture"
        message = f"has no pose any more, expected content/figures/{name}.yml"
        yield _warning(f"content/pictures/{name}.svg", message, hint)


def _warning(path: str, message: str, hint: str) -> Problem:
    return Problem(path=path, message=message, hint=hint, severity=Severity.WARNING, rule=RULE)


def read_drawing(
    folder: Path, picture_id: str, source: str
) -> tuple[PictureFiles | None, list[Problem]]:
    """A drawing as it stands in content/pictures/, or what makes it unfit to be shown.

    source: the file to name where something is said of this picture, relative to content/.
    """
    names = files_of_drawing(picture_id)
    files = {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}
    problems = [
        Problem(path=f"content/pictures/{name}", message=message, hint=f"{DRAW}, or {hint}")
        for name, data in files.items()
        for message, hint in picture_faults("svg", data)
    ]
    still, small, _ = names
    if problems or not {still, small} <= files.keys():
        return None, problems
    return _picture(picture_id, source, files), []


def _picture(picture_id: str, source: str, files: Mapping[str, bytes]) -> PictureFiles:
    """Everything that pages need to know stands in the drawing itself."""
    still, small, moving = files_of_drawing(picture_id)
    root = ElementTree.fromstring(files[still])  # noqa: S314 - no document type, see picture_faults
    figure = Figure(
        id=picture_id,
        source=source,
        still=still,
        small=small,
        moving=moving if moving in files else "",
        width=_pixels(root, "width"),
        height=_pixels(root, "height"),
        description=root.findtext(f"{SVG}desc", ""),
        credit="",
    )
    return PictureFiles(figure=figure, title=root.findtext(f"{SVG}title", ""), files=files)


def _pixels(root: ElementTree.Element, side: str) -> int:
    """A side of the picture; 0 where somebody took it out, as for a picture that is to come."""
    found = root.get(side, "")
    return int(found) if found.isdecimal() else 0

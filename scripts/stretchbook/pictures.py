"""Brings the drawings of `figures` to the site: as files, and as facts for the pages."""

from collections.abc import Mapping
from pathlib import PurePath

from figures import Drawing
from stretchbook.model import Figure

FOLDER = "docs/figures"


def figures_of(drawings: Mapping[str, Drawing]) -> dict[str, Figure]:
    """What the pages need to know of each drawing."""
    return {name: _figure(drawing) for name, drawing in drawings.items()}


def files_of(drawings: Mapping[str, Drawing]) -> dict[str, bytes]:
    """Path relative to the project, and content, of every picture file."""
    files: dict[str, bytes] = {}
    for drawing in drawings.values():
        figure = _figure(drawing)
        files[f"{FOLDER}/{figure.still}"] = drawing.data or drawing.svg.encode()
        files[f"{FOLDER}/{figure.small}"] = drawing.thumbnail.encode()
        if drawing.moving:
            files[f"{FOLDER}/{figure.moving}"] = drawing.moving.encode()
    return files


def _figure(drawing: Drawing) -> Figure:
    return Figure(
        id=drawing.id,
        still=f"{drawing.id}{PurePath(drawing.file).suffix or '.svg'}",
        small=f"{drawing.id}-small.svg",
        moving=f"{drawing.id}-moving.svg" if drawing.moving else "",
        width=drawing.width,
        height=drawing.height,
        description=drawing.description,
        credit=", ".join(part for part in (drawing.credit, drawing.licence) if part),
    )

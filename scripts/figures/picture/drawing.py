"""One figure drawn: still, thumbnail and moving picture, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from figures.layers.arrows_and_zones import chip_svg
from figures.layers.palette import UNIT
from figures.outline.fitting import fit_into
from figures.picture.animation import moving_picture
from figures.picture.inspection import allowed_bytes, inspect
from figures.picture.layout import Placed, place_panels, scene_bounds
from figures.picture.painting import Brush, inset_window, paint
from figures.picture.svg import document, framed
from figures.spec.figure_spec import FigureSpec, SceneSpec
from stretchbook.problems import Problem

WIDTH = 1000.0  # units; the picture's width, whatever its size on the page
SMALL = 400.0  # units; a thumbnail's width and height
SMALL_EDGE = 12.0  # units kept free round a thumbnail
COARSER = (1.0, 1.3, 1.6)  # factors on fitting errors, tried until the file is small enough
SMALL_STROKES = 1.7  # factor on a thumbnail's strokes
SMALL_ARROWS = 1.1  # factor on its arrows, which must not cover the body


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure as SVG files for `<img>`.

    svg: the still picture. thumbnail: a square one that reads at 96 px. moving: the still picture
    with movement, where there is any.
    """

    id: str
    title: str
    description: str
    svg: str
    thumbnail: str
    moving: str | None


def draw(spec: FigureSpec) -> tuple[Drawing, list[Problem]]:
    """Draw one figure, and say what is wrong with what was drawn."""
    scene = spec.scene
    placed = place_panels(scene)
    svg = smallest_still(scene, placed)
    drawing = Drawing(
        id=spec.id,
        title=scene.title,
        description=scene.desc,
        svg=svg,
        thumbnail=thumbnail(scene, placed),
        moving=moving_picture(scene, placed),
    )
    return drawing, inspect(spec, placed, svg)


def draw_turned(spec: FigureSpec, turn: float) -> str:
    """The still picture with the camera turned by so many degrees."""
    view = replace(spec.scene.view, az=(spec.scene.view.az or 0) + turn)
    scene = replace(spec.scene, view=view)
    return still(scene, place_panels(scene))


def smallest_still(spec: SceneSpec, placed: Sequence[Placed]) -> str:
    """The still picture, a little coarser where it would be too large a file."""
    svg = ""
    for coarse in COARSER:
        svg = still(spec, placed, coarse)
        if len(svg.encode()) <= allowed_bytes(placed):
            break
    return svg


def still(spec: SceneSpec, placed: Sequence[Placed], coarse: float = 1.0) -> str:
    """The still picture: every panel, complete without movement."""
    body = ""
    brush = Brush(coarse=coarse, paper=(WIDTH, spec.height))
    for number, one in enumerate(placed):
        window = inset_window(one.panel.frame) if one.panel.frame else None
        marks = paint(one.scene, one.fit, brush, window)
        if one.panel.frame:
            marks = framed(spec.id, number, one.panel.frame, marks)
        body += marks
        if one.panel.step:
            x, y, *_ = one.panel.box
            body += chip_svg(one.panel.step, one.panel.step_at or (x + 30, y + 30))
    return document(
        prefix=spec.id,
        title=spec.title,
        desc=spec.desc,
        size=(WIDTH, spec.height),
        body=body,
        person=spec.person,
    )


def thumbnail(spec: SceneSpec, placed: Sequence[Placed]) -> str:
    """The hold pose alone, cropped tight, with thick strokes and without fine detail."""
    one = thumbnail_panel(spec, placed)
    wanted = spec.thumbnail.arrows
    bounds = scene_bounds(one.scene, one.panel, arrows=wanted, mats=False)
    edge, size = SMALL_EDGE * UNIT, SMALL * UNIT
    fit = fit_into(bounds, (edge, edge, size - 2 * edge, size - 2 * edge))
    brush = Brush(
        coarse=1.5,
        weight=SMALL_STROKES,
        pointer=SMALL_ARROWS,
        shade=False,
        arrows=wanted,
        paper=(SMALL, SMALL),
    )
    return document(
        prefix=f"{spec.id}-s",
        title=spec.title,
        desc=spec.desc,
        size=(SMALL, SMALL),
        body=paint(one.scene, fit, brush),
        person=spec.person,
        weight=SMALL_STROKES,
    )


def thumbnail_panel(spec: SceneSpec, placed: Sequence[Placed]) -> Placed:
    """The panel named, or the last whole scene."""
    if spec.thumbnail.panel:
        return placed[min(spec.thumbnail.panel, len(placed)) - 1]
    whole = [one for one in placed if not one.panel.frame]
    return (whole or list(placed))[-1]

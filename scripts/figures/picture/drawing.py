"""One figure drawn: still, thumbnail and moving picture, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from figures.layers.palette import UNIT
from figures.layers.scene import build_scene, props_of
from figures.outline.fitting import fit_into
from figures.picture.animation import moving_picture
from figures.picture.inspection import allowed_bytes, inspect
from figures.picture.layout import Placed, main_panels, place_panels, scene_bounds
from figures.picture.painting import Brush, paint, whole_paper
from figures.picture.panels import panel_svg
from figures.picture.svg import document
from figures.spec.figure_spec import FigureSpec, Panel, SceneSpec
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
    brush = Brush(coarse=coarse, paper=(WIDTH, spec.height))
    body = "".join(panel_svg(spec.id, number, one, brush) for number, one in enumerate(placed))
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
    panel = _thumbnail_panel(spec, placed)
    scene = build_scene(spec, panel)
    wanted = spec.thumbnail.arrows
    bounds = scene_bounds(scene, panel, arrows=wanted, mats=False)
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
        body=paint(scene, fit, brush, whole_paper(brush) if panel.nofit else None),
        person=spec.person,
        weight=SMALL_STROKES,
    )


def _thumbnail_panel(spec: SceneSpec, placed: Sequence[Placed]) -> Panel:
    """The panel named, or the last whole scene, with the small picture's own camera."""
    wanted = spec.thumbnail
    panels = [one.panel for one in placed]
    panel = panels[min(wanted.panel, len(panels)) - 1] if wanted.panel else main_panels(panels)[-1]
    own, shared = wanted.view, panel.view
    view = replace(
        shared,
        az=shared.az if own.az is None else own.az,
        el=shared.el if own.el is None else own.el,
    )
    things = tuple(
        replace(thing, hidden=thing.hidden or thing.called in wanted.hide)
        for thing in props_of(spec, panel)
    )
    return replace(panel, view=view, props=things, nofit=(*panel.nofit, *wanted.nofit))

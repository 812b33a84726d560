"""Paints a scene: layers from far to near as SVG paths, without what cannot be seen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from shapely import box
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from figures.layers.arrows_and_zones import arrow_svg, zone_svg
from figures.layers.head import FaceLine
from figures.layers.layer import Layer, Paint
from figures.layers.palette import OUTLINE, UNIT
from figures.layers.scene import Scene
from figures.outline.curves import SPACING, Precision, fit_line
from figures.outline.fitting import Fit
from figures.outline.path_data import curve_data, lines_data, shape_data, straight_data
from figures.outline.shapes import EMPTY, opened, polygons, union

ERROR = 0.6 * UNIT  # output units between a curve and its outline
SMALL_SCALE = 3.3 * UNIT  # output units per cm; in a smaller scene curves may be coarser
HIDDEN = 2.5  # square cm; what shows less than this behind others is not written
SHADED = ("body", "hand", "foot", "head", "neck")
LEAST_SHADE = 90.0 * UNIT * UNIT  # square output units


@dataclass(frozen=True, slots=True)
class Brush:
    """How finely a scene is painted.

    coarse: factor on all fitting errors; weight: factor on strokes; pointer: factor on arrows;
    paper: the picture's width and height in units; shade, arrows, zones: whether they are drawn.
    """

    coarse: float = 1.0
    weight: float = 1.0
    pointer: float = 1.0
    shade: bool = True
    arrows: bool = True
    zones: bool = True
    paper: tuple[float, float] = (1000.0, 750.0)


def paint(scene: Scene, fit: Fit, brush: Brush, window: BaseGeometry | None = None) -> str:
    """The whole scene as SVG elements. window: output units; nothing is written outside it."""
    painter = _Painter(scene, fit, brush, window)
    marks = "".join(painter.layers())
    if brush.zones:
        for zone in scene.zones:
            marks += zone_svg(zone.shape, zone.volume, scene.camera, fit, brush.weight)
    if brush.arrows:
        marks += "".join(arrow_svg(line, fit, brush.pointer) for line in scene.arrows)
    return marks


def inset_window(frame: Sequence[float]) -> BaseGeometry:
    """What an inset can show, with a margin for strokes, output units."""
    x, y, width, height = (part * UNIT for part in frame)
    edge = 14 * UNIT
    return box(x - edge, y - edge, x + width + edge, y + height + edge)


def whole_paper(brush: Brush) -> BaseGeometry:
    """The picture itself as a window, for a body that runs out of it, output units."""
    return inset_window((0.0, 0.0, *brush.paper))


class _Painter:
    def __init__(self, scene: Scene, fit: Fit, brush: Brush, window: BaseGeometry | None) -> None:
        self.scene, self.fit, self.brush, self.window = scene, fit, brush, window
        small = 1.5 if fit.scale < SMALL_SCALE else 1.0
        self.error = ERROR * small * brush.coarse

    def layers(self) -> list[str]:
        """Each layer's paths, the floor's shadow after the mat; equal neighbours are joined."""
        marks: list[tuple[str, str]] = []
        shadow_drawn = False
        for layer, cover in zip(self.scene.layers, self._covers(), strict=True):
            if not shadow_drawn and layer.kind != "mat":
                marks += self._shadow()
                shadow_drawn = True
            marks += self._layer(layer, cover)
        return _joined(marks)

    def _covers(self) -> list[BaseGeometry]:
        """For every layer, what hides it."""
        covers: list[BaseGeometry] = []
        cover: BaseGeometry = EMPTY
        for layer in reversed(self.scene.layers):
            covers.append(cover)
            cover = union([cover, layer.shape.buffer(-0.25)])
        return covers[::-1]

    def _shadow(self) -> list[tuple[str, str]]:
        if self.scene.shadow is None:
            return []
        # A shadow may run off the picture; a body may not, so only the shadow is cut.
        width, height = (part * UNIT for part in self.brush.paper)
        seen = self._flat(self.scene.shadow).intersection(box(0, 0, width, height))
        data = shape_data(seen, Precision(3 * UNIT, 8.0))
        return [("sh", data)]

    def _flat(self, shape: BaseGeometry) -> BaseGeometry:
        flat = self.fit.shape(shape)
        return flat if self.window is None else flat.intersection(self.window)

    def _layer(self, layer: Layer, cover: BaseGeometry) -> list[tuple[str, str]]:
        marks = [self._fill(layer, paint, cover) for paint in layer.paints]
        if layer.kind in SHADED and self.brush.shade and self.scene.style.shade is not False:
            marks += [self._shade(layer, paint, cover) for paint in layer.paints]
        if layer.patch is not None:
            patch = self._flat(layer.patch.shape)
            marks.append((layer.patch.role, shape_data(patch, self._precision(1.6))))
        shortest = (1.5 if layer.kind in ("box", "foot", "hand") else 6.0) * self.fit.scale
        for crease in layer.creases:
            seen = self.fit.shape(crease.difference(cover))
            marks.append(("i", lines_data(seen, self._precision(1.0), shortest)))
        if layer.kind == "head":
            marks += [self._face(line) for line in self.scene.face]
        return [mark for mark in marks if mark[1]]

    def _precision(self, factor: float) -> Precision:
        """A coarser picture needs fewer points to follow, which is most of the work."""
        return Precision(self.error * factor, SPACING * self.brush.coarse)

    def _fill(self, layer: Layer, paint: Paint, cover: BaseGeometry) -> tuple[str, str]:
        if paint.shape.is_empty or paint.shape.buffer(0.3).difference(cover).area < HIDDEN:
            return paint.role, ""
        flat = self._flat(paint.shape)
        if layer.kind in ("box", "mat") and paint.role.endswith(" n"):
            # Inner faces have no stroke: they end under the silhouette's.
            inside = self.fit.shape(layer.paints[0].shape).buffer(
                -OUTLINE * UNIT * 0.5, join_style="mitre"
            )
            flat = flat.intersection(inside)
        if layer.exact:
            return paint.role, straight_data(flat)
        return paint.role, shape_data(flat, self._precision(layer.coarse))

    def _shade(self, layer: Layer, paint: Paint, cover: BaseGeometry) -> tuple[str, str]:
        """The side away from the light: the shape without itself moved towards the light."""
        if paint.role in ("h", "hs") or paint.shape.area < 25:  # noqa: PLR2004 - square cm
            return "s", ""
        width = 1.0 if layer.kind == "hand" else 1.6
        lit = translate(paint.shape, -width * 0.9, width * 1.15)
        rim = opened(paint.shape.difference(lit), 0.34)
        square = self.fit.scale**2
        parts = [
            part
            for part in polygons(rim)
            if part.area * square > LEAST_SHADE and part.difference(cover).area > 0.5 * part.area
        ]
        flat = self._flat(union(parts) if parts else EMPTY)
        return "s", shape_data(flat, Precision(self.error * 3.2, 5.0), LEAST_SHADE)

    def _face(self, line: FaceLine) -> tuple[str, str]:
        places = [self.fit.point(place) for place in line.places]
        if line.name.startswith("eye") and self.scene.style.eyes != "closed":
            return self._eye(places, line.seen)
        seen = [place for place, shown in zip(places, line.seen, strict=True) if shown]
        if len(seen) < 3:  # noqa: PLR2004 - too little to be a line
            return "i", ""
        return "i", curve_data(fit_line(np.array(seen), Precision(0.4 * UNIT, 1.0)))

    def _eye(self, places: Sequence[np.ndarray], seen: Sequence[bool]) -> tuple[str, str]:
        if not seen[len(seen) // 2]:
            return "", ""
        x, y = places[len(places) // 2]
        radius = max(0.60 * self.fit.scale, 2.4 * UNIT * self.brush.weight**0.5)
        return "", f'<circle class="d" cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}"/>'


def _joined(marks: Sequence[tuple[str, str]]) -> list[str]:
    """Paths as elements; neighbours of one role that cannot hide each other become one."""
    merged: list[list[str]] = []
    for role, data in marks:
        if role in ("s", "i") and merged and merged[-1][0] == role:
            merged[-1][1] += data
        else:
            merged.append([role, data])
    return [f'<path class="{role}" d="{data}"/>' if role else data for role, data in merged]


def roles_used(marks: str) -> set[str]:
    """Every class that stands in these SVG elements."""
    return {name for names in re.findall(r'class="([^"]+)"', marks) for name in names.split()}

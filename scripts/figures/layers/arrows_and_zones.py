"""Draws what points at the body: stretch zones, arrows and the letters of scenes."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from shapely import LineString
from shapely.affinity import rotate
from shapely.geometry.base import BaseGeometry

from figures.body.ellipsoids import Volume
from figures.body.geometry import Vector, vector
from figures.body.skeleton import (
    FOREARM,
    LEFTWARD,
    SHANK,
    THIGH,
    UPPER_ARM,
    Skeleton,
    cm,
)
from figures.layers.layer import Layer
from figures.layers.palette import LETTER, UNIT
from figures.outline.camera import Camera
from figures.outline.cubic import Points
from figures.outline.curves import Precision
from figures.outline.fitting import Fit
from figures.outline.path_data import ring_data, segments_data, shape_data
from figures.outline.shapes import EMPTY, lines, opened, polygons, steady, union
from figures.spec.figure_spec import Arrow, Zone
from figures.spec.pose_fields import Point

TRUNK = cm(0.288)
LIMBS = {
    "thigh": ("hip", THIGH),
    "shank": ("knee", SHANK),
    "uarm": ("sho", UPPER_ARM),
    "farm": ("elb", FOREARM),
}
ZONE_PARTS = (*(limb + side for limb in LIMBS for side in "LR"), "pelvis", "chest", "neck",
              "pelvisL", "pelvisR", "chestL", "chestR")  # fmt: skip
HATCH_STEP = 12.5  # units between hatch lines
HATCH_LEAN = 18.0  # degrees off square, so that hatching never looks like a crease
SHAFT, HEAD_LONG, HEAD_WIDE = 5.0, 25.0, 14.5  # units; half widths for shaft and head
CHIP = 33  # units, radius of the disc behind a scene's letter


def zone_volume(zone: Zone, bones: Skeleton) -> Volume:
    """The zone as a row of balls beside the bone."""
    rotation, start, axis, size, outward = _bone(zone.part, bones)
    towards = {
        "fwd": rotation[:, 2],
        "back": -rotation[:, 2],
        "out": rotation[:, 0] * outward,
        "in": -rotation[:, 0] * outward,
    }[zone.side]
    beside = start + towards * zone.off + rotation[:, 0] * zone.lat
    centres, shapes = [], []
    for step in (float(part) for part in np.linspace(0, 1, 13)):
        along = zone.start * (1 - step) + zone.to * step
        radius = zone.r * (0.78 + 0.22 * math.sin(math.pi * step))
        centres.append(beside + axis * (size * along))
        shapes.append(np.eye(3) * radius**2)
    return Volume.of(centres, shapes)


def _bone(part: str, bones: Skeleton) -> tuple[Vector, Vector, Vector, float, float]:
    """Rotation, start, direction, length and outward sign of the bone a zone lies on."""
    for trunk, joint in (("pelvis", "hips"), ("chest", "neck"), ("neck", "neck")):
        if part.startswith(trunk):
            rotation = bones.frames[trunk]
            return rotation, bones.joints[joint], rotation[:, 1], TRUNK, 1.0
    joint, size = LIMBS[part[:-1]]
    rotation = bones.frames[part]
    return rotation, bones.joints[joint + part[-1]], -rotation[:, 1], size, LEFTWARD[part[-1]]


def zone_shape(zone: Zone, volume: Volume, camera: Camera, order: Sequence[Layer]) -> BaseGeometry:
    """What is seen of a zone: on its own body part, and not on what lies before that."""
    shape = camera.outline(volume)
    names = {zone.clip or _own_layer(zone.part), "leg" + zone.part[-1]}
    if zone.part[:-1] not in ("thigh", "shank"):
        names.discard("leg" + zone.part[-1])
    own = [index for index, layer in enumerate(order) if layer.name in names]
    if own:
        shape = shape.intersection(union(order[index].shape for index in own).buffer(-0.5))
        for layer in order[max(own) + 1 :]:
            shape = shape.difference(layer.shape.buffer(0.35))
    parts = [part for part in polygons(opened(steady(shape), 0.8)) if part.area > 6]  # noqa: PLR2004
    return union(parts) if parts else EMPTY


def _own_layer(part: str) -> str:
    if part.startswith(("uarm", "farm")):
        return "arm" + part[-1]
    if part.startswith("neck"):
        return "neck"
    return "shirt" if part.startswith("chest") else "pelvis"


def zone_svg(
    shape: BaseGeometry, volume: Volume, camera: Camera, fit: Fit, weight: float = 1.0
) -> str:
    """A light patch with a pale edge and dark hatching: it survives grey and one-bit printing."""
    if shape.is_empty:
        return ""
    flat = fit.shape(shape)
    start, end = camera.flat(volume.centres[0]), camera.flat(volume.centres[-1])
    lean = HATCH_LEAN
    if float(np.hypot(*(end - start))) > 1:
        lean += math.degrees(math.atan2(-(end - start)[1], (end - start)[0]))
    hatch = _hatching(flat, lean, weight)
    patch = f'<path class="z" d="{shape_data(flat, Precision(2.2 * UNIT))}"/>'
    return patch + (f'<path class="zh" d="{segments_data(hatch)}"/>' if hatch else "")


def _hatching(flat: BaseGeometry, lean: float, weight: float) -> list[tuple[Points, Points]]:
    left, low, right, high = flat.bounds
    x, y = (left + right) / 2, (low + high) / 2
    reach = math.hypot(right - left, high - low)
    inner = flat.buffer(-2.5 * UNIT * weight)
    step = HATCH_STEP * UNIT * (1 + (weight - 1) * 0.55)
    strokes = []
    for index in range(-int(reach / step), int(reach / step) + 1):
        line = LineString([(x + index * step, y - reach), (x + index * step, y + reach)])
        for part in lines(rotate(line, lean, origin=(x, y)).intersection(inner)):
            if part.length > 8 * UNIT:
                ends = np.array(part.coords)
                strokes.append((ends[0], ends[-1]))
    return strokes


class Places:
    """Joints and anchors by name, and where an arrow's points are on the picture, cm."""

    def __init__(
        self, camera: Camera, joints: Mapping[str, Vector], anchors: Mapping[str, Vector]
    ) -> None:
        self.camera = camera
        self.known = {**joints, **anchors}

    def flat(self, point: Point) -> Vector:
        """A point of an arrow on the picture, cm."""
        place = self.known.get(point.of, vector([0, 0, 0])) + vector(point.add)
        return self.camera.flat(place) + vector(point.shift)

    def centre_line(self, arrow: Arrow) -> Points:
        """The middle of an arrow's shaft from tail to tip, cm."""
        if arrow.around:
            turn = np.radians(np.linspace(arrow.start, arrow.start + arrow.sweep, 40))
            offset = np.stack([np.cos(turn) * arrow.r[0], np.sin(turn) * arrow.r[1]], axis=1)
            return np.asarray(self.flat(arrow.around) + offset)
        start = self.flat(arrow.start_at or Point())
        end = self._end(arrow, start)
        if not arrow.bend:
            return np.array([start, end])
        along = end - start
        bulge = (start + end) / 2 + vector([along[1], -along[0]]) * arrow.bend
        part = np.linspace(0, 1, 30)[:, None]
        return np.asarray((1 - part) ** 2 * start + 2 * part * (1 - part) * bulge + part**2 * end)

    def _end(self, arrow: Arrow, start: Vector) -> Vector:
        if arrow.to:
            return self.flat(Point(of=arrow.to.of, add=arrow.to.add))
        return start + vector(arrow.by or (10.0, 0.0))


def arrow_svg(line: Points, fit: Fit, weight: float = 1.0) -> str:
    """An arrow along a line given in cm, as one outline with a head."""
    places = np.array([fit.point(place) for place in line])
    long, wide, shaft = (part * UNIT * weight for part in (HEAD_LONG, HEAD_WIDE, SHAFT))
    steps = np.hypot(*np.diff(places, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    size = float(along[-1])
    if size < 1:
        return ""
    long = min(long, size * 0.62)
    count = 2 if len(line) == 2 else max(6, int(size / (9 * UNIT)))  # noqa: PLR2004 - straight
    where = np.linspace(0, size - long, count)
    middle = np.stack([np.interp(where, along, places[:, axis]) for axis in (0, 1)], axis=1)
    tip = places[-1]
    forward = tip - middle[-1]
    forward = forward / np.hypot(*forward)
    aside = np.gradient(middle, axis=0)
    aside[-1] = forward
    aside = aside / np.hypot(*aside.T)[:, None]
    normal = np.stack([-aside[:, 1], aside[:, 0]], axis=1)
    flare = np.array([-forward[1], forward[0]]) * wide
    outline = [*(middle + normal * shaft), middle[-1] + flare, tip, middle[-1] - flare]
    outline += list((middle - normal * shaft)[::-1])
    return f'<path class="a" d="{ring_data(np.array(outline))}"/>'


def chip_svg(label: str, at: tuple[float, float]) -> str:
    """A scene's letter in a dark disc."""
    x, y = round(at[0] * UNIT), round(at[1] * UNIT)
    disc = f'<circle class="c" cx="{x}" cy="{y}" r="{CHIP * UNIT}"/>'
    return f'{disc}<text class="ct" x="{x}" y="{y + round(LETTER * 0.36) * UNIT}">{label}</text>'

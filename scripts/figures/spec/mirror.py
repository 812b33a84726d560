"""The other side: a scene mirrored in the middle of the body, its left for its right.

Things are not mirrored: a chair stays where it is, and the other leg goes on it.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from figures.spec.figure_spec import Arrow, Panel, Zone
from figures.spec.pose_fields import Direction, Place, Point
from figures.spec.pose_spec import Arm, Bend, Leg, PoseSpec, Reach, Root

ACROSS_X, ACROSS_Z = 0, 2  # the axis that runs from one side of the body to the other
SWAPPED: Mapping[int, Mapping[str, str]] = {
    ACROSS_X: {"right": "left", "left": "right", "L": "R", "R": "L"},
    ACROSS_Z: {"near": "far", "far": "near", "L": "R", "R": "L"},
}
ROLLED = {"side_near": "side_far", "side_far": "side_near"}


def mirrored_panel(panel: Panel) -> Panel:
    """The panel with its pose, zones and arrows on the other side."""
    axis = _axis(panel.pose.root)
    return replace(
        panel,
        pose=mirrored(panel.pose),
        highlight=tuple(_zone(zone) for zone in panel.highlight),
        arrows=tuple(_arrow(arrow, axis) for arrow in panel.arrows),
    )


def mirrored(pose: PoseSpec) -> PoseSpec:
    """The same pose with left and right exchanged."""
    axis = _axis(pose.root)
    return replace(
        pose,
        root=_root(pose.root),
        lumbar=_bend(pose.lumbar),
        thorax=_bend(pose.thorax),
        neck=_bend(pose.neck),
        head=_bend(pose.head),
        legs=None,
        arms=None,
        left_leg=_limb(pose.leg("R"), axis),
        right_leg=_limb(pose.leg("L"), axis),
        left_arm=_limb(pose.arm("R"), axis),
        right_arm=_limb(pose.arm("L"), axis),
        ground=replace(
            pose.ground,
            by=tuple(_other(part) for part in pose.ground.by),
            at=_limb(pose.ground.at, axis),
        ),
    )


def _axis(root: Root) -> int:
    return ACROSS_Z if root.to in ("right", "left") else ACROSS_X


def _root(root: Root) -> Root:
    lie: Any = ROLLED.get(root.lie, root.lie)
    return replace(root, lie=lie, roll=-root.roll, yaw=-root.yaw, twist=-root.twist)


def _bend(bend: Bend) -> Bend:
    return replace(bend, side=-bend.side, turn=-bend.turn)


def _limb(value: Any, axis: int) -> Any:  # noqa: ANN401 - a limb, or any part of one
    """Angles of a limb are told from its own side; only places and directions change."""
    if isinstance(value, Direction):
        words = tuple(SWAPPED[axis].get(word, word) for word in value.words)
        return Direction(words=words, numbers=_negated(value.numbers, axis))
    if isinstance(value, Place | Point):
        return replace(value, of=_other(value.of), add=_negated(value.add, axis))
    if isinstance(value, Leg | Arm | Reach) and is_dataclass(value):
        told = {each.name: _limb(getattr(value, each.name), axis) for each in fields(value)}
        return replace(value, **told)
    return value


def _negated(three: tuple[float, float, float], axis: int) -> tuple[float, float, float]:
    x, y, z = three
    return (-x, y, z) if axis == ACROSS_X else (x, y, -z)


def _other(name: str) -> str:
    """The same joint or part of the other side; names of things and of the middle stay."""
    if name.endswith(("L", "R")) and "." not in name:
        return name[:-1] + SWAPPED[ACROSS_X][name[-1]]
    return name


def _zone(zone: Zone) -> Zone:
    return replace(zone, part=_other(zone.part), lat=-zone.lat, clip=_other(zone.clip))


def _arrow(arrow: Arrow, axis: int) -> Arrow:
    """Seen from the front an arrow points the other way; from the side it stays as it is."""
    turned = replace(
        arrow,
        start_at=_limb(arrow.start_at, axis),
        to=_limb(arrow.to, axis),
        around=_limb(arrow.around, axis),
    )
    if axis == ACROSS_Z:
        return turned
    by = arrow.by and (-arrow.by[0], arrow.by[1])
    return replace(
        turned,
        start_at=_shifted(turned.start_at),
        around=_shifted(turned.around),
        by=by,
        bend=-arrow.bend,
        start=(180 - arrow.start) % 360,
        sweep=-arrow.sweep,
    )


def _shifted(point: Point | None) -> Point | None:
    return point and replace(point, shift=(-point.shift[0], point.shift[1]))

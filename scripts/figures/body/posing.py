"""Puts a skeleton into a pose: forward kinematics, and inverse kinematics for hands and feet.

A pose is solved twice: once by angles alone, to find how high the body must be lifted so that the
parts it rests on touch the ground, and then in place, with hands and feet where they are told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from figures.body.geometry import (
    Matrix,
    Vector,
    about_x,
    about_y,
    about_z,
    frame,
    vector,
)
from figures.body.head_volumes import HEAD
from figures.body.limbs import Limbs
from figures.body.skeleton import (
    LUMBAR_LINKS,
    NECK_LEAN,
    SIDES,
    SPINE_HEIGHTS,
    THORAX_LINKS,
    Skeleton,
    SpineLink,
    cm,
)
from figures.body.volumes import body_volumes
from figures.spec.pose_fields import Place
from figures.spec.pose_spec import Bend, PoseSpec, Root

RESTS_ON = {
    "trunk": ("shirt", "pelvis", "head"),
    "feet": ("footL", "footR"),
    "seat": ("pelvis",),
}
PARTS = (
    "shirt",
    "pelvis",
    "head",
    "neck",
    *(
        part + side
        for part in (
            "thigh",
            "knee",
            "shank",
            "foot",
            "toes",
            "heel",
            "glute",
            "cap",
            "uarm",
            "farm",
            "palm",
            "fing",
            "sleeve",
        )
        for side in SIDES
    ),
)  # what a body can rest on
UPRIGHT_YAW = {"right": 90.0, "left": -90.0, "viewer": 0.0, "away": 180.0}
HEAD_TOWARDS = {
    "right": (1.0, 0.0, 0.0),
    "left": (-1.0, 0.0, 0.0),
    "viewer": (0.0, 0.0, 1.0),
    "away": (0.0, 0.0, -1.0),
}
CHEST_TOWARDS = {
    "supine": (0.0, 1.0, 0.0),
    "prone": (0.0, -1.0, 0.0),
    "side_near": (0.0, 0.0, 1.0),
    "side_far": (0.0, 0.0, -1.0),
}


@dataclass(frozen=True, slots=True)
class Posed:
    """A solved pose, and what could not be done: field inside the pose and message."""

    skeleton: Skeleton
    complaints: tuple[tuple[str, str], ...] = field(default=())


def pose(spec: PoseSpec, anchors: Mapping[str, Vector]) -> Posed:
    """Solve a pose among props whose anchors stand at these places (cm)."""
    origin = vector([0, 0, 0])
    first = _Solver(spec, anchors, by_target=False).solve(origin)
    parts = body_volumes(first.skeleton)
    ground = spec.ground
    names = [name for asked in ground.by for name in RESTS_ON.get(asked, (asked,))]
    used = [parts[name] for name in names if name in parts]
    used = used or [volume for name, volume in parts.items() if name not in HEAD or name == "head"]
    lowest = min(volume.lowest() for volume in used)
    place = _place(ground.at, anchors, first.skeleton.joints) if ground.at else origin
    moved = vector([place[0], ground.y + place[1] - lowest, place[2]])
    return _Solver(spec, anchors, by_target=True).solve(moved)


def _place(place: Place, anchors: Mapping[str, Vector], joints: Mapping[str, Vector]) -> Vector:
    offset = vector(place.add)
    if not place.of:
        return offset
    known = anchors if place.of in anchors else joints
    return known[place.of] + offset


def root_rotation(root: Root) -> Matrix:
    """The rotation of the pelvis."""
    if root.lie == "upright":
        base = about_y(UPRIGHT_YAW[root.to])
    else:
        base = frame(vector(HEAD_TOWARDS[root.to]), vector(CHEST_TOWARDS[root.lie]))
    turned = about_y(root.yaw) @ base
    return turned @ about_x(root.pitch) @ about_z(root.roll) @ about_y(root.twist)


def _bend(bend: Bend, share: float) -> Matrix:
    sideways = about_x(bend.flex * share) @ about_z(-bend.side * share)
    return sideways @ about_y(bend.turn * share)


class _Solver:
    """Builds one skeleton from the pelvis outwards."""

    def __init__(self, spec: PoseSpec, anchors: Mapping[str, Vector], *, by_target: bool) -> None:
        self.spec = spec
        self.anchors = anchors
        self.by_target = by_target
        self.joints: dict[str, Vector] = {}
        self.frames: dict[str, Matrix] = {}

    def solve(self, origin: Vector) -> Posed:
        spine = self._spine(origin)
        self._head()
        limbs = Limbs(self.joints, self.frames, self.anchors, by_target=self.by_target)
        for side in SIDES:
            limbs.leg(side, self.spec.leg(side))
        for side in SIDES:  # before any hand reaches for the other shoulder
            limbs.shoulder(side, self.spec.arm(side))
        for side in SIDES:
            limbs.arm(side, self.spec.arm(side))
        bones = Skeleton(self.joints, self.frames, spine, limbs.curls, frozenset(limbs.gripping))
        return Posed(bones, tuple(limbs.complaints))

    def _spine(self, origin: Vector) -> tuple[SpineLink, ...]:
        rotation = root_rotation(self.spec.root)
        self.joints["hips"], self.frames["pelvis"] = origin, rotation
        place = origin
        links = [SpineLink(0.0, place, rotation)]
        for index in range(1, len(SPINE_HEIGHTS)):
            if index in LUMBAR_LINKS:
                rotation = rotation @ _bend(self.spec.lumbar, 1 / len(LUMBAR_LINKS))
            if index in THORAX_LINKS:
                rotation = rotation @ _bend(self.spec.thorax, 1 / len(THORAX_LINKS))
            rise = cm(SPINE_HEIGHTS[index] - SPINE_HEIGHTS[index - 1])
            place = place + rotation[:, 1] * rise
            links.append(SpineLink(SPINE_HEIGHTS[index], place, rotation))
        self.joints["neck"], self.frames["chest"] = place, rotation
        return tuple(links)

    def _head(self) -> None:
        chest = self.frames["chest"]
        neck = chest @ about_x(NECK_LEAN) @ _bend(self.spec.neck, 1)
        base = self.joints["neck"] - chest[:, 2] * cm(0.013) + neck[:, 1] * cm(0.045)
        head = neck @ about_x(-NECK_LEAN) @ _bend(self.spec.head, 1)
        self.frames["neck"], self.frames["head"] = neck, head
        self.joints["headbase"] = base
        self.joints["head"] = base + head[:, 1] * cm(0.0475) + head[:, 2] * cm(0.010)

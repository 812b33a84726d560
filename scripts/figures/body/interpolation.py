"""Poses between two poses: every number of the pose files on its way, bones never stretched."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from figures.body.geometry import Matrix, Vector
from figures.body.limbs import direction
from figures.body.skeleton import LEFTWARD, SIDES, Skeleton
from figures.spec.pose_fields import Direction, Place
from figures.spec.pose_spec import Arm, Leg, PoseSpec, Reach

Limb = TypeVar("Limb", Leg, Arm, Reach)
Sided = TypeVar("Sided", Leg, Arm)


def between(start: PoseSpec, end: PoseSpec, part: float) -> PoseSpec:
    """The pose at `part` (0 to 1) of the way. A limb told in two ways changes over at half."""
    start, end = _sided(start), _sided(end)
    mixed = cast("PoseSpec", _mix(start, end, part))
    at = _mix(start.ground.at or Place(), end.ground.at or Place(), part)
    return replace(mixed, ground=replace(mixed.ground, by=end.ground.by, at=at))


def told_alike(
    start: PoseSpec, end: PoseSpec, first: Skeleton, last: Skeleton
) -> tuple[PoseSpec, PoseSpec]:
    """Both poses with every limb told in one way, so that it can move from one to the other.

    A limb that one pose tells by angles and the other by a target is told by targets in both;
    first, last: the two poses solved.
    """
    ends, bones = (start, end), (first, last)
    legs = [
        _alike([pose.leg(side) for pose in ends], bones, "pelvis", side, _leg_by_target)
        for side in SIDES
    ]
    arms = [
        _alike([pose.arm(side) for pose in ends], bones, "chest", side, _arm_by_target)
        for side in SIDES
    ]
    one, other = (
        _with_limbs(pose, [pair[index] for pair in legs], [pair[index] for pair in arms])
        for index, pose in enumerate(ends)
    )
    return one, other


def _alike(
    limbs: Sequence[Sided],
    bones: Sequence[Skeleton],
    trunk: str,
    side: str,
    by_target: Callable[[Skeleton, str], Sided],
) -> list[Sided]:
    """One limb at the start and at the end, told in one way."""
    one, other = limbs
    if _told(one) != _told(other):
        return [by_target(posed, side) for posed in bones]
    return [_in_numbers(limb, p.frames[trunk]) for limb, p in zip(limbs, bones, strict=True)]


def _in_numbers(limb: Limb, body: Matrix) -> Limb:
    """The limb with its directions as numbers: between two words there is no way."""
    told: dict[str, Any] = {}
    for each in fields(limb):
        value = getattr(limb, each.name)
        if isinstance(value, Direction) and value.words:
            told[each.name] = _way(direction(value, body))
        if isinstance(value, Reach):
            told[each.name] = _in_numbers(value, body)
    return replace(limb, **told)


def _leg_by_target(bones: Skeleton, side: str) -> Leg:
    frames = bones.frames
    foot = frames["foot" + side]
    return Leg(
        foot_at=Place(add=_three(bones.joints["ankle" + side])),
        knee_to=_way(frames["thigh" + side][:, 2] + frames["shank" + side][:, 2]),
        foot_dir=_way(foot[:, 2]),
        foot_up=_way(foot[:, 1]),
    )


def _arm_by_target(bones: Skeleton, side: str) -> Arm:
    frames = bones.frames
    hand = frames["hand" + side]
    return Arm(
        hand_at=Place(add=_three(bones.joints["wri" + side])),
        elbow_to=_way(-frames["uarm" + side][:, 2] - frames["farm" + side][:, 2]),
        palm=_way(-LEFTWARD[side] * hand[:, 0]),
        hand_dir=_way(-hand[:, 1]),
        fingers=bones.curls[side],
    )


def _three(place: Vector) -> tuple[float, float, float]:
    x, y, z = (round(float(part), 4) for part in place)
    return x, y, z


def _way(direction: Vector) -> Direction:
    return Direction(numbers=_three(direction))


def _sided(pose: PoseSpec) -> PoseSpec:
    """The same pose with each limb told on its own side."""
    return _with_limbs(pose, [pose.leg(side) for side in SIDES], [pose.arm(side) for side in SIDES])


def _with_limbs(pose: PoseSpec, legs: Sequence[Leg], arms: Sequence[Arm]) -> PoseSpec:
    """The pose with other limbs, left and right."""
    return replace(
        pose,
        legs=None,
        arms=None,
        left_leg=legs[0],
        right_leg=legs[1],
        left_arm=arms[0],
        right_arm=arms[1],
    )


def _mix(start: Any, end: Any, part: float) -> Any:  # noqa: ANN401 - any field of a pose
    if isinstance(start, bool) or isinstance(end, bool):
        return end
    if isinstance(start, int | float) and isinstance(end, int | float):
        return start + (end - start) * part
    if isinstance(start, Leg | Arm) and isinstance(end, Leg | Arm) and _told(start) != _told(end):
        return end if part >= 0.5 else start  # noqa: PLR2004 - halfway
    if isinstance(start, Direction) and isinstance(end, Direction) and (start.words or end.words):
        return end
    if isinstance(start, Place) and isinstance(end, Place) and start.of != end.of:
        return end
    if is_dataclass(start) and type(start) is type(end):
        values = {
            each.name: _mix(getattr(start, each.name), getattr(end, each.name), part)
            for each in fields(start)
        }
        return type(start)(**values)  # type: ignore[misc]
    if isinstance(start, tuple) and isinstance(end, tuple) and len(start) == len(end):
        return tuple(_mix(one, other, part) for one, other in zip(start, end, strict=True))
    return end


def _told(limb: Leg | Arm) -> tuple[str | None, ...]:
    """In which way a limb's place is told: by angles, by a target near what, by reaching."""
    if isinstance(limb, Leg):
        return (_near(limb.foot_at),)
    return (_near(limb.hand_at), _near(limb.grip_at), "reach" if limb.reach else None)


def _near(target: Place | None) -> str | None:
    return target.of if target else None

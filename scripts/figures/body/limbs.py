"""Legs and arms: by joint angles, or by two-bone inverse kinematics to a target."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from figures.body.geometry import (
    Matrix,
    Vector,
    about_x,
    about_y,
    about_z,
    frame,
    length,
    unit,
    vector,
)
from figures.body.skeleton import (
    FOREARM,
    HIP_HALF,
    LEFTWARD,
    SHANK,
    SHOULDER_HALF,
    THIGH,
    UPPER_ARM,
    cm,
)
from figures.spec.pose_fields import Direction, Place
from figures.spec.pose_spec import Arm, Leg, Reach

TOLERANCE = 0.3  # cm; a gap smaller than this cannot be seen at print size
RELAXED_FINGERS = 12.0  # degrees at each finger joint
PALM_LENGTH = cm(0.044)  # from the wrist to where a held thing crosses the palm
PALM_DEPTH = cm(0.011)  # from the bones of the hand to the skin of the palm
PHALANX = 2.6  # cm, between two finger joints

WORLD = {
    "up": (0.0, 1.0, 0.0),
    "down": (0.0, -1.0, 0.0),
    "right": (1.0, 0.0, 0.0),
    "left": (-1.0, 0.0, 0.0),
    "near": (0.0, 0.0, 1.0),
    "far": (0.0, 0.0, -1.0),
}
BODY = {
    "fwd": (0.0, 0.0, 1.0),
    "back": (0.0, 0.0, -1.0),
    "head": (0.0, 1.0, 0.0),
    "feet": (0.0, -1.0, 0.0),
    "L": (1.0, 0.0, 0.0),
    "R": (-1.0, 0.0, 0.0),
}


@dataclass(frozen=True, slots=True)
class TwoBones:
    """Two bones solved: the middle joint, the end, where the bend points, the gap in cm."""

    middle: Vector
    end: Vector
    bend: Vector
    short_by: float


def two_bones(root: Vector, target: Vector, lengths: tuple[float, float], bend: Vector) -> TwoBones:
    """Reach a target with two bones whose middle joint points towards `bend`.

    A target out of reach is reached for with straight bones; `short_by` says how far it is missed.
    """
    first, second = lengths
    distance = length(target - root)
    short_by = max(0.0, distance - first - second)
    distance = min(max(distance, abs(first - second) + 0.5), first + second - 0.02)
    along = unit(target - root)
    if length(along) < 0.5:  # noqa: PLR2004 - the target is the root itself
        along = vector([0, -1, 0])
    near = (first**2 - second**2 + distance**2) / (2 * distance)
    height = math.sqrt(max(first**2 - near**2, 0.0))
    aside = frame(along, bend)[:, 2]
    middle = root + along * near + aside * height
    return TwoBones(middle, root + along * distance, aside, short_by)


def direction(value: Direction, body: Matrix) -> Vector:
    """A direction as a vector in world axes; body words follow the body's own axes."""
    total = vector(value.numbers)
    for word in value.words:
        total = total + (vector(WORLD[word]) if word in WORLD else body @ vector(BODY[word]))
    return unit(total)


class Limbs:
    """Adds legs and arms to the joints and frames of a trunk."""

    def __init__(
        self,
        joints: dict[str, Vector],
        frames: dict[str, Matrix],
        anchors: Mapping[str, Vector],
        *,
        by_target: bool,
    ) -> None:
        self.joints = joints
        self.frames = frames
        self.anchors = anchors
        self.by_target = by_target
        self.curls: dict[str, float] = {}
        self.gripping: set[str] = set()
        self.complaints: list[tuple[str, str]] = []

    def place(self, place: Place) -> Vector:
        """A place in the world, cm; a joint that is not yet posed stands at the origin."""
        known = self.anchors.get(place.of, self.joints.get(place.of, vector([0, 0, 0])))
        return known + vector(place.add)

    def leg(self, side: str, leg: Leg) -> None:
        """Pose one leg and its foot."""
        sign, pelvis = LEFTWARD[side], self.frames["pelvis"]
        hip = self.joints["hips"] + pelvis[:, 0] * (sign * HIP_HALF)
        if leg.foot_at and self.by_target:
            pole = direction(leg.knee_to, pelvis) if leg.knee_to else pelvis[:, 2]
            solved = two_bones(hip, self.place(leg.foot_at), (THIGH, SHANK), pole)
            self._check(f"leg{side}.foot_at", "the foot's target", solved.short_by)
            knee, ankle = solved.middle, solved.end
            thigh, shank = frame(hip - knee, solved.bend), frame(knee - ankle, solved.bend)
        else:
            thigh = pelvis @ about_x(-leg.hip.flex) @ about_z(sign * leg.hip.abd)
            thigh = thigh @ about_y(sign * leg.hip.rot)
            shank = thigh @ about_x(leg.knee)
            knee = hip - thigh[:, 1] * THIGH
            ankle = knee - shank[:, 1] * SHANK
        self._keep(side, {"hip": hip, "knee": knee, "ankle": ankle})
        self._frame(side, {"thigh": thigh, "shank": shank, "foot": self._foot(side, leg, shank)})

    def _foot(self, side: str, leg: Leg, shank: Matrix) -> Matrix:
        sign, pelvis = LEFTWARD[side], self.frames["pelvis"]
        if leg.foot_dir:
            toes = direction(leg.foot_dir, pelvis)
            instep = direction(leg.foot_up, pelvis) if leg.foot_up else vector([0, 1, 0])
            upward = frame(toes, instep)[:, 2]
            return np.stack([np.cross(upward, toes), upward, toes], axis=1)
        turned = shank @ about_x(-leg.ankle) @ about_y(sign * leg.foot_turn)
        return turned @ about_z(sign * leg.foot_roll)

    def shoulder(self, side: str, arm: Arm) -> None:
        """Place one shoulder joint on the chest."""
        forward, up = arm.shrug
        across = LEFTWARD[side] * SHOULDER_HALF
        offset = vector([across, cm(-0.053) + up, cm(-0.010) + forward])
        self.joints["sho" + side] = self.joints["neck"] + self.frames["chest"] @ offset

    def arm(self, side: str, arm: Arm) -> None:
        """Pose one arm and its hand."""
        sign, chest = LEFTWARD[side], self.frames["chest"]
        shoulder = self.joints["sho" + side]
        if self.by_target and (arm.hand_at or arm.grip_at or arm.reach):
            upper, fore, elbow, wrist = self._reached(side, arm, shoulder)
        else:
            upper = chest @ about_x(-arm.shoulder.flex) @ about_z(sign * arm.shoulder.abd)
            upper = upper @ about_y(sign * arm.shoulder.rot)
            fore = upper @ about_x(-arm.elbow)
            elbow = shoulder - upper[:, 1] * UPPER_ARM
            wrist = elbow - fore[:, 1] * FOREARM
        self._keep(side, {"elb": elbow, "wri": wrist})
        self._frame(side, {"uarm": upper, "farm": fore, "hand": self._hand(side, arm, fore)})
        self._fingers(side, arm)

    def _reached(
        self, side: str, arm: Arm, shoulder: Vector
    ) -> tuple[Matrix, Matrix, Vector, Vector]:
        chest = self.frames["chest"]
        pole = direction(arm.elbow_to, chest) if arm.elbow_to else -chest[:, 2]
        lengths = (UPPER_ARM, FOREARM)
        target = self._target(arm, shoulder)
        solved = two_bones(shoulder, target, lengths, pole)
        for _ in range(3 if arm.grip_at else 0):  # the wrist's place depends on the hand's turn
            fore = frame(solved.middle - solved.end, -solved.bend)
            hand = self._hand(side, arm, fore)
            inward = -LEFTWARD[side] * (PALM_DEPTH + arm.thickness)
            wrist = target - hand @ vector([inward, -PALM_LENGTH, 0])
            solved = two_bones(shoulder, wrist, lengths, pole)
        name = "grip_at" if arm.grip_at else "hand_at"
        self._check(f"arm{side}.{name}", "the hand's target", solved.short_by)
        upper = frame(shoulder - solved.middle, -solved.bend)
        fore = frame(solved.middle - solved.end, -solved.bend)
        return upper, fore, solved.middle, solved.end

    def _target(self, arm: Arm, shoulder: Vector) -> Vector:
        if arm.reach:
            return self._straight(arm.reach, shoulder)
        place = arm.grip_at or arm.hand_at
        return self.place(place) if place else shoulder

    def _straight(self, reach: Reach, shoulder: Vector) -> Vector:
        towards = direction(reach.direction, self.frames["chest"]) if reach.direction else None
        level = unit((vector([1, 0, 0]) if towards is None else towards) * vector([1, 0, 1]))
        span = (UPPER_ARM + FOREARM) * reach.len
        drop = reach.y - float(shoulder[1])
        return shoulder + level * math.sqrt(max(span**2 - drop**2, 1.0)) + vector([0, drop, 0])

    def _hand(self, side: str, arm: Arm, fore: Matrix) -> Matrix:
        sign, chest = LEFTWARD[side], self.frames["chest"]
        hand = fore
        if arm.hand_dir:
            back = -direction(arm.hand_dir, chest)
            palm = direction(arm.palm, chest) if arm.palm else vector([0, -1, 0])
            return self._palm_frame(back, palm, sign)
        if arm.palm:
            palm = direction(arm.palm, chest)
            if length(palm - hand[:, 1] * float(palm @ hand[:, 1])) > 0.05:  # noqa: PLR2004
                hand = self._palm_frame(hand[:, 1], palm, sign)
        return hand @ about_z(-sign * arm.wrist)

    @staticmethod
    def _palm_frame(along: Vector, palm: Vector, sign: float) -> Matrix:
        inward = frame(along, palm)[:, 2]
        across = -sign * inward
        return np.stack([across, along, np.cross(across, along)], axis=1)

    def _fingers(self, side: str, arm: Arm) -> None:
        curl = RELAXED_FINGERS
        if arm.grip_at:  # round a thick thing the fingers bend less
            curl = min(72.0, math.degrees(PHALANX / (arm.thickness + 0.9)))
            self.gripping.add(side)
        self.curls[side] = curl if arm.fingers is None else arm.fingers

    def _keep(self, side: str, places: Mapping[str, Vector]) -> None:
        self.joints.update({name + side: place for name, place in places.items()})

    def _frame(self, side: str, frames: Mapping[str, Matrix]) -> None:
        self.frames.update({name + side: rotation for name, rotation in frames.items()})

    def _check(self, place: str, what: str, short_by: float) -> None:
        if short_by > TOLERANCE:
            self.complaints.append((place, f"{what} is {short_by:.1f} cm out of reach"))

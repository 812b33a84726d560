"""The bones: their lengths, and what a posed skeleton is.

Lengths are fractions of stature after Drillis and Contini (1966), as tabled in Winter,
*Biomechanics and Motor Control of Human Movement*, figure 4.1; those marked `eye` were chosen by
looking at drawings.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from figures.body.geometry import Matrix, Vector

STATURE = 170.0  # cm; one skeleton for everybody, so that a pose file fits any person


def cm(fraction: float) -> float:
    """A fraction of stature in centimetres."""
    return fraction * STATURE


THIGH = cm(0.245)
SHANK = cm(0.246)
UPPER_ARM = cm(0.186)
FOREARM = cm(0.146)
HIP_HALF = cm(0.047)  # eye: from the middle to a hip joint
SHOULDER_HALF = cm(0.097)  # eye: from the middle to a shoulder joint
SPINE_HEIGHTS = (0.0, 0.035, 0.085, 0.135, 0.190, 0.245, 0.300)  # eye: links above mid-hip
LUMBAR_LINKS = (2, 3)  # the links that share the bend of the low back
THORAX_LINKS = (4, 5)
NECK_LEAN = 13.0  # degrees forward; the head turns back by as much
SIDES = ("L", "R")  # the person's own left and right
LEFTWARD = {"L": 1.0, "R": -1.0}  # sign of a side on the body's x axis

JOINTS = (
    "hips", "neck", "headbase", "head",
    *(joint + side for joint in ("hip", "knee", "ankle", "sho", "elb", "wri") for side in SIDES),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SpineLink:
    """One point of the spine: its height above mid-hip (fraction), place and rotation."""

    height: float
    place: Vector
    rotation: Matrix


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A posed skeleton.

    joints: places in cm by name (see JOINTS).
    frames: rotations by bone name; columns are the person's left, up along the bone, forward.
    spine: the links from mid-hip to the base of the neck.
    curls: bend of each finger joint in degrees, by side.
    gripping: sides whose hand holds something, so that its fingers are drawn apart.
    """

    joints: Mapping[str, Vector]
    frames: Mapping[str, Matrix]
    spine: tuple[SpineLink, ...]
    curls: Mapping[str, float]
    gripping: frozenset[str]

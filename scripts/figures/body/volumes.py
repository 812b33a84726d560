"""The body's volumes: rows of ellipsoids along the bones.

Girths were fitted by eye on a turntable of drawings. Each table row is in fractions of stature,
except its first column, the place along the bone.
"""

from collections.abc import Sequence

import numpy as np

from figures.body.ellipsoids import Volume, bead, ellipsoid, row
from figures.body.geometry import Matrix, Vector, about_x, frame, smooth_rows, vector
from figures.body.hands_and_feet import foot_volumes, hand_volumes
from figures.body.head_volumes import head_volumes
from figures.body.physique import AVERAGE, Physique
from figures.body.skeleton import (
    FOREARM,
    LEFTWARD,
    SHANK,
    SIDES,
    THIGH,
    UPPER_ARM,
    Skeleton,
    SpineLink,
    cm,
)

Table = Sequence[Sequence[float]]

# (place along the bone, forward, outward, half depth, half width)
THIGH_ROWS: Table = (
    (-0.05, -0.006, -0.002, 0.0500, 0.0430),
    (0.00, -0.004, 0.000, 0.0560, 0.0455),
    (0.15, 0.000, 0.001, 0.0565, 0.0465),
    (0.40, 0.004, 0.001, 0.0500, 0.0440),
    (0.70, 0.005, -0.001, 0.0405, 0.0375),
    (0.88, 0.003, -0.001, 0.0345, 0.0335),
    (1.00, 0.001, -0.001, 0.0320, 0.0320),
)
SHANK_ROWS: Table = (
    (0.00, 0.001, 0.000, 0.0318, 0.0315),
    (0.10, -0.001, 0.000, 0.0318, 0.0310),
    (0.28, -0.007, 0.002, 0.0335, 0.0325),
    (0.50, -0.005, 0.001, 0.0285, 0.0275),
    (0.75, -0.001, 0.000, 0.0205, 0.0205),
    (0.92, 0.000, 0.000, 0.0178, 0.0175),
    (1.00, 0.000, 0.000, 0.0185, 0.0180),
)
UPPER_ARM_ROWS: Table = (
    (0.00, 0.000, -0.002, 0.0300, 0.0285),
    (0.12, 0.000, -0.001, 0.0300, 0.0285),
    (0.40, 0.001, 0.000, 0.0270, 0.0255),
    (0.75, 0.000, 0.000, 0.0230, 0.0225),
    (1.00, 0.000, 0.000, 0.0218, 0.0215),
)
FOREARM_ROWS: Table = (
    (0.00, 0.000, 0.000, 0.0218, 0.0215),
    (0.20, 0.001, 0.000, 0.0232, 0.0225),
    (0.55, 0.001, 0.000, 0.0195, 0.0180),
    (0.90, 0.000, 0.000, 0.0142, 0.0150),
    (1.00, 0.000, 0.000, 0.0138, 0.0150),
)
SLEEVE_ROWS: Table = (
    (0.00, 0.000, 0.000, 0.0305, 0.0300),
    (0.15, 0.000, 0.000, 0.0320, 0.0310),
    (0.48, 0.000, 0.001, 0.0325, 0.0310),
)
# (up from mid-hip, forward, half depth, half width)
TRUNK_ROWS: Table = (
    (-0.035, -0.006, 0.0560, 0.0660),
    (0.000, -0.010, 0.0655, 0.0890),
    (0.035, -0.006, 0.0620, 0.0870),
    (0.060, -0.002, 0.0580, 0.0825),
    (0.080, 0.001, 0.0565, 0.0795),
    (0.110, 0.003, 0.0565, 0.0785),
    (0.155, 0.001, 0.0600, 0.0820),
    (0.195, -0.001, 0.0630, 0.0880),
    (0.230, -0.004, 0.0590, 0.0860),
    (0.252, -0.008, 0.0500, 0.0700),
    (0.275, -0.010, 0.0400, 0.0480),
    (0.300, -0.010, 0.0300, 0.0340),
)
COLLAR_LEAN = 30.0  # degrees forward


def body_volumes(bones: Skeleton, build: Physique = AVERAGE) -> dict[str, Volume]:
    """All volumes of a body by part name."""
    parts = _trunk_parts(bones, build)
    for side in SIDES:
        parts |= _leg(bones, side, build)
        parts |= _arm(bones, side, build)
        parts |= foot_volumes(bones, side)
        parts |= hand_volumes(bones, side)
    return parts | head_volumes(bones, parts["collar"])


def _trunk_parts(bones: Skeleton, build: Physique) -> dict[str, Volume]:
    chest = bones.frames["chest"]
    collar_at = bones.joints["neck"] + chest @ vector([0, cm(-0.015), cm(-0.006)])
    tilted = chest @ about_x(COLLAR_LEAN)
    collar = bead(collar_at, tilted, (cm(0.0355), cm(0.003), cm(0.0355)))
    shirt = _trunk(bones.spine, (0.046, 0.272, 24), 0.30, build)
    pelvis = _trunk(bones.spine, (-0.035, 0.058, 10), 0.15, build)
    return {"shirt": row([shirt, collar]), "pelvis": pelvis, "collar": collar}


def _trunk(
    spine: Sequence[SpineLink], span: tuple[float, float, int], grow: float, build: Physique
) -> Volume:
    """Flat ellipsoids up the spine; grow: thickness of cloth, cm."""
    heights = [float(height) for height in np.linspace(*span)]
    centres, shapes = [], []
    for height, cells, fuller in zip(
        heights, smooth_rows(TRUNK_ROWS, heights), build.trunk(heights), strict=True
    ):
        forward, depth, width = (cm(float(cell)) for cell in cells)
        place, rotation = _along_spine(spine, height)
        radii = (width * fuller[1] + grow, 1.6, depth * fuller[0] + grow)
        centres.append(place + rotation[:, 2] * (forward + fuller[2]))
        shapes.append(ellipsoid(rotation, radii))
    return Volume.of(centres, shapes)


def _along_spine(spine: Sequence[SpineLink], height: float) -> tuple[Vector, Matrix]:
    """Place and rotation at a height above mid-hip, between links or beyond the ends."""
    index = sum(link.height <= height for link in spine) - 1
    index = min(max(index, 0), len(spine) - 2)
    below, above = spine[index], spine[index + 1]
    part = (height - below.height) / (above.height - below.height)
    place = below.place + (above.place - below.place) * part
    mixed = below.rotation + (above.rotation - below.rotation) * min(max(part, 0.0), 1.0)
    return place, frame(mixed[:, 1], mixed[:, 2])


def _sweep(  # noqa: PLR0913, PLR0917 - a limb is this many facts
    start: Vector, rotation: Matrix, size: float, table: Table, outward: float, count: int,
    fuller: float = 1.0,
) -> Volume:  # fmt: skip
    """Ellipsoids down a bone from its upper end."""
    places = np.linspace(table[0][0], table[-1][0], count)
    centres, shapes = [], []
    for place, cells in zip(places, smooth_rows(table, list(places)), strict=True):
        forward, aside, depth, width = (cm(float(cell)) for cell in cells)
        depth, width = depth * fuller, width * fuller
        centre = start - rotation[:, 1] * (size * float(place))
        centres.append(centre + rotation[:, 2] * forward + rotation[:, 0] * (aside * outward))
        shapes.append(ellipsoid(rotation, (width, 0.55 * min(depth, width), depth)))
    return Volume.of(centres, shapes)


def _leg(bones: Skeleton, side: str, build: Physique) -> dict[str, Volume]:
    sign, joints, frames = LEFTWARD[side], bones.joints, bones.frames
    thigh, shank, pelvis = frames["thigh" + side], frames["shank" + side], frames["pelvis"]
    knee = joints["knee" + side]
    glute_at = joints["hips"] + pelvis @ vector([sign * cm(0.040), cm(-0.008), cm(-0.0265)])
    glute = [cm(part) * build.hip for part in (0.045, 0.053, 0.0475)]
    cap_at = knee + (thigh[:, 2] + shank[:, 2]) * cm(0.0012)
    cap = [cm(part) * build.limb for part in (0.0322, 0.0325, 0.0325)]
    return {
        "glute" + side: bead(glute_at, pelvis, glute),
        "thigh" + side: _sweep(
            joints["hip" + side], thigh, THIGH, THIGH_ROWS, sign, 16, build.limb
        ),
        "knee" + side: bead(cap_at, thigh, cap),
        "shank" + side: _sweep(knee, shank, SHANK, SHANK_ROWS, sign, 18, build.shank),
    }


def _arm(bones: Skeleton, side: str, build: Physique) -> dict[str, Volume]:
    sign, joints, frames = LEFTWARD[side], bones.joints, bones.frames
    chest, upper = frames["chest"], frames["uarm" + side]
    shoulder, neck = joints["sho" + side], joints["neck"]
    at_neck = neck + chest @ vector([sign * cm(0.024), cm(-0.026), cm(-0.011)])
    inward = shoulder + chest @ vector([-sign * cm(0.002), 0, 0])
    below = neck + chest @ vector([sign * cm(0.052), cm(-0.085), cm(-0.002)])
    joint = (cm(0.0300), cm(0.0300), cm(0.0310))
    sweeps = (upper, UPPER_ARM)
    return {
        "cap" + side: row(
            [bead(at_neck, chest, (cm(0.014), cm(0.017), cm(0.024))), bead(inward, chest, joint)]
        ),
        "capb" + side: row(
            [
                bead(shoulder - upper[:, 1] * 2.0, chest, joint),
                bead(below, chest, (cm(0.034), cm(0.03), cm(0.052))),
            ]
        ),
        "uarm" + side: _sweep(shoulder, *sweeps, UPPER_ARM_ROWS, sign, 12, build.arm),
        "farm" + side: _sweep(
            joints["elb" + side], frames["farm" + side], FOREARM, FOREARM_ROWS, sign, 12, build.fore
        ),
        "sleeve" + side: _sweep(
            shoulder, upper, UPPER_ARM * 0.48, _to_unit(SLEEVE_ROWS), sign, 9, build.sleeve
        ),
    }


def _to_unit(table: Table) -> Table:
    """The table with its first column running from 0 to 1."""
    last = table[-1][0]
    return [(place / last, *cells) for place, *cells in table]

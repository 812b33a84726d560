"""The volumes of hands and feet, in fractions of stature from the wrist or ankle."""

import math
from collections.abc import Sequence
from itertools import pairwise

from figures.body.ellipsoids import Volume, bead, row
from figures.body.geometry import Vector, vector
from figures.body.skeleton import LEFTWARD, Skeleton, cm

Row = Sequence[float]

# forward, up, outward, then half width, height and depth
FOOT: Sequence[Row] = (
    (-0.021, -0.0195, 0.000, 0.0180, 0.0190, 0.0180),
    (0.006, -0.0180, -0.001, 0.0200, 0.0205, 0.0200),
    (0.040, -0.0215, -0.001, 0.0225, 0.0170, 0.0180),
    (0.070, -0.0262, 0.000, 0.0255, 0.0125, 0.0140),
    (0.090, -0.0285, -0.001, 0.0240, 0.0102, 0.0120),
    (0.106, -0.0298, -0.004, 0.0175, 0.0090, 0.0095),
)
ANKLE: Sequence[Row] = (
    (0.001, 0.0010, 0.000, 0.0185, 0.0185, 0.0185),
    (0.020, -0.0070, 0.000, 0.0180, 0.0170, 0.0180),
    (0.045, -0.0195, 0.000, 0.0215, 0.0165, 0.0160),
)
HEEL: Sequence[Row] = (
    (-0.002, 0.0040, 0.000, 0.0175, 0.0180, 0.0175),
    (-0.021, -0.0195, 0.000, 0.0180, 0.0190, 0.0180),
)
# outward, forward, half width: from the big toe out
TOES = (
    (-0.0165, 0.1100, 0.0098),
    (-0.0035, 0.1075, 0.0068),
    (0.0062, 0.1030, 0.0062),
    (0.0150, 0.0970, 0.0058),
    (0.0222, 0.0890, 0.0056),
)
# along the fingers, towards the thumb, towards the palm, then half thickness, length and width
PALM: Sequence[Row] = (
    (-0.008, 0.000, 0.000, 0.0140, 0.012, 0.0145),
    (0.012, 0.001, 0.001, 0.0125, 0.012, 0.0180),
    (0.034, 0.001, 0.002, 0.0110, 0.010, 0.0215),
    (0.050, 0.000, 0.003, 0.0100, 0.010, 0.0210),
)
PHALANGES = ((0.022, 0.0190, 0.0082), (0.017, 0.0165, 0.0074), (0.011, 0.0120, 0.0064))
STIFFEST_THUMB = 55.0  # degrees; a thumb folds less than fingers do


def foot_volumes(bones: Skeleton, side: str) -> dict[str, Volume]:
    """Foot, toes, ankle and heel of one side."""
    shank = bones.frames["shank" + side]
    cuff = bead(
        bones.joints["ankle" + side] + shank[:, 1] * cm(0.06), shank, (cm(0.018), 1.7, cm(0.018))
    )
    toes = []
    for outward, forward, radius in TOES:
        first = (forward - 0.022, -0.0290, outward, radius, 0.0085, radius)
        last = (forward - radius, -0.0298, outward, radius, 0.0080, radius)
        toes += [_foot_bead(bones, side, first), _foot_bead(bones, side, last)]
    return {
        "foot" + side: row([_foot_bead(bones, side, cells) for cells in FOOT]),
        "toes" + side: row(toes),
        "ank" + side: row([cuff, *(_foot_bead(bones, side, cells) for cells in ANKLE)]),
        "heel" + side: row([_foot_bead(bones, side, cells) for cells in HEEL]),
    }


def toe_lines(bones: Skeleton, side: str) -> list[list[Vector]]:
    """The lines between the toes, as places in cm."""
    rotation, ankle = bones.frames["foot" + side], bones.joints["ankle" + side]
    lines = []
    for (outward, forward, radius), (_, other, _) in pairwise(TOES):
        across = LEFTWARD[side] * cm(outward + radius)
        reach = min(forward, other) - 0.004
        lines.append(
            [
                ankle + rotation @ vector([across, cm(-0.0215), cm(reach - back)])
                for back in (-0.006, 0.004, 0.013)
            ]
        )
    return lines


def _foot_bead(bones: Skeleton, side: str, cells: Row) -> Volume:
    forward, up, outward, width, height, depth = (cm(cell) for cell in cells)
    rotation = bones.frames["foot" + side]
    place = bones.joints["ankle" + side] + rotation @ vector(
        [LEFTWARD[side] * outward, up, forward]
    )
    return bead(place, rotation, (width, height, depth))


def hand_volumes(bones: Skeleton, side: str) -> dict[str, Volume]:
    """Palm, fingers (one mitten that curls) and thumb of one side."""
    curl = math.radians(bones.curls[side])
    along, inward = 0.050, 0.003
    fingers = [_hand_bead(bones, side, (along, 0.0, inward, 0.0095, 0.009, 0.0208))]
    for index, (size, width, thick) in enumerate(PHALANGES):
        angle = curl * (index + 1) * 0.9
        along += size * math.cos(angle)
        inward += size * math.sin(angle)
        cells = (along, -0.001 * index, inward, thick, thick, width)
        fingers.append(_hand_bead(bones, side, cells))
    return {
        "palm" + side: row([_hand_bead(bones, side, cells) for cells in PALM]),
        "fing" + side: row(fingers),
        "thumb" + side: row([_hand_bead(bones, side, cells) for cells in _thumb(curl)]),
    }


def _thumb(curl: float) -> Sequence[Row]:
    fold = math.sin(min(curl, math.radians(STIFFEST_THUMB)))
    return (
        (0.006, 0.0080, 0.003, 0.0095, 0.0095, 0.0095),
        (0.030, 0.0255, 0.008 + 0.010 * fold, 0.0080, 0.0080, 0.0080),
        (0.052, 0.0300 - 0.012 * fold, 0.010 + 0.022 * fold, 0.0066, 0.0066, 0.0066),
    )


def _hand_bead(bones: Skeleton, side: str, cells: Row) -> Volume:
    along, thumbward, inward, thick, size, width = (cm(cell) for cell in cells)
    rotation = bones.frames["hand" + side]
    offset = vector([-LEFTWARD[side] * inward, -along, thumbward])
    return bead(bones.joints["wri" + side] + rotation @ offset, rotation, (thick, size, width))

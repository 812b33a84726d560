"""The volumes of neck and head, and the places of eyes and mouth."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from figures.body.ellipsoids import Volume, bead, row
from figures.body.geometry import Vector, unit, vector
from figures.body.skeleton import LEFTWARD, SIDES, Skeleton, cm

FRIENDLY = 1.11  # a head a little too large looks kind, and reads at 96 px

# forward, up, to the person's left, then half width, height and depth; fractions of stature
HEAD: dict[str, Sequence[Sequence[float]]] = {
    "head": ((-0.008, 0.022, 0, 0.0425, 0.0455, 0.0525),),
    "face1": (
        (0.000, 0.008, 0, 0.0405, 0.0400, 0.0475),
        (0.010, -0.018, 0, 0.0385, 0.0300, 0.0380),
        (0.0235, -0.038, 0, 0.0270, 0.0210, 0.0235),
    ),
    "jaw": (
        (-0.012, -0.012, 0, 0.0365, 0.0220, 0.0260),
        (0.008, -0.034, 0, 0.0310, 0.0190, 0.0240),
        (0.0290, -0.0450, 0, 0.0175, 0.0155, 0.0165),
    ),
    "nose": (
        (0.0445, 0.0040, 0, 0.0052, 0.0050, 0.0050),
        (0.0535, -0.0135, 0, 0.0085, 0.0062, 0.0062),
        (0.0425, -0.0205, 0, 0.0080, 0.0050, 0.0050),
    ),
    "lips": ((0.0400, -0.0335, 0, 0.0090, 0.0060, 0.0078),),
    "hair": ((-0.0115, 0.0270, 0, 0.0455, 0.0475, 0.0535),),
    "cropped": ((-0.0110, 0.0245, 0, 0.0435, 0.0465, 0.0520),),
    "hairb": (
        (-0.022, 0.014, 0, 0.0440, 0.0420, 0.0430),
        (-0.036, -0.016, 0, 0.0330, 0.0200, 0.0200),
    ),
    "croppedb": (
        (-0.022, 0.012, 0, 0.0415, 0.0400, 0.0415),
        (-0.036, -0.012, 0, 0.0310, 0.0190, 0.0180),
    ),
    "bob": (
        (-0.016, 0.020, 0, 0.0470, 0.0420, 0.0470),
        (-0.022, -0.020, 0, 0.0470, 0.0300, 0.0400),
        (-0.024, -0.046, 0, 0.0440, 0.0170, 0.0340),
    ),
    "scarf": (
        (-0.010, 0.026, 0, 0.0475, 0.0485, 0.0550),
        (-0.020, -0.010, 0, 0.0465, 0.0420, 0.0460),
        (-0.006, -0.048, 0, 0.0400, 0.0300, 0.0400),
    ),
    "scarfneck": (
        (-0.006, -0.048, 0, 0.0400, 0.0300, 0.0400),
        (-0.010, -0.078, 0, 0.0400, 0.0200, 0.0400),
    ),
    "facecut": (
        (0.0430, -0.004, 0, 0.0350, 0.0400, 0.0380),
        (0.0450, -0.045, 0, 0.0420, 0.0360, 0.0470),
    ),
    "scarfcut": (
        (0.0430, 0.004, 0, 0.0330, 0.0360, 0.0330),
        (0.0450, -0.024, 0, 0.0300, 0.0300, 0.0330),
    ),
    "beard": (
        (-0.002, -0.022, 0, 0.0385, 0.0120, 0.0300),
        (0.012, -0.040, 0, 0.0320, 0.0190, 0.0260),
        (0.0280, -0.0480, 0, 0.0210, 0.0170, 0.0190),
    ),
    "bun": ((-0.046, 0.068, 0, 0.0205, 0.0195, 0.0205),),
    "earL": ((-0.004, -0.007, 0.0415, 0.0045, 0.0145, 0.0090),),
    "earR": ((-0.004, -0.007, -0.0415, 0.0045, 0.0145, 0.0090),),
}


def head_volumes(bones: Skeleton, collar: Volume) -> dict[str, Volume]:
    """Neck, head, hair of every style and ears."""
    parts = {
        name: row([_bead(bones, cells) for cells in rows_of]) for name, rows_of in HEAD.items()
    }
    return parts | {"neck": _neck(bones, collar), "tail": _tail(bones)}


def _tail(bones: Skeleton) -> Volume:
    """A ponytail: it leaves the back of the head and hangs as its weight will have it."""
    back = -bones.frames["head"][:, 2]
    place = _bead(bones, (-0.052, 0.030, 0, 0.012, 0.012, 0.012)).centres[0]
    lying = abs(float(back[1])) >= 0.8  # noqa: PLR2004 - face up or down: it lies, not hangs
    beads = [bead(place, np.eye(3), (2.3, 2.3, 2.3))]
    for step in (float(part) for part in np.linspace(0.15, 1, 8)):
        fall = vector([0, 0 if lying else -1, 0])
        place = place + unit(back * (1.8 - 1.2 * step) + fall) * 1.9
        radius = 1.7 + 1.1 * math.sin(math.pi * min(step * 0.9, 1))
        beads.append(bead(place, np.eye(3), (radius, radius, radius)))
    return row(beads)


def _bead(bones: Skeleton, cells: Sequence[float]) -> Volume:
    forward, up, left, *radii = (cm(cell) * FRIENDLY for cell in cells)
    rotation = bones.frames["head"]
    return bead(bones.joints["head"] + rotation @ vector([left, up, forward]), rotation, radii)


def _neck(bones: Skeleton, collar: Volume) -> Volume:
    chest, neck, head = (bones.frames[name] for name in ("chest", "neck", "head"))
    base, top = bones.joints["neck"], bones.joints["headbase"]
    foot = base + chest @ vector([0, cm(0.006), cm(-0.010)])
    middle = top + head @ vector([0, 0, cm(-0.003)])
    above = top + head @ vector([0, cm(0.025), cm(-0.006)])
    return row(
        [
            collar,
            bead(foot, neck, (cm(0.0270), cm(0.004), cm(0.0285))),
            bead(middle, neck, (cm(0.0258), cm(0.012), cm(0.0280))),
            bead(above, neck, (cm(0.0258), cm(0.012), cm(0.0290))),
        ]
    )


@dataclass(frozen=True, slots=True)
class Feature:
    """A line of the face: places in cm, and where the skin faces there."""

    name: str
    places: tuple[Vector, ...]
    normals: tuple[Vector, ...]


def features(bones: Skeleton) -> list[Feature]:
    """Eyes and mouth."""
    found = []
    for side in SIDES:
        sign = LEFTWARD[side]
        points = [
            (
                sign * (0.0165 + x),
                -0.004 - 0.0032 * (1 - (x / 0.0085) ** 2),
                0.0445 - abs(x + 0.0165) * 0.22,
                sign * 0.45,
            )
            for x in (float(part) for part in np.linspace(-0.0085, 0.0085, 9))
        ]
        found.append(_feature(bones, "eye" + side, points))
    mouth = [
        (x, -0.0335 - 0.0035 * (1 - (x / 0.0150) ** 2), 0.0480 - x * x * 24, x * 34)
        for x in (float(part) for part in np.linspace(-0.0150, 0.0150, 15))
    ]
    return [*found, _feature(bones, "mouth", mouth)]


def _feature(
    bones: Skeleton, name: str, points: Sequence[tuple[float, float, float, float]]
) -> Feature:
    rotation, centre = bones.frames["head"], bones.joints["head"]
    places = tuple(
        centre + rotation @ (vector([left, up, forward]) * cm(FRIENDLY))
        for left, up, forward, _ in points
    )
    normals = tuple(rotation @ unit(vector([lean, 0, 1])) for *_, lean in points)
    return Feature(name, places, normals)

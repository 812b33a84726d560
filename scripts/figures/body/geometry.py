"""Three-dimensional arithmetic for the figures: directions, rotations and smooth tables.

World axes: x to the right, y up, z towards the viewer. Lengths in centimetres, angles in degrees.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

TINY = 1e-9  # below this a length is no direction


def vector(values: Sequence[float]) -> Vector:
    """Three or two numbers as a vector."""
    return np.array(values, dtype=np.float64)


def length(value: Vector) -> float:
    """The length of a vector; by `math`, whose answer does not depend on the processor."""
    return math.sqrt(math.fsum(float(part) ** 2 for part in value))


def unit(value: Vector) -> Vector:
    """The same direction with length 1; a vector without length stays as it is."""
    size = length(value)
    return value / size if size > TINY else value


def about_x(degrees: float) -> Matrix:
    """Rotation about x: turns y towards z."""
    c, s = _turn(degrees)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def about_y(degrees: float) -> Matrix:
    """Rotation about y: turns z towards x."""
    c, s = _turn(degrees)
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def about_z(degrees: float) -> Matrix:
    """Rotation about z: turns x towards y."""
    c, s = _turn(degrees)
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def _turn(degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return math.cos(angle), math.sin(angle)


def frame(up: Vector, forward: Vector) -> Matrix:
    """The rotation whose second column is `up` and whose third is `forward`, made square to it.

    Where the two are parallel, any forward square to `up` is as good as another.
    """
    y = unit(up)
    z = forward - y * float(forward @ y)
    if length(z) < 1e-6:  # noqa: PLR2004 - a direction this short is only rounding
        other = vector([0, 0, 1]) if abs(float(y[2])) < 0.9 else vector([1, 0, 0])  # noqa: PLR2004
        z = other - y * float(other @ y)
    z = unit(z)
    return np.stack([np.cross(y, z), y, z], axis=1)


def angle_between(first: Vector, second: Vector) -> float:
    """The angle between two directions, 0 to 180 degrees."""
    cosine = float(unit(first) @ unit(second))
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def smooth_rows(table: Sequence[Sequence[float]], at: Sequence[float]) -> Matrix:
    """Rows of a table at other places of its first column, without overshoot.

    Monotone cubic interpolation after Fritsch and Carlson: a limb's outline must not bulge
    between two measured girths. Outside the table the end rows hold.
    """
    rows = np.array(table, dtype=np.float64)
    place = rows[:, 0]
    where = np.clip(np.array(at, dtype=np.float64), place[0], place[-1])
    index = np.clip(np.searchsorted(place, where, "right") - 1, 0, len(place) - 2)
    step = np.diff(place)
    part = ((where - place[index]) / step[index])[:, None]
    width = step[index][:, None]
    values, slopes = rows[:, 1:], _slopes(place, rows[:, 1:])
    return np.asarray(
        (1 + 2 * part) * (1 - part) ** 2 * values[index]
        + part * (1 - part) ** 2 * width * slopes[index]
        + part * part * (3 - 2 * part) * values[index + 1]
        + part * part * (part - 1) * width * slopes[index + 1]
    )


def _slopes(place: Vector, values: Matrix) -> Matrix:
    step = np.diff(place)[:, None]
    rise = np.diff(values, axis=0) / step
    slopes = np.zeros_like(values)
    slopes[0], slopes[-1] = rise[0], rise[-1]
    before, after = rise[:-1], rise[1:]
    first, second = 2 * step[1:] + step[:-1], step[1:] + 2 * step[:-1]
    same_way = before * after > 0
    safe_before, safe_after = np.where(same_way, before, 1.0), np.where(same_way, after, 1.0)
    mean = (first + second) / (first / safe_before + second / safe_after)
    slopes[1:-1] = np.where(same_way, mean, 0.0)
    return slopes

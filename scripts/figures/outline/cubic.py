"""One cubic Bezier curve: fitted to points by least squares, and the nearest places on it."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Plane = NDArray[np.complex128]  # points as complex numbers: half the work of two columns
Cubic = tuple[complex, complex, complex, complex]


def handles(
    points: Plane, along: Points, ways: tuple[complex, complex], sizes: tuple[float, float]
) -> tuple[complex, complex, Plane]:
    """Least squares: the two handles, and how far off the curve then is at each point."""
    (leaving, arriving), (chord, size) = ways, sizes
    rest = 1 - along
    b1 = 3 * rest * rest * along
    b2 = 3 * rest * along * along
    ahead = along * along * (3 - 2 * along)
    target = points - points[0] - (points[-1] - points[0]) * ahead
    c11, c22 = float(b1 @ b1), float(b2 @ b2)
    c12 = float(b1 @ b2) * (leaving.real * arriving.real + leaving.imag * arriving.imag)
    sum1, sum2 = complex(b1 @ target), complex(b2 @ target)
    x1 = leaving.real * sum1.real + leaving.imag * sum1.imag
    x2 = arriving.real * sum2.real + arriving.imag * sum2.imag
    det = c11 * c22 - c12 * c12
    near = far = chord / 3
    if abs(det) > 1e-12:  # noqa: PLR2004 - parallel handles
        near, far = (x1 * c22 - x2 * c12) / det, (c11 * x2 - c12 * x1) / det
    shortest, longest = max(0.02 * chord, 1e-3 * size), 2.2 * size
    if not (shortest <= near <= longest and shortest <= far <= longest):
        near = far = size / 3
    one, two = leaving * near, arriving * far
    return one, two, one * b1 + two * b2 - target


def nearer(curve: Cubic, along: Points, away: Plane) -> Points:
    """Newton's step: each point's place on the curve, moved to where the curve is nearest."""
    p0, p1, p2, p3 = curve
    a0, a1, a2 = 3 * (p1 - p0), 6 * (p2 - 2 * p1 + p0), 3 * (p3 - 3 * p2 + 3 * p1 - p0)
    slope = a0 + along * (a1 + along * a2)
    bend = a1 + along * (2 * a2)
    down = slope.real**2 + slope.imag**2 + away.real * bend.real + away.imag * bend.imag
    down = np.where(np.abs(down) > 1e-9, down, 1e-9)  # noqa: PLR2004
    step = (away.real * slope.real + away.imag * slope.imag) / down
    moved = np.maximum.accumulate(np.clip(along - step, 0, 1))
    moved[0], moved[-1] = 0, 1
    return np.asarray(moved)

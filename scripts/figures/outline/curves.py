"""Turns the corners of an outline into a few smooth Bezier curves.

Greedy after Schneider, *An Algorithm for Automatically Fitting Digitized Curves* (Graphics Gems,
1990): the longest run of points that one cubic follows within the allowed error, then the next.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from figures.outline.cubic import Cubic, Plane, Points, handles, nearer

SPACING = 4.0  # output units between the points that are fitted
CORNER = 48.0  # degrees; a sharper turn stays a corner
SMOOTHING = 3  # passes over the points between corners
REFITS = 3  # rounds of moving points along the curve
HOPELESS = 5.0  # times the allowed squared error; moving points will not mend such a curve


@dataclass(frozen=True, slots=True)
class Precision:
    """How closely a curve follows its points, in output units."""

    error: float = 1.6
    spacing: float = SPACING


def fit_ring(points: Points, precision: Precision) -> list[Points]:
    """A closed outline as cubics, each an array of four control points."""
    ring = points[:-1] if np.allclose(points[0], points[-1]) else points
    ring = _spaced(np.vstack([ring, ring[:1]]), precision.spacing)[:-1]
    corners = _ring_corners(ring)
    if not corners:
        return _fit_round(_smooth_ring(ring), precision.error)
    ring = np.roll(ring, -corners[0], axis=0)
    breaks = [corner - corners[0] for corner in corners] + [len(ring)]
    ring = np.vstack([ring, ring[:1]])
    curves: list[Points] = []
    for start, end in pairwise(breaks):
        run = _smooth_run(ring[start : end + 1])
        curves += _fit_run(run, _leaving(run), _arriving(run), precision.error)
    return curves


def fit_line(points: Points, precision: Precision) -> list[Points]:
    """An open line as cubics."""
    line = _spaced(points, precision.spacing)
    breaks = [0, *_line_corners(line), len(line) - 1]
    curves: list[Points] = []
    for start, end in pairwise(breaks):
        run = line[start : end + 1]
        if len(run) > 1:
            curves += _fit_run(run, _leaving(run), _arriving(run), precision.error)
    return curves


def _spaced(points: Points, spacing: float) -> Points:
    """Points at even distances along the same line."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    count = max(int(along[-1] / spacing), 8)
    wanted = np.linspace(0.0, along[-1], count + 1)
    columns = [np.interp(wanted, along, points[:, axis]) for axis in (0, 1)]
    return np.asarray(np.round(np.stack(columns, axis=1), 4))


def _turns(before: Points, after: Points) -> NDArray[np.float64]:
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    return np.asarray(np.degrees(np.abs(np.arctan2(cross, np.sum(before * after, axis=1)))))


def _ring_corners(ring: Points) -> list[int]:
    turns = np.round(_turns(ring - np.roll(ring, 2, 0), np.roll(ring, -2, 0) - ring), 3)
    around = np.max([np.roll(turns, shift) for shift in range(-3, 4)], axis=0)
    corners: list[int] = []
    for index in np.flatnonzero((turns > CORNER) & (turns >= around)):
        if not corners or index - corners[-1] > 4:  # noqa: PLR2004 - one corner, not two
            corners.append(int(index))
    return corners


def _line_corners(line: Points) -> list[int]:
    turns = np.round(_turns(line[2:-2] - line[:-4], line[4:] - line[2:-2]), 3)
    corners: list[int] = []
    for index in np.argsort(-turns, kind="stable"):
        place = int(index) + 2
        if turns[index] > CORNER and all(abs(place - other) > 4 for other in [0, *corners]):  # noqa: PLR2004
            corners.append(place)
    return sorted(corners)


def _smooth_ring(ring: Points) -> Points:
    for _ in range(SMOOTHING):
        near = np.roll(ring, 1, 0) + np.roll(ring, -1, 0)
        ring = (np.roll(ring, 2, 0) + 4 * near + 6 * ring + np.roll(ring, -2, 0)) / 16
    return ring


def _smooth_run(run: Points) -> Points:
    if len(run) <= 4:  # noqa: PLR2004 - too short for the mask
        return run
    for _ in range(SMOOTHING):
        mixed = run.copy()
        mixed[2:-2] = (run[:-4] + 4 * run[1:-3] + 6 * run[2:-2] + 4 * run[3:-1] + run[4:]) / 16
        mixed[1] = (run[0] + 2 * run[1] + run[2]) / 4
        mixed[-2] = (run[-1] + 2 * run[-2] + run[-3]) / 4
        run = mixed
    return run


def _towards(step: complex) -> complex:
    size = abs(step)
    return complex(step) / size if size > 1e-9 else 1 + 0j  # noqa: PLR2004


def _direction(step: Points) -> complex:
    return _towards(complex(float(step[0]), float(step[1])))


def _leaving(run: Points) -> complex:
    return _direction(run[min(2, len(run) - 1)] - run[0])


def _arriving(run: Points) -> complex:
    return _direction(run[max(-3, -len(run))] - run[-1])


def _fit_round(ring: Points, error: float) -> list[Points]:
    """A ring without corners: two runs that meet smoothly, from its leftmost point."""
    ring = np.roll(ring, -int(np.argmin(np.round(ring[:, 0] + 0.3 * ring[:, 1], 2))), axis=0)
    half = len(ring) // 2
    first = _direction(ring[2] - ring[-2])
    second = _direction(ring[(half + 2) % len(ring)] - ring[half - 2])
    ring = np.vstack([ring, ring[:1]])
    return _fit_run(ring[: half + 1], first, -second, error) + _fit_run(
        ring[half:], second, -first, error
    )


def _fit_run(run: Points, leaving: complex, arriving: complex, error: float) -> list[Points]:
    return [
        np.array([[point.real, point.imag] for point in curve])
        for curve in _Run(run, leaving, arriving, error).curves()
    ]


class _Run:
    """Points between two corners, to be followed by as few cubics as possible."""

    def __init__(self, run: Points, leaving: complex, arriving: complex, error: float) -> None:
        self.points: Plane = run[:, 0] + 1j * run[:, 1]
        self.last = len(run) - 1
        self.leaving, self.arriving = leaving, arriving
        self.allowed = error * error
        steps = np.abs(np.diff(self.points))
        self.along: Points = np.concatenate([[0.0], np.cumsum(steps)])

    def curves(self) -> Iterator[Cubic]:
        """The cubics, each as long as it can be."""
        start, leaving, guess = 0, self.leaving, 12
        while start < self.last:
            end, curve = self._longest(start, leaving, guess)
            guess = max(end - start, 4)  # neighbours are much of a length
            if 0 < self.last - end < 3 and end - start > 6:  # noqa: PLR2004 - leave no crumb
                end = (start + self.last) // 2
                _, curve = self._cubic(start, end, leaving)
            yield curve
            leaving, start = -self._backward(end), end

    def _longest(self, start: int, leaving: complex, step: int) -> tuple[int, Cubic]:
        """The farthest point that one cubic from `start` reaches, and the cubic."""
        good, best, bad = start, None, self.last + 1
        while good < self.last and bad - good > max(1, (good - start) // 8):
            end = min(start + step, self.last) if bad > self.last else (good + bad) // 2
            missed, curve = self._cubic(start, end, leaving)
            if missed < self.allowed:
                good, best, step = end, curve, step * 2
            else:
                bad = end
        if best is None:
            good = start + 1
            best = self._cubic(start, good, leaving)[1]
        return good, best

    def _backward(self, index: int) -> complex:
        """The direction in which a curve that ends at this point came from."""
        if index == self.last:
            return self.arriving
        return _towards(self.points[max(index - 2, 0)] - self.points[min(index + 2, self.last)])

    def _cubic(self, start: int, end: int, leaving: complex) -> tuple[float, Cubic]:
        """The best cubic with these end directions: its worst squared error, and the curve."""
        points = self.points[start : end + 1]
        arriving = self._backward(end)
        first, last = complex(points[0]), complex(points[-1])
        chord = abs(last - first)
        if end - start == 1:
            return 0.0, (first, first + leaving * chord / 3, last + arriving * chord / 3, last)
        size = float(self.along[end] - self.along[start])
        along = (self.along[start : end + 1] - self.along[start]) / size
        best, best_curve = math.inf, (first, first, last, last)
        for _ in range(REFITS):
            near, far, away = handles(points, along, (leaving, arriving), (chord, size))
            curve = (first, first + near, last + far, last)
            worst = float(np.max(away.real**2 + away.imag**2))
            if worst < best:
                best, best_curve = worst, curve
            if worst < self.allowed or worst > HOPELESS * self.allowed:
                break
            along = nearer(curve, along, away)
        return best, best_curve

"""SVG path data: whole numbers, relative, as short as it gets without being seen."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from figures.outline.cubic import Points
from figures.outline.curves import Precision, fit_line, fit_ring
from figures.outline.shapes import lines, polygons

STRAIGHT = 0.8  # output units; a curve flatter than this is written as a line
AS_QUADRATIC = 0.9  # output units; a cubic nearer than this to a quadratic is written as one


def numbers(values: Iterable[float]) -> str:
    """Whole numbers with the fewest separators."""
    return _chain(str(round(float(value))) for value in values)


def _chain(texts: Iterable[str]) -> str:
    """Numbers, or rows of them, one after the other: a minus sign needs no space before it."""
    chained = ""
    for text in texts:
        chained += text if not chained or text.startswith("-") else f" {text}"
    return chained


def shape_data(shape: BaseGeometry, precision: Precision, smallest: float = 30.0) -> str:
    """Smooth path data of a shape; parts smaller than `smallest` square units are left out."""
    data = ""
    for polygon in polygons(shape):
        if polygon.area < smallest:
            continue
        rings = [polygon.exterior]
        rings += [hole for hole in polygon.interiors if Polygon(hole).area > 2 * smallest]
        for ring in rings:
            data += curve_data(fit_ring(np.array(ring.coords), precision)) + "z"
    return data


def lines_data(shape: BaseGeometry, precision: Precision, shortest: float) -> str:
    """Smooth path data of lines; lines shorter than `shortest` units are left out."""
    return "".join(
        curve_data(fit_line(np.array(line.coords), precision))
        for line in lines(shape)
        if line.length > shortest
    )


def straight_data(shape: BaseGeometry) -> str:
    """Exact path data with straight edges, for furniture."""
    data = ""
    for polygon in polygons(shape):
        for ring in [polygon.exterior, *polygon.interiors]:
            data += ring_data(np.array(ring.simplify(0.6).coords)[:-1])
    return data


def ring_data(corners: Points) -> str:
    """A closed ring of straight edges."""
    places = np.round(corners).astype(int)
    steps = [step for step in np.diff(places, axis=0) if step.any()]
    return f"M{numbers(places[0])}l{_chain(map(numbers, steps))}z"


def segments_data(segments: Iterable[tuple[Points, Points]]) -> str:
    """Separate straight strokes."""
    return "".join(
        f"M{numbers(start)}l{numbers(np.round(end) - np.round(start))}" for start, end in segments
    )


def curve_data(curves: Sequence[Points]) -> str:
    """Joined cubics as the shortest commands that look the same."""
    place = np.round(curves[0][0]).astype(int)
    data, last = f"M{numbers(place)}", ""
    for curve in curves:
        first, second, end = (np.round(point).astype(int) - place for point in curve[1:])
        if not (first.any() or second.any() or end.any()):
            continue
        command, values = _command(first, second, end)
        text = numbers(values)
        if command == last:
            data += text if text.startswith("-") else f" {text}"
        else:
            data += command + text
        last, place = command, place + end
    return data


def _command(first: Points, second: Points, end: Points) -> tuple[str, list[float]]:
    """The simplest command for one cubic given relative to its start."""
    chord = float(np.hypot(*end))
    if chord:
        off = max(
            abs(float(first[0] * end[1] - first[1] * end[0])),
            abs(float(second[0] * end[1] - second[1] * end[0])),
        )
        if off / chord <= STRAIGHT and first @ end >= 0 and second @ end >= 0:
            return "l", [*end]
    middle = np.round((3 * (first + second) - end) / 4).astype(int)
    apart = float(np.hypot(*(end - 3 * second + 3 * first))) * 1.7320508 / 36
    smooth = first @ middle > 0 and (end - second) @ (end - middle) > 0
    if apart < AS_QUADRATIC and smooth:
        return "q", [*middle, *end]
    return "c", [*first, *second, *end]


def ends(data: str) -> list[tuple[float, float]]:
    """The end of every command of relative path data, for finding ink outside the picture."""
    x = y = 0.0
    found = []
    taken = {"M": 2, "L": 2, "l": 2, "q": 4, "c": 6}
    for command, text in re.findall(r"([MLlqc])([^MLlqcz]*)", data):
        cells = [float(cell) for cell in re.findall(r"-?\d+\.?\d*", text)]
        size = taken[command]
        for index in range(0, len(cells) - size + 1, size):
            dx, dy = cells[index + size - 2], cells[index + size - 1]
            x, y = (dx, dy) if command in "ML" else (x + dx, y + dy)
            found.append((x, y))
    return found


def line_of(places: Iterable[Points]) -> LineString:
    """A line through flat places."""
    return LineString([(float(place[0]), float(place[1])) for place in places])

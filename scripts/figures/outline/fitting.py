"""From centimetres in a scene to whole units on the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from figures.body.geometry import Vector, vector
from figures.outline.shapes import mended


@dataclass(frozen=True, slots=True)
class Fit:
    """scale: output units per cm; x, y: where the scene's origin is, output units."""

    scale: float
    x: float
    y: float

    def point(self, place: Vector) -> Vector:
        """A place in cm on the picture; y runs down there."""
        return vector([self.x + place[0] * self.scale, self.y - place[1] * self.scale])

    def shape(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in cm on the picture."""
        turned = [self.scale, -self.scale]
        moved = shapely.transform(shape, lambda at: (at * turned + [self.x, self.y]).round(3))
        return mended(moved)


def fit_into(
    bounds: Sequence[float],
    box: Sequence[float],
    largest: float | None = None,
    align: tuple[float, float] = (0.5, 0.5),
) -> Fit:
    """The largest fit of bounds (cm) into a box (output units: x, y, width, height)."""
    left, low, right, high = bounds
    wide, tall = max(right - left, 1e-3), max(high - low, 1e-3)
    scale = min(box[2] / wide, box[3] / tall, largest or 1e9)
    x = box[0] + (box[2] - scale * wide) * align[0] - left * scale
    y = box[1] + (box[3] - scale * tall) * align[1] + high * scale
    return Fit(round(scale, 5), round(x, 3), round(y, 3))

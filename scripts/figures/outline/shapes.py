"""Work on flat outlines: closing creases, rounding corners, picking polygons and lines apart."""

from collections.abc import Iterable, Iterator

import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from figures.body.geometry import Vector

EMPTY = Polygon()
DECIMALS = 6  # of a cm: results are rounded before they are compared again


def closed(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Fill creases narrower than twice the radius."""
    return steady(shape.buffer(radius, quad_segs=6).buffer(-radius, quad_segs=6))


def opened(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Round corners and drop what is narrower than twice the radius."""
    return steady(shape.buffer(-radius, quad_segs=6).buffer(radius, quad_segs=6))


def steady(shape: BaseGeometry) -> BaseGeometry:
    """The shape with rounded coordinates, so that the last bits of a machine decide nothing."""
    return mended(shapely.transform(shape, lambda places: places.round(DECIMALS)))


def mended(shape: BaseGeometry) -> BaseGeometry:
    """A shape that rounding has made cross itself, without the crossing; others as they are."""
    if shape.is_valid or "Polygon" not in shape.geom_type:
        return shape
    return shape.buffer(0)


def union(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    """All shapes as one."""
    return shapely.union_all(list(shapes))


def disc(place: Iterable[float], radius: float) -> BaseGeometry:
    """A round patch."""
    return Point(*place).buffer(radius)


def capsule(places: Iterable[Vector], radius: float) -> BaseGeometry:
    """A line made as thick as twice the radius."""
    return LineString([(float(place[0]), float(place[1])) for place in places]).buffer(radius)


def edge(shape: BaseGeometry) -> BaseGeometry:
    """The outer rings of a shape as lines."""
    return union([polygon.exterior for polygon in polygons(shape)])


def polygons(shape: BaseGeometry) -> Iterator[Polygon]:
    """Its polygons, one by one; lines and points are left out."""
    for part in shapely.get_parts(shape):
        if isinstance(part, Polygon) and not part.is_empty:
            yield part


def lines(shape: BaseGeometry) -> list[LineString]:
    """Its lines, joined end to end where they meet."""
    parts = [
        LineString(part.coords)
        for part in shapely.get_parts(shape)
        if isinstance(part, LineString) and not part.is_empty
    ]
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return parts
    return [part for part in shapely.get_parts(linemerge(parts)) if isinstance(part, LineString)]

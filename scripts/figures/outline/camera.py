"""The camera: an orthographic view from a direction, and outlines of volumes in it.

An ellipsoid with shape matrix M seen along z is exactly the ellipse of the upper left two by two
block of C M C', where C is the camera's rotation.
"""

from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from figures.body.ellipsoids import Volume
from figures.body.geometry import Matrix, Vector, about_x, about_y

CORNERS = 32  # of the polygon that stands for an ellipse
DECIMALS = 6  # of a cm: rounded before shapely compares anything
_ANGLES = np.arange(CORNERS) * (2 * np.pi / CORNERS)
_CIRCLE = np.round(np.stack([np.cos(_ANGLES), np.sin(_ANGLES)]), 12)


class Camera:
    """A view. az: degrees round the scene; el: degrees raised above the floor."""

    def __init__(self, az: float, el: float) -> None:
        self.rotation: Matrix = about_x(el) @ about_y(-az)

    def see(self, place: Vector) -> Vector:
        """A place as right, up and towards the viewer, cm."""
        return np.asarray(self.rotation @ place)

    def flat(self, place: Vector) -> Vector:
        """A place on the picture: right and up, cm."""
        return self.see(place)[:2]

    def faces(self, normal: Vector) -> float:
        """How far a surface looks towards the viewer: 1 fully, 0 edge-on, -1 away."""
        return float(self.see(normal)[2])

    def ellipses(self, volume: Volume) -> NDArray[np.float64]:
        """The outline of each ellipsoid: an array (ellipsoids, corners, 2), cm."""
        centres = volume.centres @ self.rotation.T
        turned = self.rotation @ volume.shapes @ self.rotation.T
        a, b, d = turned[:, 0, 0], turned[:, 0, 1], turned[:, 1, 1]
        root = np.sqrt(np.maximum(a * d - b * b, 1e-12))
        scale = np.sqrt(a + d + 2 * root)
        flat = np.empty((len(a), 2, 2))
        flat[:, 0, 0], flat[:, 1, 1] = (a + root) / scale, (d + root) / scale
        flat[:, 0, 1] = flat[:, 1, 0] = b / scale
        points = np.swapaxes(flat @ _CIRCLE, 1, 2) + centres[:, None, :2]
        return np.asarray(np.round(points, DECIMALS))

    def outline(self, *volumes: Volume) -> BaseGeometry:
        """The union of volumes, each the hull of neighbouring ellipses."""
        return shapely.union_all([self._sweep(volume) for volume in volumes])

    def blobs(self, volume: Volume) -> BaseGeometry:
        """The union of the ellipses alone, without hulls between them."""
        return shapely.union_all(shapely.polygons(self.ellipses(volume)))

    def _sweep(self, volume: Volume) -> BaseGeometry:
        rings = self.ellipses(volume)
        if len(rings) == 1:
            return Polygon(rings[0])
        pairs = np.concatenate([rings[:-1], rings[1:]], axis=1)
        return shapely.union_all(shapely.convex_hull(shapely.linestrings(pairs)))


def mean_depth(camera: Camera, volumes: Iterable[Volume]) -> float:
    """How near volumes are to the viewer on average, cm."""
    depths = [volume.centres @ camera.rotation[2] for volume in volumes]
    return float(np.mean(np.concatenate(depths)))

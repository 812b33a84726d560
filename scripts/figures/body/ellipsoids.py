"""A volume: a row of ellipsoids, each next to its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from figures.body.geometry import Matrix, Vector

# Rounded here, before anything is compared: two processors may differ in the last bits of a
# product of matrices, and a drawing must not.
DECIMALS = 7


@dataclass(frozen=True, slots=True)
class Volume:
    """Ellipsoids. centres: cm, one a row; shapes: their matrices R diag(r^2) R'."""

    centres: NDArray[np.float64]
    shapes: NDArray[np.float64]

    @staticmethod
    def of(centres: Sequence[Vector], shapes: Sequence[Matrix]) -> "Volume":
        """From lists, rounded."""
        places = np.array(centres, dtype=np.float64).round(DECIMALS)
        return Volume(places, np.array(shapes, dtype=np.float64).round(DECIMALS))

    def __len__(self) -> int:
        return len(self.centres)

    def __getitem__(self, part: slice) -> "Volume":
        return Volume(self.centres[part], self.shapes[part])

    def lowest(self) -> float:
        """The height of its lowest point, cm."""
        return float(np.min(self.centres[:, 1] - np.sqrt(self.shapes[:, 1, 1])))

    def denser(self, times: int = 4) -> "Volume":
        """The same row with ellipsoids between, so that depth has no gaps."""
        if len(self) < 2:  # noqa: PLR2004 - there is no between
            return self
        part = np.linspace(0, 1, times, endpoint=False)
        centres = _between(self.centres, part[None, :, None])
        shapes = _between(self.shapes, part[None, :, None, None])
        return Volume(
            np.concatenate([centres.reshape(-1, 3), self.centres[-1:]]),
            np.concatenate([shapes.reshape(-1, 3, 3), self.shapes[-1:]]),
        )


def _between(rows: NDArray[np.float64], part: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(rows[:-1, None] * (1 - part) + rows[1:, None] * part)


def ellipsoid(rotation: Matrix, radii: Sequence[float]) -> Matrix:
    """The shape matrix of one ellipsoid; radii in cm along the rotation's columns."""
    return np.asarray((rotation * np.square(np.array(radii))) @ rotation.T)


def bead(centre: Vector, rotation: Matrix, radii: Sequence[float]) -> Volume:
    """A single ellipsoid."""
    return Volume.of([centre], [ellipsoid(rotation, radii)])


def row(beads: Sequence[Volume]) -> Volume:
    """Several volumes as one row."""
    return Volume(
        np.concatenate([volume.centres for volume in beads]),
        np.concatenate([volume.shapes for volume in beads]),
    )

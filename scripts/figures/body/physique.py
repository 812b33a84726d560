"""Builds of people: how much fuller a body is than the tables of `volumes`.

Only soft tissue changes, never a bone: a pose file with hands and feet in place fits anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from figures.body.geometry import Matrix, smooth_rows
from figures.body.skeleton import cm


@dataclass(frozen=True, slots=True)
class Physique:
    """Factors on half widths. belly: fraction of stature the waist comes forward."""

    limb: float = 1.0
    shank: float = 1.0
    arm: float = 1.0
    fore: float = 1.0
    sleeve: float = 1.0
    hip: float = 1.0
    waist: float = 1.0
    chest: float = 1.0
    belly: float = 0.0

    def trunk(self, heights: Sequence[float]) -> Matrix:
        """For each height above mid-hip: factor on depth, factor on width, and cm forward."""
        table = (
            (0.0, self.hip, self.hip, 0.0),
            (0.06, self.waist * (1 + self.belly * 8), self.waist, self.belly * 0.7),
            (0.11, self.waist * (1 + self.belly * 10), self.waist, self.belly),
            (0.195, self.chest, self.chest, self.belly * 0.2),
            (0.26, 1.0, 1.0, 0.0),
        )
        return smooth_rows(table, heights) * [1.0, 1.0, cm(1)]


AVERAGE = Physique()
PHYSIQUES = {
    "slim": Physique(0.92, 0.93, 0.92, 0.95, 0.94, 0.94, 0.91, 0.96),
    "average": AVERAGE,
    "broad": Physique(1.10, 1.08, 1.14, 1.08, 1.12, 1.09, 1.16, 1.07, 0.009),
}

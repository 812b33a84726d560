"""A layer: what is painted in one go, and what its depth is measured by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

from figures.body.ellipsoids import Volume
from figures.body.geometry import Matrix, Vector
from figures.body.physique import PHYSIQUES
from figures.body.skeleton import SIDES, Skeleton, cm
from figures.body.volumes import body_volumes
from figures.outline.camera import Camera
from figures.outline.shapes import EMPTY, union
from figures.spec.figure_spec import Person, Style


@dataclass(frozen=True, slots=True)
class Paint:
    """A filled shape in cm, and the classes of its colour (see `palette`)."""

    shape: BaseGeometry
    role: str


@dataclass(frozen=True, slots=True)
class Block:
    """A box in space: centre, rotation and half sizes, cm."""

    centre: Vector
    rotation: Matrix
    half: Vector


@dataclass(slots=True)
class Layer:
    """One layer. kind: body, hand, foot, head, box or soft; role of depth: volume and blocks.

    bias: cm towards the viewer, where two layers touch and one must win.
    coarse: factor on the fitting error; patch: hides a seam, painted without an outline.
    """

    name: str
    kind: str
    paints: list[Paint] = field(default_factory=list)
    creases: list[BaseGeometry] = field(default_factory=list)
    volume: Volume | None = None
    blocks: list[Block] = field(default_factory=list)
    bias: float = 0.0
    patch: Paint | None = None
    exact: bool = False
    coarse: float = 1.0
    after: tuple[str, ...] = ()

    @property
    def shape(self) -> BaseGeometry:
        """Everything it paints, as one shape in cm."""
        return union(paint.shape for paint in self.paints) if self.paints else EMPTY


FAR_LEG = cm(0.070)  # a leg this much farther than the other is painted in the far tone
FAR_ARM = cm(0.090)


@dataclass(frozen=True, slots=True)
class Body:
    """A posed person in front of a camera."""

    camera: Camera
    bones: Skeleton
    person: Person
    style: Style
    parts: Mapping[str, Volume]

    @staticmethod
    def of(camera: Camera, bones: Skeleton, person: Person, style: Style) -> "Body":
        """With the volumes that this person's build has."""
        return Body(camera, bones, person, style, body_volumes(bones, PHYSIQUES[person.build]))

    def outline(self, *names: str) -> BaseGeometry:
        """The union of named parts, cm."""
        return self.camera.outline(*(self.parts[name] for name in names))

    def joint(self, name: str) -> Vector:
        """A joint on the picture, cm."""
        return self.camera.flat(self.bones.joints[name])

    def far_leg(self, side: str) -> bool:
        """Whether this leg is clearly the farther one."""
        return self._behind("hip", side) > FAR_LEG

    def far_arm(self, side: str) -> bool:
        """Whether this arm is clearly the farther one."""
        return self._behind("sho", side) > FAR_ARM

    def _behind(self, joint: str, side: str) -> float:
        other = SIDES[1 - SIDES.index(side)]
        mine = self.camera.see(self.bones.joints[joint + side])[2]
        theirs = self.camera.see(self.bones.joints[joint + other])[2]
        return round(float(theirs - mine), 6)

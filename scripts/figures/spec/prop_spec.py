"""What a pose file may say about the things around the person. Lengths are centimetres."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from figures.spec.pose_fields import STRICT, Flag, PlaceField, Size, Sizes, Triple, Turn, Within

Kind = Literal[
    "chair", "bed", "box", "block", "step", "table", "couch", "wall", "mat", "pillow", "roll",
    "tube", "strap", "ball",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PropSpec:
    """One thing. at: the middle of its underside on the floor; facing: where a sitter looks.

    back: height of a chair's back from the floor; path: what a strap runs along.
    after: layers that are painted before this one.
    """

    __pydantic_config__ = STRICT
    kind: Kind
    name: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")] | None = None
    at: Triple = (0.0, 0.0, 0.0)
    size: Sizes | None = None
    facing: Literal["right", "left", "viewer", "away"] = "left"
    width: Size = 42.0
    depth: Size = 42.0
    height: Size = 45.0
    back: Size = 86.0
    yaw: Turn = 0.0
    tilt: Turn = 0.0
    roll: Turn = 0.0
    length: Size = 34.0
    r: Annotated[float, Within(0.2, 60, "cm")] | None = None
    path: tuple[PlaceField, ...] = ()
    bias: Annotated[float, Within(-50, 50, "cm towards the viewer")] = 1.5
    round: Annotated[float, Within(0, 20, "cm")] = 0.0
    cls: Literal["w", "b", "c", "m", "h"] | None = None
    after: tuple[str, ...] = ()
    hidden: Flag = False

    @property
    def called(self) -> str:
        """The name that anchors start with: its own, or its kind."""
        return self.name or self.kind

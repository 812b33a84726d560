"""What a pose file may say about the body: clinical joint angles, or where hands and feet are.

Limits are a little wider than the normal ranges of motion in Norkin and White, *Measurement of
Joint Motion*, so that a supple person can be drawn and a slip of the pen cannot.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from figures.spec.pose_fields import (
    STRICT,
    DirectionField,
    Number,
    PlaceField,
    Turn,
    Within,
)

Shift = Annotated[float, Within(-8, 10, "cm")]
Toward = Literal["right", "left", "viewer", "away"]


def _flexion(value: Any) -> Any:  # noqa: ANN401 - whatever YAML held
    """`hip: 90` is short for `hip: {flex: 90}`."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return {"flex": value} if number else value


def _shrug(value: Any) -> Any:  # noqa: ANN401 - whatever YAML held
    """`shrug: 3` is short for `shrug: [0, 3]`."""
    return value if isinstance(value, list) else [0, value]


def _parts(value: Any) -> Any:  # noqa: ANN401 - whatever YAML held
    """`by: feet` is short for `by: [feet]`."""
    return [value] if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """How the whole body lies, and free turns on top: pitch about x, roll about z, twist about y.

    lie: the posture; to: where an upright body looks, or where a lying body's head points.
    """

    __pydantic_config__ = STRICT
    lie: Literal["upright", "supine", "prone", "side_near", "side_far"] = "upright"
    to: Toward = "right"
    pitch: Turn = 0.0
    roll: Turn = 0.0
    yaw: Turn = 0.0
    twist: Turn = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bend:
    """Bend of a spine region. flex: forward; side: to the person's right; turn: to the left."""

    __pydantic_config__ = STRICT
    flex: Annotated[float, Within(-75, 80, "degrees", "bent forward")] = 0.0
    side: Annotated[float, Within(-60, 60, "degrees", "bent to the right")] = 0.0
    turn: Annotated[float, Within(-85, 85, "degrees", "turned to the left")] = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hip:
    """Hip angles, applied in this order: flexion, abduction, outward rotation."""

    __pydantic_config__ = STRICT
    flex: Annotated[float, Within(-35, 150, "degrees")] = 0.0
    abd: Annotated[float, Within(-45, 95, "degrees")] = 0.0
    rot: Annotated[float, Within(-60, 80, "degrees")] = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoulder:
    """Shoulder angles, applied in this order: flexion, abduction, outward rotation."""

    __pydantic_config__ = STRICT
    flex: Annotated[float, Within(-75, 190, "degrees")] = 0.0
    abd: Annotated[float, Within(-60, 190, "degrees")] = 0.0
    rot: Annotated[float, Within(-110, 110, "degrees")] = 0.0


HipField = Annotated[Hip, BeforeValidator(_flexion)]
ShoulderField = Annotated[Shoulder, BeforeValidator(_flexion)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A leg by angles, or by `foot_at`: where the ankle is, and where the knee points.

    ankle: toes towards the shin; foot_dir, foot_up: where toes and instep point.
    """

    __pydantic_config__ = STRICT
    hip: HipField = field(default_factory=Hip)
    knee: Annotated[float, Within(-8, 160, "degrees")] = 0.0
    ankle: Annotated[float, Within(-75, 40, "degrees", "toes towards the shin")] = 0.0
    foot_turn: Annotated[float, Within(-60, 60, "degrees", "toes outward")] = 0.0
    foot_roll: Annotated[float, Within(-45, 45, "degrees")] = 0.0
    foot_at: PlaceField | None = None
    knee_to: DirectionField | None = None
    foot_dir: DirectionField | None = None
    foot_up: DirectionField | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A straight arm in a level direction, lowered or lifted until the wrist is at height y."""

    __pydantic_config__ = STRICT
    direction: Annotated[DirectionField | None, Field(alias="dir")] = None
    y: Number = 3.0
    len: Annotated[float, Within(0.3, 1, "of the arm's length")] = 0.992


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """An arm by angles, or by `hand_at` (wrist), `grip_at` (palm) or `reach`.

    grip_at: what the palm closes round; the wrist finds its own place.
    fingers: bend of each finger joint; with grip_at 55 unless given.
    thickness: half the thickness of the thing held, cm.
    shrug: how far the shoulder comes forward and up, cm; one number is up alone.
    """

    __pydantic_config__ = STRICT
    shoulder: ShoulderField = field(default_factory=Shoulder)
    elbow: Annotated[float, Within(-8, 155, "degrees")] = 0.0
    hand_at: PlaceField | None = None
    grip_at: PlaceField | None = None
    thickness: Annotated[float, Within(0, 12, "cm")] = 1.5
    elbow_to: DirectionField | None = None
    reach: Reach | None = None
    palm: DirectionField | None = None
    hand_dir: DirectionField | None = None
    wrist: Annotated[float, Within(-85, 90, "degrees", "towards the palm")] = 0.0
    fingers: Annotated[float, Within(-20, 100, "degrees")] | None = None
    shrug: Annotated[tuple[Shift, Shift], BeforeValidator(_shrug)] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the body rests on: the lowest point of the parts `by` is put at height y."""

    __pydantic_config__ = STRICT
    by: Annotated[tuple[str, ...], BeforeValidator(_parts)] = ("all",)
    y: Number = 0.0
    at: PlaceField | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PoseSpec:
    """One pose. `legs` and `arms` stand for both sides where a side is not given."""

    __pydantic_config__ = STRICT
    root: Root = field(default_factory=Root)
    lumbar: Bend = field(default_factory=Bend)
    thorax: Bend = field(default_factory=Bend)
    neck: Bend = field(default_factory=Bend)
    head: Bend = field(default_factory=Bend)
    legs: Leg | None = None
    left_leg: Annotated[Leg | None, Field(alias="legL")] = None
    right_leg: Annotated[Leg | None, Field(alias="legR")] = None
    arms: Arm | None = None
    left_arm: Annotated[Arm | None, Field(alias="armL")] = None
    right_arm: Annotated[Arm | None, Field(alias="armR")] = None
    ground: Ground = field(default_factory=Ground)

    def leg(self, side: str) -> Leg:
        """The leg of one side, L or R."""
        own = self.left_leg if side == "L" else self.right_leg
        return own or self.legs or Leg()

    def arm(self, side: str) -> Arm:
        """The arm of one side, L or R."""
        own = self.left_arm if side == "L" else self.right_arm
        return own or self.arms or Arm()

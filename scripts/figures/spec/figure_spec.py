"""What a pose file may say about the scene: camera, person, panels, arrows and zones.

Angles are degrees, lengths are centimetres for a person of 170 cm, places on the picture are
units of a picture 1000 wide. L and R are the person's own left and right.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from figures.spec.pose_fields import (
    STRICT,
    Box,
    Flag,
    Fraction,
    Number,
    Pair,
    PlaceField,
    PointField,
    Screen,
    Size,
    Turn,
    Whole,
    Within,
)
from figures.spec.pose_spec import PoseSpec
from figures.spec.prop_spec import PropSpec

MOST_PANELS = 4

HairStyle = Literal["bun", "short", "cropped", "bald", "bob", "ponytail", "scarf"]
HairColour = Literal["dark", "brown", "red", "grey", "white"]
ShirtColour = Literal["light", "cream", "mint", "yellow", "pink", "grey"]
TrouserColour = Literal["teal", "plum", "navy", "slate", "rust", "green"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The camera. az: degrees round the scene (minus: from the left); el: degrees up."""

    __pydantic_config__ = STRICT
    az: Turn | None = None
    el: Annotated[float, Within(-90, 90, "degrees")] | None = None
    shadow: Flag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the body is drawn.

    separate_legs: for a thing between the legs, or crossed legs; split_arms: for crossed arms.
    """

    __pydantic_config__ = STRICT
    eyes: Literal["open", "closed"] | None = None
    hair: Literal["bun", "short"] | None = None
    toes: Flag | None = None
    shade: Flag | None = None
    face: Flag | None = None
    folds: Flag | None = None
    separate_legs: Flag | None = None
    split_arms: Flag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hair:
    """Hair: its style and colour; for `scarf` the colour is the cloth's, as for shirts."""

    __pydantic_config__ = STRICT
    style: HairStyle = "bun"
    colour: HairColour = "brown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is in the picture. skin: 1 (lightest) to 4 (darkest).

    A person with a scarf has long sleeves, whatever `sleeves` says.
    """

    __pydantic_config__ = STRICT
    skin: Literal[1, 2, 3, 4] = 1
    hair: Hair = field(default_factory=Hair)
    build: Literal["slim", "average", "broad"] = "average"
    shirt: ShirtColour = "light"
    trousers: TrouserColour = "teal"
    sleeves: Literal["short", "long"] = "short"
    beard: Flag = False

    @property
    def covered(self) -> bool:
        """Whether sleeves reach the wrist."""
        return self.sleeves == "long" or self.hair.style == "scarf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """Where the stretch is felt: a hatched patch along a body part.

    from, to: along the part, 0 at its upper end, 1 at its lower; on pelvis and chest upward from
    the hips or neck in trunk lengths (49 cm).
    off: cm from the bone towards `side`; lat: cm to the person's left; r: half the width, cm.
    """

    __pydantic_config__ = STRICT
    part: str
    start: Annotated[Fraction, Field(alias="from")] = 0.1
    to: Fraction = 0.8
    side: Literal["fwd", "back", "in", "out"] = "fwd"
    off: Number = 4.0
    lat: Number = 0.0
    r: Size = 3.6
    clip: str = ""


def _radii(value: Any) -> Any:  # noqa: ANN401 - whatever YAML held
    """`r: 8` is short for `r: [8, 8]`."""
    return value if isinstance(value, list) else [value, value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A movement: straight or bent from a point, or round one.

    by: cm right and up on the picture; to: or a place it ends at.
    bend: how far it bulges, as a part of its length.
    around: the middle of a round arrow; r: its radii, cm; start: degrees, 0 right, 90 up;
    sweep: degrees, plus is anticlockwise.
    """

    __pydantic_config__ = STRICT
    start_at: Annotated[PointField | None, Field(alias="from")] = None
    by: Pair | None = None
    to: PlaceField | None = None
    bend: Annotated[float, Within(-2, 2, "of the length")] = 0.0
    around: PointField | None = None
    r: Annotated[tuple[Size, Size], BeforeValidator(_radii)] = (8.0, 8.0)
    start: Turn = 0.0
    sweep: Turn = 270.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One scene in the picture: where it is fitted, who does what, and what is pointed out.

    label: the letter that the steps of the exercise call the scene by, "(picture A)".
    """

    __pydantic_config__ = STRICT
    box: Box = (20.0, 20.0, 960.0, 710.0)
    align: Pair = (0.5, 0.5)
    max_scale: Annotated[float, Within(0.5, 20, "units per cm")] | None = None
    fit_extra: tuple[Box, ...] = ()
    label: Annotated[str, Field(pattern=r"^[A-D]$")] | None = None
    label_at: tuple[Screen, Screen] | None = None
    frame: Box | None = None
    view: View = field(default_factory=View)
    style: Style = field(default_factory=Style)
    parts: tuple[str, ...] = ()
    nofit: tuple[str, ...] = ()
    props: tuple[PropSpec, ...] | None = None
    pose: PoseSpec = field(default_factory=PoseSpec)
    highlight: tuple[Zone, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    no_shadow: Flag = False
    floor: Number = 0.0


def _few(panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """At least one panel, and no more than a picture on a phone can show."""
    if 1 <= len(panels) <= MOST_PANELS:
        return panels
    found = {"found": len(panels), "most": MOST_PANELS}
    raise PydanticCustomError("panels", "holds {found} panels, allowed are 1 to {most}", found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What the moving picture does. show: false for none; seconds: one whole round.

    start: the whole starting pose, where the picture has only the hold.
    other_side: after the one side the other, mirrored in the body's own middle; `seconds` are then
    for each side. Things stay where they are, so they must stand in the middle.
    through: the whole poses that are gone through after the hold, and back the same way; for a
    circle the last of them is the hold again. pace: slow near each pose, or even, as in a circle.
    """

    __pydantic_config__ = STRICT
    show: Flag = True
    seconds: Annotated[float, Within(2, 20, "seconds")] = 6.0
    start: PoseSpec | None = None
    other_side: Flag = False
    through: tuple[PoseSpec, ...] = ()
    pace: Literal["eased", "even"] = "eased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """The small picture. panel: counted from 1, otherwise the last whole scene.

    view: its own camera, such as one that sees a long body less from the side; hide: things that
    are left out; nofit: layers that may run out of the square.
    """

    __pydantic_config__ = STRICT
    panel: Whole | None = None
    arrows: Flag = False
    view: View = field(default_factory=View)
    hide: tuple[str, ...] = ()
    nofit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneSpec:
    """One drawn figure. id: letters that start every id inside the SVG."""

    __pydantic_config__ = STRICT
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,40}$")]
    title: Annotated[str, Field(min_length=3, max_length=120)]
    desc: Annotated[str, Field(min_length=40, max_length=900)]
    height: Annotated[float, Within(300, 1600, "units")] = 750.0
    view: View = field(default_factory=View)
    style: Style = field(default_factory=Style)
    person: Person = field(default_factory=Person)
    same_scale: Flag = False
    props: tuple[PropSpec, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    panels: Annotated[tuple[Panel, ...], AfterValidator(_few)]
    movement: Movement | None = None
    thumbnail: Thumbnail = field(default_factory=Thumbnail)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSpec:
    """One pose file, read.

    path: the file as people know it. lines: line of each field, for messages.
    """

    id: str
    path: str
    scene: SceneSpec
    lines: Mapping[str, int] = field(default_factory=dict)

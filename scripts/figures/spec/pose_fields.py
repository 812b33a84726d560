"""The small values a pose file is made of: limited numbers, directions and places."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

STRICT = ConfigDict(extra="forbid")

WORLD_WORDS = ("up", "down", "right", "left", "near", "far")
BODY_WORDS = ("fwd", "back", "head", "feet", "L", "R")


@dataclass(frozen=True, slots=True)
class Within:
    """A number with limits, said in its own unit when it is outside them."""

    low: float
    high: float
    unit: str = "cm"
    about: str = ""

    def check(self, value: float) -> float:
        """The value, or an error that says what is allowed."""
        if self.low <= value <= self.high:
            return value
        kind = "is an impossible angle" if self.unit == "degrees" else "is outside its limits"
        message = "{kind}, found {found}, allowed are {low} to {high} {unit}"
        context = {"kind": kind, "found": f"{value:g}", "low": f"{self.low:g}"}
        context |= {"high": f"{self.high:g}", "unit": self.unit}
        raise PydanticCustomError("outside_limits", message, context)

    def __get_pydantic_core_schema__(self, _: object, __: GetCoreSchemaHandler) -> CoreSchema:
        """Only a real number: YAML's text "5" is a slip, not a number."""
        number = core_schema.float_schema(strict=True, allow_inf_nan=False)
        return core_schema.no_info_after_validator_function(self.check, number)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The same limits for an editor that knows JSON Schema."""
        described = f"{self.about}; {self.unit}" if self.about else self.unit
        limits = {"minimum": self.low, "maximum": self.high, "description": described}
        return handler(schema) | limits


FAR = 1000.0  # cm; nothing in a picture of a person is farther away
Number = Annotated[float, Within(-FAR, FAR, "cm")]
Size = Annotated[float, Within(0.1, FAR, "cm")]
Screen = Annotated[float, Within(-2000, 2000, "of the picture's 1000 units")]
Turn = Annotated[float, Within(-360, 360, "degrees")]
Fraction = Annotated[float, Within(-3, 3, "of the length")]
Flag = Annotated[bool, Field(strict=True)]
Whole = Annotated[int, Field(strict=True, ge=1, le=99)]
Triple = tuple[Number, Number, Number]
Pair = tuple[Number, Number]
Box = tuple[Screen, Screen, Screen, Screen]
Sizes = tuple[Size, Size, Size]


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """A direction: words such as `up` or `left+down`, or three numbers in world axes."""

    __pydantic_config__ = STRICT
    words: tuple[str, ...] = ()
    numbers: Triple = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place: a joint or anchor by name, an offset from it in cm, or both.

    of: `kneeR`, `chair.seat`, ...; empty means the world's origin.
    add: offset in world axes, cm.
    """

    __pydantic_config__ = STRICT
    of: str = ""
    add: Triple = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where an arrow starts: a joint or anchor, moved on the screen, or three world numbers.

    shift: right and up on the picture, cm.
    """

    __pydantic_config__ = STRICT
    of: str = ""
    add: Triple = (0.0, 0.0, 0.0)
    shift: Pair = (0.0, 0.0)


def _direction(value: Any) -> Any:  # noqa: ANN401 - whatever YAML held
    if isinstance(value, list):
        return {"numbers": value}
    if not isinstance(value, str):
        shape = "has no direction, allowed are words such as `up` or three numbers"
        raise PydanticCustomError("direction", shape)
    words = tuple(re.split(r"[+ ]+", value))
    for word in words:
        if word not in WORLD_WORDS + BODY_WORDS:
            allowed = ", ".join(WORLD_WORDS + BODY_WORDS)
            message = "is an unknown direction, found `{found}`, allowed are {allowed}"
            raise PydanticCustomError("direction", message, {"found": word, "allowed": allowed})
    return {"words": words}


def _place(value: Any) -> Any:  # noqa: ANN401 - whatever YAML held
    if isinstance(value, str):
        return {"of": value}
    return {"add": value} if isinstance(value, list) else value


THREE = {"type": "array", "items": {"type": "number"}, "minItems": 3, "maxItems": 3}
OBJECT = {
    "type": "object",
    "properties": {"of": {"type": "string"}, "add": THREE},
    "additionalProperties": False,
}
ON_SCREEN = {
    "type": "object",
    "properties": {
        "of": {"type": "string"},
        "add": THREE,
        "shift": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    },
    "additionalProperties": False,
}

DirectionField = Annotated[
    Direction,
    BeforeValidator(_direction),
    WithJsonSchema({"anyOf": [{"type": "string"}, THREE], "description": "words or [x, y, z]"}),
]
PlaceField = Annotated[
    Place,
    BeforeValidator(_place),
    WithJsonSchema({"anyOf": [{"type": "string"}, THREE, OBJECT], "description": "cm"}),
]
PointField = Annotated[
    Point,
    BeforeValidator(_place),
    WithJsonSchema({"anyOf": [{"type": "string"}, THREE, ON_SCREEN], "description": "cm"}),
]

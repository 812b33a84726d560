"""Draws neck, head, hair and face."""

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from figures.body.ellipsoids import row
from figures.body.geometry import Vector
from figures.body.head_volumes import features
from figures.body.skeleton import LEFTWARD, SIDES
from figures.layers.layer import Body, Layer, Paint
from figures.outline.shapes import EMPTY, closed, opened, steady, union
from figures.spec.figure_spec import HairStyle

SEEN = {"mouth": 0.28, "eyeL": 0.08, "eyeR": 0.08}  # how far a feature must face the viewer


@dataclass(frozen=True, slots=True)
class FaceLine:
    """An eye or mouth: places on the picture in cm, and which of them are seen."""

    name: str
    places: tuple[Vector, ...]
    seen: tuple[bool, ...]


def hair_style(body: Body) -> HairStyle:
    """The person's hair; the older key `style: {hair: ...}` still decides where it is given."""
    return body.style.hair or body.person.hair.style


def neck_layer(body: Body) -> Layer:
    """The neck."""
    layer = Layer("neck", "neck", volume=body.parts["neck"].denser())
    layer.paints.append(Paint(body.outline("neck"), "k"))
    return layer


def head_layer(body: Body) -> Layer:
    """Face, hair and ears; a bun or tail goes behind or in front of them."""
    parts, style = body.parts, hair_style(body)
    volume = row([parts["head"], parts["face1"].denser(), parts["jaw"].denser(), parts["hair"]])
    layer = Layer("head", "head", volume=volume)
    face = opened(closed(body.outline("head", "face1", "jaw", "nose", "lips"), 0.8), 0.3)
    behind, before = _extras(body, style)
    layer.paints += behind
    layer.paints.append(Paint(face, "k"))
    if body.person.beard:
        layer.paints.append(Paint(_beard(body), "h"))
    if style != "bald":
        layer.paints.append(Paint(_hair(body, style), "hs" if style == "scarf" else "h"))
    if style not in ("bob", "scarf"):
        layer.paints += [Paint(body.outline("ear" + side), "k") for side in _seen_ears(body)]
    layer.paints += before
    return layer


def _seen_ears(body: Body) -> list[str]:
    left = body.bones.frames["head"][:, 0]
    return [side for side in SIDES if body.camera.faces(left * LEFTWARD[side]) > -0.2]  # noqa: PLR2004


def _extras(body: Body, style: HairStyle) -> tuple[list[Paint], list[Paint]]:
    """What hangs from the head: painted before it, and after it."""
    part = {"bun": "bun", "ponytail": "tail", "scarf": "scarfneck"}.get(style)
    if not part:
        return [], []
    paint = Paint(closed(body.outline(part), 0.5), "hs" if style == "scarf" else "h")
    if style == "ponytail" and body.camera.faces(-body.bones.frames["head"][:, 2]) > 0.45:  # noqa: PLR2004
        return [], [paint]
    return [paint], []


def _hair(body: Body, style: HairStyle) -> BaseGeometry:
    parts = body.parts
    cap, back = ("cropped", "croppedb") if style == "cropped" else ("hair", "hairb")
    shapes = [
        body.outline(cap, back),
        body.camera.outline(row([parts[cap], parts[back][:1]])),
    ]
    if style == "bob":
        shapes.append(body.outline("bob"))
    if style == "scarf":
        shapes.append(body.outline("scarf"))
    hair = closed(union(shapes), 2)
    if body.camera.faces(body.bones.frames["head"][:, 2]) > -0.35:  # noqa: PLR2004 - face is seen
        hair = hair.difference(body.outline("scarfcut" if style == "scarf" else "facecut"))
    return opened(steady(hair), 0.6)


def _beard(body: Body) -> BaseGeometry:
    if body.camera.faces(body.bones.frames["head"][:, 2]) < -0.35:  # noqa: PLR2004 - from behind
        return EMPTY
    return opened(closed(body.outline("beard"), 0.8), 0.4)


def face_lines(body: Body) -> list[FaceLine]:
    """Eyes and mouth as they are seen."""
    return [
        FaceLine(
            feature.name,
            tuple(body.camera.flat(place) for place in feature.places),
            tuple(body.camera.faces(normal) > SEEN[feature.name] for normal in feature.normals),
        )
        for feature in features(body.bones)
    ]

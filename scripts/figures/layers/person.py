"""Draws a whole person: all layers of a body, and which must be painted before which."""

from figures.body.ellipsoids import row
from figures.body.geometry import about_x
from figures.body.skeleton import SIDES
from figures.body.volumes import COLLAR_LEAN
from figures.layers.arms import arm_layers
from figures.layers.head import head_layer, neck_layer
from figures.layers.layer import Body, Layer, Paint
from figures.layers.legs import leg_layers
from figures.outline.shapes import closed, opened

Pairs = list[tuple[str, str]]

SIDED_LAYERS = ("foot", "leg", "arm", "fore", "sleeve", "fingers")
LAYERS = (
    *("shirt", "pelvis", "neck", "head"),
    *(part + side for part in SIDED_LAYERS for side in SIDES),
)


def person_layers(body: Body) -> tuple[list[Layer], Pairs]:
    """The layers in no order, and pairs (behind, in front) that depth alone would get wrong."""
    legs = leg_layers(body)
    trousers = legs[-1].shape
    shirt = _shirt(body)
    arms = arm_layers(body, shirt.shape, trousers)
    return [*legs, shirt, *arms, neck_layer(body), head_layer(body)], _known_pairs(body)


def _shirt(body: Body) -> Layer:
    parts = body.parts
    outline = body.outline("shirt", "capL", "capR", "capbL", "capbR")
    layer = Layer("shirt", "body", paints=[Paint(opened(closed(outline, 4.5), 1.0), "t")])
    caps = [parts["capL"].denser(), parts["capR"].denser()]
    layer.volume = row([parts["shirt"].denser(2), *caps])
    return layer


def _known_pairs(body: Body) -> Pairs:
    collar = (body.bones.frames["chest"] @ about_x(COLLAR_LEAN))[:, 1]
    facing = body.camera.faces(collar) > -0.05  # noqa: PLR2004 - the collar opens to the viewer
    pairs = [("shirt", "neck") if facing else ("neck", "shirt")]
    pairs += [("shirt", "pelvis"), ("neck", "head")]
    for side in SIDES:
        pairs.append(("arm" + side, "sleeve" + side))
        if body.far_arm(side):
            pairs += [("arm" + side, "shirt"), ("sleeve" + side, "shirt")]
        else:
            pairs.append(("shirt", "sleeve" + side))
        if body.far_leg(side):
            pairs.append(("leg" + side, "pelvis"))
        elif body.style.separate_legs:
            pairs.append(("pelvis", "leg" + side))
    return pairs

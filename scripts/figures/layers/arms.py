"""Draws arms, hands and sleeves."""

from shapely.geometry.base import BaseGeometry

from figures.body.ellipsoids import row
from figures.body.skeleton import SIDES, cm
from figures.layers.layer import Body, Layer, Paint
from figures.outline.shapes import EMPTY, capsule, closed, disc, edge, opened, steady, union


def arm_layers(body: Body, shirt: BaseGeometry, trousers: BaseGeometry) -> list[Layer]:
    """Arms and sleeves, and fingers apart where a hand grips.

    shirt, trousers: what the patch over the shoulder seam must match and must not cover.
    """
    found: list[Layer] = []
    for side in SIDES:
        if side in body.bones.gripping:
            found.append(_fingers(body, side))
        found += [*_arms(body, side), _sleeve(body, side, shirt, trousers)]
    return found


def _skin(body: Body, side: str) -> str:
    return "kf" if body.far_arm(side) else "k"


def _arms(body: Body, side: str) -> list[Layer]:
    """The arm as one layer, or upper arm and forearm apart where arms are crossed."""
    parts, skin = body.parts, _skin(body, side)
    fore, upper, hand = body.outline("farm" + side), body.outline("uarm" + side), _hand(body, side)
    volumes = [parts["farm" + side], parts["palm" + side].denser()]
    if side not in body.bones.gripping:
        volumes.append(parts["fing" + side].denser())
    elbow = disc(body.joint("elb" + side), cm(0.032))
    crease = edge(fore).intersection(upper.buffer(-0.35)).difference(elbow)
    lines = [crease, _thumb_line(body, side)]
    whole = closed(union([upper, fore, hand]), 1.0)
    above = parts["uarm" + side]
    cloth = _long_sleeve(body, side)
    if not body.style.split_arms:
        arm = Layer("arm" + side, "hand", creases=lines, volume=row([above, *volumes]))
        arm.paints += [Paint(whole, skin), *cloth]
        return [arm]
    lower = Layer("fore" + side, "hand", creases=lines, volume=row(volumes))
    lower.paints += [Paint(closed(union([fore, hand]), 1.0), skin), *cloth]
    seam = whole.buffer(-0.45).intersection(elbow).intersection(edge(fore).buffer(0.8))
    lower.patch = Paint(steady(seam), f"{skin} n")
    colour = _shirt(body, side) if body.person.covered else skin
    return [Layer("arm" + side, "hand", paints=[Paint(upper, colour)], volume=above), lower]


def _long_sleeve(body: Body, side: str) -> list[Paint]:
    """A sleeve down to the wrist, over the skin; nothing where sleeves are short."""
    if not body.person.covered:
        return []
    fore = body.parts["farm" + side][:-1]
    parts = [body.camera.outline(fore).buffer(0.35)]
    if not body.style.split_arms:
        parts.append(body.outline("uarm" + side).buffer(0.5))
    return [Paint(opened(closed(union(parts), 1.0), 0.3), _shirt(body, side))]


def _shirt(body: Body, side: str) -> str:
    return "tf" if body.far_arm(side) else "t"


def _hand(body: Body, side: str) -> BaseGeometry:
    names = ["palm", "thumb"] if side in body.bones.gripping else ["palm", "fing", "thumb"]
    return opened(closed(body.outline(*(name + side for name in names)), 0.55), 0.3)


def _thumb_line(body: Body, side: str) -> BaseGeometry:
    """The thumb's edge where it lies over the palm: it tells a hand from a paddle."""
    palm, thumb = body.parts["palm" + side], body.parts["thumb" + side]
    near = body.camera.see(thumb.centres[-1])[2] - body.camera.see(palm.centres[-1])[2]
    if near < 0.4:  # noqa: PLR2004 - cm; a thumb behind the palm is not seen
        return EMPTY
    whole = body.outline("palm" + side, "fing" + side)
    root = disc(body.camera.flat(thumb.centres[0]), cm(0.016))
    line = edge(body.outline("thumb" + side)).intersection(whole.buffer(-0.45)).difference(root)
    return line if line.length > 2.0 else EMPTY  # noqa: PLR2004 - cm; shorter is a speck


def _fingers(body: Body, side: str) -> Layer:
    """The fingers of a hand that grips: their own layer, so that they can go round a thing."""
    fingers = body.parts["fing" + side]
    outline = opened(closed(body.outline("fing" + side), 0.5), 0.3)
    return Layer(
        "fingers" + side,
        "hand",
        paints=[Paint(outline, _skin(body, side))],
        volume=fingers.denser(),
        bias=-0.3,
    )


def _sleeve(body: Body, side: str, shirt: BaseGeometry, trousers: BaseGeometry) -> Layer:
    parts, far = body.parts, body.far_arm(side)
    shoulder_cap = body.camera.outline(parts["cap" + side][1:])
    outline = opened(closed(union([body.outline("sleeve" + side), shoulder_cap]), 1), 0.5)
    layer = Layer("sleeve" + side, "body")
    layer.paints.append(Paint(outline, "tf" if far else "t"))
    layer.volume = row([parts["sleeve" + side], parts["cap" + side].denser()])
    if not far:
        layer.patch = Paint(_shoulder_patch(body, side, shirt, trousers, outline), "t n")
    if body.person.covered:
        hem = _hem_patch(body, side, outline)
        patch = union([hem, layer.patch.shape]) if layer.patch else hem
        layer.patch = Paint(patch, f"{_shirt(body, side)} n")
    return layer


def _hem_patch(body: Body, side: str, sleeve: BaseGeometry) -> BaseGeometry:
    """Hides the short sleeve's hem where the sleeve goes on to the wrist."""
    end = body.camera.flat(body.parts["sleeve" + side].centres[-1])
    arm = body.outline("uarm" + side).buffer(0.5)
    cloth = closed(union([sleeve, arm]), 1.0).buffer(-0.5)
    return steady(cloth.intersection(disc(end, cm(0.040))))


def _shoulder_patch(
    body: Body, side: str, shirt: BaseGeometry, trousers: BaseGeometry, sleeve: BaseGeometry
) -> BaseGeometry:
    """Hides the sleeve's outline on the shoulder, so that only the armpit's creases remain."""
    parts = body.parts
    joint = body.joint("sho" + side)
    neck = body.camera.flat(parts["cap" + side].centres[0])
    ribs = body.camera.flat(parts["capb" + side].centres[1])
    towards_neck = capsule([joint, neck], cm(0.022))
    towards_ribs = capsule([joint, joint + (ribs - joint) * 0.35], cm(0.020))
    over = union(
        [union([towards_neck, towards_ribs]).convex_hull, capsule([joint, neck], cm(0.045))]
    )
    patch = union([shirt, sleeve]).buffer(-0.5).intersection(over)
    patch = patch.difference(body.outline("neck").buffer(0.75))
    patch = patch.difference(trousers.buffer(0.5).difference(sleeve.buffer(-0.5)))
    return opened(steady(patch), 0.8)

"""Draws the things around the person, and says where a hand or foot can be put on them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from shapely import Polygon

from figures.body.ellipsoids import Volume, bead, ellipsoid
from figures.body.geometry import Matrix, Vector, about_x, about_y, about_z, vector
from figures.layers.blocks import block_layer
from figures.layers.layer import Block, Layer, Paint
from figures.outline.camera import Camera
from figures.outline.shapes import closed, opened
from figures.spec.prop_spec import PropSpec

Anchors = dict[str, Vector]

SEAT = 3.5  # cm thick
POST = 3.2  # cm, a chair's legs
CHAIR_TURN = {"right": 0.0, "left": 180.0, "viewer": -90.0, "away": 90.0}
SOFT_KINDS = {"bed": "b", "couch": "b"}
STILL: Matrix = np.eye(3)


def prop_layers(specs: Sequence[PropSpec], camera: Camera) -> tuple[list[Layer], Anchors]:
    """The layers of all props but straps, and all anchors: name -> place in cm."""
    layers: list[Layer] = []
    anchors: Anchors = {}
    for spec in specs:
        made, places = _BUILDERS.get(spec.kind, _box)(spec, camera)
        for layer in made:
            layer.after = spec.after
        layers += [] if spec.hidden else made
        anchors |= {f"{spec.called}.{name}": place for name, place in places.items()}
    return layers, anchors


def anchor_names(specs: Sequence[PropSpec]) -> set[str]:
    """The anchors these props have, without drawing them."""
    return set(prop_layers(specs, Camera(0, 0))[1])


def layer_names(specs: Sequence[PropSpec]) -> set[str]:
    """The layers these props have, straps among them, without drawing them."""
    straps = [spec for spec in specs if spec.kind == "strap"]
    made = {layer.name for layer in prop_layers(specs, Camera(0, 0))[0]}
    return made | {_strap_name(strap, index) for index, strap in enumerate(straps)}


def _strap_name(spec: PropSpec, number: int) -> str:
    return spec.name or f"strap{number}"


def _chair(spec: PropSpec, camera: Camera) -> tuple[list[Layer], Anchors]:
    """A chair in its own axes: the sitter looks along +x, the back stands at -x."""
    turn = about_y(CHAIR_TURN[spec.facing] + spec.yaw)
    origin = vector(spec.at)
    depth, width, seat, back = spec.depth, spec.width, spec.height, spec.back
    post_x, post_z = depth / 2 - POST / 2, width / 2 - POST / 2

    def place(x: float, y: float, z: float) -> Vector:
        return origin + turn @ vector([x, y, z])

    def piece(name: str, centre: Vector, *size: float) -> Layer:
        block = Block(centre, turn, vector(size) / 2)
        return block_layer(f"{spec.called}.{name}", camera, block, spec.cls or "w")

    layers = []
    for index, (x, z) in enumerate(((-1, -1), (1, -1), (-1, 1), (1, 1))):
        tall = back if x < 0 else seat - SEAT
        centre = place(x * post_x, tall / 2, z * post_z)
        layers.append(piece(f"leg{index}", centre, POST, tall, POST))
    layers.append(piece("seat", place(0, seat - SEAT / 2, 0), depth, SEAT, width))
    if back > seat:
        rail = (POST * 0.8, 18, width - POST * 2)
        layers.append(piece("back", place(-post_x, back - 9, 0), *rail))
    return layers, {
        "seat": place(0, seat, 0),
        "front": place(depth / 2, seat, 0),
        "back_top": place(-post_x, back, 0),
        "back": place(-post_x, seat, 0),
    }


def _bed(spec: PropSpec, camera: Camera) -> tuple[list[Layer], Anchors]:
    x, y, z = spec.at
    width, tall, depth = spec.size or (200.0, 52.0, 96.0)
    base = tall * 0.46
    frame_half = vector([width - 2, base - 6, depth - 2]) / 2
    soft_half = vector([width, tall - base, depth]) / 2
    frame = Block(vector([x, y + base / 2 + 6, z]), STILL, frame_half)
    mattress = Block(vector([x, y + (tall + base) / 2, z]), STILL, soft_half)
    layers = [
        block_layer(f"{spec.called}.base", camera, frame, "w"),
        block_layer(f"{spec.called}.mat", camera, mattress, "b", rounded=3.5),
    ]
    return layers, _top_anchors(spec, (width, tall, depth))


def _top_anchors(spec: PropSpec, size: tuple[float, float, float]) -> Anchors:
    x, y, z = spec.at
    width, tall, depth = size
    return {
        "top": vector([x, y + tall, z]),
        "near": vector([x, y + tall, z + depth / 2]),
        "left": vector([x - width / 2, y + tall, z]),
        "right": vector([x + width / 2, y + tall, z]),
    }


def _box(spec: PropSpec, camera: Camera) -> tuple[list[Layer], Anchors]:
    size = spec.size or (40.0, 40.0, 40.0)
    x, y, z = spec.at
    half = vector(size) / 2
    block = Block(vector([x, y + size[1] / 2, z]), about_y(spec.yaw), half)
    colour = spec.cls or SOFT_KINDS.get(spec.kind, "w")
    layer = block_layer(spec.called, camera, block, colour, rounded=spec.round)
    return [layer], _top_anchors(spec, size)


def _mat(spec: PropSpec, camera: Camera) -> tuple[list[Layer], Anchors]:
    size = spec.size or (190.0, 1.2, 64.0)
    x, y, z = spec.at
    block = Block(vector([x, y - size[1] / 2, z]), about_y(spec.yaw), vector(size) / 2)
    layer = block_layer(spec.called, camera, block, "m")
    layer.kind = "mat"
    return [layer], {"top": vector(spec.at)}


def _roll(spec: PropSpec, camera: Camera) -> tuple[list[Layer], Anchors]:
    radius = spec.r or 5.0
    turn = about_y(spec.yaw)
    centre = vector(spec.at) + vector([0, radius, 0])
    steps = np.linspace(-spec.length / 2, spec.length / 2, 12)
    slice_of = ellipsoid(turn, (0.6, radius, radius))
    volume = Volume.of([centre + turn[:, 0] * step for step in steps], [slice_of] * len(steps))
    colour = spec.cls or "c"
    end = volume[-1:] if camera.faces(turn[:, 0]) > 0 else volume[:1]
    layer = Layer(spec.called, "soft", volume=volume)
    layer.paints.append(Paint(opened(camera.outline(volume), 1), colour + "2"))
    layer.paints.append(Paint(camera.outline(end), colour + "1"))
    return [layer], {"top": centre + vector([0, radius, 0]), "c": centre}


def _ball(spec: PropSpec, camera: Camera) -> tuple[list[Layer], Anchors]:
    radius = spec.r or 10.0
    centre = vector(spec.at) + vector([0, radius, 0])
    volume = bead(centre, STILL, (radius, radius, radius))
    layer = Layer(spec.called, "soft", volume=volume)
    layer.paints.append(Paint(camera.outline(volume), (spec.cls or "c") + "2"))
    return [layer], {"top": centre + vector([0, radius, 0]), "c": centre}


def _pillow(spec: PropSpec, camera: Camera) -> tuple[list[Layer], Anchors]:
    width, tall, depth = (part / 2 for part in spec.size or (36.0, 11.0, 24.0))
    turn = about_y(spec.yaw) @ about_z(spec.tilt) @ about_x(spec.roll)
    centre = vector(spec.at)
    centres, shapes = [], []
    for u in (float(part) for part in np.linspace(-1, 1, 15)):
        for v in (float(part) for part in np.linspace(-1, 1, 15)):
            thin = max(tall * (1 - u**4 * 0.72) * (1 - v**4 * 0.72), tall * 0.16)
            drawn_z = 1 - 0.07 * (1 - u * u) * (abs(v) > 0.9)  # noqa: PLR2004 - sides drawn in
            drawn_x = 1 - 0.07 * (1 - v * v) * (abs(u) > 0.9)  # noqa: PLR2004
            centres.append(centre + turn @ vector([u * width * drawn_x, 0, v * depth * drawn_z]))
            shapes.append(ellipsoid(turn, (width * 0.16, thin, depth * 0.16)))
    volume = Volume.of(centres, shapes)
    layer = Layer(spec.called, "soft", volume=volume, coarse=3.0)
    outline = opened(closed(camera.blobs(volume), 14), 2.0)
    layer.paints.append(Paint(outline, (spec.cls or "c") + "2"))
    return [layer], {"c": centre, "top": centre + vector([0, tall, 0])}


def _nothing(_: PropSpec, __: Camera) -> tuple[list[Layer], Anchors]:
    return [], {}


_BUILDERS = {
    "chair": _chair,
    "bed": _bed,
    "mat": _mat,
    "pillow": _pillow,
    "roll": _roll,
    "tube": _roll,
    "ball": _ball,
    "strap": _nothing,
}


def strap_layer(spec: PropSpec, number: int, camera: Camera, places: Mapping[str, Vector]) -> Layer:
    """A strap along named places, joints among them, so it is made after the pose is solved."""
    corners = [places.get(place.of, vector([0, 0, 0])) + vector(place.add) for place in spec.path]
    radius = spec.r or 1.1
    centres = [
        start + (end - start) * step
        for start, end in pairwise(corners)
        for step in (float(part) for part in np.linspace(0, 1, 12))
    ]
    volume = Volume.of(centres, [ellipsoid(STILL, (radius,) * 3)] * len(centres))
    layer = Layer(_strap_name(spec, number), "soft", volume=volume, bias=spec.bias)
    outline = camera.outline(volume)
    layer.paints.append(Paint(outline if centres else Polygon(), spec.cls or "x"))
    return layer

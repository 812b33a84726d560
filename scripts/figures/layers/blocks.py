"""Draws boxes: seats, posts, beds, walls, mats."""

from dataclasses import dataclass

from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from figures.body.geometry import Vector, vector
from figures.layers.layer import Block, Layer, Paint
from figures.outline.camera import Camera
from figures.outline.shapes import opened, steady, union

EDGED = 3.4  # cm; a thinner box is too thin to carry edges inside its outline


@dataclass(frozen=True, slots=True)
class _Face:
    flat: Polygon
    tone: str


def block_layer(
    name: str, camera: Camera, block: Block, colour: str, *, rounded: float = 0.0
) -> Layer:
    """One box with its seen faces in up to three tones: top, side towards us, side away."""
    layer = Layer(name, "box", blocks=[block], exact=rounded < 1)
    faces = _seen_faces(camera, block)
    if not faces:
        return layer
    silhouette: BaseGeometry = union(face.flat.buffer(0.01) for face in faces).simplify(0.05)
    silhouette = steady(silhouette)
    if rounded >= 1:
        silhouette = opened(silhouette, min(rounded, float(min(block.half)) * 0.8))
    largest = max(faces, key=lambda face: round(face.flat.area, 3))
    layer.paints.append(Paint(silhouette, colour + largest.tone))
    layer.paints += [
        Paint(face.flat.intersection(silhouette), f"{colour}{face.tone} n")
        for face in faces
        if face.tone != largest.tone
    ]
    if float(min(block.half)) * 2 >= EDGED:
        layer.creases += _inner_edges(faces, silhouette)
    return layer


def _seen_faces(camera: Camera, block: Block) -> list[_Face]:
    found: list[tuple[Polygon, Vector]] = []
    for axis in range(3):
        for sign in (1, -1):
            normal = block.rotation[:, axis] * sign
            if camera.faces(normal) > 0.02:  # noqa: PLR2004 - nearly edge-on is not seen
                found.append((_face(camera, block, axis, sign), normal))
    return [_Face(flat, _tone(normal, len(found))) for flat, normal in found]


def _tone(normal: Vector, count: int) -> str:
    if normal[1] > 0.5:  # noqa: PLR2004 - a top face
        return "1"
    turned_away = abs(normal[0]) > abs(normal[2]) + 0.01
    return "3" if turned_away and count > 1 else "2"


def _face(camera: Camera, block: Block, axis: int, sign: int) -> Polygon:
    first, second = (other for other in range(3) if other != axis)
    corners = []
    for one, two in ((1, 1), (1, -1), (-1, -1), (-1, 1)):
        corner = vector([0, 0, 0])
        corner[axis] = block.half[axis] * sign
        corner[first], corner[second] = block.half[first] * one, block.half[second] * two
        corners.append(camera.flat(block.centre + block.rotation @ corner).round(6))
    return Polygon(corners)


def _inner_edges(faces: list[_Face], silhouette: BaseGeometry) -> list[BaseGeometry]:
    edges = []
    for index, face in enumerate(faces):
        for other in faces[:index]:
            shared = face.flat.exterior.intersection(other.flat.exterior.buffer(0.02))
            shared = shared.intersection(silhouette.buffer(-0.25))
            if shared.length > 2:  # noqa: PLR2004 - cm
                edges.append(shared.simplify(0.1))
    return edges

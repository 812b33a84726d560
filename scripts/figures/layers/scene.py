"""One panel as a scene: posed, ordered by depth, ready to be fitted and painted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from shapely.geometry.base import BaseGeometry

from figures.body.ellipsoids import Volume
from figures.body.geometry import Vector
from figures.body.posing import pose
from figures.body.skeleton import SIDES, Skeleton
from figures.layers.arrows_and_zones import Places, zone_shape, zone_volume
from figures.layers.depth import paint_order
from figures.layers.head import FaceLine, face_lines
from figures.layers.layer import Body, Layer, Paint
from figures.layers.person import person_layers
from figures.layers.props import prop_layers, strap_layer
from figures.outline.camera import Camera
from figures.outline.cubic import Points
from figures.outline.shapes import closed, opened, union
from figures.spec.figure_spec import Panel, SceneSpec, Style, View
from figures.spec.pose_spec import PoseSpec
from figures.spec.prop_spec import PropSpec

SHADOW_REACH = 45.0  # cm; what is higher above the floor throws no shadow worth drawing
SHADOW_LEAN = 0.10  # how far the light comes from the left
LOWEST_SHADOW_VIEW = 3.0  # degrees; a shadow seen edge-on is a smear


@dataclass(frozen=True, slots=True)
class SeenZone:
    """A stretch zone: its volume for the hatching, and what is seen of it, cm."""

    volume: Volume
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything of one panel in cm. layers: from far to near, only those to be painted."""

    camera: Camera
    bones: Skeleton
    anchors: Mapping[str, Vector]
    layers: Sequence[Layer]
    face: Sequence[FaceLine]
    zones: Sequence[SeenZone]
    arrows: Sequence[Points]
    shadow: BaseGeometry | None
    style: Style
    complaints: tuple[tuple[str, str], ...]


def view_of(spec: SceneSpec, panel: Panel) -> View:
    """The panel's camera, its own keys before the figure's."""
    own, shared = panel.view, spec.view
    az = own.az if own.az is not None else shared.az
    el = own.el if own.el is not None else shared.el
    shadow = own.shadow if own.shadow is not None else shared.shadow
    return View(az=az or 0.0, el=el or 0.0, shadow=shadow is not False)


def style_of(spec: SceneSpec, panel: Panel) -> Style:
    """The panel's style, its own keys before the figure's."""
    given = {
        name: value
        for style in (spec.style, panel.style)
        for name in Style.__dataclass_fields__
        if (value := getattr(style, name)) is not None
    }
    return replace(Style(), **given)


def props_of(spec: SceneSpec, panel: Panel) -> tuple[PropSpec, ...]:
    """The panel's things, or the figure's where the panel names none."""
    return spec.props if panel.props is None else panel.props


def build_scene(spec: SceneSpec, panel: Panel, posture: PoseSpec | None = None) -> Scene:
    """Pose and draw one panel in cm. posture: another pose in the same panel, for movement."""
    view, style = view_of(spec, panel), style_of(spec, panel)
    camera = Camera(view.az or 0.0, view.el or 0.0)
    things = props_of(spec, panel)
    layers, anchors = prop_layers(things, camera)
    posed = pose(posture or panel.pose, anchors)
    bones = posed.skeleton
    body = Body.of(camera, bones, spec.person, style)
    person, pairs = person_layers(body)
    straps = [thing for thing in things if thing.kind == "strap"]
    places = {**bones.joints, **anchors}
    layers += [strap_layer(strap, index, camera, places) for index, strap in enumerate(straps)]
    decided = [*pairs, *_after(layers), *spec.order, *panel.order]
    ordered = _grips_joined(paint_order([*layers, *person], camera, decided), bones)
    ordered.sort(key=lambda layer: layer.kind != "mat")  # all else lies on it
    seen = [layer for layer in ordered if not panel.parts or layer.name in panel.parts]
    where = Places(camera, bones.joints, anchors)
    return Scene(
        camera=camera,
        bones=bones,
        anchors=anchors,
        layers=seen,
        face=face_lines(body) if style.face is not False else [],
        zones=_zones(panel, bones, camera, ordered),
        arrows=[where.centre_line(arrow) for arrow in panel.arrows],
        shadow=_shadow(panel, person, camera) if _has_shadow(panel, view) else None,
        style=style,
        complaints=posed.complaints,
    )


def _after(layers: Sequence[Layer]) -> list[tuple[str, str]]:
    return [(name, layer.name) for layer in layers for name in layer.after]


def _zones(
    panel: Panel, bones: Skeleton, camera: Camera, ordered: Sequence[Layer]
) -> list[SeenZone]:
    found = []
    for zone in panel.highlight:
        volume = zone_volume(zone, bones)
        found.append(SeenZone(volume, zone_shape(zone, volume, camera, ordered)))
    return found


def _grips_joined(ordered: list[Layer], bones: Skeleton) -> list[Layer]:
    """Fingers are one with their hand unless something held lies between the two."""
    for side in SIDES:
        names = [layer.name for layer in ordered]
        if side not in bones.gripping or "fingers" + side not in names:
            continue
        holder = "fore" if "fore" + side in names else "arm"
        hand, fingers = names.index(holder + side), names.index("fingers" + side)
        low, high = min(hand, fingers), max(hand, fingers)
        area = ordered[fingers].shape
        between = [layer for layer in ordered[low + 1 : high] if layer.shape.intersects(area)]
        if not between:
            _join(ordered[hand], ordered[fingers])
            del ordered[fingers]
    return ordered


def _join(hand: Layer, fingers: Layer) -> None:
    whole = opened(closed(union([hand.shape, fingers.shape]), 0.55), 0.3)
    hand.paints = [Paint(whole, hand.paints[0].role)]


def _has_shadow(panel: Panel, view: View) -> bool:
    raised = abs(view.el or 0.0) > LOWEST_SHADOW_VIEW
    return bool(view.shadow) and raised and not panel.no_shadow


def _shadow(panel: Panel, person: Sequence[Layer], camera: Camera) -> BaseGeometry | None:
    """The body pressed flat on the floor: it grounds the figure."""
    volumes = [layer.volume for layer in person if layer.volume is not None]
    centres = np.concatenate([volume.centres[::2] for volume in volumes])
    shapes = np.concatenate([volume.shapes[::2] for volume in volumes])
    height = centres[:, 1] - panel.floor
    low = height <= SHADOW_REACH
    if not low.any():
        return None
    centres, shapes, height = centres[low].copy(), shapes[low].copy(), height[low]
    centres[:, 0] += height * SHADOW_LEAN
    centres[:, 1] = panel.floor
    shapes[:, 1, :] = 0
    shapes[:, :, 1] = 0
    shapes[:, 1, 1] = 1e-4
    return opened(closed(camera.blobs(Volume(centres, shapes)), 9).buffer(1.2), 3)

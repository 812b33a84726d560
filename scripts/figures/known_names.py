"""Every name that a figure's file uses, and what it may name there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from figures.body.posing import PARTS, RESTS_ON
from figures.body.skeleton import JOINTS
from figures.layers.arrows_and_zones import ZONE_PARTS
from figures.layers.person import LAYERS
from figures.layers.props import anchor_names, layer_names
from figures.layers.scene import props_of
from figures.spec.figure_spec import Panel, SceneSpec
from figures.spec.pose_fields import Place, Point
from figures.spec.pose_spec import PoseSpec
from figures.spec.prop_spec import PropSpec

Keys = tuple[str | int, ...]
RESTING = frozenset({*PARTS, *RESTS_ON, "all"})
ARROWS = "arrows"  # `nofit` may leave them out too


@dataclass(frozen=True, slots=True)
class Named:
    """One name: where it stands, what it should name, itself, and all names that are known."""

    keys: Keys
    what: str
    name: str
    known: frozenset[str]


def names_in(scene: SceneSpec) -> Iterator[Named]:
    """Every name in the file, known or not."""
    yield from _of_props(("props",), scene.props)
    everywhere = [props_of(scene, panel) for panel in scene.panels]
    layers = frozenset().union(*(_layers(things) for things in everywhere))
    yield from _layer_pairs(("order",), scene.order, layers)
    for number, (panel, things) in enumerate(zip(scene.panels, everywhere, strict=True)):
        yield from _of_panel(("panels", number), panel, things)
    yield from _of_thumbnail(scene, layers)
    if scene.movement:
        places = _places(everywhere[-1])
        if scene.movement.start:
            yield from _of_pose(("movement", "start"), scene.movement.start, places)
        for index, pose in enumerate(scene.movement.through):
            yield from _of_pose(("movement", "through", index), pose, places)


def _of_thumbnail(scene: SceneSpec, layers: frozenset[str]) -> Iterator[Named]:
    things = frozenset(thing.called for panel in scene.panels for thing in props_of(scene, panel))
    for name in scene.thumbnail.hide:
        yield Named(("thumbnail", "hide"), "thing", name, things)
    for name in scene.thumbnail.nofit:
        yield Named(("thumbnail", "nofit"), "layer", name, layers)


def _places(things: Sequence[PropSpec]) -> frozenset[str]:
    return frozenset({*JOINTS, *anchor_names(things)})


def _layers(things: Sequence[PropSpec]) -> frozenset[str]:
    return frozenset({*LAYERS, *layer_names(things)})


def _of_panel(keys: Keys, panel: Panel, things: Sequence[PropSpec]) -> Iterator[Named]:
    places, layers = _places(things), _layers(things)
    if panel.props is not None:
        yield from _of_props((*keys, "props"), panel.props)
    yield from _of_pose((*keys, "pose"), panel.pose, places)
    for index, arrow in enumerate(panel.arrows):
        yield from _of_places((*keys, "arrows", index), arrow, places)
    for index, zone in enumerate(panel.highlight):
        place = (*keys, "highlight", index)
        yield Named((*place, "part"), "part", zone.part, frozenset(ZONE_PARTS))
        if zone.clip:
            yield Named((*place, "clip"), "layer", zone.clip, layers)
    for name in panel.parts:
        yield Named((*keys, "parts"), "layer", name, layers)
    for name in panel.nofit:
        yield Named((*keys, "nofit"), "layer", name, layers | {ARROWS})
    yield from _layer_pairs((*keys, "order"), panel.order, layers)


def _of_props(keys: Keys, things: Sequence[PropSpec]) -> Iterator[Named]:
    places, layers = _places(things), _layers(things)
    for index, thing in enumerate(things):
        for name in thing.after:
            yield Named((*keys, index, "after"), "layer", name, layers)
        for place in thing.path:
            if place.of:
                yield Named((*keys, index, "path"), "joint or anchor", place.of, places)


def _layer_pairs(
    keys: Keys, pairs: Sequence[tuple[str, str]], layers: frozenset[str]
) -> Iterator[Named]:
    for index, pair in enumerate(pairs):
        for name in pair:
            yield Named((*keys, index), "layer", name, layers)


def _of_pose(keys: Keys, pose: PoseSpec, places: frozenset[str]) -> Iterator[Named]:
    for name in pose.ground.by:
        yield Named((*keys, "ground", "by"), "part", name, RESTING)
    yield from _of_places(keys, pose, places)


def _of_places(keys: Keys, value: Any, places: frozenset[str]) -> Iterator[Named]:  # noqa: ANN401 - any part of a panel
    """The joints and anchors that places inside a value start from."""
    if isinstance(value, Place | Point):
        if value.of:
            yield Named(keys, "joint or anchor", value.of, places)
    elif is_dataclass(value):
        for each in fields(value):
            key = KEYS.get(each.name, each.name)
            yield from _of_places((*keys, key), getattr(value, each.name), places)


# What YAML calls a field that Python calls otherwise.
KEYS = {
    "left_leg": "legL",
    "right_leg": "legR",
    "left_arm": "armL",
    "right_arm": "armR",
    "start_at": "from",
}

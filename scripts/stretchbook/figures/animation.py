"""The moving picture: poses between start and hold, shown in turn by CSS alone.

Nothing moves where reduced motion is asked for, or on paper: there only the hold is seen, complete.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from stretchbook.figures.between import between, told_alike
from stretchbook.figures.fitting import Fit, fit_into
from stretchbook.figures.layout import Placed, scene_bounds
from stretchbook.figures.painting import Brush, paint
from stretchbook.figures.palette import UNIT
from stretchbook.figures.pose_spec import PoseSpec
from stretchbook.figures.scene import Scene, build_scene
from stretchbook.figures.spec import Movement, Panel, SceneSpec
from stretchbook.figures.svg import document

FRAMES = 4  # poses from start to hold, both counted
LARGEST = 30_000  # bytes
EDGE = 24.0  # units kept free round the scene
COARSE = (1.5, 2.0, 2.8)  # factors on fitting errors, tried until the file is small enough


def moving_picture(spec: SceneSpec, placed: Sequence[Placed]) -> str | None:
    """The animated SVG, or None where the figure has no movement."""
    movement = spec.movement or Movement()
    panels = [one for one in placed if not one.panel.frame and not one.panel.parts]
    if not movement.show or not panels:
        return None
    hold = panels[-1]
    start = _starting_pose(movement, panels)
    if start is None:
        return None
    plain = replace(hold.panel, highlight=(), arrows=())
    first = build_scene(spec, plain, start)
    alike = told_alike(start, hold.panel.pose, first.bones, hold.scene.bones)
    middle = [build_scene(spec, plain, between(*alike, part)) for part in _parts()]
    return _smallest(spec, movement, hold.panel, [first, *middle, hold.scene])


def _starting_pose(movement: Movement, panels: Sequence[Placed]) -> PoseSpec | None:
    if movement.start:
        return movement.start
    first, last = panels[0].panel, panels[-1].panel
    same_things = first.props is None or last.props is None or len(first.props) == len(last.props)
    moved = len(panels) > 1 and first.pose != last.pose
    return first.pose if moved and same_things else None


def _parts() -> list[float]:
    """How far on its way each pose between is: slow at both ends, as a body moves."""
    parts = [index / (FRAMES - 1) for index in range(1, FRAMES - 1)]
    return [part * part * (3 - 2 * part) for part in parts]


def _smallest(spec: SceneSpec, movement: Movement, panel: Panel, scenes: Sequence[Scene]) -> str:
    fit = _common_fit(spec, panel, scenes)
    svg = ""
    for coarse in COARSE:
        svg = _document(spec, movement, scenes, fit, coarse)
        if len(svg.encode()) <= LARGEST:
            break
    return svg


def _common_fit(spec: SceneSpec, panel: Panel, scenes: Sequence[Scene]) -> Fit:
    """One fit for all poses, so that only the body moves."""
    bounds = np.array([scene_bounds(scene, panel) for scene in scenes])
    left, low = bounds[:, :2].min(axis=0)
    right, high = bounds[:, 2:].max(axis=0)
    edge = EDGE * UNIT
    size = (edge, edge, 1000 * UNIT - 2 * edge, spec.height * UNIT - 2 * edge)
    return fit_into((left, low, right, high), size)


def _document(
    spec: SceneSpec, movement: Movement, scenes: Sequence[Scene], fit: Fit, coarse: float
) -> str:
    *others, hold = scenes
    paper = (1000.0, spec.height)
    moving = Brush(coarse=coarse, shade=False, arrows=False, zones=False, paper=paper)
    frames = [paint(_still_things_apart(scene), fit, moving) for scene in others]
    frames.append(paint(_still_things_apart(hold), fit, Brush(coarse=coarse, paper=paper)))
    body = _backdrop(hold, fit, coarse)
    prefix = f"{spec.id}-m"
    body += "".join(f'<g class="f f{index}">{frame}</g>' for index, frame in enumerate(frames))
    return document(
        prefix=prefix,
        title=spec.title,
        desc=spec.desc,
        size=(1000.0, spec.height),
        body=body,
        person=spec.person,
        css=_keyframes(prefix, len(frames), movement.seconds),
    )


def _still_things_apart(scene: Scene) -> Scene:
    """The scene without its mat, which lies behind everything and never changes."""
    return replace(scene, layers=[layer for layer in scene.layers if layer.kind != "mat"])


def _backdrop(scene: Scene, fit: Fit, coarse: float) -> str:
    mats = [layer for layer in scene.layers if layer.kind == "mat"]
    bare = replace(scene, layers=mats, zones=[], arrows=[], shadow=None)
    return paint(bare, fit, Brush(coarse=coarse))


def _keyframes(prefix: str, count: int, seconds: float) -> str:
    """Rest at the start 16 %, move 22 %, hold 40 %, move back 22 %."""
    hidden = ",".join(f".f{index}" for index in range(count - 1))
    rules, keys = "", ""
    for index in range(count):
        rules += f".f{index}{{animation:{prefix}{index} {seconds:g}s step-end infinite}}"
        keys += f"@keyframes {prefix}{index}{{{_steps(index, count)}}}"
    media = "@media screen and (prefers-reduced-motion:no-preference)"
    return f"{hidden}{{visibility:hidden}}{media}{{{rules}}}{keys}"


def _steps(index: int, count: int) -> str:
    """When one pose of the round is seen, as keyframes."""
    share = 22 / (count - 2)
    if index == 0:
        seen = [(0.0, 16.0)]
    elif index == count - 1:
        seen = [(38.0, 78.0)]
    else:
        there, back = 16 + share * (index - 1), 78 + share * (count - 2 - index)
        seen = [(there, there + share), (back, back + share)]
    at = {0.0: "hidden", 100.0: "hidden"}
    for begin, end in seen:
        at[begin], at[end] = "visible", "hidden"
    return "".join(f"{place:.4g}%{{visibility:{state}}}" for place, state in sorted(at.items()))

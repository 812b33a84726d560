"""The moving picture: poses between start and hold, shown in turn by CSS alone.

Nothing moves where reduced motion is asked for, or on paper: there only the hold is seen, complete.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from figures.body.interpolation import between, told_alike
from figures.layers.palette import UNIT
from figures.layers.scene import Scene, build_scene
from figures.outline.fitting import Fit, fit_into
from figures.picture.layout import Placed, scene_bounds
from figures.picture.painting import Brush, paint
from figures.picture.svg import document
from figures.spec.figure_spec import Movement, Panel, SceneSpec
from figures.spec.pose_spec import PoseSpec

FRAMES = 6  # poses from start to hold, both counted
LARGEST = 30_000  # bytes
EDGE = 24.0  # units kept free round the scene
SHORTEST_SHARED = 70  # characters; naming a shorter path costs more than it saves
WHOLE_PATH = re.compile(r"<path [^>]*/>")
COARSE = (1.5, 2.0, 2.8)  # factors on fitting errors, tried until the file is small enough


@dataclass(frozen=True, slots=True)
class Show:
    """What is shown, and when: scenes, and in turn which of them for how long (% of a round).

    marks: a scene whose arrows and zones are seen only while nothing moves; None where the last
    scene carries them through the movement.
    """

    scenes: Sequence[Scene]
    turns: Sequence[tuple[int, float]]
    marks: Scene | None = None


def moving_picture(spec: SceneSpec, placed: Sequence[Placed]) -> str | None:
    """The animated SVG, or None where the figure has no movement."""
    movement = spec.movement or Movement()
    panels = [one for one in placed if not one.panel.frame and not one.panel.parts]
    if not movement.show or not panels:
        return None
    hold = panels[-1]
    if movement.through:
        show = _through(spec, hold, movement.through)
    elif start := _starting_pose(movement, panels):
        show = _there_and_back(spec, hold, start)
    else:
        return None
    return _smallest(spec, movement, hold.panel, show)


def _starting_pose(movement: Movement, panels: Sequence[Placed]) -> PoseSpec | None:
    if movement.start:
        return movement.start
    first, last = panels[0].panel, panels[-1].panel
    same_things = first.props is None or last.props is None or len(first.props) == len(last.props)
    moved = len(panels) > 1 and first.pose != last.pose
    return first.pose if moved and same_things else None


def _there_and_back(spec: SceneSpec, hold: Placed, start: PoseSpec) -> Show:
    """Rest at the start 16 %, move 22 %, hold 40 %, move back 22 %."""
    plain = replace(hold.panel, highlight=(), arrows=())
    first = build_scene(spec, plain, start)
    alike = told_alike(start, hold.panel.pose, first.bones, hold.scene.bones)
    middle = [build_scene(spec, plain, between(*alike, part)) for part in _parts()]
    there = [(index, 22 / len(middle)) for index in range(1, len(middle) + 1)]
    turns = [(0, 16.0), *there, (len(middle) + 1, 40.0), *there[::-1]]
    return Show([first, *middle, hold.scene], turns)


def _through(spec: SceneSpec, hold: Placed, poses: Sequence[PoseSpec]) -> Show:
    """From the hold through all poses and back, each of them as long as the others."""
    plain = replace(hold.panel, highlight=(), arrows=())
    others = [build_scene(spec, plain, pose) for pose in poses]
    last = len(others)
    order = [last, *range(last), *reversed(range(last - 1))]
    bare = replace(hold.scene, zones=[], arrows=[])
    return Show([*others, bare], [(index, 100 / len(order)) for index in order], hold.scene)


def _parts() -> list[float]:
    """How far on its way each pose between is: slow at both ends, as a body moves."""
    parts = [index / (FRAMES - 1) for index in range(1, FRAMES - 1)]
    return [part * part * (3 - 2 * part) for part in parts]


def _smallest(spec: SceneSpec, movement: Movement, panel: Panel, show: Show) -> str:
    fit = _common_fit(spec, panel, show)
    svg = ""
    for coarse in COARSE:
        svg = _document(spec, movement, show, fit, coarse)
        if len(svg.encode()) <= LARGEST:
            break
    return svg


def _common_fit(spec: SceneSpec, panel: Panel, show: Show) -> Fit:
    """One fit for all poses, so that only the body moves."""
    seen = [*show.scenes, *([show.marks] if show.marks else [])]
    bounds = np.array([scene_bounds(scene, panel) for scene in seen])
    left, low = bounds[:, :2].min(axis=0)
    right, high = bounds[:, 2:].max(axis=0)
    edge = EDGE * UNIT
    size = (edge, edge, 1000 * UNIT - 2 * edge, spec.height * UNIT - 2 * edge)
    return fit_into((left, low, right, high), size)


def _document(spec: SceneSpec, movement: Movement, show: Show, fit: Fit, coarse: float) -> str:
    *others, hold = show.scenes
    paper = (1000.0, spec.height)
    moving = Brush(coarse=coarse, shade=False, arrows=False, zones=False, paper=paper)
    still = Brush(coarse=coarse, paper=paper)
    frames = [paint(_mat_apart(scene), fit, moving) for scene in others]
    frames.append(paint(_mat_apart(hold), fit, moving if show.marks else still))
    body = "".join(f'<g class="f f{index}">{frame}</g>' for index, frame in enumerate(frames))
    if show.marks:
        marks = paint(replace(show.marks, layers=[]), fit, still)
        body += f'<g class="m">{marks}</g>'
    prefix = f"{spec.id}-m"
    return document(
        prefix=prefix,
        title=spec.title,
        desc=spec.desc,
        size=(1000.0, spec.height),
        body=drawn_once(_backdrop(hold, fit, coarse) + body, prefix),
        person=spec.person,
        css=_keyframes(prefix, len(frames), show.turns, movement.seconds),
    )


def _mat_apart(scene: Scene) -> Scene:
    """The scene without its mat, which lies behind everything and never changes."""
    return replace(scene, layers=[layer for layer in scene.layers if layer.kind != "mat"])


def _backdrop(scene: Scene, fit: Fit, coarse: float) -> str:
    mats = [layer for layer in scene.layers if layer.kind == "mat"]
    bare = replace(scene, layers=mats, zones=[], arrows=[], shadow=None)
    return paint(bare, fit, Brush(coarse=coarse))


def drawn_once(body: str, prefix: str) -> str:
    """The same marks, with each path that stands in several poses written only once."""
    seen: set[str] = set()
    names: dict[str, str] = {}
    for path in WHOLE_PATH.findall(body):
        if path in seen and len(path) > SHORTEST_SHARED:
            names.setdefault(path, f"{prefix}p{len(names)}")
        seen.add(path)
    for path, name in names.items():
        use = f'<use href="#{name}"/>'
        first, rest = body.split(path, 1)
        body = first + path.replace("<path", f'<path id="{name}"', 1) + rest.replace(path, use)
    return body


def _keyframes(prefix: str, count: int, turns: Sequence[tuple[int, float]], seconds: float) -> str:
    """Rules that show the poses in turn; without movement only the last pose and the marks."""
    hidden = ",".join(f".f{index}" for index in range(count - 1))
    rules, keys = ".m{visibility:hidden}", ""
    for index in range(count):
        rules += f".f{index}{{animation:{prefix}{index} {seconds:g}s step-end infinite}}"
        keys += f"@keyframes {prefix}{index}{{{_steps(index, turns)}}}"
    media = "@media screen and (prefers-reduced-motion:no-preference)"
    return f"{hidden}{{visibility:hidden}}{media}{{{rules}}}{keys}"


def _steps(index: int, turns: Sequence[tuple[int, float]]) -> str:
    """When one pose of the round is seen, as keyframes."""
    at: dict[float, str] = {0.0: "hidden", 100.0: "hidden"}
    begin = 0.0
    for pose, share in turns:
        if pose == index:
            at |= {begin: "visible", begin + share: "hidden"}
        begin = round(begin + share, 6)
    return "".join(f"{place:.4g}%{{visibility:{state}}}" for place, state in sorted(at.items()))

"""The moving picture: poses between start and hold, shown in turn by CSS alone.

Nothing moves where reduced motion is asked for, or on paper: there only the hold is seen, complete.
"""

import gzip
import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from figures.layers.arrows_and_zones import chip_svg
from figures.layers.palette import UNIT
from figures.layers.scene import Scene
from figures.outline.fitting import Fit, fit_into
from figures.picture.film import Film, Sign, film_of
from figures.picture.layout import Placed, main_panels, scene_bounds
from figures.picture.painting import Brush, paint, whole_paper
from figures.picture.panels import panel_svg
from figures.picture.svg import document
from figures.spec.figure_spec import Panel, SceneSpec

LARGEST = 30_000  # bytes, compressed: what is sent
EDGE = 24.0  # units kept free round the scene
LETTER_AT = (50.0, 56.0)  # where a letter stands that the panel gives no place
SHORTEST_SHARED = 70  # characters; naming a shorter path costs more than it saves
WHOLE_PATH = re.compile(r"<path [^>]*/>")
COARSE = (1.5, 2.0, 2.8)  # factors on fitting errors, tried until the file is small enough


def moving_picture(spec: SceneSpec, placed: Sequence[Placed]) -> str | None:
    """The animated SVG, or None where the figure has no movement."""
    film = film_of(spec, placed)
    if film is None:
        return None
    main = main_panels([one.panel for one in placed])
    # Beside one scene its insets stay; where there were two, the moving one fills the picture.
    insets = [one for one in placed if one.panel not in main] if len(main) == 1 else []
    fit = _common_fit(spec, main[-1], film, beside=bool(insets))
    svg = ""
    for coarse in COARSE:
        svg = _document(spec, insets, film, fit, coarse)
        if sent(svg) <= LARGEST:
            break
    return svg


def sent(svg: str) -> int:
    """How many bytes go over the line, compressed."""
    return len(gzip.compress(svg.encode(), mtime=0))


def _common_fit(spec: SceneSpec, panel: Panel, film: Film, *, beside: bool) -> Fit:
    """One fit for all poses, so that only the body moves; beside insets it keeps its own box."""
    seen = [*film.scenes, *(sign.marks for sign in film.signs if sign.marks)]
    bounds = np.array([scene_bounds(scene, panel) for scene in seen])
    left, low = bounds[:, :2].min(axis=0)
    right, high = bounds[:, 2:].max(axis=0)
    box = (EDGE, EDGE, 1000 - 2 * EDGE, spec.height - 2 * EDGE)
    if beside:
        box = panel.box
    return fit_into((left, low, right, high), [part * UNIT for part in box])


def _document(
    spec: SceneSpec, insets: Sequence[Placed], film: Film, fit: Fit, coarse: float
) -> str:
    brush = Brush(coarse=coarse, shade=False, paper=(1000.0, spec.height))
    paper = whole_paper(brush)
    body = "".join(
        f'<g class="f f{index}">{paint(_mat_apart(scene), fit, brush, paper)}</g>'
        for index, scene in enumerate(film.scenes)
    )
    body += "".join(
        f'<g class="f g{index}">{_sign_svg(sign, fit, brush)}</g>'
        for index, sign in enumerate(film.signs)
    )
    prefix = f"{spec.id}-m"
    behind = _backdrop(film.scenes[film.hold.scene], fit, coarse)
    beside = "".join(panel_svg(prefix, index, one, brush) for index, one in enumerate(insets))
    return document(
        prefix=prefix,
        title=spec.title,
        desc=spec.desc,
        size=(1000.0, spec.height),
        body=drawn_once(behind + beside + body, prefix),
        person=spec.person,
        css=_rules(prefix, film),
    )


def _sign_svg(sign: Sign, fit: Fit, brush: Brush) -> str:
    marks = paint(replace(sign.marks, layers=[], shadow=None), fit, brush) if sign.marks else ""
    return marks + (chip_svg(sign.label, LETTER_AT) if sign.label else "")


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


def _rules(prefix: str, film: Film) -> str:
    """Rules that show poses and signs in turn; without movement only the hold and its sign."""
    total = sum(turn.seconds for turn in film.turns)
    shown = {
        f"f{index}": [turn.scene == index for turn in film.turns]
        for index in range(len(film.scenes))
    }
    shown |= {
        f"g{index}": [turn.sign == index for turn in film.turns] for index in range(len(film.signs))
    }
    lengths = [turn.seconds * 100 / total for turn in film.turns]
    rules, keys = "", ""
    for name, when in shown.items():
        rules += f".{name}{{animation:{prefix}{name} {total:g}s step-end infinite}}"
        keys += f"@keyframes {prefix}{name}{{{_steps(when, lengths)}}}"
    still = f".f{{visibility:hidden}}.f{film.hold.scene},.g{film.hold.sign}{{visibility:visible}}"
    return f"{still}@media screen and (prefers-reduced-motion:no-preference){{{rules}}}{keys}"


def _steps(shown: Sequence[bool], lengths: Sequence[float]) -> str:
    """When one group is seen in a round, as keyframes; only where that changes."""
    steps, begin = [], 0.0
    before = None
    for now, size in zip(shown, lengths, strict=True):
        if now != before:
            steps.append(f"{begin:.4g}%{{visibility:{'visible' if now else 'hidden'}}}")
        before, begin = now, begin + size
    steps.append("100%{visibility:hidden}")
    return "".join(steps)

"""Fits the panels of a figure into one picture."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from figures.layers.arrows_and_zones import HEAD_WIDE
from figures.layers.palette import UNIT
from figures.layers.scene import Scene, build_scene
from figures.outline.fitting import Fit, fit_into
from figures.outline.shapes import union
from figures.spec.figure_spec import Panel, SceneSpec

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A panel's scene and where it is on the picture."""

    panel: Panel
    scene: Scene
    fit: Fit


def place_panels(spec: SceneSpec) -> list[Placed]:
    """All panels, in one scale where the figure says `same_scale`."""
    scenes = [build_scene(spec, panel) for panel in spec.panels]
    fits = [_fit(panel, scene, None) for panel, scene in zip(spec.panels, scenes, strict=True)]
    if spec.same_scale:
        whole = main_panels(spec.panels)
        scales = [fit.scale for fit, panel in zip(fits, spec.panels, strict=True) if panel in whole]
        shared = min(scales, default=None)
        fits = [
            _fit(panel, scene, shared) if panel in whole else fit
            for fit, panel, scene in zip(fits, spec.panels, scenes, strict=True)
        ]
    return [
        Placed(panel, scene, fit)
        for panel, scene, fit in zip(spec.panels, scenes, fits, strict=True)
    ]


def main_panels(panels: Sequence[Panel]) -> list[Panel]:
    """The scenes themselves, without insets beside them; in windows, too, where all are."""
    without = [panel for panel in panels if not panel.frame]
    return without or [panel for panel in panels if not panel.parts] or list(panels)


def _fit(panel: Panel, scene: Scene, largest: float | None) -> Fit:
    box = [part * UNIT for part in panel.box]
    limits = [limit for limit in (largest, _scaled(panel.max_scale)) if limit]
    align = (panel.align[0], panel.align[1])
    return fit_into(scene_bounds(scene, panel), box, min(limits, default=None), align)


def _scaled(scale: float | None) -> float | None:
    return scale * UNIT if scale else None


def scene_bounds(scene: Scene, panel: Panel, *, arrows: bool = True, mats: bool = True) -> Bounds:
    """Left, low, right and high of what is to be fitted, cm."""
    shapes = [
        layer.shape
        for layer in scene.layers
        if layer.name not in panel.nofit and (mats or layer.kind != "mat")
    ]
    bounds = np.array(union(shapes).bounds)
    if arrows and "arrows" not in panel.nofit:
        bounds = _with_arrows(bounds, scene.arrows)
    for left, high, right, low in panel.fit_extra:
        grown = [bounds[0] - left, bounds[1] - low, bounds[2] + right, bounds[3] + high]
        bounds = np.array(grown)
    left, low, right, high = (round(float(part), 5) for part in bounds)
    return left, low, right, high


def _with_arrows(bounds: np.ndarray, arrows: Sequence[np.ndarray]) -> np.ndarray:
    """Grown so that no arrow leaves the picture; its width on the picture is about 3 cm."""
    margin = HEAD_WIDE / 6
    for line in arrows:
        low, high = line.min(axis=0) - margin, line.max(axis=0) + margin
        bounds = np.concatenate([np.minimum(bounds[:2], low), np.maximum(bounds[2:], high)])
    return bounds

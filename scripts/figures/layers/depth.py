"""Finds the order of painting: which layer is in front of which, and a list from far to near."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from figures.body.ellipsoids import Volume
from figures.layers.layer import Block, Layer
from figures.outline.camera import Camera
from figures.outline.shapes import union

CELL = 1.2  # cm; width of a cell of the depth map
FEWEST = 3  # cells; layers that meet in fewer do not overlap
CLIP = 8.0  # cm; one deep overlap must not outvote many shallow ones
CERTAIN = 1e9  # the weight of a pair that somebody has decided

Pairs = Sequence[tuple[str, str]]
Map = NDArray[np.float64]


def paint_order(layers: Sequence[Layer], camera: Camera, decided: Pairs) -> list[Layer]:
    """The layers from far to near; decided: pairs (behind, in front) that are settled.

    Where the pairs run in a circle, the weakest of them gives way.
    """
    maps = _Maps(layers, camera).by_name
    names = [layer.name for layer in layers]
    weights = _weights(names, maps)
    for behind, front in decided:
        if behind in maps and front in maps:
            weights.pop((front, behind), None)
            weights[behind, front] = CERTAIN
    nearest = {name: _nearest(maps[name]) for name in names}
    known = {layer.name: layer for layer in layers}
    return [known[name] for name in _sorted(names, weights, nearest)]


def _nearest(depth: Map) -> float:
    seen = depth[np.isfinite(depth)]
    return round(float(seen.max()), 4) if seen.size else -CERTAIN


def _weights(names: Sequence[str], maps: dict[str, Map]) -> dict[tuple[str, str], float]:
    weights = {}
    for first, second in combinations(names, 2):
        both = np.isfinite(maps[first]) & np.isfinite(maps[second])
        if int(both.sum()) < FEWEST:
            continue
        ahead = np.clip(maps[first][both] - maps[second][both], -CLIP, CLIP)
        total = round(float(ahead.sum()), 3)
        if abs(total) >= 0.5:  # noqa: PLR2004 - a draw
            weights[(second, first) if total > 0 else (first, second)] = abs(total)
    return weights


def _sorted(
    names: Sequence[str], weights: dict[tuple[str, str], float], nearest: dict[str, float]
) -> list[str]:
    left, done = list(names), []
    pairs = dict(weights)
    while left:
        blocked = {front for behind, front in pairs if behind in left and behind != front}
        free = [name for name in left if name not in blocked]
        if not free:
            weakest = min((weight, pair) for pair, weight in pairs.items() if pair[1] in left)
            pairs.pop(weakest[1])
            continue
        chosen = min(free, key=lambda name: nearest[name])
        done.append(chosen)
        left.remove(chosen)
        pairs = {pair: weight for pair, weight in pairs.items() if pair[0] != chosen}
    return done


class _Maps:
    """Depth maps: for each layer how near it is (cm) in each cell, minus infinity where not."""

    def __init__(self, layers: Sequence[Layer], camera: Camera) -> None:
        self.camera = camera
        left, low, right, high = union(layer.shape for layer in layers).bounds
        self.x = np.round(np.arange(left - 2, right + 2, CELL), 4)
        self.y = np.round(np.arange(low - 2, high + 2, CELL), 4)
        self.by_name = {layer.name: self._map(layer) for layer in layers}

    def _map(self, layer: Layer) -> Map:
        depth = np.full((len(self.y), len(self.x)), -np.inf)
        if layer.volume is not None:
            self._add_volume(depth, layer.volume)
        for block in layer.blocks:
            depth = np.maximum(depth, self._of_block(block))
        return np.asarray(np.round(depth + layer.bias, 4))

    def _add_volume(self, depth: Map, volume: Volume) -> None:
        turn = self.camera.rotation
        centres = volume.centres @ turn.T
        shapes = turn @ volume.shapes @ turn.T
        forms = np.linalg.inv(shapes)
        reach = np.sqrt(np.stack([shapes[:, 0, 0], shapes[:, 1, 1]], axis=1))
        corners = [
            np.stack(
                [
                    np.searchsorted(self.x, centres[:, 0] + way * reach[:, 0]),
                    np.searchsorted(self.y, centres[:, 1] + way * reach[:, 1]),
                ],
                axis=1,
            )
            for way in (-1, 1)
        ]
        for centre, form, (left, low), (right, high) in zip(centres, forms, *corners, strict=True):
            if left >= right or low >= high:
                continue
            x = (self.x[left:right] - centre[0])[None, :]
            y = (self.y[low:high] - centre[1])[:, None]
            mixed = form[0, 2] * x + form[1, 2] * y
            rest = form[0, 0] * x * x + 2 * form[0, 1] * x * y + form[1, 1] * y * y - 1
            inside = mixed * mixed - form[2, 2] * rest
            near = centre[2] + (np.sqrt(np.maximum(inside, 0)) - mixed) / form[2, 2]
            window = depth[low:high, left:right]
            np.maximum(window, np.where(inside >= 0, near, -np.inf), out=window)

    def _of_block(self, block: Block) -> Map:
        """Where each cell's ray leaves the box towards the viewer."""
        turn = self.camera.rotation
        centre, axes = turn @ block.centre, turn @ block.rotation
        x, y = np.meshgrid(self.x - centre[0], self.y - centre[1])
        enter = np.full(x.shape, -np.inf)
        leave = np.full(x.shape, np.inf)
        for axis, half in zip(axes.T, block.half, strict=True):
            along = x * axis[0] + y * axis[1] - centre[2] * axis[2]
            if abs(axis[2]) < 1e-9:  # noqa: PLR2004 - the ray runs along this pair of faces
                leave = np.where(np.abs(along) > half, -np.inf, leave)
                continue
            one, two = (-half - along) / axis[2], (half - along) / axis[2]
            enter = np.maximum(enter, np.minimum(one, two))
            leave = np.minimum(leave, np.maximum(one, two))
        return np.asarray(np.where(leave >= enter, leave, -np.inf))

"""What a moving picture shows, and when: poses on their way, and signs while a pose is held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import ceil

from figures.body.interpolation import between, told_alike
from figures.layers.scene import Scene, build_scene
from figures.picture.layout import Placed, main_panels
from figures.spec.figure_spec import Movement, Panel, SceneSpec
from figures.spec.mirror import mirrored, mirrored_panel
from figures.spec.pose_spec import PoseSpec

PER_SECOND = 12  # pictures while something moves; fewer look like a flick book
START, MOVE, HOLD, BACK = 0.16, 0.22, 0.40, 0.22  # parts of a round there and back


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands beside a pose while it is shown. marks: a scene whose arrows and zones do."""

    label: str | None
    marks: Scene | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One pose is shown for a while. scene, sign: counted in the film's lists."""

    scene: int
    seconds: float
    sign: int | None = None


@dataclass(slots=True)
class Film:
    """Scenes without marks, signs, and turns. hold: what is seen where nothing moves."""

    scenes: list[Scene] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    hold: Turn = field(default_factory=lambda: Turn(0, 0))

    def add(self, scene: Scene) -> int:
        """One more scene; its number."""
        self.scenes.append(replace(scene, zones=[], arrows=[]))
        return len(self.scenes) - 1

    def sign(self, label: str | None, marks: Scene | None = None) -> int:
        """One more sign; its number."""
        self.signs.append(Sign(label, marks))
        return len(self.signs) - 1


def film_of(spec: SceneSpec, placed: Sequence[Placed]) -> Film | None:
    """The film of a figure, or None where nothing moves."""
    movement = spec.movement or Movement()
    panels = main_panels([one.panel for one in placed])
    if not movement.show:
        return None
    if movement.through:
        return _through(spec, panels, movement)
    start = _starting_pose(movement, panels)
    return _there_and_back(spec, panels, movement, start) if start else None


def _starting_pose(movement: Movement, panels: Sequence[Panel]) -> PoseSpec | None:
    if movement.start:
        return movement.start
    first, last = panels[0], panels[-1]
    same_things = first.props is None or last.props is None or len(first.props) == len(last.props)
    moved = len(panels) > 1 and first.pose != last.pose
    return first.pose if moved and same_things else None


def _there_and_back(
    spec: SceneSpec, panels: Sequence[Panel], movement: Movement, start: PoseSpec
) -> Film:
    """Rest at the start, move, hold, move back; and the same with the other side."""
    film, first, last = Film(), panels[0], panels[-1]
    begin = film.add(build_scene(spec, last, start))
    at_start = film.sign(first.label if len(panels) > 1 else None)
    _one_side(film, spec, last, start, movement, (begin, at_start))
    if movement.other_side:
        other = mirrored(start)
        if other != _sided(start):
            begin = film.add(build_scene(spec, last, other))
        _one_side(film, spec, mirrored_panel(last), other, movement, (begin, at_start))
    return film


def _sided(pose: PoseSpec) -> PoseSpec:
    """The same pose with each limb told on its own side, as a mirrored one is."""
    return mirrored(mirrored(pose))


def _one_side(  # noqa: PLR0913, PLR0917 - what one way there and back consists of
    film: Film, spec: SceneSpec, panel: Panel, start: PoseSpec, movement: Movement,
    begin: tuple[int, int],
) -> None:  # fmt: skip
    """There and back on one side. begin: the scene and the sign it starts from."""
    first, sign = film.scenes[begin[0]], begin[1]
    hold = build_scene(spec, panel)
    ends = told_alike(start, panel.pose, first.bones, hold.bones)
    count = ceil(movement.seconds * MOVE * PER_SECOND)
    way = [
        film.add(build_scene(spec, panel, between(*ends, eased(part)))) for part in _parts(count)
    ]
    held = Turn(film.add(hold), movement.seconds * HOLD, film.sign(panel.label, hold))
    there = [Turn(scene, movement.seconds * MOVE / count) for scene in way]
    film.turns.append(Turn(begin[0], movement.seconds * START, sign))
    film.turns += [*there, held, *there[::-1]]
    film.hold = held if film.hold.seconds == 0 else film.hold


def _parts(count: int) -> list[float]:
    """How far on its way each of so many pictures between two poses is."""
    return [(index + 1) / (count + 1) for index in range(count)]


def eased(part: float) -> float:
    """Slow at both ends, as a body moves."""
    return part * part * (3 - 2 * part)


def _through(spec: SceneSpec, panels: Sequence[Panel], movement: Movement) -> Film:
    """From the hold through all poses, and back the same way."""
    film, last = Film(), panels[-1]
    keys = [last.pose, *movement.through]
    seconds = movement.seconds / (2 * len(movement.through))
    count = max(1, ceil(seconds * PER_SECOND))
    way = [film.add(scene) for scene in _way(spec, last, keys, count, even=movement.pace == "even")]
    if keys[-1] == keys[0]:
        way[-1] = way[0]
        film.scenes.pop()
    at_rest = film.sign(last.label, build_scene(spec, last))
    film.hold = Turn(way[0], 0, at_rest)
    there: list[int | None]
    if movement.pace == "even":  # a circle: one way round is the first panel, the other the last
        there = [film.sign(panels[0].label, build_scene(spec, panels[0]))] * len(way)
        back: list[int | None] = [at_rest] * len(way)
    else:
        there = _nearest_letters(film, panels, keys, count)
        back = there[::-1]
    for order, signs in ((way, there), (way[::-1], back)):
        pairs = list(zip(order, signs, strict=True))[:-1]
        film.turns += [Turn(scene, seconds / count, sign) for scene, sign in pairs]
    return film


def _way(
    spec: SceneSpec, panel: Panel, keys: Sequence[PoseSpec], count: int, *, even: bool
) -> Iterator[Scene]:
    """The scenes from each pose to the next, `count` of them for each."""
    stops = [build_scene(spec, panel, key) for key in keys]
    yield stops[0]
    for (one, other), (first, last) in zip(pairwise(keys), pairwise(stops), strict=True):
        ends = told_alike(one, other, first.bones, last.bones)
        for part in _parts(count - 1):
            yield build_scene(spec, panel, between(*ends, part if even else eased(part)))
        yield last


def _nearest_letters(
    film: Film, panels: Sequence[Panel], keys: Sequence[PoseSpec], count: int
) -> list[int | None]:
    """For each scene the letter of the pose that is nearest to it, where that is a panel's."""
    letters = [film.sign(panel.label) for panel in panels]
    poses = [panel.pose for panel in panels]
    of_key = [letters[poses.index(key)] if key in poses else None for key in keys]
    return [of_key[round(index / count)] for index in range((len(keys) - 1) * count + 1)]

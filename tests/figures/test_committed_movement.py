"""The committed pictures move where the stretch moves, smoothly, and say what the steps say."""

import re
from itertools import pairwise

import pytest

from figures import load_figure
from figures.picture.animation import LARGEST, sent
from stretchbook.pictures.drawn import files_of_drawing
from stretchbook.pictures.picture_reader import read_origins
from tests.support.content import CONTENT, real_library

LIBRARY = real_library()
POSES = sorted(read_origins(CONTENT)[0].poses)
RESTS = {"legs-up-groin-stretch"}  # one lies still for minutes
LONGEST = 1 / 12 + 0.001  # seconds that one picture of a movement is shown
MOST_RESTS = 4  # start and hold, on either side
LETTER = re.compile(r'<text class="ct"[^>]*>([A-D])</text>')
NAMED = re.compile(r"\(picture ([A-D])\)")
SMALLEST, LARGEST_STILL, LARGEST_SMALL = 2000, 10240, 5000  # bytes


def moving_of(name: str) -> str:
    path = CONTENT / "pictures" / files_of_drawing(name)[2]
    return path.read_text("utf-8") if path.exists() else ""


def changes(moving: str) -> list[float]:
    """When another pose is seen, in seconds of one round, its start and its end among them."""
    total = float(re.findall(r"animation:[\w-]+ ([\d.]+)s", moving)[0])
    keys = re.findall(r"@keyframes [\w-]+-mf\d+\{(.*?)\}\}", moving)
    assert len(keys) == len(re.findall(r'<g class="f f\d+">', moving))
    percents = {float(at) for each in keys for at in re.findall(r"([\d.]+)%", each)}
    return sorted(percent * total / 100 for percent in percents)


@pytest.mark.parametrize("name", POSES)
def test_what_moves_is_shown_moving(name: str) -> None:
    assert bool(moving_of(name)) == (name not in RESTS)


@pytest.mark.parametrize("name", sorted({*POSES} - RESTS))
def test_a_movement_is_smooth_and_small(name: str) -> None:
    moving = moving_of(name)
    assert sent(moving) <= LARGEST
    lengths = [end - begin for begin, end in pairwise(changes(moving))]
    moves = [length for length in lengths if length <= LONGEST]
    assert len(lengths) - len(moves) <= MOST_RESTS
    assert len(moves) >= 16
    assert "@media screen and (prefers-reduced-motion:no-preference)" in moving


def test_both_sides_are_shown_where_both_are_done() -> None:
    both = {
        exercise.id
        for exercise in LIBRARY.exercises.values()
        if exercise.dose.sides == "each" or exercise.side_of != "side"
    }
    assert {"bedside-hip-stretch", "knee-lifts", "side-bend"} <= both
    for name in both - RESTS:
        spec, _ = load_figure(CONTENT / f"figures/{name}.yml", name)
        assert spec
        assert spec.scene.movement
        assert spec.scene.movement.other_side or len(spec.scene.movement.through) > 1, name


@pytest.mark.parametrize("name", POSES)
def test_steps_name_the_letters_of_the_picture_in_their_order(name: str) -> None:
    exercise = LIBRARY.exercises[name]
    svg = (CONTENT / "pictures" / f"{name}.svg").read_text("utf-8")
    words = " ".join([*exercise.steps, *exercise.set_steps])
    assert NAMED.findall(words) == LETTER.findall(svg)


@pytest.mark.parametrize("name", POSES)
def test_what_loads_with_the_page_is_small(name: str) -> None:
    still, small, _ = (CONTENT / "pictures" / file for file in files_of_drawing(name))
    assert SMALLEST < still.stat().st_size <= LARGEST_STILL
    assert SMALLEST < small.stat().st_size <= LARGEST_SMALL

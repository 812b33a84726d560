"""The committed pictures are those that the engine draws today from the committed poses."""

import re

import pytest

from figures import load_figure
from figures.picture.animation import moving_picture
from figures.picture.drawing import smallest_still, thumbnail
from figures.picture.inspection import inspect
from figures.picture.layout import place_panels
from stretchbook.commands import draw_pictures
from stretchbook.pictures.drawn import drawings, files_of_drawing, marked
from stretchbook.pictures.picture_reader import read_origins
from tests.support.content import CONTENT

POSES = read_origins(CONTENT)[0].poses
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
MOVING = ("heel-digs", "march-on-the-spot", "standing-glute-squeeze")  # one of each kind
TOLERANCE = 2  # of 2,000 across: a thousandth of the picture
HINT = (
    "if the engine is meant to draw otherwise: raise FORMAT in stretchbook/pictures/drawn.py, "
    "run `make figures`, look at the pictures and commit them; if only this machine's libraries "
    "differ, use the locked ones"
)


def same_to_the_eye(one: str, other: str) -> bool:
    """Whether two SVGs differ in nothing but the last digit or two of their coordinates.

    The engine rounds before it compares, so that here and on a build machine the bytes are equal;
    a processor of another kind may still round a point to the neighbouring unit.
    """
    if NUMBER.sub("", one) != NUMBER.sub("", other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
    return all(abs(float(a) - float(b)) <= TOLERANCE for a, b in pairs)


def test_every_pose_has_its_picture_and_every_picture_its_pose() -> None:
    assert POSES
    assert drawings(CONTENT / "pictures") == POSES, "run `make figures`, then commit the pictures"


@pytest.mark.parametrize("name", POSES)
def test_a_picture_is_what_the_engine_draws(name: str) -> None:
    spec, _ = load_figure(CONTENT / f"figures/{name}.yml", f"{name}.yml")
    assert spec
    placed = place_panels(spec.scene)
    svg = smallest_still(spec.scene, placed)
    assert inspect(spec, placed, svg) == []
    still, small, moving = files_of_drawing(name)
    texts = {still: svg, small: thumbnail(spec.scene, placed)}
    if name in MOVING:  # drawing them all takes minutes; the engine that draws them is the same
        texts[moving] = moving_picture(spec.scene, placed) or ""
    for file, text in texts.items():
        drawn = marked(text, POSES[name]).decode()
        committed = (CONTENT / "pictures" / file).read_text("utf-8")
        assert same_to_the_eye(drawn, committed), f"{file}: {HINT}"


def test_the_schema_of_a_pose_is_that_of_the_engine() -> None:
    committed = (CONTENT / draw_pictures.SCHEMA).read_bytes()
    assert committed == draw_pictures.schema(), "run `make figures`, then commit it"


def test_a_small_difference_is_told_from_a_large_one() -> None:
    assert same_to_the_eye("M10 20l-3 4", "M10 21l-3 4")
    assert not same_to_the_eye("M10 20l-3 4", "M10 20l-30 4")
    assert not same_to_the_eye("M10 20l-3 4", "M10 20c-3 4")

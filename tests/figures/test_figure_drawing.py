import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from figures import Drawing, draw, draw_all
from figures.layers.person import LAYERS
from figures.layers.props import layer_names
from figures.layers.scene import props_of
from figures.outline.path_data import ends
from figures.picture.animation import sent
from figures.picture.drawing import still
from figures.picture.film import film_of
from figures.picture.layout import place_panels
from figures.spec.figure_spec import Panel, SceneSpec, View
from figures.spec.pose_spec import PoseSpec
from tests.figures.random_poses import poses
from tests.figures.samples import GOLDEN, PLAIN, good, sample

SVG = "{http://www.w3.org/2000/svg}"
BLESS = os.environ.get("STRETCHBOOK_BLESS") == "1"
CIRCLE = """\
title: Shoulder rolls
desc: A person stands upright and rolls both shoulders round in a circle.
panels:
- pose: {arms: {shrug: [0, 4]}, ground: {by: feet}}
  arrows: [{around: shoL}]
movement:
  seconds: 2
  pace: even
  through:
  - {arms: {shrug: [4, 0]}, ground: {by: feet}}
  - {arms: {shrug: [-4, 0]}, ground: {by: feet}}
  - {arms: {shrug: [0, 4]}, ground: {by: feet}}
"""
SAMPLES = ("holding-on", "kneeling", "insets")


@pytest.fixture(scope="module")
def drawings() -> dict[str, Drawing]:
    made = {}
    for name in SAMPLES:
        made[name], _ = draw(sample(name))
    return made


def files(drawing: Drawing) -> list[str]:
    return [drawing.svg, drawing.thumbnail, *([drawing.moving] if drawing.moving else [])]


@pytest.mark.parametrize("name", SAMPLES)
def test_golden(name: str, drawings: dict[str, Drawing]) -> None:
    golden = GOLDEN / f"{name}.svg"
    if BLESS:
        golden.write_text(drawings[name].svg, "utf-8")
    hint = "look at the picture; if it is right, run the tests with STRETCHBOOK_BLESS=1"
    assert drawings[name].svg == golden.read_text("utf-8"), hint


@pytest.mark.parametrize("name", SAMPLES)
def test_every_file_is_a_named_image_without_scripts(
    name: str, drawings: dict[str, Drawing]
) -> None:
    for text in files(drawings[name]):
        root = ElementTree.fromstring(text)  # noqa: S314 - our own text
        assert root.get("role") == "img"
        labels = (root.get("aria-labelledby") or "").split()
        assert [root.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")] == labels  # type: ignore[union-attr]
        assert all(each.startswith(f"{name}-") for each in re.findall(r'\bid="([^"]+)"', text))
        assert "<script" not in text
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_layer_has_a_name_that_files_may_use(name: str) -> None:
    scene = sample(name).scene
    for one in place_panels(scene):
        known = {*LAYERS, *layer_names(props_of(scene, one.panel))}
        assert {layer.name for layer in one.scene.layers} <= known


@pytest.mark.parametrize("name", SAMPLES)
def test_coordinates_are_whole_numbers(name: str, drawings: dict[str, Drawing]) -> None:
    for data in re.findall(r' d="([^"]+)"', drawings[name].svg):
        assert re.fullmatch(r"[MlqczM0-9 -]+", data), data[:80]


def test_sizes(drawings: dict[str, Drawing]) -> None:
    assert len(drawings["holding-on"].svg.encode()) <= 8192
    assert len(drawings["kneeling"].svg.encode()) <= 10240
    assert sent(drawings["kneeling"].moving or "") <= 30000
    assert all(len(each.thumbnail.encode()) <= 8192 for each in drawings.values())


def test_movement_only_where_there_is_some(drawings: dict[str, Drawing]) -> None:
    assert drawings["holding-on"].moving is None
    moving = drawings["kneeling"].moving
    assert moving is not None
    animated = moving.index("@media screen and (prefers-reduced-motion:no-preference)")
    assert "animation:" not in moving[:animated]
    assert moving.startswith("<svg")
    assert ".f{visibility:hidden}.f17,.g1{visibility:visible}@media" in moving  # the hold, complete
    assert len(re.findall(r'<g class="f f\d+">', moving)) == 18


def test_a_circle_turns_one_way_and_then_the_other(tmp_path: Path) -> None:
    drawing, problems = draw(good(tmp_path, CIRCLE))
    assert not problems
    moving = drawing.moving or ""
    shown = {
        name: [float(at) for at in re.findall(r"([\d.]+)%\{visibility:visible", keys)]
        for name, keys in re.findall(r"@keyframes figure-m(\w+)\{(.*?)\}\}", moving)
    }
    there = len(shown) - 2  # all but the two signs are poses
    assert there == 12
    assert shown["f0"] == [0.0, 50.0]  # a circle comes back to where it began
    assert shown["f1"] == [4.167, 95.83]  # the first of 24 turns after the hold, and the last
    assert [shown["g0"], shown["g1"]] == [[50.0], [0.0]]


EASED = CIRCLE.replace("pace: even", "pace: eased")


def test_a_pose_gone_through_has_the_letter_of_its_panel(tmp_path: Path) -> None:
    spec = good(tmp_path, EASED.replace("- pose:", "- label: B\n  pose:"))
    film = film_of(spec.scene, place_panels(spec.scene))
    assert film is not None
    letters = [film.signs[turn.sign].label if turn.sign is not None else "" for turn in film.turns]
    assert "".join(letter or "" for letter in letters[:2]) == "BB"
    assert letters[6] == ""
    assert {sign.marks is None for sign in film.signs} == {True, False}


def test_arrows_of_a_circle_rest_while_it_turns(tmp_path: Path) -> None:
    drawing, _ = draw(good(tmp_path, CIRCLE))
    moving = drawing.moving or ""
    still, media, moved = moving.partition("@media screen and (prefers-reduced-motion")
    assert media
    assert ",.g0{visibility:visible}" in still
    assert ".g0{animation:" in moved
    assert moving.count('<g class="f g') == 2  # on the way there, and on the way back


def test_what_does_not_move_is_written_once(tmp_path: Path) -> None:
    drawing, _ = draw(good(tmp_path, CIRCLE))
    moving = drawing.moving or ""
    names = re.findall(r'<path id="([^"]+)"', moving)
    assert names
    assert set(re.findall(r'<use href="#([^"]+)"/>', moving)) == set(names)
    long_paths = re.findall(r"<path class=[^>]{70,}/>", moving)
    assert len(long_paths) == len(set(long_paths))


SIDE = """\
title: Leg lifts
desc: A person stands upright and lifts one straight leg out to the side.
panels:
- pose: {ground: {by: feet}}
- label: B
  pose: {legL: {hip: {flex: 30, abd: 20}}, ground: {by: footR}}
  arrows: [{from: kneeL, by: [10, 5]}]
movement: {other_side: true, seconds: 3}
"""


def test_after_the_one_side_comes_the_other(tmp_path: Path) -> None:
    spec = good(tmp_path, SIDE)
    film = film_of(spec.scene, place_panels(spec.scene))
    assert film is not None
    held = [turn for turn in film.turns if turn.seconds > 1]
    left, right = (film.scenes[turn.scene].bones.joints for turn in held)
    assert left["ankleL"][1] > left["ankleR"][1] + 10
    assert right["ankleR"] == pytest.approx(left["ankleL"] * (1, 1, -1))
    assert [film.signs[turn.sign or 0].label for turn in held] == ["B", "B"]
    assert sum(turn.seconds for turn in film.turns) == pytest.approx(6)


def test_words_are_escaped(tmp_path: Path) -> None:
    text = PLAIN.replace("title: Standing tall", 'title: "Up & <down>"')
    drawing, _ = draw(good(tmp_path, text))
    root = ElementTree.fromstring(drawing.svg)  # noqa: S314 - our own text
    assert root.findtext(f"{SVG}title") == "Up & <down>"


def test_a_changed_angle_changes_the_picture(tmp_path: Path) -> None:
    first, _ = draw(good(tmp_path))
    other, _ = draw(good(tmp_path, PLAIN.replace("to: right", "to: right, pitch: 10")))
    assert first.svg != other.svg


@pytest.mark.parametrize("hair", ["bun", "short", "cropped", "bald", "bob", "ponytail", "scarf"])
def test_every_person_can_be_drawn(hair: str, tmp_path: Path) -> None:
    person = f"person: {{skin: 3, hair: {{style: {hair}, colour: grey}}, build: broad}}\n"
    _, problems = draw(good(tmp_path, person + PLAIN))
    assert problems == []


@settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],  # a picture takes too long to shrink
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(poses)
def test_any_pose_gives_a_sound_picture(pose: PoseSpec) -> None:
    spec = SceneSpec(
        id="random",
        title="A random pose",
        desc="A person in a pose that nobody chose, for a test of the engine.",
        view=View(az=-25.0, el=12.0),
        panels=(Panel(pose=pose),),
    )
    svg = still(spec, place_panels(spec))
    assert "nan" not in svg
    assert "inf" not in svg.replace("infinite", "")
    ElementTree.fromstring(svg)  # noqa: S314 - our own text
    for data in re.findall(r' d="([^"]+)"', svg):
        for x, y in ends(data):
            assert -10 <= x <= 2010
            assert -10 <= y <= 1510
    assert svg == still(spec, place_panels(spec))


def test_helpers_draw_what_one_process_draws() -> None:
    results = draw_all([sample(name) for name in SAMPLES])
    drawn = {drawing.id: drawing for drawing, _ in results if drawing}
    alone, _ = draw(sample("holding-on"))
    assert drawn["holding-on"] == alone
    assert sorted(drawn) == sorted(SAMPLES)

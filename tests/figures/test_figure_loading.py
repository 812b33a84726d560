from pathlib import Path

import pytest

from figures import draw, schema
from tests.figures.samples import PLAIN, good, load_text

FILE = "content/figures/figure.yml"


def changed(old: str, new: str) -> str:
    assert old in PLAIN
    return PLAIN.replace(old, new)


POSE = "    root: {lie: upright, to: right}\n"
BAD = {
    "unknown key": (
        changed("title:", "tittle: x\ntitle:"),
        [f"{FILE}:1: tittle: is an unknown key\n    hint: did you mean `title`?"],
    ),
    "unknown key deep down": (
        changed(POSE, POSE + "    legL: {kne: 20}\n"),
        [f"{FILE}:7: panels[1].pose.legL.kne: is an unknown key\n    hint: did you mean `knee`?"],
    ),
    "impossible angle": (
        changed(POSE, POSE + "    legL: {knee: 200}\n"),
        [
            f"{FILE}:7: panels[1].pose.legL.knee: is an impossible angle, found 200, "
            "allowed are -8 to 160 degrees"
        ],
    ),
    "text for a number": (
        changed(POSE, POSE + '    legL: {knee: "20"}\n'),
        [
            f"{FILE}:7: panels[1].pose.legL.knee: is not a number, found `20`\n"
            "    hint: write plain digits without quotes, such as 12 or -0.5"
        ],
    ),
    "unknown posture": (
        changed("lie: upright", "lie: supin"),
        [
            f"{FILE}:6: panels[1].pose.root.lie: is unknown, found `supin`, allowed are upright, "
            "supine, prone, side_near, side_far\n    hint: did you mean `supine`?"
        ],
    ),
    "unknown joint": (
        changed(POSE, POSE + "    armL: {hand_at: {of: kneR}}\n"),
        [
            f"{FILE}:7: panels[1].pose.armL.hand_at: names an unknown joint or anchor, "
            "found `kneR`\n    hint: did you mean `kneeR`?"
        ],
    ),
    "unknown direction": (
        changed(POSE, POSE + "    armL: {hand_at: [1, 2, 3], elbow_to: upp}\n"),
        [
            f"{FILE}:7: panels[1].pose.armL.elbow_to: is an unknown direction, found `upp`, "
            "allowed are up, down, right, left, near, far, fwd, back, head, feet, L, R"
        ],
    ),
    "unknown part of a zone": (
        PLAIN + "  highlight: [{part: thighX}]\n",
        [
            f"{FILE}:8: panels[1].highlight[1].part: names an unknown part, found `thighX`\n"
            "    hint: did you mean `thighR`?"
        ],
    ),
    "unknown part to rest on": (
        changed("by: feet", "by: foot"),
        [
            f"{FILE}:7: panels[1].pose.ground.by: names an unknown part, found `foot`\n"
            "    hint: did you mean `footR`?"
        ],
    ),
    "unknown layers": (
        PLAIN + "  parts: [shirtt]\n  nofit: [arrow]\n  order: [[legX, shirt]]\n",
        [
            f"{FILE}:8: panels[1].parts: names an unknown layer, found `shirtt`\n"
            "    hint: did you mean `shirt`?",
            f"{FILE}:9: panels[1].nofit: names an unknown layer, found `arrow`\n"
            "    hint: did you mean `arrows`?",
            f"{FILE}:10: panels[1].order[1]: names an unknown layer, found `legX`\n"
            "    hint: did you mean `legR`?",
        ],
    ),
    "unknown layer in front of a thing": (
        PLAIN + "  props:\n  - {kind: chair, name: rest}\n  - {kind: ball, after: [rest.set]}\n",
        [
            f"{FILE}:10: panels[1].props[2].after: names an unknown layer, found `rest.set`\n"
            "    hint: did you mean `rest.seat`?"
        ],
    ),
    "a layer unlike any": (
        PLAIN + "  highlight: [{part: thighR, clip: '?'}]\n",
        [
            f"{FILE}:8: panels[1].highlight[1].clip: names an unknown layer, found `?`\n"
            "    hint: known are armL, armR, fingersL, fingersR, footL, footR, foreL, foreR, head, "
            "legL, legR, neck, pelvis, shirt, sleeveL, sleeveR"
        ],
    ),
    "a strap round nothing": (
        PLAIN + "props: [{kind: strap, path: [wriL, footL]}]\n",
        [
            f"{FILE}:8: props[1].path: names an unknown joint or anchor, found `footL`\n"
            "    hint: known are ankleL, ankleR, elbL, elbR, head, headbase, hipL, hipR, hips, "
            "kneeL, kneeR, neck, shoL, shoR, wriL, wriR"
        ],
    ),
    "unknown joint on the way": (
        PLAIN + "movement: {through: [{arms: {grip_at: shooR}, ground: {by: foot}}]}\n",
        [
            f"{FILE}:8: movement.through[1].ground.by: names an unknown part, found `foot`\n"
            "    hint: did you mean `footR`?",
            f"{FILE}:8: movement.through[1].arms.grip_at: names an unknown joint or anchor, "
            "found `shooR`\n    hint: did you mean `shoR`?",
        ],
    ),
    "no panels": (
        PLAIN[: PLAIN.index("panels:")] + "panels: []\n",
        [f"{FILE}:4: panels: holds 0 panels, allowed are 1 to 4"],
    ),
    "missing": (
        changed("title: Standing tall\n", ""),
        [f"{FILE}:1: title: is missing\n    hint: add it"],
    ),
    "another file's id": (
        "id: other\n" + PLAIN,
        [
            f"{FILE}:1: id: is not the file's name, found `other`, expected `figure`\n"
            "    hint: leave `id` out, or rename the file"
        ],
    ),
    "like a later panel": (
        PLAIN + "- like: 2\n",
        [
            f"{FILE}:8: panels[2].like: names no earlier panel, found 2, allowed are 1 to 1\n"
            "    hint: panels are counted from 1"
        ],
    ),
    "all at once": (
        changed("lie: upright, to: right", "lie: upright, to: up, pitch: 400"),
        [
            f"{FILE}:6: panels[1].pose.root.to: is unknown, found `up`, allowed are right, left, "
            "viewer, away",
            f"{FILE}:6: panels[1].pose.root.pitch: is an impossible angle, found 400, allowed are "
            "-360 to 360 degrees",
        ],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_says_where_what_and_how(name: str, tmp_path: Path) -> None:
    text, expected = BAD[name]
    spec, problems = load_text(tmp_path, text)
    assert [str(problem) for problem in problems] == expected
    assert spec is None


DRAWN_BAD = {
    "out of reach": (
        changed(POSE, POSE + "    armL: {hand_at: [150, 100, 0]}\n"),
        "panels[1].pose.armL.hand_at: the hand's target is",
        7,
    ),
    "under the floor": (
        changed(POSE, POSE + "    legL: {foot_at: [30, 2, -8]}\n").replace(
            "by: feet", "by: seat, y: 40"
        ),
        "panels[1].pose: foot L is 9.3 cm under the floor",
        5,
    ),
    "bent by its target": (
        changed(POSE, POSE + "    armL: {hand_at: {of: shoL, add: [2, 0, 0]}}\n"),
        "panels[1].pose: elbow L is bent",
        5,
    ),
    "ink outside": (
        changed("- pose:", "- box: [400, 20, 960, 710]\n  align: [1, 0.5]\n  pose:"),
        "panels: ink is",
        4,
    ),
}


@pytest.mark.parametrize("name", DRAWN_BAD)
def test_drawing_finds_what_only_drawing_can(name: str, tmp_path: Path) -> None:
    text, expected, line = DRAWN_BAD[name]
    _, problems = draw(good(tmp_path, text))
    found = [str(problem) for problem in problems]
    assert any(f"{FILE}:{line}: {expected}" in each for each in found), found


def test_a_good_file_has_no_problems(tmp_path: Path) -> None:
    _, problems = draw(good(tmp_path))
    assert problems == []


def test_like_takes_over_pose_things_and_camera(tmp_path: Path) -> None:
    text = PLAIN + "  props: [{kind: mat}]\n- like: 1\n  pose: {neck: {flex: 20}}\n"
    first, second = good(tmp_path, text).scene.panels
    assert second.props == first.props
    assert second.pose.root == first.pose.root
    assert second.pose.neck.flex == 20


def test_the_schema_knows_every_key_and_limit() -> None:
    made = schema()
    leg = made["$defs"]["Leg"]
    assert leg["additionalProperties"] is False
    assert leg["properties"]["knee"]["maximum"] == 160
    assert "degrees" in leg["properties"]["knee"]["description"]
    assert "from" in made["$defs"]["Zone"]["properties"]
    assert "id" not in made["required"]

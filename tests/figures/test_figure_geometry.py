import math

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from figures.body.geometry import frame, length, smooth_rows, vector
from figures.body.interpolation import between, told_alike
from figures.body.limbs import two_bones
from figures.body.posing import pose
from figures.body.skeleton import FOREARM, SHANK, SIDES, THIGH, UPPER_ARM, Skeleton
from figures.spec.mirror import mirrored
from figures.spec.pose_fields import Direction, Place
from figures.spec.pose_spec import Arm, Ground, Hip, Leg, PoseSpec
from tests.figures.random_poses import poses

BONES = (
    ("hip", "knee", THIGH),
    ("knee", "ankle", SHANK),
    ("sho", "elb", UPPER_ARM),
    ("elb", "wri", FOREARM),
)


def solved(spec: PoseSpec) -> Skeleton:
    return pose(spec, {}).skeleton


@settings(max_examples=60, deadline=None, derandomize=True)
@given(poses)
def test_no_pose_stretches_a_bone(spec: PoseSpec) -> None:
    joints = solved(spec).joints
    for upper, lower, size in BONES:
        for side in SIDES:
            assert length(joints[upper + side] - joints[lower + side]) == pytest.approx(size)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(poses)
def test_every_frame_is_a_rotation(spec: PoseSpec) -> None:
    for rotation in solved(spec).frames.values():
        assert np.allclose(rotation.T @ rotation, np.eye(3), atol=1e-6)
        assert np.linalg.det(rotation) == pytest.approx(1)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(poses, poses, st.floats(0, 1))
def test_no_pose_between_two_stretches_a_bone(start: PoseSpec, end: PoseSpec, part: float) -> None:
    joints = solved(between(start, end, part)).joints
    for upper, lower, size in BONES:
        for side in SIDES:
            assert length(joints[upper + side] - joints[lower + side]) == pytest.approx(size)


def test_the_way_between_starts_and_ends_at_its_poses() -> None:
    start = PoseSpec(left_leg=Leg(knee=10))
    end = PoseSpec(left_leg=Leg(knee=90, hip=Hip(flex=50)))
    assert solved(between(start, end, 0)).joints["ankleL"] == pytest.approx(
        solved(start).joints["ankleL"]
    )
    assert between(start, end, 0.5).leg("L").knee == 50
    assert between(start, end, 1).leg("L") == end.leg("L")


def test_a_body_that_starts_at_the_origin_moves_away_step_by_step() -> None:
    end = PoseSpec(ground=Ground(at=Place(add=(-30.0, 0.0, 0.0))))
    assert between(PoseSpec(), end, 0.5).ground.at == Place(add=(-15.0, 0.0, 0.0))


def is_plain(spec: PoseSpec) -> bool:
    """Whether no direction is parallel to another, so that no choice between equals is made."""
    on_the_side = spec.root.lie == "side_near" and spec.root.to in ("viewer", "away")
    straight = [arm.grip_at and arm.hand_dir for arm in (spec.arm("L"), spec.arm("R"))]
    return not on_the_side and not any(
        way and way.words in (("up",), ("down",)) for way in straight
    )


@settings(
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],  # a body takes too long to shrink
    deadline=None,
    derandomize=True,
)
@given(poses.filter(is_plain))
def test_a_mirrored_pose_is_the_pose_in_a_mirror(spec: PoseSpec) -> None:
    across = (1, 1, -1) if spec.root.to in ("right", "left") else (-1, 1, 1)
    one, other = solved(spec).joints, solved(mirrored(spec)).joints
    for joint in ("hips", "head", *(part + "L" for part in ("knee", "ankle", "elb", "wri"))):
        twin = joint.replace("L", "R")
        assert other[twin] == pytest.approx(one[joint] * across, abs=1e-6), joint


def test_between_two_directions_in_words_there_is_a_way() -> None:
    foot = Place(add=(30.0, 40.0, 0.0))
    start = PoseSpec(left_leg=Leg(foot_at=foot, knee_to=Direction(words=("up",))))
    end = PoseSpec(left_leg=Leg(foot_at=foot, knee_to=Direction(words=("near",))))
    alike = told_alike(start, end, solved(start), solved(end))
    assert between(*alike, 0.5).leg("L").knee_to == Direction(numbers=(0.0, 0.5, 0.5))


def test_targets_from_different_places_are_told_in_the_world() -> None:
    start = PoseSpec(right_arm=Arm(hand_at=Place(of="hipR", add=(0.0, 0.0, 20.0))))
    end = PoseSpec(right_arm=Arm(hand_at=Place(of="shoL")))
    alike = told_alike(start, end, solved(start), solved(end))
    for told, meant in zip(alike, (start, end), strict=True):
        wrist = told.arm("R").hand_at
        assert wrist is not None
        assert wrist.of == ""
        assert wrist.add == pytest.approx(solved(meant).joints["wriR"], abs=0.001)


@given(
    st.tuples(*[st.floats(-20, 20)] * 3).filter(lambda at: math.dist(at, (0, 0, 0)) > 6),
    st.tuples(*[st.floats(-1, 1)] * 3),
)
def test_two_bones_reach_what_is_within_reach(
    target: tuple[float, float, float], bend: tuple[float, float, float]
) -> None:
    solution = two_bones(vector([0, 0, 0]), vector(target), (22, 20), vector(bend))
    assert solution.short_by == 0
    assert solution.end == pytest.approx(vector(target), abs=1e-6)
    assert length(solution.middle) == pytest.approx(22)


def test_two_bones_say_how_far_a_target_is_out_of_reach() -> None:
    solution = two_bones(vector([0, 0, 0]), vector([50, 0, 0]), (22, 20), vector([0, 1, 0]))
    assert solution.short_by == pytest.approx(8)
    assert solution.end[0] == pytest.approx(42, abs=0.05)


@pytest.mark.parametrize("forward", [(0, 1, 0), (0, 0, 1), (0, 0, 0), (1e-9, 1, 0)])
def test_a_frame_needs_no_luck(forward: tuple[float, float, float]) -> None:
    made = frame(vector([0, 1, 0]), vector(forward))
    assert np.allclose(made.T @ made, np.eye(3))


def test_a_hand_that_grips_has_the_held_thing_in_its_palm() -> None:
    bar = Place(add=(30.0, 95.0, 10.0))
    arm = Arm(grip_at=bar, hand_dir=Direction(words=("right",)), palm=Direction(words=("down",)))
    bones = solved(PoseSpec(right_arm=arm, ground=Ground(by=("feet",))))
    wrist, palm = bones.joints["wriR"], bones.frames["handR"]
    along = -float((vector(bar.add) - wrist) @ palm[:, 1])
    assert 5 < along < 9  # cm from the wrist
    assert bones.gripping == {"R"}
    assert bones.curls["R"] > 45


def test_both_hands_may_reach_for_the_other_side() -> None:
    spec = PoseSpec(left_arm=Arm(hand_at=Place(of="shoR", add=(4.0, -4.0, 0.0))))
    bones = solved(spec)
    assert length(bones.joints["wriL"] - bones.joints["shoR"]) < 12


def test_feet_stand_on_the_floor() -> None:
    from figures.body.volumes import body_volumes  # noqa: PLC0415

    parts = body_volumes(solved(PoseSpec(ground=Ground(by=("feet",)))))
    assert min(parts["footL"].lowest(), parts["footR"].lowest()) == pytest.approx(0, abs=1e-6)


def test_smooth_rows_never_overshoot() -> None:
    rows = smooth_rows([(0, 1), (1, 2), (2, 2), (3, 0)], list(np.linspace(0, 3, 50)))
    assert rows.max() <= 2
    assert rows.min() >= 0

"""Random poses that a body can take, for the properties every drawing must have."""

from hypothesis import strategies as st

from figures.spec.pose_fields import Direction, Place
from figures.spec.pose_spec import Arm, Bend, Ground, Hip, Leg, PoseSpec, Root, Shoulder


def degrees(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(int(low), int(high)).map(float)


lengths = st.integers(-60, 60).map(float)
places = st.builds(Place, add=st.tuples(lengths, st.integers(5, 120).map(float), lengths))
directions = st.sampled_from([("up",), ("down",), ("right",), ("near",), ("left", "up")]).map(
    lambda words: Direction(words=words)
)
bends = st.builds(Bend, flex=degrees(-20, 40), side=degrees(-25, 25), turn=degrees(-25, 25))
legs = st.one_of(
    st.builds(
        Leg,
        hip=st.builds(Hip, flex=degrees(-20, 120), abd=degrees(-10, 45), rot=degrees(-30, 40)),
        knee=degrees(0, 140),
        ankle=degrees(-50, 20),
    ),
    st.builds(Leg, foot_at=places, knee_to=directions),
)
arms = st.one_of(
    st.builds(
        Arm,
        shoulder=st.builds(Shoulder, flex=degrees(-40, 170), abd=degrees(0, 90)),
        elbow=degrees(0, 130),
    ),
    st.builds(Arm, hand_at=places, elbow_to=directions),
    st.builds(Arm, grip_at=places, elbow_to=directions, hand_dir=directions),
)
roots = st.builds(
    Root,
    lie=st.sampled_from(["upright", "supine", "prone", "side_near"]),
    to=st.sampled_from(["right", "left", "viewer", "away"]),
    pitch=degrees(-30, 30),
)
poses = st.builds(
    PoseSpec,
    root=roots,
    lumbar=bends,
    thorax=bends,
    neck=bends,
    left_leg=legs,
    right_leg=legs,
    left_arm=arms,
    right_arm=arms,
    ground=st.just(Ground(by=("all",))),
)

"""Small figure files and what they give, for the tests of figures."""

from pathlib import Path

from figures import FigureSpec, load_figure
from figures.spec.pose_spec import PoseSpec
from stretchbook.problems import Problem

HERE = Path(__file__).parent
POSES = HERE / "poses"
GOLDEN = HERE / "golden"

PLAIN = """\
title: Standing tall
desc: A person stands upright with both arms at the sides, feet hip-width apart.
view: {az: -20, el: 6}
panels:
- pose:
    root: {lie: upright, to: right}
    ground: {by: feet}
"""


def load_text(folder: Path, text: str) -> tuple[FigureSpec | None, list[Problem]]:
    path = folder / "figure.yml"
    path.write_text(text, "utf-8")
    return load_figure(path, "content/figures/figure.yml")


def good(folder: Path, text: str = PLAIN) -> FigureSpec:
    spec, problems = load_text(folder, text)
    assert not problems, problems
    assert spec is not None
    return spec


def sample(name: str) -> FigureSpec:
    spec, problems = load_figure(POSES / f"{name}.yml", f"{name}.yml")
    assert not problems, problems
    assert spec is not None
    return spec


def standing() -> PoseSpec:
    return PoseSpec()

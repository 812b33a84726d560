"""Figures: exercise pictures as SVG, drawn from pose data.

Poses in, SVG out: this package knows nothing of exercises. README.md says where things are.
"""

from figures.picture.draw_all import draw_all
from figures.picture.drawing import Drawing, draw, draw_turned
from figures.pose_files import load_figure
from figures.spec.figure_spec import FigureSpec
from figures.spec.pose_schema import schema

__all__ = ["Drawing", "FigureSpec", "draw", "draw_all", "draw_turned", "load_figure", "schema"]

"""Figures: exercise pictures as SVG, drawn from pose data.

Poses in, SVG out: this package knows nothing of exercises. Reading is `load_figures`, drawing is
`draw_all`; `schema` is for editors.
"""

from stretchbook.figures.drawing import draw, draw_turned
from stretchbook.figures.loading import load_figure, load_figures
from stretchbook.figures.ready import picture_faults
from stretchbook.figures.result import Drawing
from stretchbook.figures.schema import schema
from stretchbook.figures.spec import FigureSpec
from stretchbook.figures.workshop import draw_all

__all__ = [
    "Drawing",
    "FigureSpec",
    "draw",
    "draw_all",
    "draw_turned",
    "load_figure",
    "load_figures",
    "picture_faults",
    "schema",
]

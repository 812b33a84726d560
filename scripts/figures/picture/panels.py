"""One panel of a picture as SVG: its scene, in a window where it is an inset, and its letter."""

from figures.layers.arrows_and_zones import chip_svg
from figures.picture.layout import Placed
from figures.picture.painting import Brush, inset_window, paint
from figures.picture.svg import framed


def panel_svg(prefix: str, number: int, placed: Placed, brush: Brush) -> str:
    """The panel where it stands. prefix: starts every id; number: of the panel."""
    panel = placed.panel
    window = inset_window(panel.frame) if panel.frame else None
    marks = paint(placed.scene, placed.fit, brush, window)
    if panel.frame:
        marks = framed(prefix, number, panel.frame, marks)
    if panel.label:
        x, y, *_ = panel.box
        marks += chip_svg(panel.label, panel.label_at or (x + 30, y + 30))
    return marks

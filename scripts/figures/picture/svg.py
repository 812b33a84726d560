"""The SVG document around a drawing."""

from xml.sax.saxutils import escape

from figures.layers.palette import UNIT, stylesheet
from figures.picture.painting import roles_used
from figures.spec.figure_spec import Person


def document(  # noqa: PLR0913 - what an SVG file consists of
    *,
    prefix: str,
    title: str,
    desc: str,
    size: tuple[float, float],
    body: str,
    person: Person,
    weight: float = 1.0,
    css: str = "",
) -> str:
    """A whole SVG file with its own colours for day and night.

    prefix: starts every id; size: width and height in units of the picture's 1000; weight: factor
    on strokes; css: more rules, for movement.
    """
    width, height = (round(part * UNIT) for part in size)
    style = stylesheet(roles_used(body), person, weight) + css
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width // UNIT}" height="{height // UNIT}" role="img" '
        f'aria-labelledby="{prefix}-t {prefix}-d">'
        f'<title id="{prefix}-t">{escape(title)}</title><desc id="{prefix}-d">{escape(desc)}</desc>'
        f"<style>{style}</style>{body}</svg>\n"
    )


def framed(prefix: str, number: int, frame: tuple[float, float, float, float], body: str) -> str:
    """An inset: a rounded window on a drawing."""
    x, y, width, height = (round(part * UNIT) for part in frame)
    window = f'x="{x}" y="{y}" width="{width}" height="{height}" rx="{24 * UNIT}"'
    name = f"{prefix}-w{number}"
    return (
        f'<clipPath id="{name}"><rect {window}/></clipPath><rect class="fr" {window}/>'
        f'<g clip-path="url(#{name})">{body}</g>'
    )

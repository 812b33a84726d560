"""A whole SVG file within another."""

import base64


def image(svg: str, x: float, y: float, size: float) -> str:
    """An `<image>` in a square; as a file of its own, its styles cannot meet those of others."""
    data = base64.b64encode(svg.encode()).decode("ascii")
    place = f'x="{x:g}" y="{y:g}" width="{size:g}" height="{size:g}"'
    return f'<image {place} href="data:image/svg+xml;base64,{data}"/>'

"""SVG to PNG, none drawn twice."""

from pathlib import Path

import resvg_py

from stretchbook import whole_files


def png(svg: str, width: int, cache: Path | None = None) -> bytes:
    """The picture, `width` pixels wide, the same on every machine.

    The SVG must hold its letters as shapes: no font of this machine is used.
    """

    def draw() -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))

    if cache is None:
        return draw()
    made_of = (resvg_py.__version__.encode(), str(width).encode(), svg.encode())
    return whole_files.kept(cache, ".png", made_of, draw)

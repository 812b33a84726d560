"""A picture as the site needs it."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbook.model import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFiles:
    """A picture of a stretch: what pages need to know of it, its own title, and its files.

    files: content by name below /figures/: the picture, a small one, and a moving one if it moves.
    """

    figure: Figure
    title: str
    files: Mapping[str, bytes]

    @property
    def svg(self) -> str:
        """The picture where it is an SVG, and otherwise the SVG that a photograph stands in."""
        figure = self.figure
        name = figure.still if figure.still.endswith(".svg") else figure.small
        return self.files[name].decode()

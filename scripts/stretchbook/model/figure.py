"""The picture of a stretch, as files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture that has been drawn or supplied.

    source: the file that it comes from, relative to content/: a pose, words, or the picture itself.
    still, small, moving: file names below /figures/; moving is empty where nothing moves.
    width, height: of the still picture, in CSS pixels.
    description: what it shows, in one to three sentences, from the pose file.
    credit: whose picture it is and under which licence; empty for our own drawings.
    """

    id: str
    source: str
    still: str
    small: str
    moving: str
    width: int
    height: int
    description: str
    credit: str

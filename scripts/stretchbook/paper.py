"""Sheets and sizes of print: another one is one more line here, and all handouts come in it too."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet, upright; in millimeters."""

    id: str
    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """How large the letters are, in points.

    small: sources and the like, which nobody needs while doing a stretch.
    picture: width of a drawing as a share of the line.
    """

    id: str
    body: float
    small: float
    picture: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One way to print a handout. Its id is part of a public address and never changes."""

    id: str
    paper: Paper
    print: Print


PAPERS: Final = (
    Paper(id="a4", name="A4", width=210, height=297),
    Paper(id="letter", name="Letter", width=215.9, height=279.4),
)
NORMAL: Final = Print(id="", body=12, small=10, picture=0.28)
LARGE: Final = Print(id="large", body=17, small=16, picture=0.34)
PRINTS: Final = (NORMAL, LARGE)

EDITIONS: Final = tuple(
    Edition(id="-".join(filter(None, (paper.id, size.id))), paper=paper, print=size)
    for size in PRINTS
    for paper in PAPERS
)

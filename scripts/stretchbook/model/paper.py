"""Sheets and sizes of print: one more line here, and every handout comes in one more edition."""

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

    small: sources, headers and footers, which nobody needs while doing a stretch.
    picture: how much of the line a drawing takes.
    columns: whether words stand beside each other, which saves paper.
    """

    id: str
    body: float
    small: float
    picture: float
    columns: bool


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
# 12 points is the least that clear print allows, 16 the least that is called large.
PRINTS: Final = (
    Print(id="", body=12, small=9, picture=0.18, columns=True),
    Print(id="large", body=16, small=16, picture=0.36, columns=False),
)
EDITIONS: Final = tuple(
    Edition(id="-".join(filter(None, (paper.id, size.id))), paper=paper, print=size)
    for size in PRINTS
    for paper in PAPERS
)

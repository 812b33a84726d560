"""Sheets and sizes of print: one more line here, and all comes in one more edition."""

from dataclasses import dataclass
from typing import Final

from stretchbook.model.language import ENGLISH, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet, upright; in millimeters."""

    id: str
    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A way to set a routine: with a template of handouts/, and letters of these sizes in points.

    small: sources, headers and footers, which nobody needs while doing a stretch.
    picture: how wide a drawing is, in millimeters; on a sheet that is filled, at least.
    beside: whether the words stand beside the drawing, or below it.
    sideways: whether the sheet lies on its long side.
    """

    id: str
    template: str
    body: float
    small: float
    picture: float
    beside: bool = True
    sideways: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One way to print. Its id is part of a public address and never changes."""

    id: str
    paper: Paper
    print: Print


PAPERS: Final = (
    Paper(id="a4", name="A4", width=210, height=297),
    Paper(id="letter", name="Letter", width=215.9, height=279.4),
)
# 12 points is the least that clear print allows, 16 the least that is called large and that can be
# read from two meters.
PRINTS: Final = (
    Print(id="", template="handout", body=12, small=10, picture=62),
    Print(id="large", template="handout", body=16, small=16, picture=112, beside=False),
    Print(id="wall", template="wall", body=16, small=10, picture=30, sideways=True),
)
BOTH: Final = Print(id="both", template="both", body=12, small=10, picture=62)
"""A language with English beside it."""


def _editions(sizes: tuple[Print, ...]) -> tuple[Edition, ...]:
    return tuple(
        Edition(id="-".join(filter(None, (paper.id, size.id))), paper=paper, print=size)
        for size in sizes
        for paper in PAPERS
    )


EDITIONS: Final = _editions(PRINTS)
WITH_ENGLISH: Final = _editions((BOTH,))


def editions_in(language: Language) -> tuple[Edition, ...]:
    """All that there are of a routine in a language."""
    return EDITIONS if language == ENGLISH else (*EDITIONS, *WITH_ENGLISH)

"""What drawing a figure gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure as files for `<img>`.

    svg: the still picture. thumbnail: a square one that reads at 96 px. moving: the still picture
    with movement, where there is any. width, height: the still picture's own size in px.
    file, data: a ready picture in place of `svg`, for photographs; licence and credit are its.
    """

    id: str
    svg: str
    thumbnail: str
    moving: str | None
    width: int
    height: int
    title: str
    description: str
    file: str = ""
    data: bytes = b""
    licence: str = ""
    credit: str = ""

"""Words about a picture that somebody brings, a photograph or an SVG."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, Strict

from stretchbook.model.fields import STRICT, Id, Text

Pixels = Annotated[int, Strict(), Field(ge=16, le=30000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppliedPicture:
    """content/pictures/<id>.yml, beside the pictures; <id> is the id of the stretch."""

    __pydantic_config__ = STRICT

    id: Id
    """Taken from the file name; do not write it into the file."""
    file: Annotated[str, Field(pattern=r"^[\w.-]+\.[A-Za-z0-9]+$")] | None = None
    """The picture's own file beside this one, if it is not called <id>.jpg or <id>-a.jpg."""
    alt: Annotated[Text, Field(min_length=10, max_length=300)]
    """What the pictures show, as you would say it on the telephone: Picture A: … Picture B: …"""
    licence: Annotated[Text, Field(min_length=2)]
    """Under which licence it may be shown, such as CC BY 4.0."""
    credit: Annotated[Text, Field(min_length=2)]
    """Whose picture it is; stands under it."""
    width: Pixels | None = None
    """Leave it out: it is read from the picture."""
    height: Pixels | None = None
    """Leave it out: it is read from the picture."""
    desc: Text | None = None
    """More about what it shows, if one sentence is short."""

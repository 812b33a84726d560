"""Words about a picture that somebody brings, a photograph or an SVG."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, Strict

from stretchbook.model.fields import STRICT, Id, Text

Pixels = Annotated[int, Strict(), Field(ge=16, le=8000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppliedPicture:
    """content/pictures/<id>.yml, beside the picture; <id> is the id of the stretch."""

    __pydantic_config__ = STRICT

    id: Id
    """Taken from the file name; do not write it into the file."""
    file: Annotated[str, Field(pattern=r"^[\w.-]+\.(svg|png|jpg|jpeg|webp)$")]
    """The picture's own file beside this one: an SVG, PNG, JPG or WebP, such as my-photo.jpg."""
    alt: Annotated[Text, Field(min_length=10, max_length=300)]
    """What the picture shows, as you would say it on the telephone."""
    licence: Annotated[Text, Field(min_length=2)]
    """Under which licence it may be shown, such as CC BY 4.0."""
    credit: Annotated[Text, Field(min_length=2)]
    """Whose picture it is; stands under it."""
    width: Pixels
    """How wide it is, in pixels."""
    height: Pixels
    """How high it is, in pixels."""
    desc: Text | None = None
    """More about what it shows, if one sentence is short."""

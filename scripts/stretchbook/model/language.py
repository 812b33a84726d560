"""A language that pages are in: content/translations/<code>/review.yml says who made them."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from stretchbook.model.fields import STRICT, Day, Id, Name, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationCheck:
    """Who has read a translation beside the English, as a clinician in both languages."""

    __pydantic_config__ = STRICT

    checked_by: Text
    """Name and profession of the clinician."""
    checked_on: Day
    """Day of that reading, such as 2026-11-26."""
    texts: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """What was read, as `make translations` prints it, in quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language. The name of its folder is its code, such as es or pt-br."""

    __pydantic_config__ = STRICT

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$")]
    """Taken from the name of the folder; do not write it into the file."""
    name: Name
    """In its own letters, such as Español."""
    english_name: Name
    """In English, such as Spanish."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """`rtl` where it is written from right to left."""
    translated_by: Text
    """Who translated, or how; pages say it."""
    checks: dict[Id, TranslationCheck] = field(default_factory=dict)
    """By routine: who has checked it. Leave out until one has."""

    @property
    def home(self) -> str:
        """Where its pages begin; English ones stand at the root."""
        return "/" if self.code == ENGLISH.code else f"/{self.code}/"


ENGLISH = Language(code="en", name="English", english_name="English", translated_by="nobody")
"""The language of the content."""

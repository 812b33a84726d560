"""The content of the site in one language, and our words in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stretchbook.model import Library
from stretchbook.words.catalogue import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class InLanguage:
    """What of the site is there in one language.

    library: only those stretches, routines and plans of which nothing is missing. before: those too
    that are missing because their English has changed; None for the language of the content.
    hashes: by routine, of what is shown. states: how far that has been checked, in a sentence; by
    "" for what is in no routine. english_states: the same for those who read the English beside it.
    """

    words: Words
    library: Library
    before: Library | None = None
    hashes: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    english_states: Mapping[str, str] = field(default_factory=dict)

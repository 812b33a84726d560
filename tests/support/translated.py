"""The content of the built site in its other languages."""

from dataclasses import dataclass
from functools import cache

from stretchbook.pictures import illustrated, read_pictures
from stretchbook.translating.translation import folders, read_translations
from stretchbook.views.handout_view import HandoutView, view_handouts
from stretchbook.words import InLanguage, our_words
from tests.support.content import CONTENT, ROOT, real_library, shown_library


def languages() -> list[str]:
    """Their codes."""
    return [folder.name for folder in folders(CONTENT)]


@cache
def translations() -> dict[str, InLanguage]:
    """By code."""
    words = our_words()
    library = illustrated(real_library(), read_pictures(CONTENT)[0]).published()
    found, problems = read_translations(CONTENT, ROOT / "content", library, words)
    assert problems == []
    return {one.words.language.code: one for one in found}


@dataclass(frozen=True)
class Pair:
    """One routine on paper, in a language and in English."""

    there: HandoutView
    english: HandoutView


@cache
def pairs() -> dict[tuple[str, str], Pair]:
    """By code and routine."""
    english = {view.routine.id: view for view in view_handouts(our_words(), shown_library())}
    return {
        (code, view.routine.id): Pair(there=view, english=english[view.routine.id])
        for code, one in translations().items()
        for view in view_handouts(one.words, one.library, one.states)
    }

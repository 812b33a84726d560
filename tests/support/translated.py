"""The content of the built site in its other languages."""

from dataclasses import dataclass
from functools import cache

from stretchbook.translating.source_texts import source_texts
from stretchbook.translating.translation import Translation, read_translations
from stretchbook.views.handout_view import HandoutView, view_handouts
from stretchbook.words import our_words
from tests.support.content import CONTENT, ROOT, real_library, shown_library


@cache
def translations() -> dict[str, Translation]:
    """By code."""
    library, words = real_library().published(), our_words()
    texts = source_texts(library, words)
    found, _ = read_translations(CONTENT, ROOT / "content", library, words, texts)
    return {one.language.code: one for one in found}


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

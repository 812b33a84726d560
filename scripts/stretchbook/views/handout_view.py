"""A routine as a handout, for all its editions."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbook.model import Library, Routine, Site
from stretchbook.views.common import clinic_lines, publisher
from stretchbook.views.document_view import DocumentView, view_document
from stretchbook.views.routine_view import RoutineView, view_routine
from stretchbook.words import Sentence, Words

COLOR = "#0b5162"  # the site's own, where the clinic names none
LABELS = (  # what handout.typ says itself
    "page=page_of scan qr=handout_qr urgent_title urgent_emergency urgent_doctor urgent_someone"
    " for_whom how_often when_to_stop afterwards evidence sources reminder cautions"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutView:
    """What a handout says.

    publisher: who hands it out. clinic: lines about the clinic, its name first; may be empty.
    logo: file of the clinic's logo; may be empty.
    """

    routine: RoutineView
    document: DocumentView
    site: Site
    publisher: str
    clinic: tuple[str, ...]
    logo: str
    color: str
    labels: Mapping[str, Sentence]


def view_handout(words: Words, library: Library, routine: Routine) -> HandoutView:
    """Put one routine on paper."""
    view, site = view_routine(words, library, routine), library.site
    return HandoutView(
        routine=view,
        document=view_document(words, routine.id, view, routine.review),
        site=site,
        publisher=publisher(site),
        clinic=tuple(line.label for line in clinic_lines(site)),
        logo=(site.clinic.logo if site.clinic else None) or "",
        color=(site.clinic.color if site.clinic else None) or COLOR,
        labels=words.pick(LABELS),
    )

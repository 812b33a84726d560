"""A routine or a plan as a handout, for all its editions."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import ENGLISH, Language, Library, Plan, Routine, Site
from stretchbook.views.common import clinic_lines, publisher
from stretchbook.views.document_view import DocumentView, view_document
from stretchbook.views.plan_sheet_view import review_of, view_plan_sheet
from stretchbook.views.routine_view import RoutineView, view_routine
from stretchbook.words import Sentence, Words

COLOR = "#0b5162"  # the site's own, where the clinic names none
LABELS = (  # what handout.typ says itself
    "page=page_of qr=handout_qr urgent_title urgent_emergency urgent_doctor urgent_someone"
    " for_whom how_often when_to_stop afterwards evidence sources reminder cautions list"
)
NO_STATES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutView:
    """What a handout says.

    routine: of a plan, its stretches. way: where to find it online, to be typed.
    translation: how far it is checked; empty for the language of the content.
    publisher: who hands it out. clinic: lines about the clinic, its name first; may be empty.
    logo: file of the clinic's logo; may be empty.
    """

    language: Language
    translation: str
    routine: RoutineView
    document: DocumentView
    way: str
    is_plan: bool
    site: Site
    publisher: str
    clinic: tuple[str, ...]
    logo: str
    color: str
    labels: Mapping[str, Sentence]


def view_handouts(
    words: Words, library: Library, states: Mapping[str, str] = NO_STATES
) -> tuple[HandoutView, ...]:
    """Everything that is printed in one language; plans only in that of the page that lists them.

    states: by routine, how far its translation is checked.
    """
    plans = library.plans.values() if words.language == ENGLISH else ()
    return tuple(
        view_handout(words, library, shown, states.get(shown.id, ""))
        for shown in (*library.routines_in_order(), *plans)
    )


def view_handout(
    words: Words, library: Library, shown: Routine | Plan, translation: str = ""
) -> HandoutView:
    """Put one routine or one ready-made plan on paper."""
    site, is_plan = library.site, isinstance(shown, Plan)
    if isinstance(shown, Plan):
        view, review = view_plan_sheet(words, library, shown), review_of(library, shown)
    else:
        view, review = view_routine(words, library, shown), shown.review
    return HandoutView(
        language=words.language,
        translation=translation,
        routine=view,
        document=view_document(words, shown.id, view, review),
        way=addresses.CLINICIANS if is_plan else view.address,
        is_plan=is_plan,
        site=site,
        publisher=publisher(site),
        clinic=tuple(line.label for line in clinic_lines(site)),
        logo=(site.clinic.logo if site.clinic else None) or "",
        color=(site.clinic.color if site.clinic else None) or COLOR,
        labels=words.pick(f"{LABELS} scan={'scan_plan' if is_plan else 'scan'}"),
    )

"""A routine as a handout, for all its editions."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbook import words
from stretchbook.model import Clinic, Library, Routine
from stretchbook.views.common import Fact
from stretchbook.views.document import DocumentView, view_document
from stretchbook.views.routine import RoutineView, view_routine

COLOR = "#0b5162"  # the site's own, where the clinic names none


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutView:
    """What a handout says.

    publisher: who hands it out. clinic: lines about the clinic, its name first; may be empty.
    logo: file of the clinic's logo; may be empty.
    have_ready: what each stretch needs, by its id.
    """

    routine: RoutineView
    document: DocumentView
    language: str
    publisher: str
    clinic: tuple[str, ...]
    logo: str
    color: str
    disclaimer_title: str
    disclaimer_lines: tuple[str, ...]
    report: str
    have_ready: Mapping[str, tuple[Fact, ...]]
    labels: Mapping[str, str]


def view_handout(library: Library, routine: Routine) -> HandoutView:
    """Put one routine on paper."""
    view, site = view_routine(library, routine), library.site
    clinic = site.clinic
    return HandoutView(
        routine=view,
        document=view_document(routine.id, view, routine.review),
        language=site.language,
        publisher=clinic.name if clinic else site.name,
        clinic=_lines(clinic) if clinic else (),
        logo=(clinic.logo or "") if clinic else "",
        color=(clinic.color if clinic else None) or COLOR,
        disclaimer_title=site.disclaimer.title,
        disclaimer_lines=site.disclaimer.lines,
        report=site.report_mistakes,
        have_ready=_have_ready(view),
        labels=words.HANDOUT,
    )


def _lines(clinic: Clinic) -> tuple[str, ...]:
    return tuple(filter(None, (clinic.name, clinic.phone, clinic.address, clinic.url)))


def _have_ready(view: RoutineView) -> dict[str, tuple[Fact, ...]]:
    labels = (words.NEEDS_LABEL, words.HELPFUL_LABEL)
    return {
        step.stretch.id: tuple(fact for fact in step.facts if fact.label in labels)
        for section in view.sections
        for step in section.steps
    }

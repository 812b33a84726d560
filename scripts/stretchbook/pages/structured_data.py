"""Structured data for search engines (schema.org), only where it is honest.

No rating, no author's degree, no review that has not happened: `lastReviewed` appears only where a
clinician has reviewed the page.
"""

from typing import Any

from stretchbook.views.document_view import DocumentView
from stretchbook.views.home_view import HomeView
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.stretch_view import StretchPageView, StretchView

CONTEXT = "https://schema.org"


def home_page(view: HomeView) -> dict[str, Any]:
    """The site."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": view.site.name,
        "description": view.site.description,
    }


def stretch_page(view: StretchPageView, document: DocumentView) -> dict[str, Any]:
    """A page about one exercise."""
    return {
        "@context": CONTEXT,
        "@type": "MedicalWebPage",
        "name": view.stretch.name,
        "description": view.stretch.summary,
        **_reviewed(document.reviewed_on),
        "mainEntity": _plan(view.stretch),
    }


def routine_page(view: RoutineView, document: DocumentView) -> dict[str, Any]:
    """A page about a routine."""
    steps = [step.stretch for section in view.sections for step in section.steps]
    return {
        "@context": CONTEXT,
        "@type": "MedicalWebPage",
        "name": view.name,
        "description": view.summary,
        **_reviewed(document.reviewed_on),
        "mainEntity": [_plan(stretch) for stretch in steps],
    }


def _plan(stretch: StretchView) -> dict[str, Any]:
    seconds = stretch.dose.total_seconds  # 0 where the reader sets the pace
    return {
        "@type": "ExercisePlan",
        "name": stretch.name,
        "description": stretch.summary,
        **({"activityDuration": f"PT{seconds}S"} if seconds else {}),
        "additionalVariable": stretch.dose_line,
        **_made_by_others(stretch),
    }


def _made_by_others(stretch: StretchView) -> dict[str, Any]:
    """A film elsewhere, and whose words the text is."""
    found = {one.kind: one.lines[0].source for one in stretch.remarks}
    video, credit = found.get("video"), found.get("credit")
    said: dict[str, Any] = {"creditText": credit.label} if credit else {}
    if video:
        said["video"] = {"@type": "VideoObject", "name": video.label, "url": video.address}
    return said


def _reviewed(day: str) -> dict[str, str]:
    return {"lastReviewed": day} if day else {}

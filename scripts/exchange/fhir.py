"""The library for health records, as FHIR R4: ActivityDefinitions and PlanDefinitions.

They say what may be done, never by whom: there is no patient anywhere.
"""

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from exchange.fhir_doses import dose_extension, timing
from exchange.pack import text_of
from stretchbook import addresses
from stretchbook.model import (
    Advice,
    Dose,
    Exercise,
    Library,
    Reference,
    Review,
    Routine,
    Section,
    Step,
)
from stretchbook.views.dose_view import dose_line
from stretchbook.views.dosed_text import dosed_steps
from stretchbook.views.warning_view import WarningView, view_warning
from stretchbook.words import Words, our_words

PROTOCOL = {
    "system": "http://terminology.hl7.org/CodeSystem/plan-definition-type",
    "code": "clinical-protocol",
}
Json = dict[str, Any]


def files(library: Library, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Each resource as a file, and all of them in one Bundle. site_url: empty while unknown."""
    maker = _Maker(library, site_url)
    entries = [maker.activity(exercise) for exercise in library.exercises.values()]
    entries += [maker.plan(routine) for routine in library.routines.values()]
    for resource in entries:
        yield f"{resource['resourceType']}-{resource['id']}.json", text_of(resource)
    bundle = {
        "resourceType": "Bundle",
        "id": "library",
        "type": "collection",
        "entry": [{"fullUrl": each["url"], "resource": each} for each in entries],
    }
    yield "Bundle.json", text_of(bundle)


class _Maker:
    """What all resources of one library share."""

    def __init__(self, library: Library, site_url: str) -> None:
        self.library, self.site_url = library, site_url
        self.words: Words = our_words()
        self.publisher = library.site.clinic.name if library.site.clinic else library.site.name

    def activity(self, exercise: Exercise) -> Json:
        """One stretch with its own dose."""
        words, terms = self.words, self.library.vocabulary.areas
        steps = dosed_steps(
            words, exercise.dose, exercise.side_of, exercise.steps, exercise.set_steps
        )
        parts = {
            words["how_to"]: steps,
            words["cautions"]: [each.text for each in exercise.cautions],
        }
        return _given(
            self._head(
                "ActivityDefinition", exercise.id, addresses.of_stretch(exercise.id), exercise
            ),
            description=exercise.summary,
            purpose=exercise.why.text if exercise.why else None,
            usage=_markdown(parts, (self.words["remarks.feel"], exercise.feel)),
            copyright=_credit(exercise),
            relatedArtifact=_citations(exercise.sources),
            kind="ServiceRequest",
            code={"text": exercise.name},
            bodySite=[{"text": terms[area].name} for area in exercise.areas],
            timingTiming=self._timing(exercise.dose),
            extension=[dose_extension(exercise.dose)],
        )

    def plan(self, routine: Routine) -> Json:
        """One routine: its parts, and in each the stretches in order."""
        words = self.words
        signs = view_warning(words, self.library, routine.urgent_signs)
        parts = {
            **_signs(words, signs),
            words["how_often"]: _texts(routine.how_often),
            words["when_to_stop"]: _texts(routine.when_to_stop),
            words["for_whom"]: routine.for_whom,
        }
        lines = self.library.site.disclaimer.lines
        return _given(
            self._head("PlanDefinition", routine.id, addresses.of_routine(routine.id), routine),
            description=routine.summary,
            usage=_markdown(parts, (self.library.site.disclaimer.title, " ".join(lines))),
            relatedArtifact=_citations(routine.sources),
            type={"coding": [PROTOCOL]},
            action=[self._section(section) for section in routine.sections],
        )

    def _head(self, kind: str, item_id: str, page: str, item: Exercise | Routine) -> Json:
        review = item.review
        name = "".join(part.capitalize() for part in item_id.split("-"))
        return _given(
            {"resourceType": kind, "id": item_id, "url": self._url(page)},
            name=name,
            title=item.name,
            status="active" if review.reviewed_by else "draft",
            date=review.written_on.isoformat(),
            publisher=self.publisher,
            **_reviewed(review),
        )

    def _url(self, page: str) -> str:
        """The page's own address; while the site has none, a name that no other site gives."""
        if self.site_url:
            return f"{self.site_url.rstrip('/')}{page}"
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.library.site.name} {page}").urn

    def _section(self, section: Section) -> Json:
        steps = [self._step(step) for step in section.steps]
        return _given(
            {"title": section.title},
            description=section.intro,
            groupingBehavior="logical-group",
            action=steps,
        )

    def _step(self, step: Step) -> Json:
        dose = self.library.dose_of(step)
        return _given(
            {"title": self.library.exercises[step.exercise].name},
            description=step.note,
            textEquivalent=dose_line(self.words, dose),
            timingTiming=self._timing(dose),
            definitionCanonical=self._url(addresses.of_stretch(step.exercise)),
            extension=[dose_extension(dose)],
        )

    def _timing(self, dose: Dose) -> Json:
        return {"code": {"text": dose_line(self.words, dose)}, **timing(dose)}


def _given(head: Json, **parts: object) -> Json:
    """The fields that say something: FHIR knows no empty ones."""
    return {**head, **{name: value for name, value in parts.items() if value}}


def _reviewed(review: Review) -> Json:
    reviewer = [{"name": review.reviewed_by}] if review.reviewed_by else None
    day = review.reviewed_on.isoformat() if review.reviewed_on else None
    return {"approvalDate": day, "lastReviewDate": day, "reviewer": reviewer}


def _credit(exercise: Exercise) -> str | None:
    credit = getattr(exercise, "credit", None)
    return f"{credit.author}, {credit.licence}" if credit else None


def _texts(advice: Iterable[Advice]) -> list[str]:
    return [each.text for each in advice]


def _signs(words: Words, signs: WarningView) -> dict[str, Sequence[str]]:
    """The urgent signs in full, each list under what it means."""
    return {
        words["urgent_title"]: [signs.instruction],
        words["urgent_emergency"]: signs.emergency,
        words["urgent_doctor"]: signs.see_doctor_first,
        words["urgent_someone"]: signs.see_someone,
    }


def _markdown(parts: dict[str, Sequence[str]], last: tuple[str, str]) -> str:
    """Headings with lists below; signs that Markdown would take for its own are escaped."""
    lists = [
        f"**{_plain(title)}**\n\n" + "\n".join(f"- {_plain(line)}" for line in lines)
        for title, lines in parts.items()
        if lines
    ]
    return "\n\n".join([*lists, f"**{_plain(last[0])}**\n\n{_plain(last[1])}"])


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


def _citations(sources: Iterable[Reference]) -> list[Json]:
    return [
        _given({"type": "citation", "display": each.title}, url=each.url, citation=each.says)
        for each in sources
    ]

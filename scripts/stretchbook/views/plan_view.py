"""Plans: what stands on the page before any script has run, and the clinic's own ones."""

from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Library, Plan
from stretchbook.plans import encode
from stretchbook.views import common
from stretchbook.views.common import Link
from stretchbook.views.document_view import review_state
from stretchbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyPlan:
    """A plan of the clinic's own.

    state: who has approved it, or that nobody has; link: what follows the address of the page.
    handouts: every edition on paper.
    """

    title: str
    about: str
    stretches: str
    state: str
    link: str
    handouts: tuple[Link, ...]


def moved_stretches(library: Library) -> dict[str, str]:
    """Stretches whose page leads to that of another: old id and new id."""
    by_address = {addresses.of_stretch(name): name for name in library.exercises}
    return {
        addresses.stretch_of(redirect.old): by_address[addresses.page_of(redirect.new)]
        for redirect in library.redirects
        if addresses.stretch_of(redirect.old) and addresses.page_of(redirect.new) in by_address
    }


def texts_version(words: Words, library: Library) -> str:
    """Which texts a plan of today shows: those of this site, on the day of the last change."""
    reviews = [exercise.review for exercise in library.exercises.values()]
    days = [day for one in reviews for day in (one.written_on, one.reviewed_on) if day]
    version = words.fill("version", day=words.day(max(days)))
    return words.fill("texts_of", site=common.publisher(library.site), version=version)


def view_ready_plans(words: Words, library: Library) -> tuple[ReadyPlan, ...]:
    """The clinic's own plans, by title."""
    ordered = sorted(library.plans.values(), key=lambda plan: (plan.title.casefold(), plan.id))
    return tuple(_ready_plan(words, library, plan) for plan in ordered)


def _ready_plan(words: Words, library: Library, plan: Plan) -> ReadyPlan:
    return ReadyPlan(
        title=plan.title,
        about=plan.about or "",
        stretches=words.listed(library.exercises[step.exercise].name for step in plan.steps),
        state=review_state(words, plan.review),
        link=f"#{encode(plan)}",
        handouts=common.handout_links(words, addresses.plan_on_paper(plan.id)),
    )

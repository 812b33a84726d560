"""The clinic's own plans, for the page that lists them."""

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

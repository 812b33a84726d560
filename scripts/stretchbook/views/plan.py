"""The plan page, and what docs/js needs to build and show a plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stretchbook import addresses, plan_words, words
from stretchbook.model import Library, Plan
from stretchbook.plans import encode
from stretchbook.views.common import Link
from stretchbook.views.filters import FilterView, view_filters
from stretchbook.views.stretch import StretchView
from stretchbook.views.warning import WarningView, view_warning

SHARED: Mapping[str, plan_words.Sentence] = {  # said in the same words on other pages
    "seconds": words.SECONDS,
    "minutes": words.MINUTES,
    "minutes_and_seconds": words.MINUTES_AND_SECONDS,
    "times": words.TIMES,
    "stretches": words.STRETCH_COUNT,
    "step_title": words.STEP_TITLE,
    "stretch_count": words.STRETCHES_LABEL,
    "position": words.POSITION_LABEL,
    "needs": words.NEEDS_LABEL,
    "helpful": words.HELPFUL_LABEL,
    "dose_time": words.TIME_LABEL,
    "feel": words.FEEL,
    "cautions": words.CAUTIONS,
    "full_page": words.FULL_PAGE,
    "any": words.FILTER_ANY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPageView:
    """The page itself: what is on it before any script has run."""

    title: str
    description: str
    address: str
    without_script: str
    failed: str
    again: str
    stretches: Link
    warning: WarningView
    paper_foot: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanData:
    """data/plan.json: what every plan needs.

    names: of all stretches, by id; what is not in it is not on this site.
    moved: ids of stretches that have another id now.
    dose_lines: sentences by timing, `sets` or `set`, and `each` or `together`.
    """

    names: Mapping[str, str]
    moved: Mapping[str, str]
    words: Mapping[str, plan_words.Sentence]
    dose_lines: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesView:
    """What one chooses from: stretches, filters, and names of routines to start with, by id."""

    stretches: tuple[StretchView, ...]
    filters: tuple[FilterView, ...]
    routines: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyPlan:
    """A plan of the clinic's own; `link` is what follows the address of the plan page."""

    title: str
    about: str
    stretches: str
    link: str


def view_plan_page(library: Library) -> PlanPageView:
    """The page."""
    return PlanPageView(
        title=plan_words.PAGE_TITLE,
        description=plan_words.PAGE_DESCRIPTION,
        address=addresses.PLAN,
        without_script=plan_words.WITHOUT_SCRIPT,
        failed=plan_words.FAILED,
        again=plan_words.AGAIN,
        stretches=Link(label=words.ALL_STRETCHES, address=addresses.STRETCHES),
        warning=view_warning(library, library.site.urgent_signs),
        paper_foot=(*_clinic(library), library.site.report_mistakes),
    )


def _clinic(library: Library) -> tuple[str, ...]:
    """Who hands out this site, as far as it says."""
    clinic = library.site.clinic
    said = (clinic.name, clinic.phone, clinic.address, clinic.url) if clinic else ()
    return tuple(part for part in said if part)


def view_plan_data(library: Library) -> PlanData:
    """What every plan needs."""
    return PlanData(
        names={name: library.exercises[name].name for name in sorted(library.exercises)},
        moved=moved_stretches(library),
        words={**SHARED, **plan_words.SENTENCES},
        dose_lines={
            f"{timing} {'sets' if sets else 'set'} {'each' if each else 'together'}": line
            for (timing, sets, each), line in words.DOSE.items()
        },
    )


def moved_stretches(library: Library) -> dict[str, str]:
    """Stretches whose page leads to that of another: old id and new id."""
    by_address = {addresses.of_stretch(name): name for name in library.exercises}
    return {
        addresses.stretch_of(redirect.old): by_address[addresses.page_of(redirect.new)]
        for redirect in library.redirects
        if addresses.stretch_of(redirect.old) and addresses.page_of(redirect.new) in by_address
    }


def view_choices(library: Library, stretches: Iterable[StretchView]) -> ChoicesView:
    """What one chooses from; a routine is something to start with, and no filter."""
    ordered = sorted(stretches, key=lambda stretch: (stretch.name.casefold(), stretch.id))
    *filters, routines = view_filters(library)
    return ChoicesView(stretches=tuple(ordered), filters=tuple(filters), routines=routines.choices)


def view_ready_plans(library: Library) -> tuple[ReadyPlan, ...]:
    """The clinic's own plans, by title."""
    ordered = sorted(library.plans.values(), key=lambda plan: (plan.title.casefold(), plan.id))
    return tuple(_ready_plan(library, plan) for plan in ordered)


def _ready_plan(library: Library, plan: Plan) -> ReadyPlan:
    return ReadyPlan(
        title=plan.title,
        about=plan.about or "",
        stretches=", ".join(library.exercises[step.exercise].name for step in plan.steps),
        link=f"#{encode(plan)}",
    )

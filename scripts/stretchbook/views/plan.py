"""The plan page, and what docs/js needs to build and show a plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbook import addresses, plan_words, words
from stretchbook.model import Exercise, Library, Plan
from stretchbook.plans import encode
from stretchbook.views import common
from stretchbook.views.common import Link
from stretchbook.views.device import DoseData, dose_data
from stretchbook.views.stretch import view_picture
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
class ChoiceData:
    """One stretch to choose, in the form that docs/js/search-match.js looks through."""

    id: str
    address: str
    title: str
    summary: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    position: str
    position_name: str
    equipment: tuple[str, ...]
    area: tuple[str, ...]
    small: str
    dose: DoseData


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterData:
    """One filter and its choices."""

    name: str
    label: str
    choices: tuple[Link, ...]  # the address is the value


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesData:
    """data/choices.json: what one chooses from."""

    stretches: tuple[ChoiceData, ...]
    filters: tuple[FilterData, ...]
    routines: tuple[Link, ...]  # the address is that of the routine's data


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


def view_choices(library: Library) -> ChoicesData:
    """What one chooses from."""
    ordered = sorted(library.exercises.values(), key=lambda e: (e.name.casefold(), e.id))
    used = {exercise.position for exercise in ordered}
    equipment = [(name, term.name) for name, term in library.vocabulary.equipment.items()]
    areas = [(name, term.name) for name, term in library.vocabulary.areas.items()]
    positions = [(name, label) for name, label in words.POSITIONS.items() if name in used]
    return ChoicesData(
        stretches=tuple(_choice(library, exercise) for exercise in ordered),
        filters=(
            _filter("area", words.FILTER_AREA, areas),
            _filter("position", words.FILTER_POSITION, positions),
            _filter(
                "equipment", words.FILTER_EQUIPMENT, [*equipment, ("none", words.FILTER_NOTHING)]
            ),
        ),
        routines=tuple(
            Link(label=routine.name, address=f"data/routines/{routine.id}.json")
            for routine in library.routines_in_order()
        ),
    )


def _filter(name: str, label: str, values: list[tuple[str, str]]) -> FilterData:
    choices = tuple(Link(label=shown, address=value) for value, shown in values)
    return FilterData(name=name, label=label, choices=choices)


def _choice(library: Library, exercise: Exercise) -> ChoiceData:
    about = (
        *common.area_names(library, exercise),
        *common.equipment_names(library, exercise),
        common.position_name(exercise),
        *common.everyday_words(library, exercise),
        exercise.works_on,
    )
    return ChoiceData(
        id=exercise.id,
        address=addresses.of_stretch(exercise.id).lstrip("/"),
        title=exercise.name,
        summary=exercise.summary,
        names=exercise.other_names,
        words=about,
        position=exercise.position,
        position_name=common.position_name(exercise),
        equipment=exercise.equipment or ("none",),
        area=exercise.areas,
        small=view_picture(library, exercise).small.lstrip("/"),
        dose=dose_data(exercise.dose),
    )


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

"""One stretch, on a page of its own and as a block of a routine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stretchbook import addresses, words
from stretchbook.model import Caution, Dose, Exercise, Library, Routine, SelfTest
from stretchbook.views import common
from stretchbook.views.common import Fact, Link, ReviewLine, SourceLine
from stretchbook.views.dose import DoseView, view_dose
from stretchbook.views.session import SessionStart, view_stretch_start
from stretchbook.views.warning import ShortWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The picture of a stretch, or the place where it will be.

    still, small, moving: addresses; empty where there is no such picture.
    """

    still: str
    small: str
    moving: str
    width: int
    height: int
    alt: str
    description: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionView:
    """When to take care, and who says so."""

    text: str
    source: SourceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTestView:
    """Another way to time a hold."""

    anchor: str
    name: str
    summary: str
    interval: str
    steps: tuple[str, ...]
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchView:
    """Everything a reader is told about one stretch, wherever it is shown."""

    id: str
    name: str
    summary: str
    address: str
    picture: PictureView
    dose: DoseView
    position: str
    equipment: tuple[str, ...]
    helpful: tuple[str, ...]
    areas: tuple[str, ...]
    steps: tuple[str, ...]
    feel: str
    works_on: str
    cautions: tuple[CautionView, ...]
    self_test: SelfTestView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchPageView:
    """The page of one stretch."""

    stretch: StretchView
    description: str
    facts: tuple[Fact, ...]
    warning: ShortWarning
    more_facts: tuple[Fact, ...]
    sources: tuple[SourceLine, ...]
    review: ReviewLine
    routines: tuple[Link, ...]
    session: SessionStart


def view_stretch(library: Library, exercise: Exercise, dose: Dose | None = None) -> StretchView:
    """Put one stretch into words; a routine may give a dose of its own."""
    return StretchView(
        id=exercise.id,
        name=exercise.name,
        summary=exercise.summary,
        address=addresses.of_stretch(exercise.id),
        picture=view_picture(library, exercise),
        dose=view_dose(dose or exercise.dose),
        position=common.position_name(exercise),
        equipment=common.equipment_names(library, exercise),
        helpful=common.helpful_names(library, exercise),
        areas=common.area_names(library, exercise),
        steps=exercise.steps,
        feel=exercise.feel,
        works_on=exercise.works_on,
        cautions=tuple(map(_caution, exercise.cautions)),
        self_test=_self_test(exercise.self_test) if exercise.self_test else None,
    )


def view_stretch_page(
    library: Library, exercise: Exercise, routines: Sequence[Routine], warning: ShortWarning
) -> StretchPageView:
    """The page of one stretch; `routines` are those that use it, `warning` stands on all."""
    stretch = view_stretch(library, exercise)
    return StretchPageView(
        stretch=stretch,
        description=f"{exercise.summary} {stretch.dose.line}.",
        facts=setup_facts(stretch),
        warning=warning,
        more_facts=_more_facts(exercise, stretch),
        sources=common.source_lines(exercise.sources),
        review=common.review_line(exercise.review),
        routines=tuple(_place_in(routine, exercise.id) for routine in routines),
        session=view_stretch_start(exercise),
    )


def routines_by_stretch(library: Library) -> Mapping[str, list[Routine]]:
    """Which routines use each stretch, in the menu's order."""
    found: dict[str, list[Routine]] = {exercise_id: [] for exercise_id in library.exercises}
    for routine in library.routines_in_order():
        used = {step.exercise: None for section in routine.sections for step in section.steps}
        for exercise_id in used:
            found[exercise_id].append(routine)
    return found


def view_picture(library: Library, exercise: Exercise) -> PictureView:
    """The picture of a stretch, as files and words."""
    figure = library.figures.get(exercise.id)
    return PictureView(
        still=addresses.of_figure(figure.still) if figure else "",
        small=addresses.of_figure(figure.small) if figure else "",
        moving=addresses.of_figure(figure.moving) if figure and figure.moving else "",
        width=figure.width if figure else 0,
        height=figure.height if figure else 0,
        alt=exercise.picture.alt,
        description=exercise.picture.description or (figure.description if figure else ""),
        credit=figure.credit if figure else "",
    )


def _caution(caution: Caution) -> CautionView:
    source = common.attribution(caution.source) if caution.source else common.NO_SOURCE
    return CautionView(text=caution.text, source=source)


def _self_test(test: SelfTest) -> SelfTestView:
    return SelfTestView(
        anchor=test.id,
        name=test.name,
        summary=test.summary,
        interval=words.SELF_TEST_INTERVAL.format(time=words.duration(test.check_every_seconds)),
        steps=test.steps,
        attribution=test.attribution,
    )


def setup_facts(stretch: StretchView) -> tuple[Fact, ...]:
    """What one needs to know before starting."""
    found = (
        Fact(label=words.DOSE_LABEL, value=stretch.dose.line),
        Fact(label=words.TIME_LABEL, value=stretch.dose.time),
        Fact(label=words.POSITION_LABEL, value=stretch.position),
        Fact(label=words.NEEDS_LABEL, value=", ".join(stretch.equipment)),
        Fact(label=words.HELPFUL_LABEL, value=", ".join(stretch.helpful)),
    )
    return tuple(fact for fact in found if fact.value)


def _more_facts(exercise: Exercise, stretch: StretchView) -> tuple[Fact, ...]:
    """What else people call it, and what it is for."""
    found = (
        Fact(label=words.AREAS_LABEL, value=", ".join(stretch.areas)),
        Fact(label=words.OTHER_NAMES_LABEL, value=", ".join(exercise.other_names)),
    )
    return tuple(fact for fact in found if fact.value)


def _place_in(routine: Routine, exercise_id: str) -> Link:
    page = addresses.of_routine(routine.id)
    return Link(label=routine.name, address=addresses.with_anchor(page, exercise_id))

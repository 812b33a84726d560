"""One stretch: the one record that every page, paper, plan, session and search reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Caution, Dose, Exercise, Library, Plan, PlanStep, Routine
from stretchbook.model.exercise import SideOf
from stretchbook.plans import encode
from stretchbook.views import common
from stretchbook.views.common import AdviceView, Fact, Link
from stretchbook.views.condition_view import Limit, limits_of
from stretchbook.views.dose_view import dose_line, dose_origins, dose_time
from stretchbook.views.dosed_text import dosed_steps, side_shown
from stretchbook.views.remark_view import SEARCHED_KINDS, RemarkView, remark_origins, view_remarks
from stretchbook.views.session_start_view import SessionStart, view_start
from stretchbook.views.warning_view import ShortWarning
from stretchbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The picture of a stretch, or the place where it will be.

    still, small, moving: addresses; empty where there is no such picture.
    width, height: of the still picture, in CSS pixels.
    side: the one that does the stretch in it, or empty; note: said where the dose is for the other.
    """

    still: str
    small: str
    moving: str
    width: int
    height: int
    alt: str
    description: str
    side: str
    note: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTestView:
    """Another way to time a hold; check_every_seconds: between two tests.

    steps: for the sides of the dose; step_texts: as written.
    """

    id: str
    name: str
    summary: str
    check_every_seconds: int
    interval: str
    steps: tuple[str, ...]
    step_texts: tuple[str, ...]
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchView:
    """Everything that is said of one stretch, wherever it is shown, with the dose that holds there.

    What ends in `_name` or `_names` is in words; beside it stand the ids.
    also: everyday words for it, its body parts and its equipment, for the search.
    limits: for whom it is not, or only in another way.
    steps: with the numbers of the dose; step_texts and set_steps: as written, for another dose.
    set_up_seconds, change_side_seconds: what a session allows; 0 for the usual time.
    feel: one of the remarks, which the session also says.
    """

    id: str
    name: str
    other_names: tuple[str, ...]
    summary: str
    address: str
    picture: PictureView
    dose: Dose
    dose_line: str
    dose_time: str
    position: str
    position_name: str
    equipment: tuple[str, ...]
    equipment_names: tuple[str, ...]
    optional_equipment: tuple[str, ...]
    helpful_names: tuple[str, ...]
    areas: tuple[str, ...]
    area_names: tuple[str, ...]
    also: tuple[str, ...]
    side_of: SideOf
    steps: tuple[str, ...]
    step_texts: tuple[str, ...]
    set_steps: tuple[str, ...]
    set_up_seconds: int
    change_side_seconds: int
    note_at_end: str
    feel: str
    remarks: tuple[RemarkView, ...]
    cautions: tuple[AdviceView, ...]
    limits: tuple[Limit, ...]
    self_test: SelfTestView | None

    @property
    def alone(self) -> str:
        """A plan of this stretch alone, with the dose that holds here, as a link writes it."""
        step = PlanStep(exercise=self.id, dose=self.dose)
        link = encode(Plan(id="", title="", steps=(step,)))
        return link.replace("%", "%25").replace("_", "%5F")  # no attribute of Markdown takes a `_`

    @property
    def search_words(self) -> tuple[str, ...]:
        """What it is about, beside its name and summary."""
        needs = (*self.equipment_names, *self.helpful_names)
        told = (
            line.text for one in self.remarks if one.kind in SEARCHED_KINDS for line in one.lines
        )
        return (*self.area_names, *needs, self.position_name, *self.also, *told)


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchPageView:
    """The page of one stretch."""

    stretch: StretchView
    description: str
    facts: tuple[Fact, ...]
    warning: ShortWarning
    origins: tuple[Link, ...]
    more_facts: tuple[Fact, ...]
    sources: tuple[Link, ...]
    routines: tuple[Link, ...]
    session: SessionStart


def view_stretch(
    words: Words, library: Library, exercise: Exercise, dose: Dose | None = None
) -> StretchView:
    """Put one stretch into words; a routine may give a dose of its own."""
    dose = dose or exercise.dose
    return StretchView(
        id=exercise.id,
        name=exercise.name,
        other_names=exercise.other_names,
        summary=exercise.summary,
        address=words.at(addresses.of_stretch(exercise.id)),
        picture=view_picture(words, library, exercise, dose),
        dose=dose,
        dose_line=dose_line(words, dose),
        dose_time=dose_time(words, dose),
        position=exercise.position,
        position_name=words[f"positions.{exercise.position}"],
        equipment=exercise.equipment,
        equipment_names=common.equipment_names(words, library, exercise),
        optional_equipment=exercise.optional_equipment,
        helpful_names=common.helpful_names(library, exercise),
        areas=exercise.areas,
        area_names=common.area_names(library, exercise),
        also=(*exercise.search_words, *common.everyday_words(words, library, exercise)),
        side_of=exercise.side_of,
        steps=dosed_steps(words, dose, exercise.side_of, exercise.steps, exercise.set_steps),
        step_texts=exercise.steps,
        set_steps=exercise.set_steps,
        set_up_seconds=exercise.set_up_seconds or 0,
        change_side_seconds=exercise.change_side_seconds or 0,
        note_at_end=exercise.note_at_end or "",
        feel=exercise.feel,
        remarks=view_remarks(words, library, exercise),
        cautions=tuple(_caution(words, caution) for caution in exercise.cautions),
        limits=limits_of(library, exercise),
        self_test=_self_test(words, exercise, dose),
    )


def view_stretch_page(
    words: Words,
    library: Library,
    stretch: StretchView,
    routines: Sequence[Routine],
    warning: ShortWarning,
) -> StretchPageView:
    """The page of one stretch; `routines` are those that use it, `warning` stands on all."""
    exercise = library.exercises[stretch.id]
    steps = [(stretch, "", stretch.note_at_end)]
    return StretchPageView(
        stretch=stretch,
        description=words.fill(
            "stretch_description", summary=stretch.summary, dose=stretch.dose_line
        ),
        facts=setup_facts(words, stretch),
        warning=warning,
        origins=(*dose_origins(words, stretch.dose), *remark_origins(words, exercise)),
        more_facts=_more_facts(words, stretch),
        sources=common.source_lines(words, exercise.sources),
        routines=tuple(_place_in(words, routine, exercise.id) for routine in routines),
        session=view_start(words, f"stretches/{stretch.id}", "", steps),
    )


def routines_by_stretch(library: Library) -> Mapping[str, list[Routine]]:
    """Which routines use each stretch, in the menu's order."""
    found: dict[str, list[Routine]] = {exercise_id: [] for exercise_id in library.exercises}
    for routine in library.routines_in_order():
        used = {step.exercise: None for section in routine.sections for step in section.steps}
        for exercise_id in used:
            found[exercise_id].append(routine)
    return found


def view_picture(words: Words, library: Library, exercise: Exercise, dose: Dose) -> PictureView:
    """The picture of a stretch, as files and words."""
    side = exercise.picture.side
    figure = library.figures.get(exercise.id)
    return PictureView(
        still=addresses.of_figure(figure.still) if figure else "",
        small=addresses.of_figure(figure.small) if figure else "",
        moving=addresses.of_figure(figure.moving) if figure and figure.moving else "",
        width=figure.width if figure else 0,
        height=figure.height if figure else 0,
        alt=exercise.picture.alt,
        description=exercise.picture.description or (figure.description if figure else ""),
        side=side or "",
        note=side_shown(words, dose, exercise.side_of, side),
        credit=figure.credit if figure else "",
    )


def _caution(words: Words, caution: Caution) -> AdviceView:
    source = common.attribution(words, caution.source) if caution.source else common.NO_SOURCE
    return AdviceView(text=caution.text, source=source)


def _self_test(words: Words, exercise: Exercise, dose: Dose) -> SelfTestView | None:
    test = exercise.self_test
    if test is None:
        return None
    time = words.duration(test.check_every_seconds)
    return SelfTestView(
        id=test.id,
        name=test.name,
        summary=test.summary,
        check_every_seconds=test.check_every_seconds,
        interval=words.fill("self_test_interval", time=time),
        steps=dosed_steps(words, dose, None, test.steps),
        step_texts=test.steps,
        attribution=test.attribution,
    )


def setup_facts(words: Words, stretch: StretchView) -> tuple[Fact, ...]:
    """What one needs to know before starting."""
    return _facts(
        (words["dose_label"], stretch.dose_line),
        (words["stretching_label"], stretch.dose_time),
        (words["position_label"], stretch.position_name),
        (words["needs_label"], words.listed(stretch.equipment_names)),
        (words["helpful_label"], words.listed(stretch.helpful_names)),
    )


def _more_facts(words: Words, stretch: StretchView) -> tuple[Fact, ...]:
    """What else people call it, and what it is for."""
    return _facts(
        (words["areas_label"], words.listed(stretch.area_names)),
        (words["other_names_label"], words.listed(stretch.other_names)),
    )


def _facts(*found: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple((label, value) for label, value in found if value)


def _place_in(words: Words, routine: Routine, exercise_id: str) -> Link:
    page = words.at(addresses.of_routine(routine.id))
    return Link(label=routine.name, address=addresses.with_anchor(page, exercise_id))

"""What our browser modules read about stretches and routines, a file each.

The pages say the same in words; a plan or a guided session needs it as data, and only once the
reader asks for one. So these are files to fetch, and no page carries them.
"""

from dataclasses import dataclass

from stretchbook import addresses, words
from stretchbook.model import Advice, Dose, Exercise, Library, Routine, Section, SelfTest, Step
from stretchbook.views import common
from stretchbook.views.dose import view_dose
from stretchbook.views.stretch import view_picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureData:
    """A picture; `still` is empty where there is none. Addresses have no slash at the start."""

    still: str
    small: str
    moving: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseData:
    """A dose in numbers, times in whole seconds, and as the pages say it."""

    sets: int
    repetitions: int
    hold_seconds: int | None
    release_seconds: int | None
    repetition_seconds: int | None
    set_seconds: int | None
    sides: str
    alternate: bool
    line: str
    total_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTestData:
    """Another way to time a hold."""

    name: str
    summary: str
    check_every_seconds: int
    interval: str
    steps: tuple[str, ...]
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchData:
    """data/stretches/<id>.json: one stretch."""

    id: str
    name: str
    summary: str
    address: str
    position: str
    position_name: str
    equipment: tuple[str, ...]
    optional_equipment: tuple[str, ...]
    equipment_names: tuple[str, ...]
    helpful_names: tuple[str, ...]
    areas: tuple[str, ...]
    picture: PictureData
    dose: DoseData
    steps: tuple[str, ...]
    feel: str
    cautions: tuple[str, ...]
    self_test: SelfTestData | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceData:
    """One piece of advice; `address` is that of the routine it names, or empty."""

    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepData:
    """One stretch at its place in a routine, with the dose that holds there."""

    exercise: str
    dose: DoseData
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionData:
    """Stretches that are done one after the other."""

    id: str
    title: str
    intro: str
    steps: tuple[StepData, ...]
    total_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineData:
    """data/routines/<id>.json: one routine."""

    id: str
    name: str
    summary: str
    address: str
    how_often: tuple[AdviceData, ...]
    when_to_stop: tuple[AdviceData, ...]
    afterwards: tuple[AdviceData, ...]
    sections: tuple[SectionData, ...]


def view_stretch_data(library: Library, exercise: Exercise) -> StretchData:
    """One stretch as data."""
    return StretchData(
        id=exercise.id,
        name=exercise.name,
        summary=exercise.summary,
        address=_from_root(addresses.of_stretch(exercise.id)),
        position=exercise.position,
        position_name=common.position_name(exercise),
        equipment=exercise.equipment,
        optional_equipment=exercise.optional_equipment,
        equipment_names=common.equipment_names(library, exercise),
        helpful_names=common.helpful_names(library, exercise),
        areas=exercise.areas,
        picture=picture_data(library, exercise),
        dose=dose_data(exercise.dose),
        steps=exercise.steps,
        feel=exercise.feel,
        cautions=tuple(caution.text for caution in exercise.cautions),
        self_test=_self_test(exercise.self_test) if exercise.self_test else None,
    )


def view_routine_data(library: Library, routine: Routine) -> RoutineData:
    """One routine as data."""
    return RoutineData(
        id=routine.id,
        name=routine.name,
        summary=routine.summary,
        address=_from_root(addresses.of_routine(routine.id)),
        how_often=tuple(map(_advice, routine.how_often)),
        when_to_stop=tuple(map(_advice, routine.when_to_stop)),
        afterwards=tuple(map(_advice, routine.afterwards)),
        sections=tuple(_section(library, section) for section in routine.sections),
    )


def dose_data(dose: Dose) -> DoseData:
    """A dose in numbers and words."""
    return DoseData(
        sets=dose.sets,
        repetitions=dose.repetitions,
        hold_seconds=dose.hold_seconds,
        release_seconds=dose.release_seconds,
        repetition_seconds=dose.repetition_seconds,
        set_seconds=dose.set_seconds,
        sides=dose.sides,
        alternate=dose.alternate,
        line=view_dose(dose).line,
        total_seconds=dose.total_seconds,
    )


def picture_data(library: Library, exercise: Exercise) -> PictureData:
    """The picture of a stretch, with addresses relative to the site's root."""
    view = view_picture(library, exercise)
    return PictureData(
        still=_from_root(view.still),
        small=_from_root(view.small),
        moving=_from_root(view.moving),
        width=view.width,
        height=view.height,
        alt=view.alt,
    )


def _section(library: Library, section: Section) -> SectionData:
    return SectionData(
        id=section.id,
        title=section.title,
        intro=section.intro or "",
        steps=tuple(_step(library, step) for step in section.steps),
        total_seconds=library.seconds_of(section),
    )


def _step(library: Library, step: Step) -> StepData:
    dose = dose_data(library.dose_of(step))
    return StepData(exercise=step.exercise, dose=dose, note=step.note or "")


def _advice(advice: Advice) -> AdviceData:
    address = _from_root(addresses.of_routine(advice.routine)) if advice.routine else ""
    return AdviceData(text=advice.text, address=address)


def _self_test(test: SelfTest) -> SelfTestData:
    every = words.duration(test.check_every_seconds)
    return SelfTestData(
        name=test.name,
        summary=test.summary,
        check_every_seconds=test.check_every_seconds,
        interval=words.SELF_TEST_INTERVAL.format(time=every),
        steps=test.steps,
        attribution=test.attribution,
    )


def _from_root(address: str) -> str:
    return address.lstrip("/")

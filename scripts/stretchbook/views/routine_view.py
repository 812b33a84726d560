"""The page of one routine."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Advice, Library, RelatedRoutine, Routine, Section, Step
from stretchbook.views import common
from stretchbook.views.common import AdviceView, Fact, Link
from stretchbook.views.session_start_view import SessionStart, view_start
from stretchbook.views.stretch_view import PictureView, StretchView, setup_facts, view_stretch
from stretchbook.views.timetable import guided_seconds, minutes_of, own_pace
from stretchbook.views.warning_view import WarningView, view_warning
from stretchbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One stretch at its place in the routine; note_at_end: instead of the stretch's own."""

    title: str
    facts: tuple[Fact, ...]
    stretch: StretchView
    note: str
    note_at_end: str

    @property
    def at_end(self) -> str:
        """What to know when it is done, here."""
        return self.note_at_end or self.stretch.note_at_end


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """Stretches that are done one after the other; first: of the routine's sections.

    seconds: of its guided session.
    """

    id: str
    title: str
    intro: str
    first: bool
    seconds: float
    time: str
    session: SessionStart
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineView:
    """The page of one routine."""

    id: str
    name: str
    summary: str
    address: str
    facts: tuple[Fact, ...]
    for_whom: tuple[str, ...]
    related: tuple[AdviceView, ...]
    warning: WarningView
    how_often: tuple[AdviceView, ...]
    when_to_stop: tuple[AdviceView, ...]
    sections: tuple[SectionView, ...]
    afterwards: tuple[AdviceView, ...]
    evidence: tuple[AdviceView, ...]
    sources: tuple[Link, ...]
    handouts: tuple[Link, ...]

    @property
    def pictures(self) -> tuple[PictureView, ...]:
        """Up to three that there are, in the routine's order, for a card that leads to it."""
        steps = (step for section in self.sections for step in section.steps)
        return tuple(step.stretch.picture for step in steps if step.stretch.picture.small)[:3]


def view_routine(words: Words, library: Library, routine: Routine) -> RoutineView:
    """Put one routine into words."""

    def advice(items: Iterable[Advice]) -> tuple[AdviceView, ...]:
        return tuple(_advice(words, library, item) for item in items)

    sections = _sections(words, library, routine)
    return RoutineView(
        id=routine.id,
        name=routine.name,
        summary=routine.summary,
        address=words.at(addresses.of_routine(routine.id)),
        facts=_facts(words, library, routine, sections),
        for_whom=routine.for_whom,
        related=tuple(_related(words, library, item) for item in routine.related),
        warning=view_warning(words, library, routine.urgent_signs),
        how_often=advice(routine.how_often),
        when_to_stop=advice(routine.when_to_stop),
        sections=sections,
        afterwards=advice(routine.afterwards),
        evidence=advice(routine.evidence),
        sources=(*common.source_lines(words, routine.sources), *_own_advice(words, routine)),
        handouts=common.handout_links(words, routine.id),
    )


def _own_advice(words: Words, routine: Routine) -> Iterator[Link]:
    """Which advice is the editor's own: said once, since it helps nobody who does a stretch."""
    advice = (*routine.how_often, *routine.when_to_stop, *routine.afterwards, *routine.evidence)
    own = [words.fill("quoted", text=item.text) for item in advice if item.source == "editor"]
    if own:
        yield Link(label=words.fill("own_advice", texts=words.listed(own, "sentences")))


def _facts(
    words: Words, library: Library, routine: Routine, sections: Sequence[SectionView]
) -> tuple[Fact, ...]:
    """What one wants to know before choosing: how long, how many, where."""
    exercises = [
        library.exercises[step.exercise] for section in routine.sections for step in section.steps
    ]
    main, *more = sections
    return (
        (words["time_label"], _short_time(words, main)),
        *((section.title, _short_time(words, section)) for section in more),
        (words["stretches_label"], str(len(exercises))),
        (words["where_label"], words.listed(common.places(words, library, exercises))),
    )


def _short_time(words: Words, section: SectionView) -> str:
    timed = [step.stretch.dose.is_timed for step in section.steps]
    if not any(timed):
        return words["own_pace"]
    key = "about_time" if all(timed) else "about_time_and_more"
    return words.fill(key, time=words.plural("minutes", minutes_of(section.seconds)))


def _section_time(words: Words, library: Library, section: Section, seconds: float) -> str:
    """How long it really takes, and how much of that is stretching, as a source states it."""
    doses = [library.dose_of(step) for step in section.steps]
    stretching = section.stated_minutes or minutes_of(library.seconds_of(section))
    time = words.fill(
        "section_time",
        time=words.plural("minutes", minutes_of(seconds)),
        work=words.plural("minutes", stretching),
    )
    said = [time] if any(dose.is_timed for dose in doses) else []
    return words.listed(filter(None, [*said, own_pace(words, doses)]), "sentences")


def _sections(words: Words, library: Library, routine: Routine) -> tuple[SectionView, ...]:
    """The sections; their stretches are numbered through the whole routine."""
    views: list[SectionView] = []
    first = 1
    for section in routine.sections:
        steps = tuple(_step(words, library, step, n) for n, step in enumerate(section.steps, first))
        guided = [(step.stretch, step.note, step.at_end) for step in steps]
        seconds = guided_seconds(words, guided)
        views.append(
            SectionView(
                id=section.id,
                title=section.title,
                intro=section.intro or "",
                first=first == 1,
                seconds=seconds,
                time=_section_time(words, library, section, seconds),
                session=view_start(words, f"routines/{routine.id}", section.id, guided),
                steps=steps,
            )
        )
        first += len(section.steps)
    return tuple(views)


def _step(words: Words, library: Library, step: Step, number: int) -> StepView:
    stretch = view_stretch(words, library, library.exercises[step.exercise], step.dose)
    title = words.fill("step_title", number=number, name=stretch.name)
    _, *facts = setup_facts(words, stretch)  # the dose stands beside the name already
    note, note_at_end = step.note or "", step.note_at_end or ""
    return StepView(
        title=title, facts=tuple(facts), stretch=stretch, note=note, note_at_end=note_at_end
    )


def _advice(words: Words, library: Library, advice: Advice) -> AdviceView:
    """One piece of advice, with the routine it leads to."""
    link = common.routine_link(words, library.routines[advice.routine]) if advice.routine else None
    return AdviceView(text=advice.text, source=common.attribution(words, advice.source), link=link)


def _related(words: Words, library: Library, related: RelatedRoutine) -> AdviceView:
    link = common.routine_link(words, library.routines[related.routine])
    return AdviceView(text=related.text, source=common.NO_SOURCE, link=link)

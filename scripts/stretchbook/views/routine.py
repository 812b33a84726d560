"""The page of one routine."""

from collections.abc import Iterable
from dataclasses import dataclass

from stretchbook import addresses, words
from stretchbook.model import Advice, Library, RelatedRoutine, Routine, Section, Step
from stretchbook.views import common
from stretchbook.views.common import Fact, Link, ReviewLine, SourceLine
from stretchbook.views.session import SessionStart, view_section_start
from stretchbook.views.stretch import StretchView, setup_facts, view_stretch
from stretchbook.views.warning import WarningView, view_warning


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceView:
    """Advice, who gives it, and where it leads."""

    text: str
    source: SourceLine
    link: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One stretch at its place in the routine."""

    title: str
    facts: tuple[Fact, ...]
    stretch: StretchView
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """Stretches that are done one after the other."""

    id: str
    title: str
    intro: str
    hint: str
    first: bool
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
    sources: tuple[SourceLine, ...]
    review: ReviewLine
    handouts: tuple[Link, ...]


def view_routine(library: Library, routine: Routine) -> RoutineView:
    """Put one routine into words."""

    def advice(items: Iterable[Advice]) -> tuple[AdviceView, ...]:
        return tuple(view_advice(library, item) for item in items)

    return RoutineView(
        id=routine.id,
        name=routine.name,
        summary=routine.summary,
        address=addresses.of_routine(routine.id),
        facts=routine_facts(library, routine),
        for_whom=routine.for_whom,
        related=tuple(_related(library, item) for item in routine.related),
        warning=view_warning(library, routine.urgent_signs),
        how_often=advice(routine.how_often),
        when_to_stop=advice(routine.when_to_stop),
        sections=_sections(library, routine),
        afterwards=advice(routine.afterwards),
        evidence=advice(routine.evidence),
        sources=common.source_lines(routine.sources),
        review=common.review_line(routine.review),
        handouts=common.handout_links(routine),
    )


def routine_facts(library: Library, routine: Routine) -> tuple[Fact, ...]:
    """What one wants to know before choosing: how long, how many, where."""
    exercises = [
        library.exercises[step.exercise] for section in routine.sections for step in section.steps
    ]
    main, *more = routine.sections
    return (
        Fact(label=words.TIME_LABEL, value=_short_time(library, main)),
        *(Fact(label=section.title, value=_short_time(library, section)) for section in more),
        Fact(label=words.STRETCHES_LABEL, value=str(len(exercises))),
        Fact(label=words.WHERE_LABEL, value=", ".join(common.places(library, exercises))),
    )


def _short_time(library: Library, section: Section) -> str:
    if section.stated_minutes is not None:
        return words.plural(words.MINUTES, section.stated_minutes)
    minutes = max(1, round(library.seconds_of(section) / 60))
    return words.ABOUT_TIME.format(time=words.plural(words.MINUTES, minutes))


def _section_time(library: Library, section: Section) -> str:
    computed = words.duration(library.seconds_of(section))
    if section.stated_minutes is None:
        return words.SECTION_TIME_COMPUTED.format(time=computed)
    stated = words.plural(words.MINUTES, section.stated_minutes)
    if stated == computed:
        return words.SECTION_TIME.format(time=stated)
    return words.SECTION_TIME_BOTH.format(stated=stated, computed=computed)


def _sections(library: Library, routine: Routine) -> tuple[SectionView, ...]:
    """The sections; their stretches are numbered through the whole routine."""
    views, first = [], 1
    for section in routine.sections:
        views.append(_section(library, routine, section, first))
        first += len(section.steps)
    return tuple(views)


def _section(library: Library, routine: Routine, section: Section, first: int) -> SectionView:
    return SectionView(
        id=section.id,
        title=section.title,
        intro=section.intro or "",
        hint=words.CLOSED_AT_FIRST if first == 1 else "",
        first=first == 1,
        time=_section_time(library, section),
        session=view_section_start(library, routine.id, section),
        steps=tuple(_step(library, step, n) for n, step in enumerate(section.steps, first)),
    )


def _step(library: Library, step: Step, number: int) -> StepView:
    stretch = view_stretch(library, library.exercises[step.exercise], step.dose)
    title = words.STEP_TITLE.format(number=number, name=stretch.name)
    _, *facts = setup_facts(stretch)  # the dose stands beside the name already
    return StepView(title=title, facts=tuple(facts), stretch=stretch, note=step.note or "")


def view_advice(library: Library, advice: Advice) -> AdviceView:
    """One piece of advice, with the routine it leads to."""
    link = _link(library, advice.routine) if advice.routine else None
    return AdviceView(text=advice.text, source=common.attribution(advice.source), link=link)


def _related(library: Library, related: RelatedRoutine) -> AdviceView:
    link = _link(library, related.routine)
    return AdviceView(text=related.text, source=common.NO_SOURCE, link=link)


def _link(library: Library, routine_id: str) -> Link:
    routine = library.routines[routine_id]
    label = words.LINK_TO_ROUTINE.format(routine=routine.name)
    return Link(label=label, address=addresses.of_routine(routine.id))

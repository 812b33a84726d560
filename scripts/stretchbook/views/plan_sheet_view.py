"""A plan on paper: the record of a routine, so that the same templates set it.

It says what docs/js/plan shows of the plan; tests/vectors/often-lines.json holds both together.
"""

from collections.abc import Iterator
from dataclasses import replace

from stretchbook import addresses
from stretchbook.model import Dose, Library, Plan, PlanStep, Review, Routine, Section, Step
from stretchbook.model.plan import EVERY_OTHER_DAY
from stretchbook.plans import encode
from stretchbook.views.common import Fact, Link
from stretchbook.views.dose_view import dose_line
from stretchbook.views.routine_view import RoutineView, StepView, view_routine
from stretchbook.views.timetable import minutes_of
from stretchbook.words import Words

WEEK = 7  # days


def view_plan_sheet(words: Words, library: Library, plan: Plan) -> RoutineView:
    """Put a plan on paper."""
    view = view_routine(words, library, _as_routine(words, library, plan))
    (section,) = view.sections
    shown = zip(plan.steps, section.steps, strict=True)
    steps = tuple(_step(words, library, step, of_sheet) for step, of_sheet in shown)
    (_, time), *facts = view.facts
    often = _often_on_days(words, plan)
    return replace(
        view,
        address=addresses.with_anchor(words.at(addresses.PLAN), encode(plan)),
        summary=words.listed(filter(None, [view.summary, *_life(words, plan)]), "sentences"),
        facts=(*_often(words, often), (words["plan.time"], time), *facts),
        sections=(replace(section, steps=steps),),
        sources=_sources(library, plan),
    )


def review_of(library: Library, plan: Plan) -> Review:
    """Its own; while nobody has approved it, the days of its texts."""
    texts = [library.exercises[step.exercise].review for step in plan.steps]
    written = max(one.reviewed_on or one.written_on for one in texts)
    if plan.review:
        return plan.review
    return Review(written_on=written, next_review=min(one.next_review for one in texts))


def _sources(library: Library, plan: Plan) -> tuple[Link, ...]:
    """What its stretches rest on; what each says stands on the page of the stretch."""
    named = (source for step in plan.steps for source in library.exercises[step.exercise].sources)
    links = {source.title: Link(label=source.title, address=source.url or "") for source in named}
    return tuple(links.values())


def _as_routine(words: Words, library: Library, plan: Plan) -> Routine:
    """Without what only a routine has."""
    steps = [_as_step(library, step) for step in plan.steps]
    seconds = (
        dose.work_seconds if step.pause_seconds else dose.total_seconds
        for step, dose in zip(plan.steps, map(library.dose_of, steps), strict=True)
    )
    section = Section(
        id=plan.id,
        title=words["plan.in_order"],
        stated_minutes=minutes_of(sum(seconds)),
        steps=tuple(steps),
    )
    return Routine(
        id=addresses.plan_on_paper(plan.id),
        name=plan.title,
        summary=plan.about or "",
        place_in_menu=1,
        for_whom=(),
        urgent_signs=library.site.urgent_signs,
        how_often=(),
        when_to_stop=(),
        sections=(section,),
        evidence=(),
        sources=(),
        review=review_of(library, plan),
    )


def _as_step(library: Library, step: PlanStep) -> Step:
    """Taking turns belongs to the stretch: a plan's own dose does not say it."""
    usual = library.exercises[step.exercise].dose
    dose: Dose = step.dose or usual
    rest = (step.pause_seconds or dose.rest_seconds) if dose.has_sets else None
    turns = usual.alternate and dose.sides == "each"
    return Step(
        exercise=step.exercise,
        dose=replace(dose, rest_seconds=rest, alternate=turns),
        note=step.note,
    )


def _step(words: Words, library: Library, step: PlanStep, view: StepView) -> StepView:
    """With what the plan says of it: how often, a note, and that its dose is not the usual one."""
    often = often_line(words, step.times_a_day, step.days_a_week)
    usual = dose_line(words, library.exercises[step.exercise].dose)
    is_usual = step.dose is None or dose_line(words, step.dose) == usual
    own_dose = () if is_usual else ((words["dose_label"], words["plan.your_dose"]),)
    said = {"label": words["plan.from_clinician"], "value": step.note or ""}
    return replace(
        view,
        facts=(*own_dose, *_often(words, often), *view.facts),
        note=words.fill("plan.text_fact", **said) if step.note else "",
    )


def _often(words: Words, often: str) -> tuple[Fact, ...]:
    return ((words["how_often"], often),) if often else ()


def _life(words: Words, plan: Plan) -> Iterator[str]:
    """Who made it and when, and how long to do it."""
    gaps = {"day": plan.made_on or "", "from": plan.made_by or ""}
    made = {(True, True): "made_on_by", (True, False): "made_on_day", (False, True): "made_by_them"}
    if key := made.get((bool(plan.made_on), bool(plan.made_by))):
        yield words.fill(f"plan.{key}", **{name: str(value) for name, value in gaps.items()})
    if plan.until:
        yield words.fill("plan.do_until", day=plan.until.isoformat())


def _often_on_days(words: Words, plan: Plan) -> str:
    if not plan.days:
        return often_line(words, plan.times_a_day, plan.days_a_week)
    times = often_line(words, plan.times_a_day, None)
    if EVERY_OTHER_DAY in plan.days:
        key = "times_every_other_day" if times else "every_other_day"
        return words.fill(f"plan.{key}", times=times)
    names = words.group("print_days")
    days = words.listed(names[day[:2].upper()] for day in plan.days)
    return words.fill("plan.times_on_days" if times else "plan.on_days", times=times, days=days)


def often_line(words: Words, times_a_day: int | None, days_a_week: int | None) -> str:
    """How often, or nothing where the plan does not say."""
    times = words.plural("plan.times_a_day", times_a_day) if times_a_day else ""
    if not days_a_week:
        return times
    if days_a_week == WEEK:
        return words.fill("plan.times_every_day" if times else "plan.every_day", times=times)
    if not times:
        return words.plural("plan.days_a_week", days_a_week)
    return words.plural("plan.times_and_days", days_a_week, times=times)

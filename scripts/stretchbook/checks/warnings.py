"""Checks that warn; with --strict they stop the build too."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from stretchbook.checks import walk
from stretchbook.checks.grade import GRADE_ALLOWED, GRADE_WANTED, too_hard
from stretchbook.model import Exercise, Library, Routine
from stretchbook.problems import Finding

TIME_TOLERANCE = 0.2  # of the stated time


def easily_readable(library: Library, _: date) -> Iterator[Finding]:
    """A tired reader needs school grade 6 or lower."""
    yield from too_hard(library, above=GRADE_WANTED, up_to=GRADE_ALLOWED)


def stated_time(library: Library, _: date) -> Iterator[Finding]:
    """The stated time and the time worked out from the doses agree within a fifth."""
    for routine in library.routines.values():
        for index, section in enumerate(routine.sections):
            doses = map(library.dose_of, section.steps)
            if section.stated_minutes is None or not all(dose.is_timed for dose in doses):
                continue
            stated = section.stated_minutes * 60
            computed = library.seconds_of(section)
            if abs(computed - stated) > TIME_TOLERANCE * stated:
                keys = ("sections", index, "stated_minutes")
                message = f"states {stated} seconds, the doses add up to {computed}"
                hint = "mend the doses or the stated time"
                yield Finding(path=walk.file_of(routine), keys=keys, message=message, hint=hint)


def review_in_time(library: Library, today: date) -> Iterator[Finding]:
    """Nothing is past the day of its next review."""
    for item in walk.items(library):
        if item.review.next_review < today:
            message = f"was due on {item.review.next_review}, today is {today}"
            hint = "have it reviewed, then set written_on or reviewed_on, and next_review"
            keys = ("review", "next_review")
            yield Finding(path=walk.file_of(item), keys=keys, message=message, hint=hint)


def used(library: Library, _: date) -> Iterator[Finding]:
    """Every stretch belongs to a routine; a reader would hardly find it otherwise."""
    in_use = {s.exercise for r in library.routines.values() for p in r.sections for s in p.steps}
    for exercise in library.exercises.values():
        if exercise.id not in in_use:
            hint = "add it to a routine, or delete the file"
            yield Finding(path=walk.file_of(exercise), message="is in no routine", hint=hint)


def figures_used(library: Library, _: date) -> Iterator[Finding]:
    """Every picture belongs to a stretch."""
    for name, figure in library.figures.items():
        if name not in library.exercises:
            hint = f"name it after the stretch it shows: exercises/{name}.yml does not exist"
            message = "is the picture of no stretch"
            yield Finding(path=figure.source, message=message, hint=hint)


def summaries_differ(library: Library, _: date) -> Iterator[Finding]:
    """Each page describes itself in its own words; search engines show that line."""
    pages: dict[str, list[Exercise | Routine]] = defaultdict(list)
    for item in walk.items(library):
        pages[item.summary.casefold()].append(item)
    for first, *others in pages.values():
        for item in others:
            message = f"is the same as in {walk.file_of(first)}"
            hint = "say what is different"
            yield Finding(path=walk.file_of(item), keys=("summary",), message=message, hint=hint)

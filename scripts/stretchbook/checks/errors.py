"""Checks that stop the build."""

import difflib
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import get_args

from stretchbook.checks import walk
from stretchbook.checks.grade import GRADE_ALLOWED, too_hard
from stretchbook.checks.walk import Keys
from stretchbook.model import Dose, DoseNumber, Exercise, Library, Routine
from stretchbook.model.dose import ALONE
from stretchbook.problems import Finding

FIRST_YEAR = 2000
LEAST_CONTRAST = 4.5  # WCAG 2, level AA
MANY = 30  # names; more in a hint are not read
NEAREST = 3


def references(library: Library, _: date) -> Iterator[Finding]:
    """Every id that is mentioned must exist."""
    broken = (mention for mention in walk.references(library) if mention[2] not in mention[3])
    for number, (path, keys, value, known, noun) in enumerate(broken):
        message = f'names the {noun} "{value}", which does not exist'
        # comparing with thousands of names takes long, and so many slips have one cause
        hint = _known(value, known) if number < MANY else "mend those above first"
        yield Finding(path=path, keys=keys, message=message, hint=hint)


def _known(value: str, known: Collection[str]) -> str:
    """What may have been meant; never thousands of names."""
    # in a large library only names that start alike: comparing all of them takes too long
    alike = [name for name in known if len(known) <= MANY or name[:1] == value[:1]]
    if near := difflib.get_close_matches(value, alike, n=1):
        return f"did you mean {near[0]}?"
    if len(known) <= MANY:
        return f"known are {', '.join(known) or 'none'}"
    near = difflib.get_close_matches(value, alike, n=NEAREST, cutoff=0.3)
    return f"the nearest of {len(known):,} are {', '.join(near)}" if near else "none is like it"


def clinic_color(library: Library, _: date) -> Iterator[Finding]:
    """The clinic's color is dark enough to be read on white paper."""
    clinic = library.site.clinic
    if clinic is None or clinic.color is None:
        return
    ratio = contrast_with_white(clinic.color)
    if ratio < LEAST_CONTRAST:
        has = f"{clinic.color} has a contrast of {ratio:.1f} to white"
        message = f"{has}, at least {LEAST_CONTRAST} is allowed"
        hint = "choose a darker shade of it"
        yield Finding(path="site.yml", keys=("clinic", "color"), message=message, hint=hint)


def contrast_with_white(color: str) -> float:
    """As WCAG 2 defines it, from 1 to 21; `color` is written #rrggbb."""
    red, green, blue = (_light(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _light(channel: float) -> float:
    nearly_black = 0.04045
    return channel / 12.92 if channel <= nearly_black else ((channel + 0.055) / 1.055) ** 2.4


def a_routine(library: Library, _: date) -> Iterator[Finding]:
    """The site has at least one routine that is no draft."""
    if all(routine.draft for routine in library.routines.values()):
        hint = "`make new-routine` writes a starter file"
        found = ", only drafts" if library.routines else ""
        yield Finding(path="routines", message=f"holds no routine{found}", hint=hint)


def one_name_each(library: Library, _: date) -> Iterator[Finding]:
    """Two stretches, or two routines, must not have the same name."""
    folders: dict[str, Iterable[Exercise | Routine]] = {
        "exercises": library.exercises.values(),
        "routines": library.routines.values(),
    }
    for folder, items in folders.items():
        first: dict[str, str] = {}
        for item in sorted(items, key=lambda item: item.draft):  # a draft gives way
            other = first.setdefault(item.name.casefold(), item.id)
            if other != item.id:
                message = f'is "{item.name}", which is also the name of {folder}/{other}.yml'
                hint = "choose another name, so that a reader can tell them apart"
                path = f"{folder}/{item.id}.yml"
                yield Finding(path=path, keys=("name",), message=message, hint=hint)


def one_anchor_each(library: Library, _: date) -> Iterator[Finding]:
    """On each page every place has an address of its own."""
    for routine in library.routines.values():
        taken: dict[str, str] = {}
        for keys, anchor, owner in walk.anchors(library, routine):
            if anchor in taken:
                message = (
                    f'would be the second "{anchor}" of this page, the first is {taken[anchor]}'
                )
                hint = "use each stretch once in a routine, and give sections ids of their own"
                yield Finding(path=walk.file_of(routine), keys=keys, message=message, hint=hint)
            taken.setdefault(anchor, owner)


def dose_sources(library: Library, _: date) -> Iterator[Finding]:
    """Every number of a dose says where it comes from."""
    for path, keys, dose in walk.doses(library):
        for name in _numbers_without_source(dose):
            message = f"does not say where {name} comes from"
            hint = f"add under source: `{name}: editor`, `source page`, or a web address"
            yield Finding(path=path, keys=(*keys, "source"), message=message, hint=hint)


def remark_sources(library: Library, _: date) -> Iterator[Finding]:
    """A remark comes from one of the stretch's own sources, or from the editor."""
    for exercise in library.exercises.values():
        own = [known for item in exercise.sources for known in (item.title, item.url) if known]
        for keys, remark in walk.remarks(exercise):
            if remark.source not in ("editor", "source page", *own):
                message = f'names "{remark.source}", which is no source of this stretch'
                hint = f"write `editor`, `source page`, or one of {'; '.join(own)}"
                place = (*keys, "source")
                yield Finding(path=walk.file_of(exercise), keys=place, message=message, hint=hint)


def emergency_instruction(library: Library, _: date) -> Iterator[Finding]:
    """What to do in an emergency names the first number to call."""
    for service in library.emergency.values():
        first = service.numbers[0].number
        if first not in service.instruction:
            path = f"emergency/{service.id}.yml"
            message = f"does not name {first}, the first of the numbers below it"
            hint = "write the number into the sentence"
            yield Finding(path=path, keys=("instruction",), message=message, hint=hint)


def readable(library: Library, _: date) -> Iterator[Finding]:
    """No stretch and no routine reads harder than school grade 8."""
    yield from too_hard(library, above=GRADE_ALLOWED, up_to=float("inf"))


def redirects(library: Library, _: date) -> Iterator[Finding]:
    """A redirect leads from an address that is gone to one that is there."""
    seen: set[str] = set()
    for index, redirect in enumerate(library.redirects):
        keys: Keys = ("redirects", index, "from")
        if redirect.old in seen:
            message = f"redirects {redirect.old} a second time"
            yield Finding(path="redirects.yml", keys=keys, message=message, hint="keep one of them")
        seen.add(redirect.old)
        if redirect.old == redirect.new:
            message = f"leads {redirect.old} to itself"
            yield Finding(path="redirects.yml", keys=keys, message=message, hint="mend `to`")


def dates_that_can_be(library: Library, today: date) -> Iterator[Finding]:
    """A day on which something was written or reviewed has been, and in the right order."""
    latest = today + timedelta(days=1)  # somewhere it is tomorrow already
    for path, field, day in walk.days(library):
        message = ""
        if day > latest:
            message = f"is in the future, found {day}, today is {today}"
        elif day.year < FIRST_YEAR:
            message = f"is long before this site, found {day}"
        if message:
            hint = "write the day on which it was, year-month-day"
            yield Finding(path=path, keys=field, message=message, hint=hint)
    for path, review in walk.reviews(library):
        if review.reviewed_on and review.reviewed_on < review.written_on:
            message = f"is older than the text, which was changed on {review.written_on}"
            hint = "take out reviewed_by and reviewed_on until the text is approved again"
            yield Finding(path=path, keys=("review", "reviewed_on"), message=message, hint=hint)


def _numbers_without_source(dose: Dose) -> Iterator[str]:
    """The numbers a reader is told: a single set or repetition is not one."""
    told = {name.removesuffix("_to") for name in dose.given} - {*ALONE}
    yield from (name for name in get_args(DoseNumber) if name in told and name not in dose.source)

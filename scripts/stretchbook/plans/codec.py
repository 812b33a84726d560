"""A plan as the part of a link after its `#`, and back.

The twin of docs/js/plan/read.js and write.js. tests/vectors/plan-links.json holds links that both
read alike, and tests/unit/test_plan_codec.py has both read thousands of spoiled ones.
"""

import re
from dataclasses import replace
from typing import Final

from pydantic import TypeAdapter, ValidationError

from stretchbook.model import Dose, Plan, PlanStep
from stretchbook.model.plan import LONGEST_NOTE, MOST_STRETCHES
from stretchbook.plans.outcome import Reading
from stretchbook.plans.texts import HALF, clean, from_percent, lower, to_percent
from stretchbook.plans.undress import checksum, closest_in, whole_in

VERSION: Final = 1
LONGEST_LINK: Final = 8000  # characters after the #
LONGEST_TEXTS: Final = {"title": 60, "about": 500, "note": LONGEST_NOTE}
LONGEST_ID: Final = 60
CHECKSUM_DIGITS: Final = 4
CUT: Final = "…"

MEANT: Final = re.compile(r"[/:]|\A[0-9]")
VERSIONED: Final = re.compile(r"([0-9]{1,3})/(.*)")
# With what stands behind it, but for a further part; its checksum does not fit.
ENDED: Final = re.compile(
    r"(.*?)/end:([0-9a-z]*)(?![0-9a-z]|/+[0-9a-z]).*", re.IGNORECASE | re.ASCII
)
END_BEGUN: Final = ("", "e", "en", "end", "end:")
STRETCH: Final = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.(.*))?")
TEXT: Final = re.compile(r"(title|about|note):(.*)", re.IGNORECASE | re.ASCII)
OFTEN: Final = "often:"
NUMBERS: Final = re.compile(
    r"(?:(?:(?P<sets>[0-9]{1,4})x)?(?P<repetitions>[0-9]{1,4}))?(?:h(?P<hold_seconds>[0-9]{1,4}))?"
    r"(?:r(?P<release_seconds>[0-9]{1,4}))?(?:m(?P<repetition_seconds>[0-9]{1,4}))?"
    r"(?:s(?P<set_seconds>[0-9]{1,4}))?(?P<sides>e[lr]?|o[lr])?(?:p(?P<pause_seconds>[0-9]{1,4}))?"
    r"(?:d(?P<times_a_day>[0-9]{1,2}))?(?:w(?P<days_a_week>[0-9]{1,2}))?"
)
SIDES: Final[dict[str, dict[str, str]]] = {
    "e": {"sides": "each"},
    "el": {"sides": "each", "first_side": "left"},
    "er": {"sides": "each", "first_side": "right"},
    "ol": {"sides": "left"},
    "or": {"sides": "right"},
}
OF_STEP: Final = ("pause_seconds", "times_a_day", "days_a_week")
DOSE: Final = TypeAdapter(Dose)
STEP: Final = TypeAdapter(PlanStep)


def encode(plan: Plan) -> str:
    """The part of a link after its `#`."""
    often = _often(plan)
    parts = [str(VERSION), *_text("title", plan.title), *_text("about", plan.about)]
    parts += [f"{OFTEN}{often}"] if often else []
    for step in plan.steps[:MOST_STRETCHES]:
        parts.append(".".join(filter(None, (step.exercise, _dose(step), _often(step)))))
        parts += _text("note", step.note)
    body = "/".join(parts)
    return f"{body}/end:{checksum(body)}"


def decode(link: str) -> Reading:
    """Read any text as a plan; never raises.

    link: the part after the `#`, or a whole address with it.
    """
    reading = Reading()
    parts = _parts(link, reading)
    if parts is None:
        return reading
    sure, cut = parts
    for part in filter(None, sure):
        _read_part(reading, part)
    if cut is not None:
        _read_cut_part(reading, cut)
    if not reading.plan.steps:
        reading.note("no-stretch")
    return reading


def _parts(link: str, reading: Reading) -> tuple[list[str], str | None] | None:
    """The parts that are whole, and the last one where it may have been cut; None without a plan.

    Where the checksum fits, everything is there, in whatever dress it came.
    """
    text = HALF.sub("\ufffd", link[:LONGEST_LINK])
    whole = whole_in(text)
    if whole is not None:
        return _parts_in(whole, reading), None
    if len(link) > LONGEST_LINK:
        reading.note("too-long")
    closest = closest_in(text)
    return _broken_parts(closest, reading) if MEANT.search(closest) else None


def _broken_parts(text: str, reading: Reading) -> tuple[list[str], str | None]:
    ended = ENDED.fullmatch(text)
    complete = ended and len(ended[2]) >= CHECKSUM_DIGITS
    reading.note("altered" if complete else "truncated")
    parts = _parts_in(ended[1] if ended else text, reading)
    if not re.match("[0-9]", text) and STRETCH.fullmatch(lower(parts[0])):
        reading.note("unknown-part", parts.pop(0))  # perhaps the second half of a name
    last = parts.pop() if parts and not ended else ""
    return parts, None if last.lower() in END_BEGUN else last


def _parts_in(body: str, reading: Reading) -> list[str]:
    return _without_version(body, reading).split("/")


def _without_version(body: str, reading: Reading) -> str:
    versioned = VERSIONED.fullmatch(f"{body}/")
    if not versioned or int(versioned[1]) == 0:
        reading.note("no-version")
        return body
    if int(versioned[1]) > VERSION:
        reading.note("newer", versioned[1])
    return versioned[2][:-1]


def _read_part(reading: Reading, part: str) -> None:
    text, small = TEXT.fullmatch(part), lower(part)
    stretch = STRETCH.fullmatch(small)
    if text:
        _read_text(reading, text[1].lower(), text[2], part)
    elif small.startswith(OFTEN):
        _read_often(reading, small.removeprefix(OFTEN), part)
    elif stretch and len(stretch[1]) <= LONGEST_ID:
        _read_stretch(reading, stretch[1], stretch[2] or "", part)
    else:
        reading.note("unknown-part", part)


def _read_cut_part(reading: Reading, part: str) -> None:
    """A text ends in "…". Half a name may be another stretch, and half a number another number."""
    text = TEXT.fullmatch(part)
    stretch = STRETCH.fullmatch(lower(part))
    if text:
        _read_cut_text(reading, text[1].lower(), text[2], part)
    elif not stretch or stretch[2] is None or len(stretch[1]) > LONGEST_ID:
        reading.note("cut-part", part)
    elif _add_step(reading, PlanStep(exercise=stretch[1], note="")):
        reading.note("dose", part, len(reading.plan.steps) - 1)


def _read_cut_text(reading: Reading, name: str, encoded: str, part: str) -> None:
    known = from_percent(re.sub(r"%[0-9a-fA-F]?\Z", "", encoded).replace("_", " "))
    text = clean(known.rstrip("\ufffd"), LONGEST_TEXTS[name] - len(CUT))
    if text and _set_text(reading, name, text + CUT):
        reading.note("cut-text", text)
    else:
        reading.note("cut-part", part)


def _read_text(reading: Reading, name: str, encoded: str, part: str) -> None:
    full = from_percent(encoded.replace("_", " "))
    text = clean(full, LONGEST_TEXTS[name])
    if not _set_text(reading, name, text):
        reading.note("unknown-part", part)
    elif text != clean(full, LONGEST_LINK):
        reading.note("shortened", part)


def _set_text(reading: Reading, name: str, text: str) -> bool:
    """False where there is no stretch yet that a note could be for."""
    if name != "note":
        reading.change(**{name: text})
        return True
    *before, last = reading.plan.steps or (None,)
    if last is None:
        return False
    reading.change(steps=(*before, replace(last, note=text)))
    return True


def _read_often(reading: Reading, written: str, part: str) -> None:
    step = _step("a", written)
    if step is None or step.dose or step.pause_seconds:
        reading.note("unknown-part", part)
    else:
        reading.change(times_a_day=step.times_a_day, days_a_week=step.days_a_week)


def _read_stretch(reading: Reading, exercise: str, written: str, part: str) -> None:
    step = _step(exercise, written)
    added = _add_step(reading, step or PlanStep(exercise=exercise, note=""))
    if added and step is None:
        reading.note("dose", part, len(reading.plan.steps) - 1)


def _add_step(reading: Reading, step: PlanStep) -> bool:
    if len(reading.plan.steps) >= MOST_STRETCHES:
        if all(problem.code != "too-many" for problem in reading.problems):
            reading.note("too-many")
        return False
    reading.change(steps=(*reading.plan.steps, step))
    return True


def _step(exercise: str, written: str) -> PlanStep | None:
    """`3x10h5ep30.d2w5` as numbers; None where it cannot be read or done."""
    found = NUMBERS.fullmatch(written.replace(".", ""))
    if not found:
        return None
    numbers = found.groupdict()
    sides = SIDES.get(numbers.pop("sides") or "", {})
    given = {name: int(digits) for name, digits in numbers.items() if digits is not None}
    others = {name: given.pop(name) for name in OF_STEP if name in given}
    try:
        dose = DOSE.validate_python({**given, **sides}) if given or sides else None
        step: PlanStep = STEP.validate_python({"exercise": "a", **others})
    except ValidationError:
        return None
    return replace(step, exercise=exercise, dose=dose, note="")


def _dose(step: PlanStep) -> str:
    pause = f"p{step.pause_seconds}" if step.pause_seconds else ""
    dose = step.dose
    if dose is None:
        return pause
    sets = f"{dose.sets}x" if dose.sets > 1 else ""
    repetitions = str(dose.repetitions) if dose.repetitions > 1 or sets else ""
    times = {
        "h": dose.hold_seconds,
        "r": dose.release_seconds,
        "m": dose.repetition_seconds,
        "s": dose.set_seconds,
    }
    written = "".join(f"{letter}{seconds}" for letter, seconds in times.items() if seconds)
    return f"{sets}{repetitions}{written}{_sides(dose)}{pause}"


def _sides(dose: Dose) -> str:
    given = {"sides": dose.sides} | ({"first_side": dose.first_side} if dose.first_side else {})
    return next((letters for letters, sides in SIDES.items() if sides == given), "")


def _often(of: Plan | PlanStep) -> str:
    times = f"d{of.times_a_day}" if of.times_a_day else ""
    return times + (f"w{of.days_a_week}" if of.days_a_week else "")


def _text(name: str, text: str | None) -> list[str]:
    kept = clean(text or "", LONGEST_TEXTS[name])
    return [f"{name}:{to_percent(kept)}"] if kept else []

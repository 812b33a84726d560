"""A plan as the part of a link after its `#`, and back.

The twin of docs/js/plan/read.js and write.js. tests/vectors/plan-links.json holds links that both
read alike, and tests/unit/test_plan_codec.py has both read thousands of spoiled ones.
"""

import re
import zlib
from dataclasses import dataclass, field, replace
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from stretchbook.model import Dose, Plan, PlanStep
from stretchbook.model.plan import LONGEST_NOTE, MOST_STRETCHES
from stretchbook.plans.texts import clean, from_percent, to_percent, without_spaces

VERSION: Final = 1
LONGEST_LINK: Final = 8000  # characters after the #
LONGEST_TEXTS: Final = {"title": 60, "about": 500, "note": LONGEST_NOTE}
LONGEST_QUOTE: Final = 40
MOST_PROBLEMS: Final = 40
LONGEST_ID: Final = 60
CHECKSUM_DIGITS: Final = 4

VERSIONED: Final = re.compile(r"([0-9]{1,3})/(.*)")
ENDED: Final = re.compile(r"(.*)/end:([0-9a-zA-Z]*)", re.IGNORECASE | re.ASCII)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingProblem:
    """What is wrong with a link: a word of docs/plan-format.md.

    found: the part of the link that is meant; may be empty.
    step: the stretch that is meant, counted from 0; None where it is not about one.
    """

    code: str
    found: str = ""
    step: int | None = None


@dataclass(slots=True)
class Reading:
    """As much of a plan as can be read, and what is wrong with its link."""

    plan: Plan = field(default_factory=lambda: Plan(id="", title="", about="", steps=()))
    problems: list[ReadingProblem] = field(default_factory=list)

    def note(self, code: str, found: str = "", step: int | None = None) -> None:
        """Add a problem, unless there are very many already."""
        if len(self.problems) < MOST_PROBLEMS:
            found = clean(found, LONGEST_QUOTE)
            self.problems.append(ReadingProblem(code=code, found=found, step=step))

    def change(self, **values: Any) -> None:  # noqa: ANN401 - fields of the plan
        """Set fields of the plan."""
        self.plan = replace(self.plan, **values)


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
    text = _unwrapped(link, reading)
    if "/" not in text:
        return reading
    sure, cut = _parts(text, reading)
    for part in sure:
        _read_part(reading, part)
    if cut is not None:
        _read_cut_part(reading, cut)
    if not reading.plan.steps:
        reading.note("no-stretch")
    return reading


def checksum(text: str) -> str:
    """CRC-32, of which the last four hexadecimal digits are enough to notice a cut."""
    return f"{zlib.crc32(text.encode()) & 0xFFFF:04x}"


def _unwrapped(link: str, reading: Reading) -> str:
    """The link without what programs on its way put around or into it."""
    if len(link) > LONGEST_LINK:
        reading.note("too-long")
    text = re.sub(r"\A(?:https?://[^#]*)?#", "", without_spaces(link[:LONGEST_LINK]))
    text = re.sub(r"[^0-9a-zA-Z/:]+\Z", "", text)
    return text if "/" in text else from_percent(text)


def _parts(text: str, reading: Reading) -> tuple[list[str], str | None]:
    """The parts that are whole, and the last one where it may have been cut."""
    ended = ENDED.fullmatch(text)
    body = ended[1] if ended else text
    if not ended or len(ended[2]) < CHECKSUM_DIGITS:
        reading.note("truncated")
    elif ended[2].lower() != checksum(body):
        reading.note("altered")
    parts = [part for part in _without_version(body, reading).split("/") if part]
    if ended:
        return parts, None
    last = parts.pop() if parts else ""
    return parts, None if last.lower() in END_BEGUN else last


def _without_version(body: str, reading: Reading) -> str:
    versioned = VERSIONED.fullmatch(f"{body}/")
    if not versioned or int(versioned[1]) == 0:
        reading.note("no-version")
        return body
    if int(versioned[1]) > VERSION:
        reading.note("newer", versioned[1])
    return versioned[2]


def _read_part(reading: Reading, part: str) -> None:
    text, small = TEXT.fullmatch(part), _lower(part)
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
    """Half a number is another number, so the last stretch of a cut link has no dose."""
    if TEXT.fullmatch(part):
        _read_part(reading, part)
        return
    stretch = STRETCH.fullmatch(_lower(part).rstrip("-."))
    if not stretch or len(stretch[1]) > LONGEST_ID:
        reading.note("unknown-part", part)
    elif _add_step(reading, PlanStep(exercise=stretch[1], note="")):
        reading.note("dose", part, len(reading.plan.steps) - 1)


def _read_text(reading: Reading, name: str, encoded: str, part: str) -> None:
    if name == "note" and not reading.plan.steps:
        reading.note("unknown-part", part)
        return
    full = from_percent(encoded.replace("_", " "))
    text = clean(full, LONGEST_TEXTS[name])
    if text != clean(full, LONGEST_LINK):
        reading.note("shortened", part)
    if name == "note":
        *before, last = reading.plan.steps
        reading.change(steps=(*before, replace(last, note=text)))
    else:
        reading.change(**{name: text})


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


def _lower(text: str) -> str:
    """Only A to Z: other alphabets have letters that become several."""
    return re.sub("[A-Z]", lambda found: found[0].lower(), text)


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

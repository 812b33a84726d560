"""A plan as the part of a link after its `#`, and back.

The twin of docs/js/plan/read.js and write.js. tests/vectors/plan-links.json holds links that both
read alike, and tests/unit/test_plan_codec.py has both read thousands of spoiled ones.
"""

import re
from dataclasses import replace
from typing import Final

from stretchbook.model import Plan, PlanStep
from stretchbook.model.plan import LONGEST_NOTE, MOST_STRETCHES
from stretchbook.plans import life
from stretchbook.plans.dose_numbers import step_of, write_dose, write_often
from stretchbook.plans.outcome import Reading
from stretchbook.plans.texts import HALF, clean, from_percent, lower, to_percent
from stretchbook.plans.undress import checksum, closest_in, whole_in

VERSION: Final = 1
LONGEST_LINK: Final = 8000  # characters after the #
LONGEST_TEXTS: Final = {"title": 60, "about": 500, "from": 60, "load": 60, "note": LONGEST_NOTE}
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
TEXT: Final = re.compile(r"(title|about|from|load|note):(.*)", re.IGNORECASE | re.ASCII)
OFTEN: Final = "often:"


def encode(plan: Plan) -> str:
    """The part of a link after its `#`."""
    often = write_often(plan)
    parts = [str(VERSION), *_text("title", plan.title), *_text("about", plan.about)]
    parts += [*_text("from", plan.made_by), *life.write(plan)]
    parts += [f"{OFTEN}{often}"] if often else []
    for step in plan.steps[:MOST_STRETCHES]:
        parts.append(".".join(filter(None, (step.exercise, write_dose(step), write_often(step)))))
        parts += _text("load", step.dose.load if step.dose else None) + _text("note", step.note)
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
    _settle(reading)
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
    stretch, of_life = STRETCH.fullmatch(small), life.PART.fullmatch(small)
    if text:
        _read_text(reading, text[1].lower(), text[2], part)
    elif of_life:
        _read_life(reading, of_life[1], of_life[2], part)
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
    """False where there is no stretch yet, or no dose, that the text could be for."""
    if name not in ("note", "load"):
        reading.change(**{"made_by" if name == "from" else name: text})
        return True
    *before, last = reading.plan.steps or (None,)
    if last is None or (name == "load" and last.dose is None):
        return False
    if name == "load" and last.dose:
        last = replace(last, dose=replace(last.dose, load=text or None))
    else:
        last = replace(last, note=text)
    reading.change(steps=(*before, last))
    return True


def _read_life(reading: Reading, name: str, written: str, part: str) -> None:
    found = life.read(name, written)
    if found is None:
        reading.note("unknown-part", part)
    else:
        reading.dated |= found


def _settle(reading: Reading) -> None:
    """Parts may come in any order, so what contradicts another shows at the end."""
    number = reading.plan.days_a_week
    for name, part in list(life.contradictions(reading.dated, number)):
        del reading.dated[name]
        reading.note("unknown-part", part)
    reading.change(**life.settled(reading.dated, number))


def _read_often(reading: Reading, written: str, part: str) -> None:
    step = step_of("a", written)
    if step is None or step.dose or step.pause_seconds:
        reading.note("unknown-part", part)
    else:
        reading.change(times_a_day=step.times_a_day, days_a_week=step.days_a_week)


def _read_stretch(reading: Reading, exercise: str, written: str, part: str) -> None:
    step = step_of(exercise, written)
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


def _text(name: str, text: str | None) -> list[str]:
    kept = clean(text or "", LONGEST_TEXTS[name])
    return [f"{name}:{to_percent(kept)}"] if kept else []

"""When a plan was made, until when it holds, and on which days: parts of a link of their own.

The twin of docs/js/plan/life.js.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from stretchbook.model import Plan
from stretchbook.model.plan import EVERY_OTHER_DAY, FIRST_DATE, LAST_DATE, PlanDay

PART: Final = re.compile(r"(made|until|days):(.*)")
DATE: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
DAYS: Final = re.compile(r"(?=.)1?2?3?4?5?6?7?")
WEEK: Final[tuple[PlanDay, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_OTHER: Final = "other"

Life = dict[str, Any]  # fields of a plan, by their names


def read(name: str, written: str) -> Life | None:
    """What a part says, or None where it cannot be read: half a date is another date."""
    if name == "days":
        days = _days(written)
        return {"days": days} if days else None
    day = _date(written)
    return {"made_on" if name == "made" else "until": day} if day else None


def contradictions(life: Life, days_a_week: int | None) -> Iterator[tuple[str, str]]:
    """The fields that contradict others, and how a link writes them; the others hold."""
    made, until, days = (life.get(name) for name in ("made_on", "until", "days"))
    if made and until and until < made:
        yield "until", f"until:{_write_date(until)}"
    number = None if days == (EVERY_OTHER_DAY,) else len(days or ())
    if days and days_a_week and days_a_week != number:
        yield "days", f"days:{_write_days(days)}"


def settled(life: Life, days_a_week: int | None) -> Life:
    """The days say how many they are; all seven are every day, as they always were."""
    days = life.get("days", ())
    if len(days) == len(WEEK):
        return {**life, "days": (), "days_a_week": len(WEEK)}
    return {**life, "days_a_week": None if days else days_a_week}


def write(plan: Plan) -> list[str]:
    """The parts of a link, in their order."""
    made, until = (_write_date(day) for day in (plan.made_on, plan.until))
    parts = {"made": made, "until": until, "days": _write_days(plan.days)}
    return [f"{name}:{written}" for name, written in parts.items() if written]


def _date(written: str) -> date | None:
    found = DATE.fullmatch(written)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return day if day and FIRST_DATE <= day <= LAST_DATE else None


def _write_date(day: date | None) -> str:
    return f"{day:%Y%m%d}" if day else ""


def _days(written: str) -> tuple[PlanDay, ...]:
    if written == EVERY_OTHER:
        return (EVERY_OTHER_DAY,)
    return tuple(WEEK[int(digit) - 1] for digit in written) if DAYS.fullmatch(written) else ()


def _write_days(days: tuple[PlanDay, ...]) -> str:
    if days == (EVERY_OTHER_DAY,):
        return EVERY_OTHER
    return "".join(str(number) for number, day in enumerate(WEEK, 1) if day in days)

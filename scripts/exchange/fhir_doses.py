"""A dose for health records: as FHIR's timing, and each of its numbers with its unit."""

from typing import Any, get_args

from stretchbook.model import Dose, DoseNumber

UCUM = "http://unitsofmeasure.org"
UNITS = {"sets": ("set", "{set}"), "repetitions": ("repetition", "{repetition}")}
"""Unit in words and its UCUM code, of numbers that are no seconds."""
SECONDS = ("second", "s")
Json = dict[str, Any]


def _ends(dose: Dose, name: str) -> tuple[float | None, float | None]:
    return getattr(dose, name, None), getattr(dose, f"{name}_to", None)


def timing(dose: Dose) -> Json:
    """How often in one session and how long each time; the whole dose stands in words beside it."""
    per_set = dose.set_seconds is not None
    sets, sets_to = _ends(dose, "sets")
    times, times_to = (1, None) if per_set else _ends(dose, "repetitions")
    lengths = [_ends(dose, name) for name in ("hold_seconds", "repetition_seconds", "set_seconds")]
    low, high = next((pair for pair in lengths if pair[0] is not None), (None, None))
    count = int((sets or 1) * (times or 1))
    most = int((sets_to or sets or 1) * (times_to or times or 1))
    free = getattr(dose, "until_tired", False) or getattr(dose, "as_you_like", False)
    repeat = {
        "count": None if free else count,
        "countMax": most if most > count and not free else None,
        "duration": low,
        "durationMax": high,
        "durationUnit": "s" if low else None,
    }
    said = {name: value for name, value in repeat.items() if value}
    return {"repeat": said} if said else {}


def dose_extension(dose: Dose) -> Json:
    """Every number of the dose with its unit, for programs that want more than the timing says."""
    numbers = []
    for name in get_args(DoseNumber):
        low, high = _ends(dose, name)
        once = name in UNITS and low == 1 and high is None  # holds where nothing is said
        if low is not None and not once:
            numbers.append({"url": name, **_amount(name, low, high)})
    words = [{"url": "sides", "valueCode": dose.sides}]
    words += [{"url": "load", "valueString": load}] if (load := getattr(dose, "load", None)) else []
    return {"url": "urn:stretchbook:dose", "extension": [*numbers, *words]}


def _amount(name: str, low: float, high: float | None) -> Json:
    unit, code = UNITS.get(name, SECONDS)
    ends = [
        {"value": end, "unit": unit, "system": UCUM, "code": code} for end in (low, high) if end
    ]
    if len(ends) == 1:
        return {"valueQuantity": ends[0]}
    return {"valueRange": {"low": ends[0], "high": ends[1]}}

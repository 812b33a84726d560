"""A dose that was read, as a whole: whether it says how much, and how we write it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args

from stretchbook.model import Dose, DoseNumber

SAY_HOW_MUCH = {
    *("repetitions", "hold_seconds", "repetition_seconds", "set_seconds"),
    *("until_tired", "as_you_like"),
}
REASON = "So it stands in the list that this stretch comes from."
ORDER = [each.name for each in fields(Dose)]


def counts(dose: Mapping[str, Any]) -> bool:
    """Whether it says how often or how long."""
    return bool(dose.keys() & SAY_HOW_MUCH)


def has_sets(dose: Mapping[str, Any]) -> bool:
    """Whether there are several sets."""
    return bool(max(dose.get("sets", 1), dose.get("sets_to", 1)) > 1)


def in_order(dose: Mapping[str, Any], address: str) -> dict[str, Any]:
    """A dose as we write it by hand, with where its numbers come from.

    address: of the source of the stretch; without one they are the author's own.
    """
    numbers = [name for name in get_args(DoseNumber) if name in dose]
    origin: dict[str, Any] = {"source": dict.fromkeys(numbers, address or "editor")}
    if not address:
        origin["reason"] = dose.get("reason", REASON)
    whole = {**dose, **(origin if numbers else {})}
    return dict(sorted(whole.items(), key=lambda item: _place(item[0])))


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)

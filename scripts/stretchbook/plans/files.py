"""Plans as text in YAML: a plan file, and the start of a routine."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final, get_args

import yaml

from stretchbook.model import Dose, DoseNumber, Plan, PlanStep

NOT_IN_FILE: Final = ("id", "source", "reason", "alternate")  # a plan does not say these
REASON: Final = "Taken over from a plan. Say here why these numbers were chosen."


def write_plan(plan: Plan) -> str:
    """The plan in the form of content/plans/."""
    return _dump(_said(asdict(plan)))


def write_steps(plan: Plan) -> str:
    """The steps in the form of a routine, where every number names its source."""
    return _dump({"steps": [_routine_step(step) for step in plan.steps]})


def _routine_step(step: PlanStep) -> dict[str, Any]:
    values: dict[str, Any] = {"exercise": step.exercise}
    if step.dose:
        values["dose"] = {**_said(asdict(step.dose)), **_editors(step.dose)}
    if step.note:
        values["note"] = step.note
    return values


def _editors(dose: Dose) -> dict[str, Any]:
    said = _said(asdict(dose))
    numbers = [name for name in get_args(DoseNumber) if said.keys() & {name, f"{name}_to"}]
    return {"source": dict.fromkeys(numbers, "editor"), "reason": REASON} if numbers else {}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Only what the plan says: no empty fields, and no number that is 1 anyway."""
    said = {name: value for name, value in values.items() if name not in NOT_IN_FILE}
    for name, value in list(said.items()):
        default = (name in ("sets", "repetitions") and value == 1) or value == "together"
        if value in (None, "", (), False) or default:
            del said[name]
        elif isinstance(value, Mapping):
            said[name] = _said(value)
        elif isinstance(value, tuple | list):
            said[name] = [_said(item) if isinstance(item, Mapping) else item for item in value]
    return said


def _dump(values: Mapping[str, Any]) -> str:
    text: str = yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=100)
    return text

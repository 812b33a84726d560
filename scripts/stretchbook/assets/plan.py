"""data/plan.json and data/choices.json, and the schema of a plan file where others can read it."""

import json
from dataclasses import asdict
from typing import Final

from stretchbook.views.plan import ChoicesData, PlanData

SCHEMA: Final = "docs/data/plan.schema.json"


def write_plan_data(plan: PlanData, choices: ChoicesData, schema: bytes) -> dict[str, bytes]:
    """Path relative to the project, and content."""
    return {
        "docs/data/plan.json": _json(plan),
        "docs/data/choices.json": _json(choices),
        SCHEMA: schema,
    }


def _json(item: PlanData | ChoicesData) -> bytes:
    return (json.dumps(asdict(item), ensure_ascii=False, separators=(",", ":")) + "\n").encode()

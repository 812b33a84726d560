"""data/stretches/<id>.json and data/routines/<id>.json: what docs/js reads when a reader asks."""

from collections.abc import Iterable

from pydantic_core import to_json

from stretchbook.views.device import RoutineData, StretchData


def write_device_data(
    stretches: Iterable[StretchData], routines: Iterable[RoutineData]
) -> dict[str, bytes]:
    """Path relative to the project, and content."""
    return {
        **{f"docs/data/stretches/{item.id}.json": _json(item) for item in stretches},
        **{f"docs/data/routines/{item.id}.json": _json(item) for item in routines},
    }


def _json(item: StretchData | RoutineData) -> bytes:
    return to_json(item) + b"\n"

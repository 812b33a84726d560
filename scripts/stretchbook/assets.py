"""Views as JSON for the browser: each file is a list of fields of a record, and one writer writes.

The modules of docs/js read these files when a reader asks for a plan, a session or the search, so
no page carries them. docs/js/types.js says the same in JSDoc.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from pydantic_core import to_json

from stretchbook.views.dose import dose_line
from stretchbook.views.plan import ChoicesView, PlanData
from stretchbook.views.routine import RoutineView
from stretchbook.views.search import SearchEntry
from stretchbook.views.session import SessionData
from stretchbook.views.stretch import StretchView

FOLDER: Final = "docs/data"
PLAN_SCHEMA: Final = f"{FOLDER}/plan.schema.json"

Shape = Mapping[str, Any]  # key in the file: how it is written; None writes the field as it is
Files = dict[str, bytes]


def _fields(names: str) -> Shape:
    return dict.fromkeys(names.split())


def _written(record: Any, shape: Shape) -> object:  # noqa: ANN401 - a record of any view
    if record is None:
        return None
    if isinstance(record, tuple | list):
        return [_written(item, shape) for item in record]
    return {key: _value(record, key, how) for key, how in shape.items()}


def _value(record: Any, key: str, how: Any) -> object:  # noqa: ANN401 - as above
    if callable(how):
        return how(record)
    value = getattr(record, key)
    return value if how is None else _written(value, how)


def _address(name: str) -> Callable[[Any], str]:
    """Relative to the site's root, so that the site can stand below any path."""
    return lambda record: str(getattr(record, name)).lstrip("/")


DOSE: Final = {
    **_fields("sets repetitions hold_seconds release_seconds repetition_seconds set_seconds sides"),
    **_fields("alternate total_seconds"),
    "line": dose_line,
}
PICTURE: Final = {
    **{name: _address(name) for name in ("still", "small", "moving")},
    **_fields("width height alt description"),
}
STRETCH: Final = {
    **_fields("id name summary position position_name equipment optional_equipment"),
    **_fields("equipment_names helpful_names areas steps feel"),
    "address": _address("address"),
    "picture": PICTURE,
    "dose": DOSE,
    "cautions": lambda stretch: [caution.text for caution in stretch.cautions],
    "self_test": _fields("name summary check_every_seconds interval steps attribution"),
}
ADVICE: Final = {
    "text": None,
    "address": lambda advice: advice.link.address.lstrip("/") if advice.link else "",
}
STEP: Final = {
    "exercise": lambda step: step.stretch.id,
    "dose": lambda step: _written(step.stretch.dose, DOSE),
    "note": None,
}
SECTION: Final = {**_fields("id title intro"), "steps": STEP}
ROUTINE: Final = {
    **_fields("id name summary"),
    "address": _address("address"),
    "how_often": ADVICE,
    "afterwards": ADVICE,
    "sections": SECTION,
}
RESULT: Final = {
    "address": _address("address"),
    "title": lambda entry: entry.name,
    "summary": None,
    "names": lambda entry: entry.other_names,
    "words": lambda entry: entry.search_words,
}
CHOICE: Final = {
    **RESULT,
    **_fields("id position position_name"),
    "equipment": lambda stretch: stretch.equipment or ("none",),
    "area": lambda stretch: stretch.areas,
    "small": lambda stretch: stretch.picture.small.lstrip("/"),
    "dose": DOSE,
}
CHOICES: Final = {
    "stretches": CHOICE,
    "filters": {**_fields("name label"), "choices": lambda item: _choices(item.choices)},
    "routines": lambda choices: _choices(
        {f"data/routines/{name}.json": label for name, label in choices.routines.items()}
    ),
}
PLAN: Final = _fields("names moved words dose_lines")
SESSION: Final = _fields("timing text diary reminders plural equipment")


def write_assets(  # noqa: PLR0913 - one argument a file
    *,
    stretches: Iterable[StretchView],
    routines: Iterable[RoutineView],
    search: Iterable[SearchEntry],
    choices: ChoicesView,
    plan: PlanData,
    session: SessionData,
) -> Files:
    """Path relative to the project, and content, of every file that the browser reads as data."""
    return {
        **{_path(f"stretches/{item.id}"): _json(item, STRETCH) for item in stretches},
        **{_path(f"routines/{item.id}"): _json(item, ROUTINE) for item in routines},
        _path("search"): to_json({"entries": _written(list(search), RESULT)}) + b"\n",
        _path("choices"): _json(choices, CHOICES),
        _path("plan"): _json(plan, PLAN),
        _path("session"): _json(session, SESSION),
    }


def _choices(choices: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "address": value} for value, label in choices.items()]


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.json"


def _json(record: object, shape: Shape) -> bytes:
    return to_json(_written(record, shape)) + b"\n"

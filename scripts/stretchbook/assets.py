"""Views as JSON for the browser: each file is a list of fields of a record, and one writer writes.

The modules of docs/js read these files when a reader asks for a plan, a session or the search, so
no page carries them. docs/js/types.js says the same in JSDoc.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic_core import to_json

from stretchbook.views.filter_view import NOTHING_NEEDED, FilterView
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.search_view import SearchEntry
from stretchbook.views.stretch_list_view import by_name
from stretchbook.views.stretch_view import StretchView
from stretchbook.views.timetable import TIMING
from stretchbook.words import Words

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
}


def _dose(stretch: StretchView) -> dict[str, object]:
    return {key: getattr(stretch.dose, key) for key in DOSE} | {"line": stretch.dose_line}


PICTURE: Final = {
    **{name: _address(name) for name in ("still", "small", "moving")},
    **_fields("width height alt description"),
}
STRETCH: Final = {
    **_fields("id name summary position position_name equipment optional_equipment"),
    **_fields("equipment_names helpful_names areas steps feel"),
    "address": _address("address"),
    "picture": PICTURE,
    "dose": _dose,
    "cautions": lambda stretch: [caution.text for caution in stretch.cautions],
    "self_test": _fields("name summary check_every_seconds interval steps attribution"),
}
ADVICE: Final = {
    "text": None,
    "address": lambda advice: advice.link.address.lstrip("/") if advice.link else "",
}
STEP: Final = {
    "exercise": lambda step: step.stretch.id,
    "dose": lambda step: _dose(step.stretch),
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
    "equipment": lambda stretch: stretch.equipment or (NOTHING_NEEDED,),
    "area": lambda stretch: stretch.areas,
    "small": lambda stretch: stretch.picture.small.lstrip("/"),
    "dose": _dose,
}
# What the browser says, as keys of the catalogue; a key before `=` is what docs/js calls it.
PLAN_WORDS: Final = (
    "seconds minutes minutes_and_seconds times stretches step_title stretch_count=stretches_label"
    " position=position_label needs=needs_label helpful=helpful_label dose_time=time_label feel"
    " cautions full_page any how_often closed_at_first close untitled=your_plan plan=your_plan"
    " plan.*"
)
SESSION_WORDS: Final = {
    "text": (
        "close need-title=needs_label stretches=stretches_label take-care=cautions feel"
        " how-to=how_to end-rule=how_often end-after=afterwards session.*"
    ),
    "diary": "diary.*",
    "reminders": "reminders.*",
    "plural": "second=seconds minute=minutes stretch=stretches session=sessions",
}


def write_assets(  # noqa: PLR0913 - what several files are made of
    words: Words,
    *,
    stretches: Sequence[StretchView],
    routines: Sequence[RoutineView],
    search: Iterable[SearchEntry],
    filters: Iterable[FilterView],
    moved: Mapping[str, str],
) -> Files:
    """Path relative to the project, and content, of every file that the browser reads as data.

    moved: ids of stretches that have another id now.
    """
    known = {item.name: item for item in filters}
    return {
        **{_path(f"stretches/{item.id}"): _json(_written(item, STRETCH)) for item in stretches},
        **{_path(f"routines/{item.id}"): _json(_written(item, ROUTINE)) for item in routines},
        _path("search"): _json({"entries": _written(list(search), RESULT)}),
        _path("choices"): _json(_choosing(stretches, known)),
        _path("plan"): _json(_plan(words, stretches, moved)),
        _path("session"): _json(_session(words, known["equipment"])),
    }


def _choosing(stretches: Iterable[StretchView], filters: Mapping[str, FilterView]) -> object:
    """What a plan is made from; a routine is something to start with there, and no filter."""
    shape = {**_fields("name label"), "choices": lambda item: _choices(item.choices)}
    routines = filters["routine"].choices.items()
    return {
        "stretches": _written(by_name(stretches), CHOICE),
        "filters": [_written(item, shape) for item in filters.values() if item.name != "routine"],
        "routines": _choices({f"data/routines/{name}.json": label for name, label in routines}),
    }


def _plan(words: Words, stretches: Iterable[StretchView], moved: Mapping[str, str]) -> object:
    """What every plan needs; a stretch that `names` does not have is not on this site."""
    return {
        "names": {item.id: item.name for item in sorted(stretches, key=lambda item: item.id)},
        "moved": moved,
        "words": words.pick(PLAN_WORDS),
        "dose_lines": words.group("dose"),
    }


def _session(words: Words, equipment: FilterView) -> object:
    """What is not in the data of a routine or a stretch."""
    things = {name: label for name, label in equipment.choices.items() if name != NOTHING_NEEDED}
    return {
        "timing": TIMING,
        **{name: words.pick(keys) for name, keys in SESSION_WORDS.items()},
        "equipment": dict(sorted(things.items())),
    }


def _choices(choices: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "address": value} for value, label in choices.items()]


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.json"


def _json(value: object) -> bytes:
    return to_json(value) + b"\n"

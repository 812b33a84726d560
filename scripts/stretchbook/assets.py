"""Views as JSON for the browser: each file is a list of fields of a record, and one writer writes.

The modules of docs/js read these files when a reader asks for a plan, a session or the search, so
no page carries them. Every field has its record's own name. docs/js/types.js says the same in
JSDoc; tests/unit/test_data_fields.py holds both to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic_core import to_json

from stretchbook.keeping import remembered
from stretchbook.views.filter_view import FilterView, filter_values
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.search_view import SearchView
from stretchbook.views.stretch_list_view import by_name
from stretchbook.views.stretch_view import StretchView
from stretchbook.views.timetable import timing_in
from stretchbook.words import Words

FOLDER: Final = "docs/data"
PLAN_SCHEMA: Final = f"{FOLDER}/plan.schema.json"

Shape = dict[str, Any]  # fields, each with the shape of its records; None writes it as it is
Files = dict[str, bytes]


def _shape(fields: str, **records: Shape) -> Shape:
    return dict.fromkeys(fields.split()) | records


def _written(record: Any, shape: Shape | None) -> Any:  # noqa: ANN401 - a record of any view
    if record is None or shape is None:
        return record
    if isinstance(record, tuple | list):
        return [_written(item, shape) for item in record]
    return {name: _written(getattr(record, name), inner) for name, inner in shape.items()}


DOSE: Final = _shape(
    "sets sets_to repetitions repetitions_to hold_seconds hold_seconds_to release_seconds"
    " repetition_seconds repetition_seconds_to set_seconds set_seconds_to until_tired as_you_like"
    " rest_seconds load sides first_side alternate total_seconds"
)
STRETCH: Final = _shape(
    "id name summary address position position_name equipment equipment_names helpful_names"
    " dose_line side_of step_texts set_steps set_up_seconds change_side_seconds"
    " note_at_end feel",
    picture=_shape("still small moving width height alt description side"),
    dose=DOSE,
    cautions=_shape("text", source=_shape("label address")),
    remarks=_shape(
        "kind label before_steps",
        lines=_shape("text", link=_shape("label address"), source=_shape("label address")),
    ),
    self_test=_shape("name summary check_every_seconds interval step_texts attribution"),
)
ADVICE: Final = _shape("text", link=_shape("address"))
STEP: Final = _shape("note note_at_end", stretch=_shape("id dose_line", dose=DOSE))
ROUTINE: Final = _shape(
    "name", how_often=ADVICE, afterwards=ADVICE, sections=_shape("id title", steps=STEP)
)
SEARCHED: Final = _shape(
    "name summary other_names search_words", limits=_shape("condition means text by_position")
)
RESULT: Final = SEARCHED | _shape("address")
CONDITION: Final = _shape("id name also")
CHOICE: Final = SEARCHED | _shape("id position_name", picture=_shape("small"), dose=DOSE)
FILTER: Final = _shape("name label choices")
# What the browser says, as keys of the catalogue.
DOSED: Final = (
    "seconds minutes minutes_and_seconds range times sets_count a_moment count_once count_times"
    " count_sets dose_load count_tired count_tired_sets count_free times_tired times_free your_time"
    " at_least own_pace own_pace_untold set_step"
)
PLAN_WORDS: Final = (
    f"{DOSED} dose_side.* stretches step_title stretches_label position_label"
    " needs_label helpful_label stretching_label section_time position_and_time"
    " position_and_pace dose_rest cautions"
    " full_page any how_often closed_at_first close your_plan plan.*"
    " patient_language patient_language_hint see_in_language patient_lacks own_words_stay"
    " some_untranslated not_translated english_only"
)
SESSION_WORDS: Final = {
    "text": "close needs_label stretches_label cautions how_to more how_often afterwards session.*",
    "diary": "diary.*",
    "reminders": (
        "time=reminders_time on-days=diary_page.days at-times=diary_page.times"
        " make-file=diary_page.make every-other-day=plan.every_other_day reminders.*"
    ),
    "plural": f"{DOSED} dose_side.* stretches sessions",
}


def write_assets(  # noqa: PLR0913 - what several files are made of
    words: Words,
    *,
    stretches: Sequence[StretchView],
    routines: Sequence[RoutineView],
    search: SearchView,
    filters: Iterable[FilterView],
    names: Mapping[str, str],
    moved: Mapping[str, str],
    version: str,
    made_by: str,
) -> Files:
    """Path relative to the project, and content, of every file that the browser reads as data.

    names: of all stretches in the language of the content, by their ids.
    moved: ids of stretches that have another id now. version: of all texts, as a sentence.
    made_by: from whom a plan is, until it says another; may be empty.
    """
    known = {item.name: item for item in filters}

    def path(name: str) -> str:
        return f"docs{words.at(f'/data/{name}.json')}"

    index = _search_index(words, search)
    return {
        **{path(f"stretches/{item.id}"): _of_stretch(item) for item in stretches},
        **{path(f"routines/{item.id}"): _of_routine(item) for item in routines},
        path("search"): _json({"entries": _written(search.entries, RESULT)} | index),
        path("choices"): _json(_choosing(stretches, known) | index),
        path("plan"): _json(
            _plan(words, stretches, names, moved) | {"version": version, "made_by": made_by}
        ),
        path("session"): _json(_session(words)),
        path("offline"): _json(words.pick("old_copy")),
    }


@remembered
def _of_stretch(view: StretchView) -> bytes:
    return _json(_written(view, STRETCH))


@remembered
def _of_routine(view: RoutineView) -> bytes:
    return _json(_written(view, ROUTINE))


def _choosing(
    stretches: Iterable[StretchView], filters: Mapping[str, FilterView]
) -> dict[str, Any]:
    """What a plan is made from; one starts from a routine there, and ticks conditions."""
    asked = [item for item in filters.values() if item.name not in ("routine", "without")]

    names = tuple(item.name for item in asked)
    return {
        "stretches": [_choice(stretch, names) for stretch in by_name(stretches)],
        "filters": _written(asked, FILTER),
        "routines": filters["routine"].choices if "routine" in filters else {},
    }


@remembered
def _choice(stretch: StretchView, filters: tuple[str, ...]) -> dict[str, Any]:
    values = filter_values(stretch, ())
    found: dict[str, Any] = _written(stretch, CHOICE)
    return found | {"filters": {name: values[name] for name in filters}}


def _search_index(words: Words, search: SearchView) -> dict[str, Any]:
    """What is needed to search in anything."""
    conditions = _written(search.conditions, CONDITION)
    return {"conditions": conditions, "words": words.pick("search_words.*")}


def _plan(
    words: Words,
    stretches: Iterable[StretchView],
    source_names: Mapping[str, str],
    moved: Mapping[str, str],
) -> dict[str, Any]:
    """What every plan needs; a stretch that neither has is not on this site."""
    names = {item.id: item.name for item in sorted(stretches, key=lambda item: item.id)}
    return {
        "names": names,
        "untranslated": {id_: name for id_, name in source_names.items() if id_ not in names},
        "moved": moved,
        "words": words.pick(PLAN_WORDS),
        "dose_lines": words.group("dose"),
    }


def _session(words: Words) -> object:
    """What is not in the data of a routine or a stretch."""
    return {"timing": timing_in(words)} | {
        name: words.pick(keys) for name, keys in SESSION_WORDS.items()
    }


def _json(value: object) -> bytes:
    return to_json(value) + b"\n"

"""Views as JSON for the browser: each file is a list of fields of a record, and one writer writes.

What grows with the library (the index of the search, the names of stretches) is in one file of a
small site. Of a large one it comes in parts, and browsers fetch those that they need.

The modules of docs/js read these files when a reader asks for a plan, a session or the search, so
no page carries them. Every field has its record's own name. docs/js/types.js says the same in
JSDoc; tests/unit/test_data_fields.py holds both to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from pydantic_core import to_json

from stretchbook.keeping import remembered
from stretchbook.views.common import in_parts
from stretchbook.views.filter_view import FilterView
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.search_view import SearchView
from stretchbook.views.stretch_list_view import PAGE_SIZE, position_and_time
from stretchbook.views.stretch_view import StretchView
from stretchbook.views.timetable import timing_in
from stretchbook.views.word_index import index_filters, index_limits, index_words
from stretchbook.words import Words

FOLDER: Final = "docs/data"
PLAN_SCHEMA: Final = f"{FOLDER}/plan.schema.json"

WHOLE = 200  # entries of the search; of no more than these all parts stand in one file
ENTRIES_A_PART = 20
NUMBERS_A_PART = 4000  # of entries that have a word
NAMES_A_PART = 500

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
    " rest_seconds load sides first_side alternate"
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
    limits=_shape("condition text by_position"),
)
ADVICE: Final = _shape("text", link=_shape("address"))
STEP: Final = _shape("note note_at_end", stretch=_shape("id dose_line", dose=DOSE))
ROUTINE: Final = _shape(
    "name", how_often=ADVICE, afterwards=ADVICE, sections=_shape("id title", steps=STEP)
)
RESULT: Final = _shape("address name summary", limits=STRETCH["limits"])
CHOICE: Final = _shape("id", picture=_shape("small"))
CONDITION: Final = _shape("id name also")
FILTER: Final = _shape("name label choices")
# What the browser says, as keys of the catalogue.
DOSED: Final = (
    "seconds minutes minutes_and_seconds range times sets_count a_moment count_once count_times"
    " count_sets dose_load count_tired count_tired_sets count_free times_tired times_free your_time"
    " at_least own_pace own_pace_untold set_step"
)
PLAN_WORDS: Final = (
    f"{DOSED} dose_side.* stretches step_title stretches_label position_label"
    " needs_label helpful_label stretching_label section_time dose_rest cautions"
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
    filters: Sequence[FilterView],
    found_by: Mapping[str, Mapping[str, Sequence[str]]],
    names: Mapping[str, str],
    moved: Mapping[str, str],
    version: str,
    made_by: str,
) -> Files:
    """Path relative to the project, and content, of every file that the browser reads as data.

    found_by: addresses of stretches, and what each has of every filter.
    names: of all stretches in the language of the content, by their ids.
    moved: ids of stretches that have another id now. version: of all texts, as a sentence.
    made_by: from whom a plan is, until it says another; may be empty.
    """

    def path(name: str) -> str:
        return f"docs{words.at(f'/data/{name}.json')}"

    in_parts = len(search.entries) > WHOLE
    parts = dict(_search_parts(words, search, stretches, filters, found_by))
    named = list(_name_parts(stretches, names))
    plan = _plan(words, moved) | {"version": version, "made_by": made_by}
    return {
        **{path(f"stretches/{item.id}"): _of_stretch(item) for item in stretches},
        **{path(f"routines/{item.id}"): _of_routine(item) for item in routines},
        path("search"): _json(
            _search(words, search, stretches) | {"parts": {} if in_parts else parts}
        ),
        **{path(f"search/{name}"): _json(part) for name, part in parts.items() if in_parts},
        path("choices"): _json(_choosing({item.name: item for item in filters})),
        path("plan"): _json(plan | _names_or_parts(named)),
        **{path(f"names/{at}"): _json(part) for at, part in enumerate(named) if named[1:]},
        path("session"): _json(_session(words)),
        path("offline"): _json(words.pick("old_copy")),
    }


@remembered
def _of_stretch(view: StretchView) -> bytes:
    return _json(_written(view, STRETCH))


@remembered
def _of_routine(view: RoutineView) -> bytes:
    return _json(_written(view, ROUTINE))


def _choosing(filters: Mapping[str, FilterView]) -> dict[str, Any]:
    """What a plan is made from; one starts from a routine there, and ticks conditions."""
    asked = [item for name, item in filters.items() if name not in ("routine", "without")]
    routines = filters["routine"].choices if "routine" in filters else {}
    return {"filters": _written(asked, FILTER), "routines": routines}


def _search(words: Words, search: SearchView, stretches: Sequence[StretchView]) -> dict[str, Any]:
    """What every search needs. The stretches follow each other among the entries."""
    ours = {item.address for item in stretches}
    places = (place for place, entry in enumerate(search.entries) if entry.address in ours)
    return {
        "conditions": _written(search.conditions, CONDITION),
        "words": words.pick("search_words.* failed=plan_failed"),
        "count": len(search.entries),
        "first_stretch": next(places, 0),
        "stretches": len(stretches),
        "a_part": ENTRIES_A_PART,
        "a_list_page": PAGE_SIZE,
    }


def _search_parts(
    words: Words,
    search: SearchView,
    stretches: Sequence[StretchView],
    filters: Iterable[FilterView],
    found_by: Mapping[str, Mapping[str, Sequence[str]]],
) -> Iterator[tuple[str, object]]:
    """All of the index that grows with the library."""
    chosen = {item.address: _choice(words, item) for item in stretches}
    entries = [
        _written(entry, RESULT) | {"stretch": chosen.get(entry.address)} for entry in search.entries
    ]
    for at, entries_of_part in enumerate(in_parts(entries, ENTRIES_A_PART)):
        yield f"entries-{at}", entries_of_part
    words_of_all, word_parts = index_words(search.entries, NUMBERS_A_PART)
    yield "vocabulary", {"words": words_of_all, "parts": [len(part) for part in word_parts]}
    for at, part in enumerate(word_parts):
        yield f"words-{at}", part
    limits = index_limits(search.entries)
    yield from ((f"limits-{item.id}", limits.get(item.id, {})) for item in search.conditions)
    having = index_filters(filters, [found_by.get(entry.address, {}) for entry in search.entries])
    yield from ((f"filter-{name}-{value}", numbers) for (name, value), numbers in having.items())


def _choice(words: Words, stretch: StretchView) -> dict[str, Any]:
    """What a plan shows of it besides."""
    found: dict[str, Any] = _written(stretch, CHOICE)
    return found | {"line": position_and_time(words, stretch)}


def _plan(words: Words, moved: Mapping[str, str]) -> dict[str, Any]:
    """What every plan needs."""
    return {
        "moved": moved,
        "words": words.pick(f"{PLAN_WORDS} failed=plan_failed"),
        "dose_lines": words.group("dose"),
    }


def _names_or_parts(named: Sequence[Mapping[str, Mapping[str, str]]]) -> dict[str, Any]:
    """All names, or the first id of each part of them."""
    if len(named) == 1:
        return {**named[0], "name_parts": []}
    firsts = [min([*part["names"], *part["untranslated"]]) for part in named]
    return {"names": {}, "untranslated": {}, "name_parts": firsts}


def _name_parts(
    stretches: Iterable[StretchView], source_names: Mapping[str, str]
) -> Iterator[dict[str, dict[str, str]]]:
    """Names by ids, in the order of these; a stretch that is in neither is not on this site."""
    names = {item.id: item.name for item in stretches}
    for part in in_parts(sorted(source_names), NAMES_A_PART):
        yield {
            "names": {id_: names[id_] for id_ in part if id_ in names},
            "untranslated": {id_: source_names[id_] for id_ in part if id_ not in names},
        }


def _session(words: Words) -> object:
    """What is not in the data of a routine or a stretch."""
    return {"timing": timing_in(words)} | {
        name: words.pick(keys) for name, keys in SESSION_WORDS.items()
    }


def _json(value: object) -> bytes:
    return to_json(value) + b"\n"

"""Walks through the library: every mention, dose and text with its file and place."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from stretchbook.keeping import remembered
from stretchbook.model import Dose, Exercise, Library, Remark, Review, Routine, Vocabulary
from stretchbook.model.fields import text_fields

Keys = tuple[str | int, ...]
NOT_PRINTED = ("search_words", "also")


def items(library: Library) -> Iterator[Exercise | Routine]:
    """All stretches, then all routines."""
    yield from library.exercises.values()
    yield from library.routines.values()


def file_of(item: Exercise | Routine) -> str:
    """The file of a stretch or routine, relative to content/."""
    folder = "exercises" if isinstance(item, Exercise) else "routines"
    return f"{folder}/{item.id}.yml"


def references(library: Library) -> Iterator[tuple[str, Keys, str, Collection[str], str]]:
    """Every mention of an id: file, place, the id, the known ids, and what it is."""
    site = library.site
    yield "site.yml", ("emergency",), site.emergency, library.emergency, "emergency pack"
    yield "site.yml", ("urgent_signs",), site.urgent_signs, library.urgent_signs, "list of signs"
    yield from _condition_references(library.vocabulary)
    for exercise in library.exercises.values():
        yield from _exercise_references(library, exercise)
    for routine in library.routines.values():
        yield from _routine_references(library, routine)
    for plan in library.plans.values():
        for index, step in enumerate(plan.steps):
            keys = ("steps", index, "exercise")
            yield f"plans/{plan.id}.yml", keys, step.exercise, library.exercises, "stretch"


def _condition_references(
    vocabulary: Vocabulary,
) -> Iterator[tuple[str, Keys, str, Collection[str], str]]:
    for name, condition in vocabulary.conditions.items():
        for index, thing in enumerate(condition.unless):
            keys = ("conditions", name, "unless", index)
            yield "vocabulary.yml", keys, thing, vocabulary.equipment, "thing"


def _exercise_references(
    library: Library, exercise: Exercise
) -> Iterator[tuple[str, Keys, str, Collection[str], str]]:
    vocabulary, what = library.vocabulary, "word of vocabulary.yml"
    keys: Keys
    for index, caution in enumerate(exercise.cautions):
        for place, name in enumerate(caution.conditions):
            keys = ("cautions", index, "conditions", place)
            yield file_of(exercise), keys, name, vocabulary.conditions, what
    for field, names, known, noun in (
        ("areas", exercise.areas, vocabulary.areas, what),
        ("equipment", exercise.equipment, vocabulary.equipment, what),
        ("optional_equipment", exercise.optional_equipment, vocabulary.equipment, what),
        ("easier", exercise.easier, library.exercises, "stretch"),
        ("harder", exercise.harder, library.exercises, "stretch"),
    ):
        for index, name in enumerate(names):
            yield file_of(exercise), (field, index), name, known, noun


def _routine_references(
    library: Library, routine: Routine
) -> Iterator[tuple[str, Keys, str, Collection[str], str]]:
    path, known = file_of(routine), library.routines
    signs = library.urgent_signs
    yield path, ("urgent_signs",), routine.urgent_signs, signs, "list of urgent signs"
    for index, related in enumerate(routine.related):
        yield path, ("related", index, "routine"), related.routine, known, "routine"
    for field in ("how_often", "when_to_stop", "afterwards", "evidence"):
        for index, advice in enumerate(getattr(routine, field)):
            if advice.routine:
                yield path, (field, index, "routine"), advice.routine, known, "routine"
    for place, section in enumerate(routine.sections):
        for index, step in enumerate(section.steps):
            keys = ("sections", place, "steps", index, "exercise")
            yield path, keys, step.exercise, library.exercises, "stretch"


def anchors(library: Library, routine: Routine) -> Iterator[tuple[Keys, str, str]]:
    """Every anchor on the page of a routine: where it comes from, its id, its owner."""
    for place, section in enumerate(routine.sections):
        yield ("sections", place, "id"), section.id, f"the section {section.id}"
        for index, step in enumerate(section.steps):
            keys = ("sections", place, "steps", index)
            yield keys, step.exercise, f"the stretch {step.exercise}"
            if test := library.exercises[step.exercise].self_test:
                yield keys, test.id, f"the test {test.id}"


def doses(library: Library) -> Iterator[tuple[str, Keys, Dose]]:
    """Every dose: of a stretch, and of a routine where it sets its own."""
    for exercise in library.exercises.values():
        yield file_of(exercise), ("dose",), exercise.dose
    for routine in library.routines.values():
        for place, section in enumerate(routine.sections):
            for index, step in enumerate(section.steps):
                if step.dose:
                    yield file_of(routine), ("sections", place, "steps", index, "dose"), step.dose


def remarks(exercise: Exercise) -> Iterator[tuple[Keys, Remark]]:
    """Every remark, whatever its field, with its place in the file."""
    for name, _ in _fields_of(Exercise):
        value = getattr(exercise, name)
        if isinstance(value, Remark):
            yield (name,), value
        for at, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, Remark):
                yield (name, at), item


def printed(library: Library) -> Iterator[tuple[str, Keys, str]]:
    """Every text that may come to stand on paper and is not ASCII, with its file and place."""
    for path, part in _files(library):
        for keys, text in _unusual(part):
            yield path, keys, text


@remembered
def _unusual(part: object) -> tuple[tuple[Keys, str], ...]:
    return tuple((keys, text) for keys, text in _all_of(part) if not text.isascii())


Find = Callable[[Keys, str], object]
"""Tells what it found in a text that a reader sees or may search for; ids are not among them."""


def found_in_texts(library: Library, find: Find) -> Iterator[tuple[str, Keys, Any]]:
    """What `find` finds in each of these texts, which depends on nothing else."""
    for path, part in _files(library):
        for keys, found in _found_in(part, find):
            yield path, keys, found
    for figure in library.figures.values():
        for field, text in (("desc", figure.description), ("credit", figure.credit)):
            if found := find((field,), text):
                yield figure.source, (field,), found


@remembered
def _found_in(part: object, find: Find) -> tuple[tuple[Keys, Any], ...]:
    texts = ((keys, find(keys, text)) for keys, text in _read_in(part, is_text=False))
    return tuple((keys, found) for keys, found in texts if found)


def drafts(library: Library) -> Iterator[str]:
    """The files that say of themselves that they are not ready."""
    return (path for path, part in _files(library) if getattr(part, "draft", False))


def reviews(library: Library) -> Iterator[tuple[str, Review]]:
    """Every review, with its file."""
    for path, part in _files(library):
        review = getattr(part, "review", None)
        if isinstance(review, Review):
            yield path, review


def days(library: Library) -> Iterator[tuple[str, Keys, date]]:
    """Every day on which something is said to have been done."""
    for path, review in reviews(library):
        yield path, ("review", "written_on"), review.written_on
        if review.reviewed_on:
            yield path, ("review", "reviewed_on"), review.reviewed_on
    for plan in library.plans.values():
        if plan.made_on:
            yield f"plans/{plan.id}.yml", ("made_on",), plan.made_on


def _files(library: Library) -> Iterator[tuple[str, object]]:
    for name in ("site", "vocabulary"):
        yield f"{name}.yml", getattr(library, name)
    for name in ("emergency", "urgent_signs", "exercises", "routines", "plans"):
        for item in getattr(library, name).values():
            yield f"{name.replace('_', '-')}/{item.id}.yml", item


def _read_in(value: object, *, is_text: bool) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str):
        if is_text:
            yield (), value
    elif is_dataclass(value):
        for name, is_one in _fields_of(value.__class__):
            for keys, text in _read_in(getattr(value, name), is_text=is_one):
                yield (name, *keys), text
    elif isinstance(value, Mapping | tuple):
        for key, part in value.items() if isinstance(value, Mapping) else enumerate(value):
            for keys, text in _read_in(part, is_text=is_text):
                yield (key, *keys), text


@cache
def _fields_of(cls: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a class of the model, and whether each holds what people read."""
    return tuple((field.name, field.name in text_fields(cls)) for field in fields(cls))


def _all_of(value: object) -> Iterator[tuple[Keys, str]]:
    """Every text in a part of the model, however deep."""
    if isinstance(value, str):
        yield (), value
    for key, part in _parts_of(value):
        for keys, text in _all_of(part):
            yield (key, *keys), text


def _parts_of(value: object) -> Iterable[tuple[str | int, object]]:
    if is_dataclass(value):
        names = (name for name, _ in _fields_of(value.__class__) if name not in NOT_PRINTED)
        return [(name, getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()


def texts_of(item: Exercise | Routine) -> Iterator[tuple[Keys, str]]:
    """Every text that a reader reads, with its place in the file."""
    if isinstance(item, Exercise):
        return _texts_of_exercise(item)
    return _texts_of_routine(item)


def _texts_of_exercise(exercise: Exercise) -> Iterator[tuple[Keys, str]]:
    yield ("summary",), exercise.summary
    yield from _listed("steps", exercise.steps)
    yield from _listed("set_steps", exercise.set_steps)
    yield ("feel",), exercise.feel
    if exercise.note_at_end:
        yield ("note_at_end",), exercise.note_at_end
    for keys, remark in remarks(exercise):
        yield (*keys, "text"), remark.text
    for index, caution in enumerate(exercise.cautions):
        yield ("cautions", index, "text"), caution.text
    if exercise.self_test:
        yield ("self_test", "summary"), exercise.self_test.summary
        for index, step in enumerate(exercise.self_test.steps):
            yield ("self_test", "steps", index), step


def _texts_of_routine(routine: Routine) -> Iterator[tuple[Keys, str]]:
    yield ("summary",), routine.summary
    yield from _listed("for_whom", routine.for_whom)
    for field in ("related", "how_often", "when_to_stop", "afterwards", "evidence"):
        for index, advice in enumerate(getattr(routine, field)):
            yield (field, index, "text"), advice.text
    for index, section in enumerate(routine.sections):
        if section.intro:
            yield ("sections", index, "intro"), section.intro
        for place, step in enumerate(section.steps):
            for field in ("note", "note_at_end"):
                if text := getattr(step, field):
                    yield ("sections", index, "steps", place, field), text


def _listed(field: str, texts: Iterable[str]) -> Iterator[tuple[Keys, str]]:
    yield from (((field, index), text) for index, text in enumerate(texts))

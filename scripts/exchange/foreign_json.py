"""Exercises of wger and of free-exercise-db as records: their texts, never their pictures."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exchange.records import Cell, Record

WGER, FREE = "wger", "free-exercise-db"
LANGUAGES = {
    1: "de",
    2: "en",
    3: "bg",
    4: "es",
    5: "ru",
    6: "nl",
    7: "pt",
    8: "el",
    9: "cs",
    10: "sv",
    11: "no",
    12: "fr",
    13: "it",
}
LICENCES = {1: "CC BY-SA 3.0", 2: "CC BY-SA 4.0", 3: "CC0 1.0", 4: "CC BY 4.0"}
"""The numbers that wger gives to languages and licences, where a record has no more."""
NO_EQUIPMENT = {"none (bodyweight exercise)", "body only"}
NO_FIELD = "we have no field for it"
PUBLIC = "the file names no licence; its project gives all of it under the Unlicense"


def kind_of(value: object) -> str:
    """Whose shape it is; empty where nobody's."""
    first = next(iter(items(value)), None)
    if not isinstance(first, dict):
        return ""
    if first.keys() & {"translations", "exercises"} or {"description", "language"} <= first.keys():
        return WGER
    return FREE if first.keys() & {"instructions", "primaryMuscles"} else ""


def items(value: object) -> list[Any]:
    """The exercises of an answer, of a list of them, or of one alone."""
    if isinstance(value, dict):
        return list(value["results"]) if isinstance(value.get("results"), list) else [value]
    return list(value) if isinstance(value, list) else []


def records(value: object, name: str, language: str) -> Iterator[Record]:
    """A record for each exercise; a thing that is none costs its place only."""
    kind = kind_of(value)
    for number, item in enumerate(items(value), 1):
        place = f"{name}, exercise {number}"
        if not isinstance(item, dict):
            found = Cell("", "", _text(item))
            yield Record(place=place, cells=(found,), spoiled="is no exercise: not an object")
        elif kind == WGER:
            yield _wger(item, place, language)
        else:
            cells = tuple(_free(item))
            yield Record(place=place, cells=(*cells, *_left(item, cells)))


def _wger(item: Mapping[str, Any], place: str, language: str) -> Record:
    given = next((item[name] for name in ("translations", "exercises") if name in item), [item])
    texts = [text for text in _list(given) if isinstance(text, dict)]
    chosen = next((text for text in texts if _language(text) == language), None)
    if chosen is None:
        have = ", ".join(sorted(map(_language, texts))) or "none"
        wrong = f"has no text in {language}, only in {have}"
        return Record(place=place, cells=tuple(_left(item, [])), spoiled=wrong)
    cells = [*_wger_text(chosen, item), *_wger_body(item)]
    for text in texts:
        if text is not chosen:
            why = f"is in {_language(text)}, the site is in {language}"
            cells += list(_left(text, cells, why))
    return Record(place=place, cells=(*cells, *_left(item, cells)))


def _language(text: Mapping[str, Any]) -> str:
    given = text.get("language")
    if isinstance(given, dict):
        return _text(given.get("short_name"))
    return LANGUAGES.get(given, "") if isinstance(given, int) else _text(given)


def _wger_text(text: Mapping[str, Any], item: Mapping[str, Any]) -> Iterator[Cell]:
    yield from _cell("name", "name", text.get("name"))
    yield from _cell("description", "steps", text.get("description"))
    yield from _cell("aliases", "other_names", _lines(text.get("aliases"), "alias"))
    own, whole = text.get("license"), item.get("license")
    yield from _cell("license", "licence", _licence(whole if own is None else own, whole))
    author = text.get("license_author") or ", ".join(_strings(text.get("author_history")))
    yield from _cell("license_author", "author", author or item.get("license_author"))
    address = text.get("license_object_url") or text.get("license_derivative_source_url")
    yield from _cell("license_object_url", "credit_url", address)
    yield Cell("id", "sources", f"wger, exercise {_text(item.get('id'))} | https://wger.de")


def _licence(given: object, whole: object) -> str:
    """The name of a licence, which a translation gives by number."""
    if isinstance(given, int) and isinstance(whole, dict) and whole.get("id") == given:
        given = whole
    if isinstance(given, dict):
        return _text(given.get("short_name") or given.get("full_name")).strip()
    return LICENCES.get(given, "") if isinstance(given, int) else _text(given)


def _wger_body(item: Mapping[str, Any]) -> Iterator[Cell]:
    for key in ("muscles", "muscles_secondary"):
        muscles = [each for each in _list(item.get(key)) if isinstance(each, dict)]
        yield from _cell(key, "works_on", "\n".join(map(_muscle, muscles)))
        names = [_text(each.get("name_en") or each.get("name")) for each in muscles]
        yield from _cell(key, "areas", "\n".join(names) if key == "muscles" else "")
    things = _lines(item.get("equipment"), "name")
    yield from _cell("equipment", "equipment", "none" if things in NO_EQUIPMENT else things)
    yield from _cell("videos", "video", _lines(item.get("videos"), "video"))
    yield from _pictures(item, "image")


def _muscle(muscle: Mapping[str, Any]) -> str:
    latin, english = _text(muscle.get("name")), _text(muscle.get("name_en"))
    return f"{english} ({latin})" if english and latin else english or latin


def _pictures(item: Mapping[str, Any], key: str) -> Iterator[Cell]:
    for address in _lines(item.get("images"), key).split("\n"):
        yield from _cell("images", "pictures", address)


def _free(item: Mapping[str, Any]) -> Iterator[Cell]:
    yield from _cell("name", "name", item.get("name"))
    yield from _cell("instructions", "steps", "\n".join(_strings(item.get("instructions"))))
    things = "\n".join(_strings(item.get("equipment")))
    yield from _cell("equipment", "equipment", "none" if things in NO_EQUIPMENT else things)
    for key in ("primaryMuscles", "secondaryMuscles"):
        muscles = "\n".join(_strings(item.get(key)))
        yield from _cell(key, "works_on", muscles)
        yield from _cell(key, "areas", muscles if key == "primaryMuscles" else "")
    yield from _pictures(item, "image")
    licence = _text(item.get("license") or item.get("licence"))
    yield from _cell("license", "licence", licence)
    if not licence:
        yield Cell("(the list)", "licence", "Unlicense (public domain)", note=PUBLIC)
    yield from _cell("author", "author", item.get("author") or item.get("license_author") or FREE)
    source = f"{FREE}: {_text(item.get('id') or item.get('name'))}"
    yield Cell("id", "sources", f"{source} | https://github.com/yuhonas/{FREE}")


def _cell(column: str, field: str, value: object) -> Iterator[Cell]:
    if text := _text(value):
        yield Cell(column, field, text)


def _left(value: object, cells: Iterable[Cell], why: str = NO_FIELD) -> Iterator[Cell]:
    """Every value that stands in no cell yet, each with the path to it."""
    used = {part for cell in cells for part in (cell.text, *cell.text.split("\n"))}
    pending = [("", value)]
    while pending:
        path, each = pending.pop(0)
        if isinstance(each, dict):
            pending[:0] = [(f"{path}.{key}".strip("."), inner) for key, inner in each.items()]
        elif isinstance(each, list):
            pending[:0] = [(path, inner) for inner in each]
        elif (text := _text(each)) and text not in used:
            yield Cell(path, "", text, trouble=why)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strings(value: object) -> list[str]:
    return list(filter(None, map(_text, _list(value))))


def _lines(value: object, key: str) -> str:
    """One text of each item, a line each."""
    inner = [each.get(key) if isinstance(each, dict) else each for each in _list(value)]
    return "\n".join(_strings(inner))


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

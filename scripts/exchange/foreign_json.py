"""Exercises of wger and of free-exercise-db as records: their texts, never their pictures."""

import json
from collections.abc import Iterator, Mapping, Sequence
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
            yield Record(place=place, cells=tuple(_free(item)))


def _wger(item: Mapping[str, Any], place: str, language: str) -> Record:
    rest = dict(item)
    texts = next((rest.pop(name) for name in ("translations", "exercises") if name in rest), [item])
    texts = [text for text in texts if isinstance(text, dict)] if isinstance(texts, list) else []
    chosen = next((text for text in texts if _language(text) == language), None)
    if chosen is None:
        have = ", ".join(sorted(_language(text) for text in texts)) or "none"
        wrong = f"has no text in {language}, only in {have}"
        return Record(place=place, cells=tuple(_left("", item)), spoiled=wrong)
    cells = [*_wger_text(chosen, item), *_wger_rest(rest, named=chosen is item)]
    for text in texts:
        if text is not chosen:
            why = f"is in {_language(text)}, the site is in {language}"
            cells += _left("translations", text, why)
    return Record(place=place, cells=tuple(cells))


def _language(text: Mapping[str, Any]) -> str:
    given = text.get("language")
    if isinstance(given, dict):
        return str(given.get("short_name", ""))
    return LANGUAGES.get(given, "") if isinstance(given, int) else str(given or "")


def _wger_text(text: Mapping[str, Any], item: Mapping[str, Any]) -> Iterator[Cell]:
    rest = {key: value for key, value in text.items() if text is not item or key not in item}
    for key, field in (("name", "name"), ("description", "steps")):
        yield from _cell(f"translation.{key}", field, text.get(key))
    yield from _cell("translation.aliases", "other_names", _lines(text.get("aliases"), "alias"))
    own, whole = text.get("license"), item.get("license")
    licence = _licence(own if own is not None else whole, whole)
    yield from _cell("license", "licence", licence)
    author = text.get("license_author") or ", ".join(_strings(text.get("author_history")))
    yield from _cell("license_author", "author", author or item.get("license_author"))
    address = text.get("license_object_url") or text.get("license_derivative_source_url")
    yield from _cell("license_object_url", "credit_url", address)
    number = item.get("id", "")
    yield Cell("id", "sources", f"wger, exercise {number} | https://wger.de")
    known = {"name", "description", "aliases", "license", "license_author", "license_object_url"}
    yield from _left("translation", {k: v for k, v in rest.items() if k not in known})


def _licence(given: object, whole: object) -> str:
    """The name of a licence, which a translation gives by number."""
    if isinstance(given, int) and isinstance(whole, dict) and whole.get("id") == given:
        given = whole
    if isinstance(given, dict):
        return str(given.get("short_name") or given.get("full_name") or "").strip()
    return LICENCES.get(given, "") if isinstance(given, int) else str(given or "")


def _wger_rest(rest: dict[str, Any], *, named: bool) -> Iterator[Cell]:
    for key in ("muscles", "muscles_secondary"):
        muscles = [each for each in _list(rest.pop(key, None)) if isinstance(each, dict)]
        yield from _cell(key, "works_on", "\n".join(map(_muscle, muscles)))
        names = [str(m.get("name_en") or m.get("name") or "") for m in muscles]
        yield from _cell(key, "areas", "\n".join(names) if key == "muscles" else "")
    things = _lines(rest.pop("equipment", None), "name")
    yield from _cell("equipment", "equipment", "" if things.casefold() in NO_EQUIPMENT else things)
    yield from _cell("videos", "video", _lines(rest.pop("videos", None), "video"))
    yield from _pictures(_list(rest.pop("images", None)))
    known = {"license", "license_author", *({"name", "description", "aliases"} if named else ())}
    yield from _left("", {key: value for key, value in rest.items() if key not in known})


def _muscle(muscle: Mapping[str, Any]) -> str:
    latin, english = str(muscle.get("name") or ""), str(muscle.get("name_en") or "")
    return f"{english} ({latin})" if english and latin else english or latin


def _pictures(images: Sequence[object]) -> Iterator[Cell]:
    for image in images:
        address = image.get("image") if isinstance(image, dict) else image
        yield from _cell("images", "pictures", address)


def _free(item: Mapping[str, Any]) -> Iterator[Cell]:
    rest = dict(item)
    yield from _cell("name", "name", rest.pop("name", ""))
    yield from _cell("instructions", "steps", "\n".join(_strings(rest.pop("instructions", None))))
    things = str(rest.pop("equipment", None) or "")
    yield from _cell("equipment", "equipment", "none" if things in NO_EQUIPMENT else things)
    for key in ("primaryMuscles", "secondaryMuscles"):
        muscles = "\n".join(_strings(rest.pop(key, None)))
        yield from _cell(key, "works_on", muscles)
        yield from _cell(key, "areas", muscles if key == "primaryMuscles" else "")
    yield from _pictures(_list(rest.pop("images", None)))
    licence, author = (
        rest.pop(one, None) or rest.pop(two, None)
        for one, two in (("license", "licence"), ("author", "license_author"))
    )
    yield (
        Cell("license", "licence", _text(licence))
        if licence
        else Cell("(the list)", "licence", "Unlicense (public domain)", note=PUBLIC)
    )
    yield from _cell("author", "author", author or FREE)
    yield Cell(
        "id", "sources", f"{FREE}: {_text(rest.pop('id', ''))} | https://github.com/yuhonas/{FREE}"
    )
    yield from _left("", rest)


def _cell(column: str, field: str, value: object) -> Iterator[Cell]:
    if text := _text(value):
        yield Cell(column, field, text)


def _left(prefix: str, value: object, why: str = NO_FIELD) -> Iterator[Cell]:
    """Everything that has no field of ours, each with the path to it."""
    pending = [(prefix, value)]
    while pending:
        path, each = pending.pop(0)
        if isinstance(each, dict):
            pending[:0] = [(f"{path}.{key}".strip("."), inner) for key, inner in each.items()]
        elif isinstance(each, list):
            pending[:0] = [(path, inner) for inner in each]
        elif each not in (None, ""):
            yield Cell(path, "", _text(each), trouble=why)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strings(value: object) -> list[str]:
    return [_text(each) for each in _list(value) if each not in (None, "")]


def _lines(value: object, key: str) -> str:
    inner = [each.get(key) if isinstance(each, dict) else each for each in _list(value)]
    return "\n".join(_strings(inner))


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

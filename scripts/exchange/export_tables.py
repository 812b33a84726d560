"""Stretches as rows of a table, with the columns that an import knows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exchange.columns import COLUMNS
from exchange.pack import item_of
from stretchbook.model import Exercise, Library

NOT_HERE = {"pictures", "how_often", "source_url", "dose_reason"}
HEAD = [name for name in COLUMNS if name not in NOT_HERE]
BAR = " | "
WORDS = {
    "until_tired": "until tired",
    "as_you_like": "as often as you like",
    "alternate": "alternating",
}


def rows(library: Library) -> Iterator[list[str]]:
    """The names of the columns, then a row for each stretch."""
    yield HEAD
    for exercise in library.exercises.values():
        cells = _cells(exercise)
        yield [cells.get(name, "") for name in HEAD]


def _cells(exercise: Exercise) -> dict[str, str]:
    item = item_of(Exercise, exercise)
    cells = {name: value for name, value in item.items() if isinstance(value, str)}
    for name in (
        "other_names",
        "search_words",
        "equipment",
        "optional_equipment",
        "areas",
        "steps",
        "easier",
        "harder",
    ):
        cells[name] = "\n".join(item.get(name, ()))
    for name in ("check_yourself", "common_mistakes", "cautions"):
        cells[name] = "\n".join(_joined(each, "text", "source") for each in item.get(name, ()))
    cells["sources"] = "\n".join(_joined(each, "title", "url", "says") for each in item["sources"])
    cells["why"] = _joined(item["why"], "text", "source") if "why" in item else ""
    parts: Mapping[str, Any] = {name: item.get(name, {}) for name in ("picture", "video", "credit")}
    cells |= {"picture_alt": parts["picture"]["alt"], "video": parts["video"].get("url", "")}
    cells |= {
        "video_title": parts["video"].get("title", ""),
        "credit_url": parts["credit"].get("url", ""),
    }
    cells |= {name: parts["credit"].get(name, "") for name in ("author", "licence")}
    return {"id": exercise.id, **cells, **_dose(item["dose"]), **item["review"]}


def _joined(part: Mapping[str, str], *names: str) -> str:
    """Its texts with bars between; those at the end that are not given are left out."""
    texts = [part.get(name, "") for name in names]
    while not texts[-1]:
        texts.pop()
    return BAR.join(texts)


def _dose(dose: Mapping[str, Any]) -> dict[str, str]:
    numbers = {name: _range(dose, name) for name in COLUMNS if name in dose}
    said: Sequence[str] = [words for name, words in WORDS.items() if dose.get(name)]
    return {**numbers, "dose": ", ".join(said)}


def _range(dose: Mapping[str, Any], name: str) -> str:
    upper = dose.get(f"{name}_to")
    return f"{dose[name]}-{upper}" if upper else str(dose[name])

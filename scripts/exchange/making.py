"""A record becomes the fields of a stretch: what fits is kept, and every cell gets its word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cache
from typing import Any

from pydantic import ValidationError

from exchange.cell_readers import DOSE_FIELDS, PICTURES, read_cell
from exchange.dose_cells import HOW_OFTEN, in_seconds
from exchange.gaps import with_gaps
from exchange.records import Cell, Read, Record, Said, Word
from exchange.whole_doses import counts, has_sets, in_order
from stretchbook.model import Exercise, Vocabulary
from stretchbook.reading.explain import explain
from stretchbook.reading.load import adapter
from stretchbook.reading.yaml_source import field_name

REVIEW_AFTER = timedelta(days=365)
WHOLES = {  # our columns, and the field of a stretch that each is a part of
    **dict.fromkeys(DOSE_FIELDS, "dose"),
    **dict.fromkeys(("author", "licence", "credit_url"), "credit"),
    **dict.fromkeys(("written_on", "next_review", "reviewed_by", "reviewed_on"), "review"),
    "picture_alt": "picture",
    "video_title": "video",
}
NO_COUNT = "says neither how often nor how long: nothing is made up"
HALF_CREDIT = "author and licence go together, and only one of them is given"
GAPS = "numbers of the dose became gaps, which pages fill in"
SAID_TWICE = "another column says something else"
STAYS = {HOW_OFTEN, PICTURES}  # reasons that leave a stretch whole


@dataclass(slots=True)
class Made:
    """A stretch in the making. left: texts for which it has no field, each after its column."""

    place: str
    id: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def is_draft(self) -> bool:
        """Whether somebody must look at it before a reader does."""
        return bool(self.missing or self.faults or any(map(is_lost, self.said)))


def is_lost(said: Said) -> bool:
    """Whether a reader would miss something of the cell."""
    if said.word is Word.LOSSY:
        return True
    return said.word is Word.DROPPED and bool(said.became) and said.reason not in STAYS


def make(record: Record, words: Vocabulary, today: date) -> Made:
    """All that a record gives; `missing` are the fields that it does not."""
    made = Made(record.place)
    reads: list[tuple[Cell, Read]] = []
    for cell in record.cells:
        read = _read(cell, words)
        if read.word is not Word.DROPPED:
            _merge(made.data, cell.field, read)
        reads.append((cell, read))
    _finish(made.data, reads, today)
    _fill_gaps(made.data, reads)
    made.data.update(record.ready)
    made.id = str(made.data.pop("id", ""))
    if made.data.pop("draft", False):
        made.faults.append("it is a draft where it comes from")
    for name, reason in _unfit(made):
        _drop(reads, name, reason)
    made.said = [_said(made, cell, read) for cell, read in reads]
    made.said += [_ready(made, name, value) for name, value in record.ready.items()]
    made.data = {name: made.data[name] for name in FIELDS if name in made.data}
    return made


FIELDS = [each.name for each in fields(Exercise) if each.name != "id"]


def _read(cell: Cell, words: Vocabulary) -> Read:
    if cell.trouble:
        return Read(word=Word.DROPPED, reasons=[cell.trouble], left=cell.text)
    text, note = cell.text, cell.note
    if cell.field.endswith("_seconds"):
        text, unit = in_seconds(cell.column, cell.text)
        note = note or unit
    read = read_cell(cell.field, text, words)
    return read.but(Word.NEAR, note) if note and read.word is not Word.DROPPED else read


def _merge(data: dict[str, Any], name: str, read: Read) -> None:
    """Put a value beside what other cells gave; a contradiction costs the later one."""
    whole, value = WHOLES.get(name, name), read.value
    if whole == "review" and not isinstance(value, dict):
        value = {name: value}
    before = data.get(whole)
    if before is None:
        data[whole] = value
    elif isinstance(before, dict):
        if any(before.get(key, inner) != inner for key, inner in value.items()):
            _spoil(read, SAID_TWICE)
        else:
            before.update(value)
    elif isinstance(before, list):
        before += [each for each in value if each not in before]
    elif name == "works_on" and len(before) + len(value) < 500:  # noqa: PLR2004 - a text's limit
        data[whole] = f"{before}, {value}"
    elif before != value:
        _spoil(read, SAID_TWICE)


def _spoil(read: Read, reason: str) -> None:
    read.word, read.reasons = Word.DROPPED, [*read.reasons, reason]
    read.left = read.left or str(read.value)


def _finish(data: dict[str, Any], reads: list[tuple[Cell, Read]], today: date) -> None:
    """What follows from the cells together."""
    if address := data.pop("source_url", None):
        _add_address(data.setdefault("sources", []), address)
    for name in ("areas", "equipment", "optional_equipment"):
        if not data.get(name, True):
            del data[name]
    if "dose" in data and not counts(data["dose"]):
        _lose(data, reads, "dose", NO_COUNT)
    if "rest_seconds" in data.get("dose", {}) and not has_sets(data["dose"]):
        del data["dose"]["rest_seconds"]
        _lose_part(reads, "rest_seconds", "a rest goes only with two sets or more")
    if "dose" in data:
        addresses = (source.get("url", "") for source in data.get("sources", ()))
        data["dose"] = in_order(data["dose"], next(filter(None, addresses), ""))
    if "credit" in data and not {"author", "licence"} <= data["credit"].keys():
        _lose(data, reads, "credit", HALF_CREDIT)
    if "video" in data and "url" in data["video"]:
        data["video"].setdefault("title", data.get("name", data["video"]["url"]))
    review = data.setdefault("review", {})
    written = review.setdefault("written_on", today)
    review.setdefault("next_review", written + REVIEW_AFTER)


def _add_address(sources: list[dict[str, str]], address: str) -> None:
    """The address of the source, which becomes its title where it has none."""
    without = next((source for source in sources if "url" not in source), None)
    if without:
        without["url"] = address
    elif address not in [source["url"] for source in sources]:
        sources.append({"title": address, "url": address})


def _lose(data: dict[str, Any], reads: list[tuple[Cell, Read]], name: str, reason: str) -> None:
    del data[name]
    _drop(reads, name, reason)


def _fill_gaps(data: dict[str, Any], reads: list[tuple[Cell, Read]]) -> None:
    """Steps say no number of the dose themselves."""
    steps = data.get("steps", [])
    filled = [with_gaps(step, data.get("dose", {})) for step in steps]
    if filled != steps:
        data["steps"] = filled
        for cell, read in reads:
            if cell.field == "steps" and read.word is not Word.DROPPED:
                read.but(Word.NEAR, GAPS)


def _lose_part(reads: list[tuple[Cell, Read]], name: str, reason: str) -> None:
    """One number of a dose that does not fit the others."""
    for cell, read in reads:
        if isinstance(read.value, dict) and name in read.value:
            read.but(Word.DROPPED if len(read.value) == 1 else Word.LOSSY, reason, cell.text)


def _drop(reads: list[tuple[Cell, Read]], name: str, reason: str) -> None:
    for cell, read in reads:
        if WHOLES.get(cell.field, cell.field) == name and read.word is not Word.DROPPED:
            read.left = cell.text
            _spoil(read, reason)


def _unfit(made: Made) -> Iterator[tuple[str, str]]:
    """Take out, one after the other, what the model refuses; note what it misses."""
    while True:
        value = {**made.data, "id": "new"}
        try:
            adapter(Exercise).validate_python(value)
            return
        except ValidationError as error:
            found = list(explain(error.errors(include_url=False), value, schema()))
        given = {keys: message for keys, message, _ in found if keys and keys[0] in made.data}
        names = {str(keys[0]): f"{field_name(keys)} {said}" for keys, said in given.items()}
        gaps = {str(keys[0]) for keys, *_ in found if keys and keys[0] not in made.data}
        made.missing = [name for name in schema()["required"] if name in gaps]
        if not names:
            return
        for name, reason in names.items():
            del made.data[name]
            yield name, reason


@cache
def schema() -> Mapping[str, Any]:
    """What a stretch must and may hold; making it is slow."""
    return adapter(Exercise).json_schema()


def _said(made: Made, cell: Cell, read: Read) -> Said:
    if read.left:
        made.left.append(f"{cell.column}: {read.left}")
    became = WHOLES.get(cell.field, cell.field)
    return Said(
        place=made.place,
        column=cell.column,
        found=cell.text,
        word=read.word,
        became=became if became != "drop" else "",
        reason="; ".join(dict.fromkeys(read.reasons)),
    )


def _ready(made: Made, name: str, value: object) -> Said:
    kept = name in {*made.data, "id", "draft"}
    reason = "" if kept else "is nothing that a stretch can hold here"
    if not kept:
        made.left.append(f"{name}: {value}")
    return Said(
        place=made.place,
        column=name,
        found=str(value),
        word=Word.EXACT if kept else Word.DROPPED,
        became=name,
        reason=reason,
    )

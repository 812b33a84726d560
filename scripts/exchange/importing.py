"""One import: reads a file, writes stretches, leaves alone what a person has touched."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from exchange import stretch_file
from exchange.making import Made, make
from exchange.records import Record, Said, Word
from exchange.sources import Opened
from stretchbook import checks, whole_files
from stretchbook.model import Exercise, Library
from stretchbook.problems import Severity
from stretchbook.reading.load import adapter

LONGEST_ID = 60
CURE = "to take this row instead, delete that file and import again"
Progress = Callable[[int, int], None]  # stretches so far, in all
Check = Callable[[Library], Iterator[tuple[str, str]]]  # id of a stretch, what is wrong with it


@dataclass(slots=True)
class Imported:
    """What an import did. Each list holds ids; `spoiled` and `named` are sentences."""

    written: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    spoiled: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Into:
    """Where an import goes. folder: of the content; check: says what a build would refuse."""

    folder: Path
    library: Library
    today: date
    check: Check
    progress: Progress = lambda _done, _all: None


def bring(opened: Opened, source: str, into: Into) -> Imported:
    """Write the stretches of a file that was opened; `source` is its name."""
    done = Imported(said=list(opened.said))
    pairs = list(_made(opened.records, into, done))
    _check(pairs, into)
    for record, made in pairs:
        reason = _write(record, made, source, into, done)
        for said in made.said:
            kept = _with_id(said, made.id)
            done.said.append(replace(kept, word=Word.DROPPED, reason=reason) if reason else kept)
    return done


def _with_id(said: Said, item_id: str) -> Said:
    """What is said of a cell, with the stretch that it went to; an id may have been mended."""
    if said.became == "id" and said.found != item_id:
        reason = f"ids have small letters, digits and hyphens, each once: it is {item_id}"
        return replace(said, stretch=item_id, word=Word.NEAR, reason=reason)
    return replace(said, stretch=item_id)


def _made(records: list[Record], into: Into, done: Imported) -> Iterator[tuple[Record, Made]]:
    taken: dict[str, str] = {}
    for number, record in enumerate(records, 1):
        into.progress(number, len(records))
        made = make(record, into.library.vocabulary, into.today)
        wrong = record.spoiled or _nameless(made)
        if wrong:
            done.spoiled.append(f"{record.place}: {wrong}")
            done.said += list(_lost(record, wrong))
            continue
        _give_id(made, taken, done)
        yield record, made


def _nameless(made: Made) -> str:
    """Why a row has no name; empty where it has one."""
    if made.data.get("name"):
        return ""
    said = next((s for s in made.said if s.became == "name" and s.reason), None)
    return f"has no name: {said.column} {said.reason}" if said else "has no name"


def _lost(record: Record, wrong: str) -> Iterator[Said]:
    """Every cell of a row that is spoiled."""
    pairs = [(cell.column, cell.text) for cell in record.cells]
    pairs += [(name, str(value)) for name, value in record.ready.items()]
    for column, found in pairs or [("", "")]:
        yield Said(
            place=record.place,
            column=column,
            found=found,
            word=Word.DROPPED,
            reason=f"the row is spoiled: {wrong}",
        )


def _give_id(made: Made, taken: dict[str, str], done: Imported) -> None:
    """An address from the name; a second one of the same name gets a number, and both are named."""
    wanted = made.id or str(made.data["name"])
    made.id = free = id_of(wanted)
    count = 2
    while free in taken:
        free = f"{made.id[: LONGEST_ID - 4]}-{count}"
        count += 1
    if free != made.id:
        first = taken[made.id]
        done.named.append(f"{made.place}: has the same name as {first}: it is {free}.yml")
        made.faults.append(f"the name is also that of {first}: give each its own")
        made.id = free
    taken[free] = made.place


def id_of(name: str) -> str:
    """Small letters, digits and single hyphens; a name without any is a stretch by its letters."""
    plain = (
        unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode()
    )
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")
    if not words:
        words = "-".join(f"{ord(letter):x}" for letter in name[:8])
    if not words[0].isalpha():
        words = f"stretch-{words}"
    return words[:LONGEST_ID].strip("-")


def _check(pairs: Iterable[tuple[Record, Made]], into: Into) -> None:
    """Note in each what a build would refuse, for that makes it a draft."""
    by_id = {made.id: made for _, made in pairs}
    known = {*into.library.exercises, *by_id}
    for made in by_id.values():
        _keep_known(made, known, into.library)
    whole = {name: made for name, made in by_id.items() if not made.missing}
    new = {name: exercise_of(made) for name, made in whole.items()}
    for name, wrong in into.check(
        replace(into.library, exercises={**into.library.exercises, **new})
    ):
        if name in whole and wrong not in whole[name].faults:
            whole[name].faults.append(wrong)


def exercise_of(made: Made) -> Exercise:
    """The stretch that its file will hold."""
    found: Exercise = adapter(Exercise).validate_python({**made.data, "id": made.id})
    return found


def _keep_known(made: Made, known: set[str], library: Library) -> None:
    """Take out what names a stretch or a word that this library does not have."""
    words = library.vocabulary
    lists: Mapping[str, Iterable[str]] = {
        "easier": known,
        "harder": known,
        "areas": words.areas,
        "equipment": words.equipment,
        "optional_equipment": words.equipment,
    }
    for name, have in lists.items():
        lost = [each for each in made.data.get(name, ()) if each not in have]
        if lost:
            made.data[name] = [each for each in made.data[name] if each in have]
            _say_lost(made, name, lost)
    if "areas" in made.data and not made.data["areas"]:
        del made.data["areas"]
        made.missing.append("areas")
    for caution in made.data.get("cautions", ()):
        if lost := [each for each in caution.get("conditions", ()) if each not in words.conditions]:
            _say_lost(made, "cautions", lost)
            caution["conditions"] = [
                each for each in caution["conditions"] if each in words.conditions
            ]
            if not caution["conditions"]:
                del caution["conditions"], caution["means"]


def _say_lost(made: Made, name: str, lost: Iterable[str]) -> None:
    shown = ", ".join(lost)
    reason = f"{shown}: nothing here has that id, add it first"
    made.left.append(f"{name}: {shown}")
    said = [each for each in made.said if each.became == name]
    made.said = [
        replace(each, word=Word.LOSSY, reason=reason) if each in said else each
        for each in made.said
    ]


def _write(record: Record, made: Made, source: str, into: Into, done: Imported) -> str:
    """Write its file, unless a person has written or touched it: then why it is left alone."""
    path = into.folder / "exercises" / f"{made.id}.yml"
    mark, edited = None, False
    if path.exists():
        mark, edited = stretch_file.mark_of(path.read_text("utf-8", "replace"))
        if mark is None or mark.source != source or edited:
            ours = mark is not None and mark.source == source
            why = "has been edited since it was imported" if ours else "is there already"
            done.named.append(f"{made.place}: exercises/{path.name} {why}: {CURE}")
            done.left_alone.append(made.id)
            return f"exercises/{path.name} {why}, and was left alone"
    done.drafts += [made.id] if made.is_draft else []
    if mark and mark.made_of == stretch_file.hash_of(record):
        done.unchanged.append(made.id)
        return ""
    whole_files.write(path, stretch_file.write(made, source, record).encode())
    (done.renewed if mark else done.written).append(made.id)
    return ""


def what_a_build_refuses(
    today: date, reserved: checks.Reserved, shapeless: checks.Shapeless
) -> Check:
    """The checks of a build, for stretches."""

    def check(library: Library) -> Iterator[tuple[str, str]]:
        for finding, severity, _ in checks.run(library, today, reserved, shapeless):
            folder, _, name = finding.path.partition("/")
            if folder == "exercises" and severity is Severity.ERROR:
                yield name.removesuffix(".yml"), f"{_place(finding.keys)}{finding.message}"

    return check


def _place(keys: tuple[Any, ...]) -> str:
    return f"{'.'.join(str(k + 1) if isinstance(k, int) else k for k in keys)}: " if keys else ""


def counts(said: Iterable[Said]) -> Counter[Word]:
    """How many cells have each word."""
    return Counter(each.word for each in said)

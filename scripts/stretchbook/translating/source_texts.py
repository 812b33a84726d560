"""What there is to translate: every text of the content and every word of ours, with notes."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any, Final, Literal

from stretchbook.model import Library
from stretchbook.model.library import texts_changed
from stretchbook.model.wording import Keys
from stretchbook.reading.explain import part_of
from stretchbook.reading.load import FILES, FOLDERS, schema_of
from stretchbook.reading.yaml_source import read
from stretchbook.words import Words

Catalogue = Literal["safety", "site", "content"]
CATALOGUES: Final[tuple[Catalogue, ...]] = ("safety", "content", "site")
WORDS: Final = "words"
NO_NOTES: Mapping[str, str] = {}
NARROW = {"print_days": 8}  # letters in a column of the tick grid, by the group of the words
LONGER = 1.4  # than the longest English: other languages need more letters
SAFETY_FILES = ("emergency", "urgent-signs")
SAFETY_FIELDS = frozenset({"disclaimer", "cautions", "when_to_stop", "conditions"})
NUMBER = re.compile("[0-9]+(?:[.,\u066b][0-9]+)?")
GAP = re.compile(r"\{[a-z_]+\}")
SIDE = re.compile(r"\b(?:left|right)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """One text to translate.

    context: the file and the field, `exercises/bridge / steps`. plural: empty where it does not
    count. notes: for the translator. file: below the content, or that of our words. longest: how
    many letters a translation may have, 0 where nobody counts.
    """

    catalogue: Catalogue
    context: str
    text: str
    plural: str = ""
    file: str
    notes: tuple[str, ...] = ()
    longest: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """By what it is found again."""
        return self.context, self.text


def context_of(path: str, keys: Keys) -> str:
    """The file and the field, without positions in a list."""
    return f"{path} / {'.'.join(key for key in keys if isinstance(key, str))}"


def source_texts(
    library: Library,
    words: Words,
    notes: Mapping[str, str] = NO_NOTES,
    files: Collection[str] | None = None,
) -> list[SourceText]:
    """All of them, each once, in the order of their files; `notes` are of our words, by key.

    files: those of the content that are asked for, without their endings; else all.
    """
    found = {one.key: one for one in (*_of_content(library, files), *_of_words(words, notes))}
    return list(found.values())


def catalogue_of(path: str, keys: Keys) -> Catalogue:
    """Texts on which somebody's safety hangs have a catalogue of their own."""
    is_safety = path.partition("/")[0] in SAFETY_FILES or SAFETY_FIELDS & {*keys}
    return "safety" if is_safety else "content"


def _of_content(library: Library, files: Collection[str] | None) -> Iterator[SourceText]:
    places: list[tuple[str, Keys, str]] = []

    def note(path: str, keys: Keys, text: str) -> str:
        places.append((path, keys, text))
        return text

    def read_through(path: str, part: Any) -> Any:  # noqa: ANN401 - any part of the model
        return texts_changed(path, part, note) if files is None or path in files else part

    library.with_parts(read_through)
    shown = {library.site.emergency, *(one.urgent_signs for one in library.routines.values())}
    for path, keys, text in places:
        folder, _, name = path.partition("/")
        if text and (folder not in SAFETY_FILES or name in shown):
            yield SourceText(
                catalogue=catalogue_of(path, keys),
                context=context_of(path, keys),
                text=text,
                file=f"{path}.yml",
                notes=tuple(_notes(library, path, keys, text)),
                longest=round(_part(path, keys).get("maxLength", 0) * LONGER),
            )


def _part(path: str, keys: Keys) -> Mapping[str, Any]:
    """What the schema says of a place; nothing of pictures, which have none."""
    cls = FOLDERS.get(path.partition("/")[0]) or FILES.get(f"{path}.yml")
    return _part_of(cls, tuple(0 if isinstance(key, int) else key for key in keys)) if cls else {}


@cache
def _part_of(cls: type, keys: Keys) -> Mapping[str, Any]:
    return part_of(schema_of(cls), keys, schema_of(cls))


def _notes(library: Library, path: str, keys: Keys, text: str) -> Iterator[str]:
    """What the field is for, what the picture beside it shows, and what must be exact."""
    folder, _, name = path.partition("/")
    field = keys[:-1] if isinstance(keys[-1], int) else keys
    if said := _part(path, field).get("description"):
        yield said
    if folder == "exercises" and keys[0] in ("steps", "set_steps", "summary"):
        exercise = library.exercises[name]
        yield f"The picture of {exercise.name}: {exercise.picture.alt}"
    yield from exact(text)


def exact(text: str) -> Iterator[str]:
    """What a translation must keep."""
    gaps = dict.fromkeys(GAP.findall(text))
    if gaps:
        yield f"Keep as it is, it is filled in: {' '.join(gaps)}"
    if numbers := dict.fromkeys(NUMBER.findall(GAP.sub("", text))):
        yield f"The numbers must be the same: {', '.join(numbers)}"
    if sides := dict.fromkeys(side.lower() for side in SIDE.findall(text)):
        yield f"The side must be the same: {', '.join(sides)}"


def _of_words(words: Words, notes: Mapping[str, str]) -> Iterator[SourceText]:
    for key, sentence in words.sentences.items():
        one, other = (
            (sentence, "") if isinstance(sentence, str) else (sentence["one"], sentence["other"])
        )
        said = notes.get(key, "")
        yield SourceText(
            catalogue="site",
            context=f"{WORDS} / {key}",
            text=one,
            plural=other,
            file="words",
            notes=(*filter(None, [said]), *exact(f"{one} {other}")),
            longest=NARROW.get(key.partition(".")[0], 0),
        )


def notes_of_words(folder: Path) -> dict[str, str]:
    """The comment above each entry of the catalogue: it is written for whoever translates it."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        source, _ = read(path, path.name)
        lines = path.read_text("utf-8").splitlines()
        if source:
            found |= _comments(source.value, lines, source.line_of, ())
    return found


def _comments(
    value: object, lines: Sequence[str], line_of: Callable[[Keys], int], keys: Keys
) -> dict[str, str]:
    """By key, what stands in comments directly above an entry; a group's goes with its first."""
    if not isinstance(value, dict):
        return {}
    found: dict[str, str] = {}
    for name, inner in value.items():
        here = (*keys, str(name))
        before = lines[line_of(here) - 2 :: -1]
        above = takewhile(lambda line: line.lstrip().startswith("#"), before)
        said = " ".join(line.strip("# ") for line in reversed([*above]))
        below = _comments(inner, lines, line_of, here)
        if said:
            found[".".join(map(str, here))] = said
            first = next(iter(inner), "") if isinstance(inner, dict) else ""
            below.setdefault(".".join(map(str, (*here, first))), said)
        found |= below
    return found

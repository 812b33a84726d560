"""How far a translation has been checked: what was read then, and what stands there now."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from stretchbook.model import Language, Library, Routine
from stretchbook.words import Sentence, Words

HASH_LENGTH = 12  # hexadecimal digits


def hashes(library: Library, found: Mapping[tuple[str, str], Sentence]) -> dict[str, str]:
    """By routine: what a checker has read, the English and the translation of all its texts."""
    by_path: dict[str, list[tuple[str, str, Sentence]]] = {}
    for (context, english), said in sorted(found.items()):
        by_path.setdefault(context.partition(" / ")[0], []).append((context, english, said))
    return {
        name: _hash([by_path.get(path, []) for path in _paths(library, routine)])
        for name, routine in library.routines.items()
    }


def _paths(library: Library, routine: Routine) -> Iterator[str]:
    """The files that a routine's page shows."""
    yield from ("site", f"emergency/{library.site.emergency}", f"routines/{routine.id}")
    yield f"urgent-signs/{routine.urgent_signs}"
    for step in (step for section in routine.sections for step in section.steps):
        yield from (f"exercises/{step.exercise}", f"pictures/{step.exercise}")


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:HASH_LENGTH]


def checked(words: Words, language: Language, routine: str, now: str) -> str:
    """How far, in a sentence; `now` is the hash of what stands there now."""
    check = language.checks.get(routine)
    if check is None:
        return words["translation_unchecked"]
    key = "translation_checked" if check.texts == now else "translation_changed"
    return words.fill(key, who=check.checked_by, day=words.day(check.checked_on))


def state(words: Words, routine: str, now: str) -> str:
    """The same, and who translated; in the language itself."""
    said = checked(words, words.language, routine, now)
    by = words.fill("translated_by", who=words.language.translated_by)
    return words.fill("sentences", before=said, next=by)

"""Reads the catalogue: YAML in, `Words` out, and a problem for everything that is not one."""

import re
from collections.abc import Iterator
from pathlib import Path

from stretchbook.problems import Problem
from stretchbook.reading.yaml_source import Keys, Source, field_name, read
from stretchbook.words.catalogue import Sentence, Words

GAP = re.compile(r"\{([a-z_]+)\}")
FORMS = ("one", "other")  # as CLDR calls them; a language with more will bring its own names
# The hint goes with every problem of a shape: there is only one rule.
SHAPES = "write a sentence, its forms `one` and `other`, or a group of such"


def read_words(folder: Path, files: str = "*") -> tuple[Words, list[Problem]]:
    """Every YAML file of a folder as one catalogue; where there are problems it has holes.

    files: a pattern for their names, without the ending.
    """
    sentences: dict[str, Sentence] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob(f"{files}.yml")):
        source, unread = read(path, f"words/{path.name}")
        problems += unread
        if source:
            problems += _take(source, sentences)
    return Words(sentences), problems


def _take(source: Source, sentences: dict[str, Sentence]) -> Iterator[Problem]:
    """Add the sentences of one file to those of the others."""
    for keys, found in _entries(source, ()):
        key = ".".join(keys)
        if isinstance(found, Problem):
            yield found
        elif key in sentences:
            yield _problem(source, keys, "stands in another file too", "keep one of the two")
        else:
            sentences[key] = found


Entry = tuple[tuple[str, ...], Sentence | Problem]


def _entries(source: Source, keys: tuple[str, ...]) -> Iterator[Entry]:
    """Every sentence below these keys."""
    value = source.value
    for key in keys:
        value = value[key]
    if isinstance(value, str) and keys:
        yield keys, _fault(source, keys, value) or value
    elif isinstance(value, dict) and set(value) & set(FORMS) and keys:
        yield keys, _forms(source, keys, value)
    elif isinstance(value, dict) and value:
        for key in value:
            yield from _entries(source, (*keys, key))
    else:
        yield keys, _problem(source, keys, "is no sentence")


def _forms(source: Source, keys: tuple[str, ...], value: dict[str, object]) -> Sentence | Problem:
    one, other = (value.get(name) for name in FORMS)
    if set(value) != set(FORMS) or not isinstance(one, str) or not isinstance(other, str):
        return _problem(source, keys, "is neither a plural nor a group")
    if not set(GAP.findall(one)) <= set(GAP.findall(other)) or "{n}" not in other:
        return _problem(source, keys, "has a gap in one form only, or no {n}", "fill both alike")
    faults = (
        _fault(source, (*keys, name), form) for name, form in zip(FORMS, (one, other), strict=True)
    )
    return next(filter(None, faults), {"one": one, "other": other})


def _fault(source: Source, keys: Keys, sentence: str) -> Problem | None:
    """What is wrong with one sentence."""
    if sentence != " ".join(sentence.split()) or not sentence:
        message = "is empty, or has spaces that only glue would need"
        return _problem(source, keys, message, "write a whole sentence, with gaps where it differs")
    if set("{}") & set(GAP.sub("", sentence)):
        return _problem(source, keys, "has a gap that is not whole", "write gaps as {name}")
    return None


def _problem(source: Source, keys: Keys, message: str, hint: str = SHAPES) -> Problem:
    return Problem(
        path=source.path,
        line=source.line_of(keys),
        field=field_name(keys),
        message=message,
        hint=hint,
    )

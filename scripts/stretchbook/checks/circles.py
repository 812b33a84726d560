"""Easier and harder stretches stand in one order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from datetime import date

from stretchbook.checks import walk
from stretchbook.checks.walk import Keys
from stretchbook.model import Exercise, Library
from stretchbook.problems import Finding


def easier_and_harder(library: Library, _: date) -> Iterator[Finding]:
    """No stretch is, by way of others or by itself, harder than itself."""
    harder: dict[str, set[str]] = defaultdict(set)
    for exercise in library.exercises.values():
        for _keys, easy, hard in _pairs(exercise):
            harder[easy].add(hard)
    for exercise in library.exercises.values():
        for keys, easy, hard in _pairs(exercise):
            if easy in _all_harder(harder, hard):
                other = hard if easy == exercise.id else easy
                message = f'names "{other}", which makes {easy} harder than itself'
                hint = "take it out, or what leads back; each pair need be named only once"
                yield Finding(path=walk.file_of(exercise), keys=keys, message=message, hint=hint)


def _pairs(exercise: Exercise) -> Iterator[tuple[Keys, str, str]]:
    """What a stretch says of itself and another: its place, the easier one, the harder one."""
    for at, other in enumerate(exercise.easier):
        yield ("easier", at), other, exercise.id
    for at, other in enumerate(exercise.harder):
        yield ("harder", at), exercise.id, other


def _all_harder(harder: Mapping[str, Set[str]], start: str) -> Set[str]:
    """The stretch itself, and all that are harder than it, by way of others too."""
    found, waiting = {start}, [start]
    while waiting:
        new = harder.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting += new
    return found

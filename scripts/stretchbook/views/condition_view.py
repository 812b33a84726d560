"""For whom a stretch is not, or only in another way: what its cautions and its position say.

Search, the list of all stretches and the plan builder ask for it. Nothing is concluded here that
the content does not say.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stretchbook.model import Condition, Exercise, Library


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionView:
    """What a reader may have or cannot do; also: everyday words for it."""

    id: str
    name: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What one stretch asks of those with one condition.

    means: `leave-out`, `ask-first` or `adapt`.
    by_position: the stretch itself need not say it, since one sees it.
    """

    condition: str
    means: str
    text: str
    by_position: bool


def view_conditions(library: Library) -> tuple[ConditionView, ...]:
    """Those that some stretch names, or that rule a position out, as the vocabulary orders them."""
    named = {name for item in library.exercises.values() for name in _named(item)}
    return tuple(
        ConditionView(id=name, name=condition.name, also=condition.also)
        for name, condition in library.vocabulary.conditions.items()
        if name in named or condition.rules_out
    )


def limits_of(library: Library, exercise: Exercise) -> tuple[Limit, ...]:
    """What its cautions say first, then what its position rules out."""
    return (*_by_cautions(exercise), *_by_position(library, exercise))


def _named(exercise: Exercise) -> Iterator[str]:
    for caution in exercise.cautions:
        yield from caution.conditions


def _by_cautions(exercise: Exercise) -> Iterator[Limit]:
    for caution in exercise.cautions:
        for name in caution.conditions:
            means = caution.means or ""  # the model refuses conditions without it
            yield Limit(condition=name, means=means, text=caution.text, by_position=False)


def _by_position(library: Library, exercise: Exercise) -> Iterator[Limit]:
    for name, condition in library.vocabulary.conditions.items():
        if _rules_out(condition, exercise) and condition.because:
            text = condition.because
            yield Limit(condition=name, means="leave-out", text=text, by_position=True)


def _rules_out(condition: Condition, exercise: Exercise) -> bool:
    things = {*exercise.equipment, *exercise.optional_equipment}
    return exercise.position in condition.rules_out and not things & {*condition.unless}

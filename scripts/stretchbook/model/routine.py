"""One routine: content/routines/<id>.yml, an ordered choice of stretches."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, Strict

from stretchbook.model.dose import Dose
from stretchbook.model.exercise import Reference
from stretchbook.model.fields import STRICT, Id, Name, Review, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One piece of advice and who gives it."""

    __pydantic_config__ = STRICT

    text: Text
    """The advice in plain words."""
    source: Text
    """`source page`, `editor`, a publisher, or a web address."""
    routine: Id | None = None
    """A routine to link to, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRoutine:
    """Another routine that suits some readers of this one better."""

    __pydantic_config__ = STRICT

    routine: Id
    """Its id."""
    text: Text
    """For whom it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stretch at its place in a routine."""

    __pydantic_config__ = STRICT

    exercise: Id
    """Its id: the name of its file without .yml."""
    dose: Dose | None = None
    """A dose for this routine only; leave out to use the stretch's own."""
    note: Text | None = None
    """A remark for this routine only."""
    note_at_end: Text | None = None
    """What to know when it is done, where that is not what the stretch itself says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Stretches that are done one after the other."""

    __pydantic_config__ = STRICT

    id: Id
    """Becomes a web address on the routine's page; never change it."""
    title: Name
    """Heading above the stretches."""
    intro: Text | None = None
    """A sentence or two below the heading."""
    stated_minutes: Annotated[int, Strict(), Field(ge=1, le=120)] | None = None
    """The time a source gives; the site works out the time from the doses as well."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """The stretches in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """One routine. The file name without .yml is its id and its web address for ever."""

    __pydantic_config__ = STRICT

    id: Id
    """Taken from the file name; do not write it into the file."""
    name: Name
    """Title of the page."""
    summary: Text
    """What it is, in one sentence."""
    search_words: tuple[Name, ...] = ()
    """Everyday words that should find it and that its page does not say, such as `slipped disc`."""
    place_in_menu: Annotated[int, Strict(), Field(ge=1, le=999)]
    """Routines are listed by this number, smallest first."""
    for_whom: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Who it is for, one case a line."""
    related: tuple[RelatedRoutine, ...] = ()
    """Other routines that suit some of these readers better."""
    urgent_signs: Id
    """Which list of urgent signs stands above the stretches: a file in content/urgent-signs/."""
    how_often: Annotated[tuple[Advice, ...], Field(min_length=1)]
    """How often to do it."""
    when_to_stop: Annotated[tuple[Advice, ...], Field(min_length=1)]
    """When to stop or to leave a stretch out."""
    afterwards: tuple[Advice, ...] = ()
    """What comes after, once the reader is better."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """The stretches, in one or more parts."""
    evidence: Annotated[tuple[Advice, ...], Field(min_length=1)]
    """What research says, modestly."""
    sources: Annotated[tuple[Reference, ...], Field(min_length=1)]
    """What is published about this routine."""
    review: Review
    """Who looked at it, and when it must be looked at again."""
    draft: Annotated[bool, Strict()] = False
    """`true` while it is not finished: the preview shows it with a mark, the site leaves it out."""

    @property
    def leads_to(self) -> tuple[str, ...]:
        """The ids of routines that it names."""
        advice = (*self.how_often, *self.when_to_stop, *self.afterwards, *self.evidence)
        named = (*(one.routine for one in self.related), *(one.routine for one in advice))
        return tuple(name for name in named if name)

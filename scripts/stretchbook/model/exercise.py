"""One stretch: content/exercises/<id>.yml."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, Strict

from stretchbook.model.dose import Dose
from stretchbook.model.fields import STRICT, Id, Line, Name, Review, Text, Url, both_or_neither

SideOf = Literal["side", "leg", "arm"]
Means = Literal["leave-out", "ask-first", "adapt"]
ChangeSeconds = Annotated[int, Strict(), Field(ge=10, le=120)]
SET_BY_SET = "{set_by_set}"
"""The step that is replaced by what each set begins with."""


class Position(StrEnum):
    """How the body lies or stands at the start."""

    STANDING = "standing"
    SITTING = "sitting"
    FLOOR_SITTING = "floor-sitting"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"
    ALL_FOURS = "all-fours"
    KNEELING = "kneeling"
    HALF_KNEELING = "half-kneeling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something published that supports what is written."""

    __pydantic_config__ = STRICT

    title: Text
    """Publisher and title, as a reader would search for it."""
    url: Url | None = None
    """Web address, where there is a lasting one."""
    says: Text | None = None
    """What it says that matters here, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What the picture shows, for those who do not see it."""

    __pydantic_config__ = STRICT

    alt: Text
    """The position in one sentence, as you would say it on the telephone."""
    description: Text | None = None
    """Longer description, where one sentence does not do."""
    side: Literal["left", "right"] | None = None
    """The side that does the stretch in it, where one does; a dose for the other side says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """When to take care or to leave the stretch out."""

    __pydantic_config__ = STRICT

    text: Text
    """One plain sentence or two."""
    source: Text | None = None
    """Publisher or web address it comes from; leave out for common sense."""
    conditions: tuple[Id, ...] = ()
    """For whom it is, by their ids in vocabulary.yml; leave out where it is for everybody."""
    means: Means | None = None
    """What they do: `leave-out` the stretch, `ask-first`, or `adapt` it as the text says."""

    def __post_init__(self) -> None:
        """Refuse half of it: the search would hide the stretch from nobody, or say nothing."""
        hint = "give both, or neither where the caution is for everybody"
        both_or_neither(hint, conditions=self.conditions, means=self.means)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A line beside the steps, and where it comes from."""

    __pydantic_config__ = STRICT

    text: Line
    """One plain sentence or two, without a number of the dose."""
    source: Text
    """`editor`, `source page`, or the title or web address of one of the sources below."""


Remarks = Annotated[tuple[Remark, ...], Field(max_length=3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A film of the stretch on another site: a plain link, which loads nothing by itself."""

    __pydantic_config__ = STRICT

    url: Url
    """Its web address."""
    title: Line
    """What it is called there, and whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whose words the text is, where it came from somebody else."""

    __pydantic_config__ = STRICT

    author: Name
    """Who wrote it, or which project."""
    licence: Name
    """What others may do with it, such as CC BY-SA 4.0."""
    url: Url | None = None
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTest:
    """Another way to time a hold: a test the reader repeats until the body has let go."""

    __pydantic_config__ = STRICT

    id: Id
    """Becomes a web address on the pages that show it; never change it."""
    name: Name
    """Its title."""
    summary: Text
    """What it is for, in a sentence."""
    check_every_seconds: Annotated[int, Strict(), Field(ge=10, le=900)]
    """Seconds between two tests."""
    steps: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What to do, one action a step."""
    attribution: Text
    """Whose technique it is and what supports it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One stretch. The file name without .yml is its id and its web address for ever."""

    __pydantic_config__ = STRICT

    id: Id
    """Taken from the file name; do not write it into the file."""
    name: Name
    """Everyday name, without brand names."""
    other_names: tuple[Name, ...] = ()
    """Other names people search for."""
    search_words: tuple[Name, ...] = ()
    """Everyday words that should find it and that its page does not say, such as `getting up`."""
    summary: Text
    """What you do, in one short sentence."""
    why: Remark | None = None
    """What it is good for, in one line."""
    position: Position
    """How the body lies or stands at the start."""
    equipment: tuple[Id, ...] = ()
    """What you must have, by its id in vocabulary.yml."""
    optional_equipment: tuple[Id, ...] = ()
    """What helps but can be left out."""
    areas: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Parts of the body, by their ids in vocabulary.yml."""
    works_on: Text
    """Which muscles, in plain words, with the anatomical name in brackets."""
    picture: Picture
    """What the picture shows. Its file is in content/pictures/, named after the stretch."""
    steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=20)]
    """What to do, in order, one action a step. Numbers of the dose are gaps, such as {hold}."""
    set_steps: Annotated[tuple[Text, ...], Field(max_length=10)] = ()
    """Where the sets differ: what each begins with. `{set_by_set}` in `steps` is their place."""
    set_up_seconds: ChangeSeconds | None = None
    """Time to get into position where it takes longer: furniture to move, a fall to avoid."""
    change_side_seconds: ChangeSeconds | None = None
    """Time to change to the other side, where it takes longer."""
    note_at_end: Text | None = None
    """What to know when it is done, such as how to get up."""
    side_of: SideOf = "side"
    """What the two sides are: legs, arms, or sides of the body."""
    feel: Text
    """Where the stretch or the work should be felt."""
    check_yourself: Remarks = ()
    """How to tell that it is done right: one to three lines."""
    common_mistakes: Remarks = ()
    """What often goes wrong, and what to do instead: one to three lines."""
    easier: tuple[Id, ...] = ()
    """Other stretches, by their ids, for whom this one is too hard."""
    harder: tuple[Id, ...] = ()
    """Other stretches, by their ids, for whom this one is too easy."""
    cautions: tuple[Caution, ...] = ()
    """When to take care."""
    dose: Dose
    """How much to do in one session."""
    self_test: SelfTest | None = None
    """Another way to time the hold, if there is one."""
    video: Video | None = None
    """A film of it on another site: a link, never shown on the page itself."""
    sources: Annotated[tuple[Reference, ...], Field(min_length=1)]
    """What is published about this stretch."""
    credit: Credit | None = None
    """Author and licence of the text, where it came from somebody else."""
    review: Review
    """Who looked at it, and when it must be looked at again."""
    draft: Annotated[bool, Strict()] = False
    """`true` while it is not finished: the preview shows it with a mark, the site leaves it out."""

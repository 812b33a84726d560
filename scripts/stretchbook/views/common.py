"""The parts that several pages show."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from stretchbook import addresses, words
from stretchbook.model import Exercise, Library, Position, Reference, Review, Routine
from stretchbook.paper import EDITIONS

FLOOR_POSITIONS = frozenset(
    {Position.SUPINE, Position.PRONE, Position.SIDE_LYING, Position.ALL_FOURS, Position.KNEELING}
)
FURNITURE = ("chair", "bed")  # equipment that is a place to be on, so the home page names it


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words and the address they lead to."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and what stands behind it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """One entry of the menu; an empty title leaves it to the page itself."""

    title: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line of a list of sources; the address is empty where there is none."""

    label: str
    url: str


WEB = ("https", "http")
NO_SOURCE = SourceLine(label="", url="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """Who reviewed a page, and when."""

    state: str
    dates: str
    reviewed_on: str  # ISO date; empty while nobody has


def routine_link(routine: Routine) -> Link:
    """The name of a routine and its page."""
    return Link(label=routine.name, address=addresses.of_routine(routine.id))


def handout_links(routine: Routine) -> tuple[Link, ...]:
    """Every edition of a handout."""
    return tuple(
        Link(
            label=words.EDITIONS[edition.print.id].format(paper=edition.paper.name),
            address=addresses.of_handout(routine.id, edition.id),
        )
        for edition in EDITIONS
    )


def source_lines(sources: Iterable[Reference]) -> tuple[SourceLine, ...]:
    """Published sources as lines to show."""
    return tuple(
        SourceLine(
            label=words.SAYS.format(title=s.title.rstrip("."), says=s.says) if s.says else s.title,
            url=s.url or "",
        )
        for s in sources
    )


def attribution(source: str) -> SourceLine:
    """Who says so, in words for readers.

    What comes from the source page is listed once, under the page's sources; saying it at every
    line would bury the lines that come from somebody else.
    """
    if source == "source page":
        return NO_SOURCE
    if source == "editor":
        return SourceLine(label=words.ATTRIBUTED_EDITOR, url="")
    site = host_of(source)
    label = words.SOURCE_OF.format(source=site or source)
    return SourceLine(label=label, url=source if site else "")


def host_of(url: str) -> str:
    """The site of a web address as people say it; empty for anything else.

    Anything else is shown as text: `javascript://example.org/` must never become a link.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # an open bracket where the host should be
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in WEB else ""


def review_line(review: Review) -> ReviewLine:
    """The review state, truthfully."""
    state = words.NOT_REVIEWED
    if review.reviewed_by and review.reviewed_on:
        state = words.REVIEWED.format(who=review.reviewed_by, day=review.reviewed_on.isoformat())
    dates = words.REVIEW_DATES.format(
        written=review.written_on.isoformat(), due=review.next_review.isoformat()
    )
    reviewed_on = review.reviewed_on.isoformat() if review.reviewed_on else ""
    return ReviewLine(state=state, dates=dates, reviewed_on=reviewed_on)


def equipment_names(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """What is needed, in words; never empty."""
    terms = library.vocabulary.equipment
    return tuple(terms[name].name for name in exercise.equipment) or (words.NO_EQUIPMENT,)


def helpful_names(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """What helps but can be left out, in words."""
    terms = library.vocabulary.equipment
    return tuple(terms[name].name for name in exercise.optional_equipment)


def area_names(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """Parts of the body, in words."""
    return tuple(library.vocabulary.areas[area].name for area in exercise.areas)


def everyday_words(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """Everyday words for its body parts and equipment that the page does not show elsewhere."""
    vocabulary = library.vocabulary
    terms = [vocabulary.areas[area] for area in exercise.areas]
    terms += [vocabulary.equipment[name] for name in exercise.equipment]
    terms += [vocabulary.equipment[name] for name in exercise.optional_equipment]
    return tuple(dict.fromkeys(word for term in terms for word in term.also))


def places(library: Library, exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """Where one must be able to be: floor, chair, bed, or just standing room."""
    found: dict[str, None] = {}
    for exercise in exercises:
        furniture = [name for name in FURNITURE if name in exercise.equipment]
        if exercise.position in FLOOR_POSITIONS:
            found[words.PLACE_FLOOR] = None
        elif not furniture:
            found[words.PLACE_STANDING] = None
        found |= {library.vocabulary.equipment[name].name: None for name in furniture}
    return tuple(found)

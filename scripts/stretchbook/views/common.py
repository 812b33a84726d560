"""The parts that several pages show."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from stretchbook import addresses
from stretchbook.model import ENGLISH, Exercise, Library, Position, Reference, Routine, Site
from stretchbook.model.paper import BOTH, Edition, editions_in
from stretchbook.words import Words, in_english

FLOOR_POSITIONS = frozenset({*Position} - {Position.STANDING, Position.SITTING})
FURNITURE = ("chair", "bed")  # equipment that is a place to be on, so the home page names it

Item = TypeVar("Item")

# What stands behind a label: `("Time", "7 minutes")`.
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words and the address they lead to; it is empty where there is none, as with some sources."""

    label: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceView:
    """Advice or a caution, who gives it, and where it leads."""

    text: str
    source: Link
    link: Link | None = None


WEB = ("https", "http")
NO_SOURCE = Link(label="")


def routine_link(words: Words, routine: Routine) -> Link:
    """The name of a routine and its page."""
    return Link(label=routine.name, address=words.at(addresses.of_routine(routine.id)))


def clinic_lines(site: Site) -> tuple[Link, ...]:
    """Who hands out this site, as far as it says; the name first."""
    clinic = site.clinic
    if clinic is None:
        return ()
    said = (
        (clinic.name, ""),
        (clinic.phone, _call(clinic.phone or "")),
        (clinic.address, ""),
        (clinic.url, clinic.url),
    )
    return tuple(Link(label=label, address=leads or "") for label, leads in said if label)


def _call(phone: str) -> str:
    """What dials a number; empty where it holds words, such as `ask for Ann`."""
    abroad = phone.replace("(0)", "") if phone.startswith("+") else phone  # the 0 is for at home
    digits = re.sub(r"[^\d+]", "", abroad)
    return addresses.of_phone(digits) if re.fullmatch(r"[\d+ ()./-]+", phone) else ""


def publisher(site: Site) -> str:
    """In whose name the site speaks."""
    return site.clinic.name if site.clinic else site.name


def handout_links(words: Words, name: str) -> tuple[Link, ...]:
    """Every edition of a handout; name: a routine's id, or a plan's name on paper."""
    return tuple(
        Link(
            label=_edition(words, edition),
            address=words.at(addresses.of_handout(name, edition.id)),
        )
        for edition in editions_in(words.language)
    )


def _edition(words: Words, edition: Edition) -> str:
    """What it is, and on which paper."""
    paper, language = edition.paper.name, words.language.name
    if edition.print == BOTH:
        return words.fill("editions_both", language=language, paper=paper)
    return words.fill(f"editions.{edition.print.id or 'normal'}", paper=paper)


def source_lines(words: Words, sources: Iterable[Reference]) -> tuple[Link, ...]:
    """Published sources as lines to show."""
    return tuple(Link(label=_said(words, source), address=source.url or "") for source in sources)


def _said(words: Words, source: Reference) -> str:
    if not source.says:
        return english_name(words, source.title)
    title = english_name(words, source.title.rstrip("."))
    return words.fill("says", title=title, says=source.says)


def english_name(words: Words, name: str) -> str:
    """A title or an address that no language translates, set apart where it stands in another."""
    return name if words.language == ENGLISH else in_english(name)


def attribution(words: Words, source: str) -> Link:
    """Who says so, in words for readers.

    What comes from the source page, and what is our own, stands once, under the page's sources;
    saying it at every line would bury the lines that come from somebody else.
    """
    if source in ("source page", "editor"):
        return NO_SOURCE
    site = host_of(source)
    return Link(
        label=words.fill("source_of", source=english_name(words, site or source)),
        address=source if site else "",
    )


def host_of(url: str) -> str:
    """The site of a web address as people say it; empty for anything else.

    Anything else is shown as text: `javascript://example.org/` must never become a link.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # an open bracket where the host should be
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in WEB else ""


def equipment_names(words: Words, library: Library, exercise: Exercise) -> tuple[str, ...]:
    """What is needed, in words; never empty."""
    terms = library.vocabulary.equipment
    return tuple(terms[name].name for name in exercise.equipment) or (words["nothing"],)


def helpful_names(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """What helps but can be left out, in words."""
    terms = library.vocabulary.equipment
    return tuple(terms[name].name for name in exercise.optional_equipment)


def area_names(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """Parts of the body, in words."""
    return tuple(library.vocabulary.areas[area].name for area in exercise.areas)


def everyday_words(words: Words, library: Library, exercise: Exercise) -> tuple[str, ...]:
    """Everyday words for what it is, its body parts and equipment, which its page need not say."""
    vocabulary = library.vocabulary
    terms = [vocabulary.areas[area] for area in exercise.areas]
    terms += [vocabulary.equipment[name] for name in exercise.equipment]
    terms += [vocabulary.equipment[name] for name in exercise.optional_equipment]
    also = (word for term in terms for word in term.also)
    position = words.group("search_positions")[exercise.position]
    return tuple(dict.fromkeys((*also, position, words["search_kinds.stretch"])))


def places(words: Words, library: Library, exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """Where one must be able to be: floor, chair, bed, or just standing room."""
    found: dict[str, None] = {}
    for exercise in exercises:
        furniture = [name for name in FURNITURE if name in exercise.equipment]
        if exercise.position in FLOOR_POSITIONS:
            found[words["floor"]] = None
        elif not furniture:
            found[words["positions.standing"]] = None
        found |= {library.vocabulary.equipment[name].name: None for name in furniture}
    return tuple(found)


def in_parts(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """`size` items at a time, in their order; one empty part where there are none."""
    return [items[at : at + size] for at in range(0, max(len(items), 1), size)]

"""What each page of a translation says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import ENGLISH, Library
from stretchbook.views.common import Link
from stretchbook.views.stretch_view import routines_by_stretch
from stretchbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class UntranslatedView:
    """A page that a language does not have, and the English page to read instead."""

    address: str
    title: str
    instead: Link


def view_untranslated(
    words: Words, address: str, instead: str = addresses.HOME, *, had: bool = False
) -> UntranslatedView:
    """`instead` is the address of the English page. had: whether this page was there already."""
    return UntranslatedView(
        address=address,
        title=words["outdated_title" if had else "untranslated_title"],
        instead=Link(label=ENGLISH.name, address=instead),
    )


def view_states(words: Words, library: Library, states: Mapping[str, str]) -> dict[str, str]:
    """By address, how far its translation is checked; `states` says it of each routine.

    A stretch is as far as the first routine that has it. What no routine stands for has the key "",
    there as here.
    """
    found = {words.at(addresses.of_routine(name)): states[name] for name in library.routines}
    for name, routines in routines_by_stretch(library).items():
        said = states[routines[0].id if routines else ""]
        found[words.at(addresses.of_stretch(name))] = said
    return {"": states[""], **found}

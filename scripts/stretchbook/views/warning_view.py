"""Urgent signs and whom to call, as every page shows them."""

from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import EmergencyService, Library, PhoneNumber, UrgentSigns
from stretchbook.views.common import Link, english_name
from stretchbook.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningView:
    """The urgent signs in full."""

    instruction: str
    advice: str
    phones: tuple[PhoneNumber, ...]
    in_short: str
    emergency: tuple[str, ...]
    see_doctor_first: tuple[str, ...]
    see_someone: tuple[str, ...]
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortWarning:
    """The urgent signs in a sentence or two, with the way to the full list."""

    instruction: str
    phones: tuple[PhoneNumber, ...]
    in_short: str
    link: Link


def view_short_warning(words: Words, library: Library) -> ShortWarning:
    """The signs that the site names for pages that are not a routine."""
    warning = view_warning(words, library, library.site.urgent_signs)
    return ShortWarning(
        instruction=warning.instruction,
        phones=warning.phones,
        in_short=warning.in_short,
        link=_full_list(words, library),
    )


def _full_list(words: Words, library: Library) -> Link:
    """Where the full list stands: the first routine that shows the same list."""
    routines = library.routines_in_order()
    shown = [r for r in routines if r.urgent_signs == library.site.urgent_signs] or routines
    page = words.at(addresses.of_routine(shown[0].id))
    return Link(label=words["urgent_more"], address=addresses.with_anchor(page, addresses.SIGNS))


def view_warning(words: Words, library: Library, urgent_signs_id: str) -> WarningView:
    """The urgent signs of one list, with the numbers of the site's country."""
    signs: UrgentSigns = library.urgent_signs[urgent_signs_id]
    named = (english_name(words, source) for source in signs.sources)
    service: EmergencyService = library.emergency[library.site.emergency]
    return WarningView(
        instruction=service.instruction,
        advice=service.advice,
        phones=service.numbers,
        in_short=signs.in_short,
        emergency=signs.emergency,
        see_doctor_first=signs.see_doctor_first,
        see_someone=signs.see_someone,
        sources=words.fill("urgent_sources", sources=words.listed(named, "sources_list")),
    )

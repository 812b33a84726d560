"""What stands around every page: names, menu, disclaimer, the way to report a mistake."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stretchbook import addresses
from stretchbook.model import Library, Routine, Site
from stretchbook.views.common import Link, clinic_lines, publisher, routine_link
from stretchbook.views.ready_plan_view import ReadyPlan, view_ready_plans
from stretchbook.words import Words

LINKED_ONLY = ("plan-format.md",)  # pages for few, which the menu leaves out

MOST_IN_MENU = 20  # routines; where there are more, the home page leads to them

MenuEntry = tuple[str, str]  # a title and a Markdown file; an empty title leaves it to the page


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameView:
    """The frame around every page.

    menu: what a patient needs; apart: what those who help, write or wonder need.
    elsewhere: where to go from an address that is not there.
    clinic: lines about who hands out the site; may be empty, as the address of its logo.
    """

    site: Site
    menu: tuple[MenuEntry, ...]
    apart: tuple[MenuEntry, ...]
    emergency: str
    elsewhere: tuple[Link, ...]
    publisher: str
    clinic: tuple[Link, ...]
    logo: str
    ready_plans: tuple[ReadyPlan, ...]


def view_frame(words: Words, library: Library, handwritten: Sequence[str]) -> FrameView:
    """The frame; `handwritten` are Markdown files of docs/ that are not made from content."""
    site = library.site
    stretches = Link(label=words["all_stretches"], address=words.at(addresses.STRETCHES))
    service = library.emergency[site.emergency]
    return FrameView(
        site=site,
        menu=tuple(_menu(words, library, handwritten)),
        apart=tuple(_apart(words, handwritten)),
        emergency=words.fill("footer_emergency", instruction=service.instruction),
        elsewhere=(*(routine_link(words, one) for one in _in_menu(library)), stretches),
        publisher=publisher(site),
        clinic=clinic_lines(site),
        logo=addresses.of_logo(site.clinic.logo) if site.clinic and site.clinic.logo else "",
        ready_plans=view_ready_plans(words, library),
    )


def _in_menu(library: Library) -> Sequence[Routine]:
    routines = library.routines_in_order()
    return routines if len(routines) <= MOST_IN_MENU else ()


def _menu(words: Words, library: Library, handwritten: Sequence[str]) -> Iterator[MenuEntry]:
    """Only pages that stay few: every page has the menu, so it must not grow with the library."""
    yield words["menu_home"], _file(words, addresses.HOME)
    for routine in _in_menu(library):
        yield routine.name, _file(words, addresses.of_routine(routine.id))
    yield words["all_stretches"], _file(words, addresses.STRETCHES)
    yield words["diary_menu"], _file(words, addresses.DIARY)
    known = words.group("handwritten")
    for file in handwritten:
        if "/" not in file and file.removesuffix(".md") not in known:
            yield "", file  # a clinic's own page names itself


def _apart(words: Words, handwritten: Sequence[str]) -> Iterator[MenuEntry]:
    yield words["plan_title"], _file(words, addresses.PLAN)
    for name, title in words.group("handwritten").items():
        found = (file for file in (_by_hand(words, name), f"{name}.md") if file in handwritten)
        if (file := next(found, None)) and f"{name}.md" not in LINKED_ONLY:
            yield title, file


def _by_hand(words: Words, name: str) -> str:
    """Where people write a page in another language: `es/about.md`."""
    return f"{words.language.home[1:]}{name}.md"


def _file(words: Words, page: str) -> str:
    return addresses.markdown_file(words.at(page))

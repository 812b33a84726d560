"""The home page, and the pages that go on with its list of routines."""

from stretchbook import addresses
from stretchbook.pages import markdown, page_parts, structured_data
from stretchbook.pages.markdown import block, heading, join, joined, text
from stretchbook.views.common import Link
from stretchbook.views.home_view import HomeView
from stretchbook.views.routine_view import RoutineView
from stretchbook.words import Words


def write_home_page(words: Words, view: HomeView) -> bytes:
    """The Markdown of the home page, or of a page that goes on with its routines."""
    page = view.pages[view.number - 1]
    if view.number > 1:
        return _following(words, view, page)
    all_stretches = Link(label=words["all_stretches"], address=words.at(addresses.STRETCHES))
    body = join(
        [
            heading(1, text(view.site.tagline)),
            page_parts.lead(view.site.for_whom),
            heading(2, text(words["routines"]), "routines"),
            _routines(words, view, page),
            page_parts.short_warning(words, page, view.warning),
            heading(2, text(words["home_steps_title"]), "how-it-works"),
            markdown.numbers(map(text, words.group("home_steps").values())),
            "" if view.reviewed else text(words["home_not_reviewed"]),
            heading(2, text(words["all_stretches"]), "all-stretches"),
            text(words["all_stretches_summary"]),
            page_parts.inner_link(page, all_stretches),
        ]
    )
    front_matter = {
        "title": view.site.name,
        "description": view.site.description,
        "hide": ["toc"],
        "structured": structured_data.home_page(view),
    }
    return markdown.page(front_matter, body)


def _following(words: Words, view: HomeView, page: str) -> bytes:
    title = words.fill("routines_page_title", number=view.number)
    about = words.fill("routines_page_description", number=view.number, pages=len(view.pages))
    body = [
        heading(1, text(title)),
        page_parts.lead(about),
        _routines(words, view, page),
        page_parts.short_warning(words, page, view.warning),
    ]
    front_matter = {"title": title, "description": about, "hide": ["toc"]}
    return markdown.page(front_matter, join(body))


def _routines(words: Words, view: HomeView, page: str) -> str:
    cards = markdown.bullets(_card(page, routine) for routine in view.routines)
    pager = page_parts.pager(words, view.pages, view.number)
    return join([block("html", "div.grid.cards", cards), pager])


def _card(page: str, routine: RoutineView) -> str:
    name = page_parts.inner_link(page, Link(label=routine.name, address=routine.address))
    pictures = joined(*(page_parts.thumbnail(page, picture) for picture in routine.pictures))
    facts = markdown.definitions((text(label), text(value)) for label, value in routine.facts)
    return join([heading(3, name, f"{routine.id}-card"), pictures, text(routine.summary), facts])

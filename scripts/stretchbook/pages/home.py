"""The home page."""

from stretchbook import addresses, markdown
from stretchbook.markdown import block, heading, join, joined, text
from stretchbook.pages import parts, structured
from stretchbook.views.common import Link
from stretchbook.views.home import HomeView
from stretchbook.views.routine import RoutineView
from stretchbook.words import Words


def write_home_page(words: Words, view: HomeView) -> bytes:
    """The Markdown of the home page."""
    all_stretches = Link(label=words["all_stretches"], address=addresses.STRETCHES)
    body = join(
        [
            heading(1, text(view.site.tagline)),
            parts.lead(view.site.for_whom),
            heading(2, text(words["routines"]), "routines"),
            block("html", "div.grid.cards", markdown.bullets(map(_card, view.routines))),
            parts.short_warning(words, addresses.HOME, view.warning),
            heading(2, text(words["home_steps_title"]), "how-it-works"),
            markdown.numbers(map(text, words.group("home_steps").values())),
            "" if view.reviewed else text(words["home_not_reviewed"]),
            heading(2, text(words["all_stretches"]), "all-stretches"),
            text(words["all_stretches_summary"]),
            parts.inner_link(addresses.HOME, all_stretches),
        ]
    )
    front_matter = {
        "title": view.site.name,
        "description": view.site.description,
        "hide": ["toc"],
        "structured": structured.home_page(view),
    }
    return markdown.page(front_matter, body)


def _card(routine: RoutineView) -> str:
    name = parts.inner_link(addresses.HOME, Link(label=routine.name, address=routine.address))
    pictures = joined(*(parts.thumbnail(addresses.HOME, picture) for picture in routine.pictures))
    facts = markdown.definitions((text(label), text(value)) for label, value in routine.facts)
    return join([heading(3, name, f"{routine.id}-card"), pictures, text(routine.summary), facts])

"""The home page."""

from stretchbook import addresses, markdown, words
from stretchbook.markdown import block, heading, join, joined, text
from stretchbook.pages import parts, structured
from stretchbook.views.common import Link
from stretchbook.views.home import HomeView, RoutineCard


def write_home_page(view: HomeView) -> bytes:
    """The Markdown of the home page."""
    all_stretches = Link(label=words.ALL_STRETCHES, address=addresses.STRETCHES)
    body = join(
        [
            heading(1, text(view.tagline)),
            parts.lead(view.for_whom),
            heading(2, text(words.ROUTINES), "routines"),
            block("html", "div.grid.cards", markdown.bullets(map(_card, view.routines))),
            parts.short_warning(addresses.HOME, view.warning),
            heading(2, text(words.HOME_STEPS_TITLE), "how-it-works"),
            markdown.numbers(map(text, view.steps)),
            text(view.review),
            heading(2, text(words.ALL_STRETCHES), "all-stretches"),
            text(words.ALL_STRETCHES_SUMMARY),
            parts.inner_link(addresses.HOME, all_stretches),
        ]
    )
    front_matter = {
        "title": view.name,
        "description": view.description,
        "hide": ["toc"],
        "structured": structured.home_page(view),
    }
    return markdown.page(front_matter, body)


def _card(card: RoutineCard) -> str:
    name = parts.inner_link(addresses.HOME, Link(label=card.name, address=card.address))
    pictures = joined(*(parts.thumbnail(addresses.HOME, picture) for picture in card.pictures))
    facts = markdown.definitions((text(fact.label), text(fact.value)) for fact in card.facts)
    return join([heading(3, name, f"{card.id}-card"), pictures, text(card.summary), facts])

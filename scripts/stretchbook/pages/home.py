"""The home page."""

from markupsafe import Markup

from stretchbook import addresses, markdown, words
from stretchbook.html import element
from stretchbook.markdown import heading, join, text
from stretchbook.pages import parts, structured
from stretchbook.pages.parts import href
from stretchbook.views.home import HomeView, RoutineCard


def write_home_page(view: HomeView) -> bytes:
    """The Markdown of the home page."""
    all_stretches = href(addresses.HOME, addresses.STRETCHES)
    body = join(
        [
            heading(1, text(view.tagline)),
            element("p", view.for_whom, class_="lead"),
            heading(2, text(words.ROUTINES), "routines"),
            element("ul", [_card(card) for card in view.routines], class_="cards"),
            parts.short_warning(addresses.HOME, view.warning),
            heading(2, text(words.HOME_STEPS_TITLE), "how-it-works"),
            markdown.numbers(map(text, view.steps)),
            text(view.review),
            heading(2, text(words.ALL_STRETCHES), "all-stretches"),
            text(words.ALL_STRETCHES_SUMMARY),
            element("p", element("a", words.ALL_STRETCHES, href=all_stretches)),
            markdown.data_block(structured.home_page(view)),
        ]
    )
    front_matter = {"title": view.name, "description": view.description}
    return markdown.page(front_matter, body)


def _card(card: RoutineCard) -> Markup:
    pictures = [parts.thumbnail(addresses.HOME, picture) for picture in card.pictures]
    return element(
        "li",
        element("h3", element("a", card.name, href=href(addresses.HOME, card.address))),
        element("span", pictures, class_="card-pictures") if pictures else None,
        element("p", card.summary),
        parts.facts(card.facts),
        class_="card",
    )

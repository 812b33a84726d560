"""The page of one stretch."""

from collections.abc import Iterable

from stretchbook import markdown, words
from stretchbook.html import element
from stretchbook.markdown import heading, join, text
from stretchbook.pages import parts, structured
from stretchbook.pages.moved import moved_marks
from stretchbook.views.document import DocumentView
from stretchbook.views.moved import MovedAnchor
from stretchbook.views.stretch import StretchPageView, StretchView


def write_stretch_page(
    view: StretchPageView, document: DocumentView, moved: Iterable[MovedAnchor] = ()
) -> bytes:
    """The Markdown of one stretch; `moved` are places that used to be on its page."""
    stretch = view.stretch
    page = stretch.address
    body = join(
        [
            heading(1, text(stretch.name)),
            element("p", stretch.summary, class_="lead"),
            element("p", parts.print_button(), class_="jump"),
            parts.short_warning(page, view.warning),
            parts.picture(page, stretch.picture),
            parts.facts(view.facts),
            parts.session_start(view.session),
            heading(2, text(words.HOW_TO), "how-to"),
            how_to(stretch, level=3),
            element("div", data_print_item=stretch.name),
            heading(2, text(words.WHERE_NUMBERS_COME_FROM), "numbers"),
            dose_origins(stretch),
            heading(2, text(words.USED_IN), "routines"),
            parts.links(page, view.routines) or text(words.USED_IN_NONE),
            heading(2, text(words.SOURCES), "sources"),
            markdown.bullets(map(parts.source, view.sources)),
            parts.review(view.review, document),
            heading(2, text(words.PERMANENT_LINK), "link"),
            text(words.PERMANENT_LINK_TEXT),
            parts.copy_link(""),
            parts.facts(view.more_facts),
            moved_marks(page, moved),
            markdown.data_block(structured.stretch_page(view)),
        ]
    )
    front_matter = {"title": stretch.name, "description": view.description}
    front_matter |= parts.foot(document)
    return markdown.page(front_matter, body)


def how_to(stretch: StretchView, level: int) -> str:
    """Steps, where it is felt, what it works on, when to take care; `level` of its headings."""
    return join(
        [
            markdown.numbers(map(text, stretch.steps)),
            parts.notes([(words.FEEL, stretch.feel), (words.WORKS_ON, stretch.works_on)]),
            parts.cautions(stretch.cautions, level),
            parts.self_test(stretch.self_test, level),
        ]
    )


def dose_origins(stretch: StretchView) -> str:
    """Who chose each number, and why."""
    origins = markdown.bullets(map(parts.source, stretch.dose.origins))
    return join([origins, text(stretch.dose.reason)])

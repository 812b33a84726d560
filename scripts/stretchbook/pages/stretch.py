"""The page of one stretch."""

from collections.abc import Iterable

from stretchbook import markdown, words
from stretchbook.markdown import heading, join, paragraph, text
from stretchbook.pages import parts, structured
from stretchbook.pages.moved import moved_marks
from stretchbook.views.document import DocumentView
from stretchbook.views.moved import MovedAnchor
from stretchbook.views.stretch import StretchPageView


def write_stretch_page(
    view: StretchPageView, document: DocumentView, moved: Iterable[MovedAnchor] = ()
) -> bytes:
    """The Markdown of one stretch; `moved` are places that used to be on its page."""
    stretch = view.stretch
    page = stretch.address
    body = join(
        [
            heading(1, text(stretch.name)),
            paragraph(text(stretch.summary), "lead", data_print=""),
            parts.short_warning(page, view.warning),
            parts.picture(page, stretch.picture),
            parts.facts(view.facts),
            heading(2, text(words.HOW_TO), "how-to", **parts.session(view.session)),
            parts.how_to(stretch, level=3),
            heading(2, text(words.WHERE_NUMBERS_COME_FROM), "numbers"),
            _dose_origins(view),
            heading(2, text(words.USED_IN), "routines"),
            parts.links(page, view.routines) or text(words.USED_IN_NONE),
            heading(2, text(words.SOURCES), "sources"),
            markdown.bullets(map(parts.source, view.sources)),
            parts.review(view.review, document),
            heading(2, text(words.PERMANENT_LINK), "link"),
            paragraph(text(words.PERMANENT_LINK_TEXT), data_copy_link=""),
            parts.facts(view.more_facts),
            moved_marks(page, moved),
        ]
    )
    front_matter = {
        "title": stretch.name,
        "description": view.description,
        **parts.foot(document),
        "structured": structured.stretch_page(view),
    }
    return markdown.page(front_matter, body)


def _dose_origins(view: StretchPageView) -> str:
    """Who chose each number, and why."""
    origins = markdown.bullets(map(parts.source, view.dose_origins))
    return join([origins, text(view.stretch.dose.reason or "")])

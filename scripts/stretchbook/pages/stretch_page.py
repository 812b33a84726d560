"""The page of one stretch."""

from collections.abc import Mapping

from stretchbook.pages import markdown, page_parts, structured_data
from stretchbook.pages.markdown import heading, join, paragraph, text
from stretchbook.pages.moved_page import moved_marks
from stretchbook.views.document_view import DocumentView
from stretchbook.views.stretch_view import StretchPageView
from stretchbook.words import Words


def write_stretch_page(
    words: Words, view: StretchPageView, document: DocumentView, moved: Mapping[str, str]
) -> bytes:
    """The Markdown of one stretch; `moved` are places that used to be on it, and where they are."""
    stretch = view.stretch
    page = stretch.address
    body = join(
        [
            heading(1, text(stretch.name)),
            paragraph(text(stretch.summary), "lead", data_print="", data_add_to_plan=stretch.alone),
            page_parts.short_warning(words, page, view.warning),
            page_parts.picture(words, page, stretch.picture),
            page_parts.facts(view.facts),
            heading(2, text(words["how_to"]), "how-to", **page_parts.session(view.session)),
            page_parts.how_to(words, page, stretch, level=3),
            text(stretch.note_at_end),
            heading(2, text(words["where_numbers_come_from"]), "numbers"),
            _origins(view) or text(words["no_numbers"]),
            heading(2, text(words["used_in"]), "routines"),
            page_parts.links(page, view.routines) or text(words["used_in_none"]),
            heading(2, text(words["sources"]), "sources"),
            markdown.bullets(map(page_parts.source, view.sources)),
            page_parts.review(document),
            heading(2, text(words["permanent_link"]), "link"),
            paragraph(text(words["permanent_link_text"]), data_copy_link=""),
            page_parts.facts(view.more_facts),
            moved_marks(words, page, moved),
        ]
    )
    front_matter = {
        "title": stretch.name,
        "description": view.description,
        **page_parts.foot(words, document),
        "structured": structured_data.stretch_page(view, document),
    }
    return markdown.page(front_matter, body)


def _origins(view: StretchPageView) -> str:
    """Who chose each number, and why; who says what stands beside the steps."""
    origins = markdown.bullets(map(page_parts.source, view.origins))
    return join([origins, text(view.stretch.dose.reason or "")])

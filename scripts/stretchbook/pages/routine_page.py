"""The page of one routine."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from stretchbook import addresses
from stretchbook.pages import markdown, page_parts, structured_data
from stretchbook.pages.markdown import block, emphasis, heading, join, joined, paragraph, text
from stretchbook.pages.moved_page import moved_marks
from stretchbook.views.common import Link
from stretchbook.views.document_view import DocumentView
from stretchbook.views.routine_view import RoutineView, SectionView, StepView
from stretchbook.words import Words


def write_routine_page(
    words: Words, view: RoutineView, document: DocumentView, moved: Mapping[str, str]
) -> bytes:
    """The Markdown of one routine; `moved` are places that used to be on it, and where they are."""
    page = view.address
    body = join(
        [
            heading(1, text(view.name)),
            page_parts.lead(view.summary),
            page_parts.facts(view.facts),
            _jump(words, view.sections[0]),
            heading(2, text(words["for_whom"]), "for-whom"),
            markdown.bullets([*map(text, view.for_whom), *_related(view)]),
            page_parts.warning(words, view.warning),
            _titled(words["how_often"], "how-often", page_parts.advice(page, view.how_often)),
            _titled(
                words["when_to_stop"], "when-to-stop", page_parts.advice(page, view.when_to_stop)
            ),
            *(_section(words, page, section) for section in view.sections),
            _titled(words["afterwards"], "afterwards", page_parts.advice(page, view.afterwards)),
            _titled(words["evidence"], "evidence", page_parts.advice(page, view.evidence)),
            _take_with_you(words, view),
            _titled(words["sources"], "sources", _sources(view)),
            page_parts.review(document),
            moved_marks(words, page, moved),
        ]
    )
    front_matter = {
        "title": view.name,
        "description": view.summary,
        "picture": addresses.of_link_picture(page).lstrip("/"),
        **page_parts.foot(words, document),
        "structured": structured_data.routine_page(view, document),
    }
    return markdown.page(front_matter, body)


def _related(view: RoutineView) -> Iterable[Markup]:
    return (page_parts.advice_item(view.address, item) for item in view.related)


def _titled(title: str, anchor: str, body: str) -> str:
    return join([heading(2, text(title), anchor), body]) if body else ""


def _sources(view: RoutineView) -> str:
    """What the whole page rests on, the warning signs too."""
    return markdown.bullets([*map(page_parts.source, view.sources), text(view.warning.sources)])


def _jump(words: Words, first: SectionView) -> str:
    """To the first stretches, and the places of the buttons that scripts put beside it."""
    link = markdown.link(text(words["go_to_stretches"]), f"#{first.id}", "md-button")
    session = page_parts.session(first.session)
    start = words["start_session"]
    return paragraph(link, "actions", data_print="", **session, data_start=start)


def _take_with_you(words: Words, view: RoutineView) -> str:
    """The routine on paper, and as one file. Their sizes are known only once they are made."""
    links = [_handout(view.address, link) for link in view.handouts]
    title = heading(2, text(words["take_with_you"]), addresses.TAKE_AWAY)
    rows = markdown.bullets([*links, _one_file(words, view.address)])
    size = {"data-size": words.fill("file_size", n="?")}
    return block("html", "section.one-file", join([title, rows]), attrs=size)


def _handout(page: str, link: Link) -> Markup:
    target = addresses.in_markdown(page, link.address)
    return markdown.link(text(link.label), target, download="", data_size_of=link.address)


def _one_file(words: Words, page: str) -> Markup:
    address = addresses.of_download(page)
    return markdown.download(text(words["one_file"]), addresses.relative(page, address), address)


def _section(words: Words, page: str, view: SectionView) -> str:
    hint = joined(text(words["closed_at_first"]), text(words["do_in_order"]))
    return join(
        [
            heading(2, text(view.title), view.id, **page_parts.session(view.session)),
            paragraph(text(view.time), "time"),
            text(view.intro),
            paragraph(hint, data_open_all="") if view.first else "",
            *(_stretch(words, page, step) for step in view.steps),
        ]
    )


def _stretch(words: Words, page: str, step: StepView) -> str:
    """One stretch, closed at first. The block itself carries the id that links lead to."""
    stretch = step.stretch
    title = joined(
        page_parts.thumbnail(page, stretch.picture),
        markdown.inside(step.title),
        emphasis(text(stretch.dose_line), "dose"),
    )
    own_page = Link(label=words["full_page"], address=stretch.address)
    signs = markdown.link(text(words["signs_first"]), f"#{addresses.SIGNS}")
    body = join(
        [
            paragraph(markdown.strong(signs), "signs-first"),
            page_parts.facts(step.facts),
            page_parts.picture(words, page, stretch.picture),
            text(step.note),
            page_parts.how_to(words, page, stretch, level=4),
            text(step.at_end),
            paragraph(
                page_parts.inner_link(page, own_page),
                "actions",
                data_copy_link=stretch.id,
                data_add_to_plan=stretch.alone,
            ),
        ]
    )
    name = heading(3, title, f"{stretch.id}-name")
    return block("details", name, body, type="stretch", attrs={"id": stretch.id})

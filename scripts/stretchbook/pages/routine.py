"""The page of one routine."""

from collections.abc import Iterable

from markupsafe import Markup

from stretchbook import addresses, markdown, words
from stretchbook.markdown import block, emphasis, heading, join, joined, paragraph, text
from stretchbook.pages import parts, structured
from stretchbook.pages.moved import moved_marks
from stretchbook.views.common import Link
from stretchbook.views.document import DocumentView
from stretchbook.views.moved import MovedAnchor
from stretchbook.views.routine import RoutineView, SectionView, StepView


def write_routine_page(
    view: RoutineView, document: DocumentView, moved: Iterable[MovedAnchor] = ()
) -> bytes:
    """The Markdown of one routine; `moved` are places that used to be on it."""
    page = view.address
    body = join(
        [
            heading(1, text(view.name)),
            parts.lead(view.summary),
            parts.facts(view.facts),
            _jump(view.sections[0]),
            heading(2, text(words.FOR_WHOM), "for-whom"),
            markdown.bullets([*map(text, view.for_whom), *_related(view)]),
            parts.warning(view.warning),
            _titled(words.HOW_OFTEN, "how-often", parts.advice(page, view.how_often)),
            _titled(words.WHEN_TO_STOP, "when-to-stop", parts.advice(page, view.when_to_stop)),
            *(_section(page, section) for section in view.sections),
            _titled(words.AFTERWARDS, "afterwards", parts.advice(page, view.afterwards)),
            _titled(words.EVIDENCE, "evidence", parts.advice(page, view.evidence)),
            _take_with_you(view),
            _titled(words.SOURCES, "sources", markdown.bullets(map(parts.source, view.sources))),
            parts.review(view.review, document),
            moved_marks(page, moved),
        ]
    )
    front_matter = {
        "title": view.name,
        "description": view.summary,
        "picture": addresses.of_link_picture(page).lstrip("/"),
        **parts.foot(document),
        "structured": structured.routine_page(view),
    }
    return markdown.page(front_matter, body)


def _related(view: RoutineView) -> Iterable[Markup]:
    return (parts.advice_item(view.address, item) for item in view.related)


def _titled(title: str, anchor: str, body: str) -> str:
    return join([heading(2, text(title), anchor), body]) if body else ""


def _jump(first: SectionView) -> str:
    link = markdown.link(text(words.GO_TO_STRETCHES), f"#{first.id}", "md-button")
    return paragraph(link, "actions", data_print="")


def _take_with_you(view: RoutineView) -> str:
    """The routine on paper, and as one file. Their sizes are known only once they are made."""
    links = [_handout(view.address, link) for link in view.handouts]
    title = heading(2, text(words.TAKE_WITH_YOU), "take-it-with-you")
    rows = markdown.bullets([*links, _one_file(view.address)])
    return block("html", "section.one-file", join([title, rows]))


def _handout(page: str, link: Link) -> Markup:
    target = addresses.in_markdown(page, link.address)
    return markdown.link(text(link.label), target, download="", data_size_of=link.address)


def _one_file(page: str) -> Markup:
    address = addresses.of_download(page)
    return markdown.download(text(words.ONE_FILE), addresses.relative(page, address), address)


def _section(page: str, view: SectionView) -> str:
    return join(
        [
            heading(2, text(view.title), view.id, **parts.session(view.session)),
            paragraph(text(view.time), "time"),
            text(view.intro),
            paragraph(text(view.hint), data_open_all=""),
            *(_stretch(page, step) for step in view.steps),
        ]
    )


def _stretch(page: str, step: StepView) -> str:
    """One stretch, closed at first. The block itself carries the id that links lead to."""
    stretch = step.stretch
    title = joined(
        parts.thumbnail(page, stretch.picture),
        markdown.inside(step.title),
        emphasis(text(stretch.dose_line), "dose"),
    )
    own_page = Link(label=words.FULL_PAGE, address=stretch.address)
    body = join(
        [
            parts.facts(step.facts),
            parts.picture(page, stretch.picture),
            text(step.note),
            parts.how_to(stretch, level=4),
            paragraph(parts.inner_link(page, own_page), "actions", data_copy_link=stretch.id),
        ]
    )
    name = heading(3, title, f"{stretch.id}-name")
    return block("details", name, body, type="stretch", attrs={"id": stretch.id})

"""The page of one routine."""

from collections.abc import Iterable

from markupsafe import Markup

from stretchbook import addresses, markdown, words
from stretchbook.html import SPACE, Child, element, spaced
from stretchbook.markdown import heading, join, text
from stretchbook.pages import parts, structured
from stretchbook.pages.moved import moved_marks
from stretchbook.pages.stretch import how_to
from stretchbook.views.common import Link
from stretchbook.views.document import DocumentView
from stretchbook.views.moved import MovedAnchor
from stretchbook.views.routine import RoutineView, SectionView, StepView


def write_routine_page(
    view: RoutineView, document: DocumentView, moved: Iterable[MovedAnchor] = ()
) -> bytes:
    """The Markdown of one routine; `moved` are places that used to be on it."""
    body = join(
        [
            heading(1, text(view.name)),
            element("p", view.summary, class_="lead"),
            parts.facts(view.facts),
            _jump(view.sections[0]),
            heading(2, text(words.FOR_WHOM), "for-whom"),
            _for_whom(view),
            parts.warning(view.warning),
            heading(2, text(words.HOW_OFTEN), "how-often"),
            parts.advice(view.address, view.how_often),
            heading(2, text(words.WHEN_TO_STOP), "when-to-stop"),
            parts.advice(view.address, view.when_to_stop),
            *(_section(view.address, section) for section in view.sections),
            _titled(words.AFTERWARDS, "afterwards", parts.advice(view.address, view.afterwards)),
            heading(2, text(words.EVIDENCE), "evidence"),
            parts.advice(view.address, view.evidence),
            _take_with_you(view),
            heading(2, text(words.SOURCES), "sources"),
            markdown.bullets(map(parts.source, view.sources)),
            parts.review(view.review, document),
            moved_marks(view.address, moved),
            markdown.data_block(structured.routine_page(view)),
        ]
    )
    picture = addresses.of_link_picture(view.address).lstrip("/")
    front_matter = {"title": view.name, "description": view.summary, "picture": picture}
    front_matter |= parts.foot(document)
    return markdown.page(front_matter, body)


def _for_whom(view: RoutineView) -> Markup:
    related = [parts.advice_item(view.address, item) for item in view.related]
    return element("ul", [element("li", who) for who in view.for_whom], related)


def _take_with_you(view: RoutineView) -> Markup:
    """The routine on paper, and as one file. Their sizes are known only once they are made."""
    one_file = Link(label=words.ONE_FILE, address=addresses.of_download(view.address))
    links = [_download(view.address, link) for link in (*view.handouts, one_file)]
    return element(
        "section",
        element("h2", words.TAKE_WITH_YOU, id="take-it-with-you"),
        element("ul", [element("li", link) for link in links]),
        class_="one-file",
        data_one_file=True,
    )


def _download(page: str, link: Link) -> list[Child]:
    file = Markup(link.address)  # noqa: S704 - an address of ours
    size = element("small", data_size_of=file)
    return [element("a", link.label, href=parts.href(page, file), download=True), SPACE, size]


def _titled(title: str, anchor: str, body: str) -> str:
    return join([heading(2, text(title), anchor), body]) if body else ""


def _jump(first: SectionView) -> Markup:
    link = element("a", words.GO_TO_STRETCHES, href=parts.here(first.anchor))
    return element("p", link, SPACE, parts.print_button(), class_="jump")


def _section(page: str, view: SectionView) -> str:
    return join(
        [
            heading(2, text(view.title), view.anchor),
            element("p", view.time, class_="time"),
            parts.session_start(view.session),
            text(view.intro),
            text(view.hint),
            _open_all() if view.first else "",
            *(_block(page, step) for step in view.steps),
        ]
    )


def _open_all() -> Markup:
    """One pair for the page; hidden until the script that works it is there."""
    return element("p", _open_all_button(), SPACE, _close_all_button(), class_="open-all")


def _open_all_button() -> Markup:
    done = words.ALL_OPEN
    return element(
        "button", words.OPEN_ALL, type="button", data_open_all=True, data_done=done, hidden=True
    )


def _close_all_button() -> Markup:
    done = words.ALL_CLOSED
    return element(
        "button", words.CLOSE_ALL, type="button", data_close_all=True, data_done=done, hidden=True
    )


def _block(page: str, step: StepView) -> str:
    """One stretch, closed at first. The block itself carries the id that links lead to."""
    stretch = step.stretch
    summary = element(
        "summary",
        parts.thumbnail(page, stretch.picture),
        spaced(
            element("h3", step.title),
            element("span", stretch.dose.line, class_="stretch-dose"),
        ),
    )
    inside = join(
        [
            parts.facts(step.facts),
            parts.picture(page, stretch.picture),
            text(step.note),
            how_to(stretch, level=4),
            _more(page, step),
        ]
    )
    body = Markup(f"\n\n{inside}\n\n")  # noqa: S704 - made of escaped blocks
    return element(
        "details",
        summary,
        body,
        class_="stretch",
        id=stretch.id,
        data_stretch=True,
        data_print_item=stretch.name,
        markdown="1",
    )


def _more(page: str, step: StepView) -> Markup:
    address: str = step.stretch.address
    return element(
        "p",
        parts.copy_link(step.stretch.id),
        SPACE,
        element("a", words.FULL_PAGE, href=parts.href(page, address)),
        class_="stretch-links",
    )

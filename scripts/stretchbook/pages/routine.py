"""The page of one routine."""

from collections.abc import Iterable

from markupsafe import Markup

from stretchbook import addresses, markdown, words
from stretchbook.html import SPACE, element, spaced
from stretchbook.markdown import heading, join, text
from stretchbook.pages import parts, structured
from stretchbook.pages.moved import moved_marks
from stretchbook.pages.stretch import how_to
from stretchbook.views.moved import MovedAnchor
from stretchbook.views.routine import RoutineView, SectionView, StepView


def write_routine_page(view: RoutineView, moved: Iterable[MovedAnchor] = ()) -> bytes:
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
            _one_file(view.address),
            heading(2, text(words.SOURCES), "sources"),
            markdown.bullets(map(parts.source, view.sources)),
            parts.review(view.review),
            moved_marks(view.address, moved),
            markdown.data_block(structured.routine_page(view)),
        ]
    )
    picture = addresses.of_link_picture(view.address).lstrip("/")
    front_matter = {"title": view.name, "description": view.summary, "picture": picture}
    return markdown.page(front_matter, body)


def _for_whom(view: RoutineView) -> Markup:
    related = [parts.advice_item(view.address, item) for item in view.related]
    return element("ul", [element("li", who) for who in view.for_whom], related)


def _one_file(page: str) -> Markup:
    """The routine as one file. It is made from the finished page, and only then has a size."""
    file = addresses.of_download(page)
    link = element("a", words.ONE_FILE, href=parts.href(page, file), download=True)
    size = element("small", data_size_of=Markup(file))  # noqa: S704 - an address of ours
    return element(
        "section",
        element("h2", words.TAKE_WITH_YOU, id="take-it-with-you"),
        element("p", link, SPACE, size),
        class_="one-file",
        data_one_file=True,
    )


def _titled(title: str, anchor: str, body: str) -> str:
    return join([heading(2, text(title), anchor), body]) if body else ""


def _jump(first: SectionView) -> Markup:
    return element(
        "p", element("a", words.GO_TO_STRETCHES, href=parts.here(first.anchor)), class_="jump"
    )


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
        "details", summary, body, class_="stretch", id=stretch.id, data_stretch=True, markdown="1"
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

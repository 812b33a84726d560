"""Pieces of a page that several pages use."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from stretchbook import addresses, markdown, session_words, words
from stretchbook.html import SPACE, Child, element, spaced, void_element
from stretchbook.markdown import text
from stretchbook.views.common import Fact, Link, ReviewLine, SourceLine
from stretchbook.views.document import DocumentView
from stretchbook.views.routine import AdviceView
from stretchbook.views.session import SessionStart
from stretchbook.views.stretch import CautionView, PictureView, SelfTestView
from stretchbook.views.warning import ShortWarning, WarningView

THUMBNAIL = 96  # CSS pixels, both ways


def href(page: str, target: str) -> Markup:
    """The value of a link's `href`: both addresses are ours, relative to the site."""
    return Markup(addresses.relative(page, target))  # noqa: S704 - made of ids and slashes


def here(anchor: str) -> Markup:
    """The value of a link's `href` to a place on the same page."""
    return Markup(f"#{anchor}")  # noqa: S704 - made of an id


def source(line: SourceLine) -> Markup:
    """A source, linked where it has an address."""
    label = text(line.label)
    return markdown.external_link(label, line.url) if line.url else label


def small_source(line: SourceLine) -> Child:
    """A source behind a sentence; nothing where there is none."""
    return [SPACE, element("small", source(line))] if line.label else None


def facts(items: Iterable[Fact]) -> Markup:
    """Labels and values."""
    return element("dl", spaced(*(_labelled(f.label, f.value) for f in items)), class_="facts")


def _labelled(label: str, value: str) -> Markup:
    return element("div", spaced(element("dt", label), element("dd", value)))


def notes(items: Iterable[tuple[str, str]]) -> Markup:
    """Labels and sentences."""
    rows = spaced(*(_labelled(label, value) for label, value in items))
    return element("dl", rows, class_="notes")


def plain_list(items: Iterable[Child]) -> Markup:
    """An unordered list as HTML."""
    return element("ul", [element("li", item) for item in items])


def links(page: str, items: Iterable[Link]) -> str:
    """A list of links within the site."""
    return markdown.bullets(inner_link(page, item) for item in items)


def inner_link(page: str, item: Link) -> Markup:
    """A link within the site."""
    return element("a", item.label, href=href(page, item.address))


def advice(page: str, items: Iterable[AdviceView]) -> str:
    """Pieces of advice, each with who gives it; nothing where there is none."""
    rows = [advice_item(page, item) for item in items]
    return element("ul", rows, class_="advice") if rows else ""


def advice_item(page: str, item: AdviceView) -> Markup:
    """One piece of advice as an item of a list."""
    link: Child = [SPACE, inner_link(page, item.link)] if item.link else None
    return element("li", item.text, link, small_source(item.source))


def session_start(view: SessionStart) -> Markup:
    """The button that starts a guided session; shown only where a script can."""
    button = element(
        "button",
        session_words.START_SESSION,
        type="button",
        data_session=view.source,
        data_section=view.section,
        data_failed=session_words.START_FAILED,
    )
    time = element("span", view.time, data_guided_seconds=view.seconds)
    return element("p", button, SPACE, time, class_="session-start with-script")


def picture(page: str, view: PictureView) -> Markup:
    """The picture, or a quiet place for it that says in words what it will show."""
    if not view.still:
        return element(
            "div",
            element("p", element("strong", words.PICTURE_TO_COME)),
            element("p", words.PICTURE_SHOWS.format(alt=view.alt)),
            class_="picture picture-to-come",
        )
    image = void_element(
        "img",
        src=href(page, view.still),
        alt=view.alt,
        width=view.width,
        height=view.height,
        loading="lazy",
    )
    credit = element("p", element("small", view.credit)) if view.credit else None
    return element("div", image, _movement(page, view), credit, class_="picture", data_picture=True)


def _movement(page: str, view: PictureView) -> Child:
    """A button that fetches and plays the moving picture; hidden until the script is there."""
    if not view.moving:
        return None
    return element(
        "button",
        words.SHOW_MOVEMENT,
        type="button",
        data_movement=href(page, view.moving),
        data_stop=words.STOP_MOVEMENT,
        hidden=True,
    )


def thumbnail(page: str, view: PictureView) -> Markup:
    """A small picture beside a name, which says it already: so it has no words of its own."""
    if not view.small:
        return element("span", class_="thumbnail thumbnail-to-come", aria_hidden="true")
    address = href(page, view.small)
    image = void_element(
        "img", src=address, alt="", width=THUMBNAIL, height=THUMBNAIL, loading="lazy"
    )
    return element("span", image, class_="thumbnail")


def cautions(items: Sequence[CautionView], level: int) -> str:
    """When to take care; never hidden within the stretch."""
    if not items:
        return ""
    rows = plain_list([c.text, small_source(c.source)] for c in items)
    return element("div", element(f"h{level}", words.CAUTIONS), rows, class_="cautions")


def self_test(view: SelfTestView | None, level: int) -> str:
    """Another way to time a hold."""
    if view is None:
        return ""
    return element(
        "div",
        element(f"h{level}", view.name),
        element("p", view.summary),
        element("ol", [element("li", step) for step in view.steps]),
        element("p", view.interval),
        element("p", element("small", view.attribution)),
        class_="self-test",
        id=view.anchor,
    )


def copy_link(anchor: str) -> Markup:
    """A button that copies the address of a block, or of the page where `anchor` is empty."""
    return element(
        "button",
        words.COPY_LINK,
        class_="copy-link",
        type="button",
        data_copy_link=anchor,
        data_copied=words.LINK_COPIED,
        data_copy_failed=words.COPY_FAILED,
        hidden=True,
    )


def review(line: ReviewLine, document: DocumentView) -> str:
    """The review state, and which text this is."""
    state = element("p", element("strong", line.state))
    which = element("p", element("small", document.version, SPACE, document.id), class_="document")
    return element("div", state, element("p", line.dates), which, class_="review")


def print_button() -> Markup:
    """Opens the choices for printing; shown only where a script can work them."""
    return element(
        "button",
        words.PRINT,
        type="button",
        popovertarget="print",
        data_print_open=True,
        class_="with-script",
    )


def foot(document: DocumentView) -> dict[str, str]:
    """What stands at the foot of each printed page, as front matter."""
    return {
        "foot": words.PRINTED_FOOT.format(
            state=document.state, version=document.version, document=document.id
        )
    }


def warning(view: WarningView) -> str:
    """Urgent signs in full. Not a details block: it must never be closed."""
    return element(
        "section",
        element("h2", words.URGENT_TITLE, id="urgent-signs"),
        element("h3", words.URGENT_EMERGENCY),
        plain_list(view.emergency),
        element("p", element("strong", view.instruction)),
        phones(view),
        element("h3", words.URGENT_DOCTOR),
        plain_list(view.see_doctor_first),
        element("h3", words.URGENT_SOMEONE),
        plain_list(view.see_someone),
        element("p", view.advice),
        element("p", element("small", view.sources)),
        class_="urgent",
        aria_labelledby="urgent-signs",
    )


def short_warning(page: str, view: ShortWarning) -> str:
    """Urgent signs in a sentence or two; never hidden either."""
    return element(
        "section",
        element("h2", words.URGENT_TITLE, id="urgent-signs"),
        element("p", view.in_short),
        element("p", element("strong", view.instruction)),
        phones(view),
        element("p", inner_link(page, view.link)),
        class_="urgent urgent-short",
        aria_labelledby="urgent-signs",
    )


def phones(view: WarningView | ShortWarning) -> Markup:
    """Numbers to tap."""
    rows = [
        element("li", element("a", phone.number, href=f"tel:{phone.tel}"), SPACE, phone.label)
        for phone in view.phones
    ]
    return element("ul", rows, class_="phones")

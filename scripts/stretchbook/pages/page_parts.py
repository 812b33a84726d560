"""Pieces of a page that several pages use."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from stretchbook import addresses
from stretchbook.pages import markdown
from stretchbook.pages.markdown import (
    block,
    emphasis,
    heading,
    join,
    joined,
    paragraph,
    strong,
    text,
)
from stretchbook.views.common import AdviceView, Fact, Link
from stretchbook.views.document_view import DocumentView
from stretchbook.views.remark_view import RemarkView
from stretchbook.views.session_start_view import SessionStart
from stretchbook.views.stretch_view import PictureView, SelfTestView, StretchView
from stretchbook.views.warning_view import ShortWarning, WarningView
from stretchbook.words import Words

THUMBNAIL = 96  # CSS pixels, both ways


def program(name: str) -> str:
    """Where the page's own template puts what needs script."""
    return f"<!-- program: {name} -->"


def lead(sentence: str) -> str:
    """What a page is about, in larger type under its title."""
    return paragraph(text(sentence), "lead")


def source(line: Link) -> Markup:
    """A source, linked where it has an address."""
    label = text(line.label)
    return markdown.external_link(label, line.address) if line.address else label


def small_source(line: Link, *classes: str) -> Markup:
    """A source behind a sentence; nothing where there is none."""
    label = text(line.label)
    if line.address:
        return markdown.external_link(label, line.address, "source", *classes)
    return emphasis(label, "source")


def facts(items: Iterable[Fact]) -> str:
    """Labels and values, in a row."""
    rows = markdown.definitions((text(label), text(value)) for label, value in items)
    return block("html", "div.facts", rows) if rows else ""


def links(page: str, items: Iterable[Link]) -> str:
    """A list of links within the site."""
    return markdown.bullets(inner_link(page, item) for item in items)


def inner_link(page: str, item: Link, *classes: str) -> Markup:
    """A link to a page of the site."""
    return markdown.link(text(item.label), addresses.in_markdown(page, item.address), *classes)


def pager(words: Words, pages: Sequence[str], number: int) -> str:
    """The way to the page before and to the next; `pages` are the addresses of all, from 1."""
    page, before, after = pages[number - 1], pages[: number - 1][-1:], pages[number:][:1]
    found = [Link(label=words["previous_page"], address=address) for address in before]
    found += [Link(label=words["next_page"], address=address) for address in after]
    following = "".join(addresses.relative(page, address) for address in after)
    ways = joined(*(inner_link(page, item) for item in found))
    return paragraph(ways, "pager", data_next_list=following) if found else ""


def advice(page: str, items: Iterable[AdviceView]) -> str:
    """Pieces of advice, each with who gives it; nothing where there is none."""
    return markdown.bullets(advice_item(page, item) for item in items)


def advice_item(page: str, item: AdviceView) -> Markup:
    """One piece of advice; a link out that stands alone is printed with its address."""
    link = inner_link(page, item.link) if item.link else ""
    classes = () if item.text else ("printed",)
    return joined(text(item.text), link, small_source(item.source, *classes))


def session(view: SessionStart) -> Mapping[str, str]:
    """What docs/js/session-start.js makes a button of, as attributes of a heading."""
    return {"data_session": view.source, "data_section": view.section, "data_time": view.time}


def picture(words: Words, page: str, view: PictureView) -> str:
    """The picture, with words for those who do not see it; or a quiet place where it will be."""
    if not view.still:
        told = text(words.fill("picture_shows", alt=view.alt))
        to_come = strong(text(words["picture_to_come"]))
        return block("html", "div.picture-to-come", join([to_come, told]))
    size: dict[str, str | int] = {"width": view.width, "height": view.height, "loading": "lazy"}
    if view.moving:
        size["data_movement"] = addresses.relative(page, view.moving)
    source = addresses.relative(page, view.still)
    image = markdown.image(text(view.alt), source, "picture", **size)
    described = paragraph(text(view.description), "visually-hidden")
    note, credit = paragraph(text(view.note), "note"), paragraph(text(view.credit), "credit")
    return join([image, described, note, credit])


def thumbnail(page: str, view: PictureView) -> Markup:
    """A small picture beside a name, which says it already: so it has no words of its own."""
    if not view.small:
        return Markup()
    source = addresses.relative(page, view.small)
    size = {"width": THUMBNAIL, "height": THUMBNAIL}
    return markdown.image(Markup(), source, "thumbnail", **size, loading="lazy")


def how_to(words: Words, page: str, stretch: StretchView, level: int) -> str:
    """When to take care, the steps, and what is said beside them; `level` of its headings."""
    return join(
        [
            remarks(page, (one for one in stretch.remarks if one.before_steps)),
            cautions(words, stretch.cautions, level),
            markdown.numbers(map(text, stretch.steps)),
            remarks(page, (one for one in stretch.remarks if not one.before_steps)),
            self_test(stretch.self_test, level),
        ]
    )


def remarks(page: str, items: Iterable[RemarkView]) -> str:
    """Labels, each with what is said behind it."""
    return markdown.definitions(
        (text(item.label), *(advice_item(page, line) for line in item.lines)) for item in items
    )


def cautions(words: Words, items: Sequence[AdviceView], level: int) -> str:
    """When to take care; never hidden within the stretch."""
    if not items:
        return ""
    rows = markdown.bullets(joined(text(item.text), small_source(item.source)) for item in items)
    return block("admonition", heading(level, text(words["cautions"])), rows, type="warning")


def self_test(view: SelfTestView | None, level: int) -> str:
    """Another way to time a hold."""
    if view is None:
        return ""
    body = join(
        [
            text(view.summary),
            markdown.numbers(map(text, view.steps)),
            text(view.interval),
            paragraph(text(view.attribution), "source"),
        ]
    )
    title = heading(level, text(view.name), f"{view.id}-name")
    return block("admonition", title, body, type="tip", attrs={"id": view.id})


def review(document: DocumentView) -> str:
    """The review state, and which text this is."""
    which = joined(text(document.version), text(document.id))
    body = join([text(document.dates), paragraph(which, "document")])
    return block("admonition", text(document.state), body, type="info", attrs={"class": "review"})


def foot(words: Words, document: DocumentView) -> dict[str, str]:
    """What stands at the foot of each printed page, as front matter."""
    return {
        "foot": words.fill(
            "printed_foot",
            state=document.state,
            version=document.version,
            document=document.id,
        )
    }


def warning(words: Words, view: WarningView) -> str:
    """Urgent signs in full. Not a details block: it must never be closed."""
    body = join(
        [
            heading(3, text(words["urgent_emergency"]), "emergency"),
            markdown.bullets(map(text, view.emergency)),
            strong(text(view.instruction)),
            phones(view),
            heading(3, text(words["urgent_doctor"]), "see-a-doctor"),
            markdown.bullets(map(text, view.see_doctor_first)),
            heading(3, text(words["urgent_someone"]), "see-someone"),
            markdown.bullets(map(text, view.see_someone)),
            text(view.advice),
        ]
    )
    return _urgent(words, body)


def short_warning(words: Words, page: str, view: ShortWarning) -> str:
    """Urgent signs in a sentence or two; never hidden either."""
    more = inner_link(page, view.link)
    body = [text(view.in_short), strong(text(view.instruction)), phones(view), more]
    return _urgent(words, join(body), "short")


def _urgent(words: Words, body: str, *classes: str) -> str:
    title = heading(2, text(words["urgent_title"]), addresses.SIGNS)
    name = " ".join(("urgent", *classes))
    attrs = {"class": name, "role": "region", "aria-labelledby": addresses.SIGNS}
    return block("admonition", title, body, type="danger", attrs=attrs)


def phones(view: WarningView | ShortWarning) -> str:
    """Numbers to tap."""
    return markdown.bullets(
        joined(
            markdown.link(text(phone.number), addresses.of_phone(phone.number)), text(phone.label)
        )
        for phone in view.phones
    )

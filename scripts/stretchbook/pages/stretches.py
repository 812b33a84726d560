"""The list of all stretches."""

from markupsafe import Markup

from stretchbook import markdown, words
from stretchbook.html import SPACE, Child, element, spaced
from stretchbook.markdown import heading, join, text
from stretchbook.pages import parts
from stretchbook.pages.parts import href
from stretchbook.views.stretches import Choice, Entry, Filter, StretchListView


def write_stretch_list(view: StretchListView) -> bytes:
    """The Markdown of one page of the list."""
    body = join(
        [
            heading(1, text(view.title)),
            element("p", view.description, class_="lead"),
            _form(view),
            _status(),
            _list(view),
            _pager(view),
            _plain_lists(view),
        ]
    )
    return markdown.page({"title": view.title, "description": view.description}, body)


def _form(view: StretchListView) -> Markup:
    """Filters; hidden until the script that works them is there."""
    return element(
        "form",
        [_select(item) for item in view.filters],
        element("button", words.FILTER_RESET, type="reset"),
        class_="filters",
        data_filters=True,
        hidden=True,
    )


def _select(item: Filter) -> Markup:
    choices = [element("option", choice.label, value=choice.value) for choice in item.choices]
    first = element("option", words.FILTER_ANY, value="")
    select = element("select", first, choices, name=item.name)
    return element("label", element("span", item.label), select)


def _status() -> Markup:
    one, other = words.FILTER_STATUS
    return element(
        "p",
        class_="filter-status",
        role="status",
        data_filter_status=True,
        data_one=one,
        data_other=other,
        data_none=words.FILTER_NONE,
        data_part=words.FILTER_PART,
        data_failed=words.FILTER_FAILED,
    )


def _list(view: StretchListView) -> Markup:
    rows = [_entry(view.address, entry) for entry in view.entries]
    return element("ul", rows, class_="stretch-list", data_stretch_list=True)


def _entry(page: str, entry: Entry) -> Markup:
    stretch = entry.stretch
    values = {f"data-{name}": " ".join(found) for name, found in entry.values.items()}
    dose = f"{stretch.position} · {stretch.dose.time}"
    lines = spaced(
        element("strong", stretch.name),
        element("span", stretch.summary),
        element("span", dose, class_="stretch-dose"),
    )
    name = element("span", lines, class_="stretch-name")
    picture = parts.thumbnail(page, stretch.picture)
    link = element("a", picture, name, href=href(page, stretch.address))
    return element("li", link, **values)


def _pager(view: StretchListView) -> str:
    links: list[Child] = []
    if view.previous_page:
        address = href(view.address, view.previous_page)
        links += [element("a", words.PREVIOUS_PAGE, href=address), SPACE]
    if view.next_page:
        address = href(view.address, view.next_page)
        links.append(element("a", words.NEXT_PAGE, href=address, data_next_list=True))
    return element("nav", links, class_="pager", aria_label=words.ALL_STRETCHES) if links else ""


def _plain_lists(view: StretchListView) -> str:
    """The same choices as lists of links, for readers without script."""
    lists = [_plain_list(view.address, item) for item in view.filters]
    return element("div", lists, class_="plain-lists", data_plain_lists=True)


def _plain_list(page: str, item: Filter) -> Child:
    rows = [
        [element("strong", choice.label), parts.plain_list(_links(page, choice))]
        for choice in item.choices
        if choice.stretches
    ]
    return [element("h2", item.label), parts.plain_list(rows)]


def _links(page: str, choice: Choice) -> list[Markup]:
    return [parts.inner_link(page, link) for link in choice.stretches]

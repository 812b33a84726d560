"""The sheet of links: every routine and stretch with its address, for those who hand them out.

docs/js/link-sheet.js adds to each the buttons and the code: only the page in a browser knows for
certain where it stands.
"""

from collections.abc import Iterator, Mapping, Sequence

from stretchbook import addresses
from stretchbook.pages import markdown, page_parts
from stretchbook.pages.markdown import block, emphasis, heading, join, joined, paragraph, text
from stretchbook.pages.stretch_list_page import filtered, front_matter
from stretchbook.views.common import Link
from stretchbook.views.routine_view import RoutineView
from stretchbook.views.stretch_list_view import StretchListView
from stretchbook.views.stretch_view import StretchView
from stretchbook.words import Words

PICTURE_WIDTH = 320  # pixels, on the page of somebody else
LINK_PICTURE = (1200, 630)  # of a routine


def write_link_sheet(words: Words, view: StretchListView) -> bytes:
    """The Markdown of one page of the sheet."""
    entries = [*(_routine(words, view, routine) for routine in view.routines), *_stretches(view)]
    body = join(
        [
            heading(1, text(view.title)),
            paragraph(text(view.description), "lead", data_print=""),
            paragraph(text(words["links_without_script"]), "without-script"),
            page_parts.program("filters"),
            block("html", "div.link-sheet", markdown.bullets(entries)),
            page_parts.pager(words, view.pages, view.number),
        ]
    )
    head = front_matter(words, view, **words.pick("links.* shown=links_shown"))
    return markdown.page(head, body)


def _routine(words: Words, view: StretchListView, routine: RoutineView) -> str:
    found_by = {item.name: () for item in view.filters} | {"routine": (routine.id,)}
    picture = (addresses.of_link_picture(routine.address), *LINK_PICTURE)
    kind = emphasis(text(words["routine_label"]), "kind")
    return f"{_link(view.address, routine, kind)}\n{_found(view.address, picture, found_by)}"


def _stretches(view: StretchListView) -> Iterator[str]:
    for stretch, found_by in view.entries:
        shown = stretch.picture
        found = _found(view.address, (shown.still, shown.width, shown.height), found_by)
        yield f"{_link(view.address, stretch)}\n{found}"


def _link(page: str, named: RoutineView | StretchView, kind: str = "") -> str:
    """The link, and its address in words behind the name of the host."""
    link = page_parts.inner_link(page, Link(label=named.name, address=named.address))
    words = emphasis(joined(page_parts.program("site"), named.address, by=""), "address")
    return joined(link, kind, words)


def _found(page: str, picture: tuple[str, int, int], found_by: Mapping[str, Sequence[str]]) -> str:
    """By what it is filtered, and the picture for the page of somebody else."""
    values: dict[str, str | int] = {**filtered(found_by)}
    address, width, height = picture
    if address:
        values["data_picture"] = addresses.relative(page, address)
        values["data_height"] = round(PICTURE_WIDTH * height / width)
    return markdown.attributes("card", **values)

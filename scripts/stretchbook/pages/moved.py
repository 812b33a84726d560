"""What is left at an old address: it leads on, with script and without."""

from collections.abc import Iterable

from stretchbook import addresses, markdown, words
from stretchbook.markdown import heading, join, joined, paragraph, text
from stretchbook.pages.parts import inner_link
from stretchbook.views.common import Link
from stretchbook.views.moved import MovedAnchor, MovedPage


def write_moved_page(view: MovedPage) -> bytes:
    """The page at an old address. Its template adds the redirect to the head of the page."""
    link = inner_link(view.address, Link(label=view.target, address=view.target), "moved-page")
    body = join([heading(1, text(view.title)), joined(text(words.MOVED), link)])
    front_matter = {
        "title": view.title,
        "template": "moved.html",
        "moved_to": addresses.relative(view.address, view.target),
        "hide": ["toc"],
    }
    return markdown.page(front_matter, body)


def moved_marks(page: str, anchors: Iterable[MovedAnchor]) -> str:
    """Marks for old anchors: a line that leads on, which the script follows by itself."""
    return join(_mark(page, item) for item in anchors)


def _mark(page: str, item: MovedAnchor) -> str:
    link = inner_link(page, Link(label=item.target, address=item.target))
    target = addresses.relative(page, item.target)
    line = joined(text(words.MOVED), link)
    return paragraph(line, "moved", anchor=item.anchor, data_moved_to=target)

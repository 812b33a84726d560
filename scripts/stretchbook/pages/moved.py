"""What is left at an old address: it leads on, with script and without."""

from collections.abc import Iterable

from stretchbook import markdown, words
from stretchbook.html import SPACE, element
from stretchbook.markdown import heading, join, text
from stretchbook.pages.parts import href
from stretchbook.views.moved import MovedAnchor, MovedPage


def write_moved_page(view: MovedPage) -> bytes:
    """The page at an old address. Its template adds the redirect to the head of the page."""
    target = href(view.address, view.target)
    link = element("a", view.target, href=target, data_moved_page=True)
    body = join([heading(1, text(view.title)), element("p", words.MOVED, SPACE, link)])
    front_matter = {
        "title": view.title,
        "template": "moved.html",
        "moved_to": target,
        "search": {"exclude": True},
    }
    return markdown.page(front_matter, body)


def moved_marks(page: str, anchors: Iterable[MovedAnchor]) -> str:
    """Marks for old anchors: a line that leads on, which the script follows by itself."""
    return join(_mark(page, item) for item in anchors)


def _mark(page: str, item: MovedAnchor) -> str:
    target = href(page, item.target)
    link = element("a", item.target, href=target)
    return element(
        "p", words.MOVED, SPACE, link, class_="moved", id=item.anchor, data_moved_to=target
    )

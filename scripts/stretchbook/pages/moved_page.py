"""What is left at an old address: it leads on, with script and without."""

from collections.abc import Mapping
from urllib.parse import quote

from stretchbook import addresses
from stretchbook.pages import markdown
from stretchbook.pages.markdown import heading, join, joined, paragraph, text
from stretchbook.pages.page_parts import inner_link
from stretchbook.views.common import Link
from stretchbook.words import Words


def write_moved_page(words: Words, page: str, target: str) -> bytes:
    """The page at an old address. Its template adds the redirect to the head of the page."""
    link = inner_link(page, Link(label=target, address=target), "moved-page")
    body = join([heading(1, text(words["moved_title"])), joined(text(words["moved"]), link)])
    front_matter = {
        "title": words["moved_title"],
        "template": "moved.html",
        "moved_to": addresses.relative(page, target),
        "hide": ["toc"],
    }
    return markdown.page(front_matter, body)


def moved_marks(words: Words, page: str, anchors: Mapping[str, str]) -> str:
    """Marks for old anchors: a line that leads on, which the script follows by itself."""
    return join(_mark(words, page, anchor, target) for anchor, target in anchors.items())


def _mark(words: Words, page: str, anchor: str, target: str) -> str:
    link = inner_link(page, Link(label=target, address=target))
    line = joined(text(words["moved"]), link)
    moved_to = addresses.relative(page, target)
    return paragraph(line, "moved", anchor=anchor, data_moved_to=_plain(moved_to))


def _plain(address: str) -> str:
    """The same address without the marks that Markdown acts on in an attribute."""
    return quote(address, safe="/#.").replace("_", "%5F").replace("~", "%7E")

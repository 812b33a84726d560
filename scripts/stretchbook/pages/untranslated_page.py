"""What a language says of a page that it does not have yet."""

from stretchbook import addresses
from stretchbook.model import ENGLISH
from stretchbook.pages import markdown
from stretchbook.pages.markdown import heading, join, joined, link, text
from stretchbook.words import Words


def write_untranslated_page(words: Words, page: str, english: str = addresses.HOME) -> bytes:
    """The page; `english` is the one to read instead, which docs/js learns from its address."""
    target = addresses.in_markdown(page, english)
    name = text(ENGLISH.name)
    way = link(name, target, lang=ENGLISH.code, hreflang=ENGLISH.code, data_untranslated="")
    title = heading(1, text(words["untranslated_title"]))
    body = join([title, joined(text(words["untranslated"]), way)])
    front_matter = {"title": words["untranslated_title"], "hide": ["toc"], "robots": "noindex"}
    return markdown.page(front_matter, body)

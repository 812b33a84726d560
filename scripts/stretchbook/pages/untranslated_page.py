"""What a language says of a page that it does not have."""

from stretchbook import addresses
from stretchbook.pages import markdown
from stretchbook.pages.markdown import heading, join, joined, text
from stretchbook.views.translation_view import UntranslatedView
from stretchbook.words import Words


def write_untranslated_page(words: Words, view: UntranslatedView) -> bytes:
    """The page. Where it stands for many, docs/js learns from its address which is meant."""
    target = addresses.in_markdown(view.address, view.instead.address)
    label = text(view.instead.label)
    way = markdown.link(label, target, lang="en", hreflang="en", data_untranslated="")
    title = heading(1, text(view.title))
    front_matter = {
        "title": view.title,
        "hide": ["toc"],
        "robots": "noindex",
    }
    return markdown.page(front_matter, join([title, joined(text(words["untranslated"]), way)]))

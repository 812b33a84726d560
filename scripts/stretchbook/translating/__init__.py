"""Other languages: catalogues for translators, and the library in their words.

The English content stays the only source. A text is known by its file, its field and itself, never
by its position, so that an inserted step moves nothing.
"""

FOLDER = "translations"
"""Below the content: a folder for each language."""

EXAMPLE = "content"
"""Our own content, which an update changes; its translations of our words hold for every site."""

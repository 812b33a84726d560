"""Translations for tests: catalogues that a function has filled in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from babel.messages import Catalog

from stretchbook.translating import FOLDER, po_files
from stretchbook.translating.source_texts import CATALOGUES, SourceText

REVIEW = "name: {code}\nenglish_name: Example\ndirection: {direction}\ntranslated_by: a test\n"
Say = Callable[[SourceText, str], str]  # and the English of one form


def translate(
    content: Path, code: str, texts: Sequence[SourceText], say: Say, direction: str = "ltr"
) -> Path:
    """Write the folder of a language below `content`; what `say` leaves empty stays so."""
    folder = content / FOLDER / code
    folder.mkdir(parents=True)
    review = REVIEW.format(code=code, direction=direction)
    (folder / "review.yml").write_text(review, "utf-8")
    for name in CATALOGUES:
        empty, _ = po_files.read(folder / f"{name}.po", code, name)
        catalog = po_files.updated(empty, [text for text in texts if text.catalogue == name])
        fill(catalog, {text.key: text for text in texts}, say)
        (folder / f"{name}.po").write_bytes(po_files.write(catalog))
    return folder


def fill(catalog: Catalog, texts: dict[tuple[str, str], SourceText], say: Say) -> None:
    """Write what `say` says into every entry; a sentence that counts gets all its forms."""
    for message in catalog:
        if isinstance(message.id, str) and message.id:
            text = texts[message.context or "", message.id]
            message.string = say(text, message.id)
        elif message.id:
            text = texts[message.context or "", message.id[0]]
            message.string = tuple(say(text, message.id[1]) for _ in range(catalog.num_plurals))

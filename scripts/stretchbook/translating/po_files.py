"""Catalogues in the format of gettext, which Weblate, Poedit and OmegaT open.

Babel reads and writes them.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from stretchbook.keeping import remembered
from stretchbook.problems import Problem
from stretchbook.translating.plural_forms import gettext_rule
from stretchbook.translating.source_texts import SourceText

ALIKE = 0.6  # of two texts, from where the older one's translation is worth a look
WIDTH = 100
WHOLE_LINE = re.compile(r'(?!(?:#~ *)?(?:msg|")).*|(?:#~ *)?[a-z_\[\]0-9 ]*"(?:[^"\\]|\\.)*" *')
HEADER = "# The texts of this site for translators: open it with Poedit, Weblate or OmegaT."


def read(path: Path, language: str, shown: str) -> tuple[Catalog, list[Problem]]:
    """A catalogue; an empty one where there is no file, or none that can be read."""
    locale = language.replace("-", "_")  # as gettext writes it
    empty = Catalog(locale=locale, header_comment=HEADER, creation_date=datetime.now(UTC))
    empty.mime_headers = [("Plural-Forms", gettext_rule(language))]
    if not path.exists():
        return empty, []
    try:
        data = path.read_bytes()
        if line := _open_text(data):
            return empty, [_unreadable(shown, "a text is not closed", 'end it with "', line)]
        return _parsed(data, locale), []
    except PoFileError as error:
        hint = "open it in Poedit, which shows the place"
        return empty, [_unreadable(shown, error, hint, error.lineno + 1)]
    except ValueError as error:  # no UTF-8 is one too
        return empty, [_unreadable(shown, error, "save it as UTF-8")]


@remembered
def _parsed(data: bytes, locale: str) -> Catalog:
    return read_po(BytesIO(data), locale=locale, abort_invalid=True)


@remembered
def _open_text(data: bytes) -> int:
    """The first line whose text does not end, from 1; Babel would lose it without a word."""
    lines = enumerate(data.decode("utf-8").splitlines(), 1)
    return next((number for number, line in lines if not WHOLE_LINE.fullmatch(line)), 0)


def _unreadable(shown: str, error: object, hint: str, line: int = 0) -> Problem:
    return Problem(path=shown, line=line, message=f"cannot be read: {error}", hint=hint)


def updated(old: Catalog, texts: Iterable[SourceText]) -> Catalog:
    """The catalogue for these texts, with every translation that still holds.

    A text that was edited a little keeps its old translation, marked as fuzzy, with the English of
    then beside it. Only a text of the same field that is gone is looked at: it was this one.
    """
    new = Catalog(
        locale=old.locale, header_comment=HEADER, creation_date=old.creation_date, fuzzy=False
    )
    new.mime_headers = [("Plural-Forms", old.plural_forms)]
    new.revision_date, new.last_translator = old.revision_date, old.last_translator
    new.language_team, new.msgid_bugs_address = old.language_team, old.msgid_bugs_address
    wanted = list(texts)
    gone = outlived(old, wanted)
    for text in wanted:
        message = old.get(id_of(text), text.context)
        if message is None or not has_words(message):
            message = _edited(text, gone) or message
        _add(new, text, message)
    for one in gone:
        new.obsolete[_singular(one), one.context or ""] = one
    return new


def outlived(catalog: Catalog, texts: Iterable[SourceText]) -> list[Message]:
    """The translations whose English is gone."""
    kept = {text.key for text in texts}
    gone = [one for one in _messages(catalog) if (one.context, _singular(one)) not in kept]
    return [one for one in (*gone, *catalog.obsolete.values()) if has_words(one)]


def write(catalog: Catalog) -> bytes:
    """The file."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=WIDTH, include_previous=True)
    return buffer.getvalue()


def progress(catalog: Catalog) -> tuple[int, int, int]:
    """How many texts are translated, how many must be looked at again, and how many there are."""
    messages = [*_messages(catalog)]
    again = sum(one.fuzzy for one in messages)
    return sum(map(has_words, messages)) - again, again, len(messages)


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def id_of(text: SourceText) -> str | tuple[str, str]:
    """What Babel finds it by, beside its context."""
    return (text.text, text.plural) if text.plural else text.text


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def has_words(message: Message) -> bool:
    """Whether somebody has translated it, be it long ago."""
    string = message.string
    return bool(string) if isinstance(string, str) else any(string or ())


def _edited(text: SourceText, gone: list[Message]) -> Message | None:
    """What this text was before somebody edited it; taken out of `gone`."""
    was = [one for one in gone if one.context == text.context]
    was = [one for one in was if isinstance(one.id, str) == (not text.plural)]
    rated = [(SequenceMatcher(None, _singular(one), text.text).ratio(), one) for one in was]
    likeness, found = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    if found is None or likeness < ALIKE:
        return None
    gone.remove(found)
    previous = [found.id] if isinstance(found.id, str) else list(found.id)
    return Message(
        found.id,
        found.string,
        flags={"fuzzy"},
        user_comments=found.user_comments,
        previous_id=previous,
    )


def _add(catalog: Catalog, text: SourceText, message: Message | None) -> None:
    catalog.add(
        id_of(text),
        message.string if message else None,
        locations=[(text.file, 0)],  # no line: it would change with every edit above
        flags=message.flags if message else (),
        auto_comments=text.notes,
        user_comments=message.user_comments if message else (),
        previous_id=message.previous_id if message else (),
        context=text.context,
    )

"""Links as programs on their way leave them, with what they put around and into a plan taken off.

A link comes encoded once more, broken at a line's end, in angle brackets, with a full stop behind.
The checksum tells when all of the plan is there again, so this needs no list without end. The twin
of docs/js/plan/undress.js.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from stretchbook.plans.texts import from_percent, lower, to_percent, without_spaces

# A plan with its checksum, and nothing behind it that could be one more part of it.
WHOLE: Final = re.compile(
    r"([0-9]{1,3}/.*?)/end:([0-9a-f]{4})(?!/+[0-9a-z])", re.IGNORECASE | re.ASCII
)
ENDED: Final = re.compile(r"/end:[0-9a-f]{4}", re.IGNORECASE | re.ASCII)
VERSIONED: Final = re.compile(r"\A[0-9]{1,3}/")
PARTED: Final = re.compile("[/:]")
TEXT: Final = re.compile(r"/([a-z]+):([^/]*)", re.IGNORECASE | re.ASCII)
ENCODED_AT_MOST: Final = 3  # times
MOST_PIECES: Final = 6  # between one # and the next
LEAD: Final = re.compile(r"\A(?:[^#]*://[^#]*?)?(?:#|%(?:25)*23)+")
MARKS_BEFORE: Final = re.compile(r"\A(?:%[0-9a-f]{2}|[^0-9a-z/%:])+", re.IGNORECASE | re.ASCII)
MARKS_BEHIND: Final = re.compile(r"[^0-9a-zA-Z/:]+\Z")
# What is put behind a link to count who presses it
COUNTED: Final = re.compile(r"[?&][0-9a-zA-Z_.-]+=[^/]*\Z")

# How HTML writes a mark. A link of ours has no & of its own.
ENTITY: Final = re.compile(
    r"&(?:amp;)*(?:#x([0-9a-f]{1,4})|#([0-9]{1,4})|[a-z]+);", re.IGNORECASE | re.ASCII
)
UNSEEN: Final = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060\ufeff]|%C2%AD|%E2%80%8[BEF]|%E2%81%A0|%EF%BB%BF",
    re.IGNORECASE | re.ASCII,
)
# The end of a line, as mail programs break and quote it. A text may hold such marks, but then the
# link fits its checksum with them.
BREAK: Final = re.compile(
    "(?:%3D|%3E|=)*(?:%0D|%0A|%09|%20|%C2%A0|%E2%80%8[CD]|=0D|=0A)+(?:%3E)*|[=<>\u200c\u200d]",
    re.IGNORECASE | re.ASCII,
)


def checksum(text: str) -> str:
    """CRC-32, of which the last four hexadecimal digits are enough to notice a cut."""
    return f"{zlib.crc32(text.encode()) & 0xFFFF:04x}"


def whole_in(link: str) -> str | None:
    """All of a plan that was put into a link, without its checksum, which fits."""
    for text in dict.fromkeys(_forms(link)):
        pieces = text.split("#")[:MOST_PIECES]
        for piece in filter(ENDED.search, pieces):
            for written in (piece, _rewritten(piece), _rewritten(lower(piece))):
                found = WHOLE.match(MARKS_BEFORE.sub("", written))
                if found and checksum(found[1]) == found[2].lower():
                    return found[1]
    return None


def closest_in(link: str) -> str:
    """What comes closest to a plan in a link where something is missing."""
    texts = [_undressed(_tidy(text)) for text in _decodings(_tidy(link))]
    found = (text for test in (VERSIONED, PARTED) for text in texts if test.search(text))
    return next(found, texts[0])


def _undressed(text: str) -> str:
    for around in (LEAD, COUNTED, MARKS_BEFORE, MARKS_BEHIND):
        text = around.sub("", text)
    return text


def _forms(link: str) -> Iterator[str]:
    """Every way to take a link, beginning with as it stands."""
    plain = _tidy(link)
    bare = BREAK.sub("", plain)
    yield from (without_spaces(link), plain, bare, re.sub("%3a", ":", bare, flags=re.IGNORECASE))
    yield from (BREAK.sub("", _tidy(text)) for text in _decodings(plain)[1:])


def _decodings(text: str) -> list[str]:
    """The text as it stands, decoded once, twice and three times."""
    found = [text]
    for _ in range(ENCODED_AT_MOST):
        found.append(from_percent(found[-1]))
    return found


def _tidy(text: str) -> str:
    return UNSEEN.sub("", ENTITY.sub(_mark, without_spaces(text)).replace("\\", "/"))


def _mark(entity: re.Match[str]) -> str:
    code = int(entity[1], 16) if entity[1] else int(entity[2] or 0)
    return chr(code) if ord(" ") < code <= ord("~") else ""


def _rewritten(plan: str) -> str:
    """The texts as we write them: a program may have decoded them, or written %c3 for %C3."""
    return TEXT.sub(
        lambda part: f"/{part[1]}:{to_percent(from_percent(part[2].replace('_', ' ')))}", plan
    )

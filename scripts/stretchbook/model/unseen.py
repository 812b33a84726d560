"""Marks that nobody sees, and that make a text another one than it looks.

Some turn the direction of what follows, some have no width, some carry a second text. A reader, a
search and a clinician who checks the file would each be shown something else.
"""

import re
import unicodedata

# What joins or parts letters stays where a script or an emoji needs it; a soft hyphen stays too.
_JOINED = "\u0600-\u0eff\u1000-\u109f\u1780-\u17ff"  # Arabic, the scripts of India, Khmer and more
_SYMBOLS = "\u2000-\u33ff\U0001f000-\U0001faff"
UNSEEN = re.compile(
    "[\x85\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    f"|(?<![{_JOINED}])\u200c|(?<![{_JOINED}{_SYMBOLS}\ufe0f])\u200d"
    f"|[\ufe00-\ufe0d]|(?<![#*0-9\xa9\xae{_SYMBOLS}])[\ufe0e\ufe0f]"
)
FALSE_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
ANY = re.compile(f"{UNSEEN.pattern}|{FALSE_SPACE.pattern}")


def first_unseen(text: str, start: int = 0) -> tuple[int, str, str] | None:
    """Where the first such mark stands, what is wrong with it, and the cure."""
    found = ANY.search(text, start)
    if not found:
        return None
    named = f"U+{ord(found[0]):04X} {unicodedata.name(found[0], '')}".strip()
    if FALSE_SPACE.match(found[0]):
        message = f"holds {named}, which looks like a space and is another mark"
        return found.start(), message, "delete it and press the space bar"
    message = f"holds {named}, a mark that nobody sees"
    return found.start(), message, "delete it; if you cannot find it, type the line anew"

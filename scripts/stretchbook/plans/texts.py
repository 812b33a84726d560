"""Texts inside a link: readable where programs leave them alone, percent-encoded elsewhere."""

import re
from typing import Final

# One space for every kind of white space and control character; nothing for marks that turn the
# direction of the text or are not there to be seen. The same as in docs/js/plan/texts.js.
SPACES: Final = re.compile(
    "[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
)
INVISIBLE: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
HALF: Final = re.compile("[\ud800-\udfff]")  # of a pair, which no valid text holds
ESCAPED: Final = re.compile("(?:%[0-9a-fA-F]{2})+")
NOT_READABLE: Final = re.compile("[^A-Za-z0-9 .,-]")


def clean(text: str, longest: int) -> str:
    """A text as it may stand in a plan: one line, nothing invisible, no longer than `longest`."""
    whole = SPACES.sub(" ", INVISIBLE.sub("", text)).strip(" ")
    return whole[:longest].strip(" ")


def without_spaces(link: str) -> str:
    """A link without white space, which mail programs put where they break a line."""
    return SPACES.sub("", HALF.sub("\ufffd", link))


def lower(text: str) -> str:
    """Only A to Z: other alphabets have letters that become several."""
    return re.sub("[A-Z]", lambda found: found[0].lower(), text)


def to_percent(text: str) -> str:
    """A clean text as it stands in a link; a space is `_`."""
    return NOT_READABLE.sub(_percent, text).replace(" ", "_")


def from_percent(text: str) -> str:
    """What is not valid becomes the mark for that; nothing is refused."""
    return ESCAPED.sub(
        lambda run: bytes.fromhex(run[0].replace("%", "")).decode("utf-8", "replace"), text
    )


def _percent(mark: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in mark[0].encode())

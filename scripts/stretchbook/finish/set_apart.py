"""Words of another language within a page: a mark of Unicode becomes an element.

The mark alone keeps such words in their own direction, in attributes and titles too. The element
tells a screen reader to change its voice.
"""

import re

ELEMENTS = {
    "\u2068": '<bdi lang="en">',  # `in_english` of words/catalogue.py
    "\u2066": '<bdi dir="ltr">',  # a day, among words from right to left
    "\u2069": "</bdi>",
}
# Tags, and elements that hold plain text alone, are passed over whole.
PARTS = re.compile(
    r"<(script|style|title|option|textarea)\b.*?</\1>|<[^>]*>|[\u2066\u2068\u2069]", re.DOTALL
)


def marked_up(text: str) -> str:
    """One page of HTML."""
    if "\u2069" not in text:
        return text
    return PARTS.sub(lambda part: ELEMENTS.get(part[0], part[0]), text)

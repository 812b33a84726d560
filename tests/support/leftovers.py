"""Finds plain English where a machine has put an accent, or other letters, into every word."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

WORD = re.compile(r"[^\W\d_]{3,}")
GAP = re.compile(r"\{\w+\}")
SET_APART = re.compile("\u2068[^\u2069]*\u2069")  # words that are said to be English
ADDRESS = re.compile(r"\S*[./]\S*[./]\S*|\b[\w-]+\.[\w.-]+\w|\S+-[0-9a-f]{8}\b")
NAMES = {"Letter", "English"}  # a size of paper, and a language in its own letters
SPOKEN = ("alt", "aria-label", "aria-description", "label", "placeholder", "title")
NOT_SPOKEN = re.compile(  # ids, addresses, plans, and what the theme's own script asks for
    r"data-(add-to-plan|area|code-of|copy-link|diary-do|dialog|equipment|md-.*|movement|picture"
    r"|position|print-id|routine|section|session|size-of|without|settings|search.*|found-by|print-do)"
)
IDS = {"id", "name", "dir", "display", "sides", "side_of", "condition", "means", "kind", "type"}
IDS |= {
    "floor",
    "background_color",
    "theme_color",
    "area",
    "position",
    "equipment",
    "purpose",
    "src",
    "@type",
    "@context",
    "address",
    "side",
}


def plain_words(text: str) -> list[str]:
    """Words of English letters alone, without addresses, names of files and abbreviations."""
    said = ADDRESS.sub(" ", GAP.sub(" ", SET_APART.sub(" ", text)))
    found = (word for word in WORD.findall(said) if word.isascii() and not word.isupper())
    return [word for word in found if word not in NAMES]


def texts_of(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """All that a reader sees or hears, and what scripts say later; by where it stands."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
            continue
        if _language(element) == "en" or element.xpath("wbr | ancestor-or-self::wbr"):
            continue  # the parts of an address, where a line may end, are of no language
        yield element.tag, element.text or ""
        for child in element:
            yield element.tag, child.tail or ""
        for name, value in element.attrib.items():
            is_data = name.startswith("data-") and not NOT_SPOKEN.fullmatch(name)
            if name in SPOKEN or is_data:
                yield f"{element.tag} {name}", value


def _language(element: HtmlElement) -> str:
    """That of the nearest element that says one."""
    said = element.xpath("ancestor-or-self::*[@lang]/@lang")
    return str(said[-1]) if said else ""


def told(value: Any, key: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    """Every text in data, by its key; ids and addresses are none."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from told(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from told(inner, key)
    elif isinstance(value, str) and key not in IDS:
        yield key, value

"""Text as people paste it, made plain: no HTML, no marks that nobody sees, one line or several."""

import re
import unicodedata

from lxml import etree, html

TAG_OR_ENTITY = re.compile(
    r"</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});"
)
BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "br", "tr", "table", "pre", "section", "blockquote")
)
SILENT = frozenset(["script", "style", "template", "iframe", "object", "head"])
SPACES = re.compile(r"[^\S\n]+")


def plain(text: str) -> tuple[str, list[str]]:
    """The text without markup and hidden marks, its lines kept; and what was done to it."""
    notes = []
    if TAG_OR_ENTITY.search(text):
        text = _without_html(text)
        notes.append("HTML became plain text")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    seen = "".join(each for each in lines if _is_seen(each))
    if seen != lines:
        notes.append("marks that nobody sees were removed")
    return "\n".join(SPACES.sub(" ", line).strip() for line in seen.split("\n")).strip(), notes


def _is_seen(letter: str) -> bool:
    """No control, format, surrogate or private character; line ends and tabs are spaces."""
    return letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _without_html(text: str) -> str:
    printable = "".join(each for each in text if each in "\n\t\r" or each >= " ")
    try:
        root = html.fragment_fromstring(printable, create_parent="div")
    except (etree.ParserError, ValueError, AssertionError):  # nothing that a parser could read
        return TAG_OR_ENTITY.sub(" ", text)
    return "".join(_pieces(root))


def _pieces(root: html.HtmlElement) -> list[str]:
    """Texts in order; a block stands on lines of its own. Without recursion: nests may be deep."""
    pieces: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = node.tag if isinstance(node.tag, str) else ""
        around = "\n" if name in BLOCKS else ""
        if event == "start":
            silent += name in SILENT
            pieces += [around, "" if silent else node.text or ""]
            continue
        silent -= name in SILENT
        after = "" if silent or node is root else node.tail or ""
        pieces += [around, after]
    return pieces


def one_line(text: str) -> str:
    """Its lines joined to one."""
    return " ".join(text.split())


def sentences(text: str, most: int) -> list[str]:
    """The text in parts of at most `most` letters, cut at ends of sentences, else between words."""
    parts: list[str] = []
    while len(text) > most:
        ends = [found.end() for found in re.finditer(r"[.!?]\s", text[: most + 1])]
        spaces = [found.end() for found in re.finditer(r"\s", text[: most + 1])]
        cut = (ends or spaces or [most])[-1]
        parts.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*parts, text] if text else parts

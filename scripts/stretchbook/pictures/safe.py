"""What makes a picture file unfit: too large, not what its name says, or not only a picture."""

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

from stretchbook.graphics import fonts

LARGEST = 400_000  # bytes; a larger photograph makes a page slow on a phone
MAGIC = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "webp": (b"RIFF",),
}
FORBIDDEN = ("script", "foreignObject", "iframe", "object", "embed", "audio", "video", "image",
             "animate", "animateMotion", "animateTransform", "set", "a", "handler")  # fmt: skip
ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


@lru_cache(maxsize=1000)  # a preview asks again for the same pictures after every save
def picture_faults(kind: str, data: bytes) -> tuple[tuple[str, str], ...]:
    """Message and hint for everything that is wrong with a picture that somebody brings.

    kind: the end of its file name, such as `png`.
    """
    return tuple(_faults(kind, data))


def _faults(kind: str, data: bytes) -> Iterator[tuple[str, str]]:
    if len(data) > LARGEST:
        yield f"is {len(data):,} bytes, allowed are {LARGEST:,}", "save it smaller"
    if kind == "svg":
        yield from _svg_faults(data)
    elif not data.startswith(MAGIC[kind]):
        yield f"is not a {kind} picture", "save it again from a picture program"


def _svg_faults(data: bytes) -> Iterator[tuple[str, str]]:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        yield "declares a document type", "remove the line that starts with <!DOCTYPE"
        return
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - no document type, so no entities
    except ElementTree.ParseError as error:
        yield f"is not valid XML: {error}", "save it again as plain SVG"
        return
    if _local(root.tag) != "svg":
        yield f"is not an SVG, found <{_local(root.tag)}>", "save it again as plain SVG"
    if b"<?xml-stylesheet" in data:
        yield "loads a style sheet from elsewhere", "put the rules into a <style> element"
    for element in root.iter():
        yield from _element_faults(element)


def _element_faults(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    name = _local(element.tag)
    if name in FORBIDDEN:
        yield f"holds <{name}>, which is not allowed", "save it again as plain SVG without it"
    for key, value in element.attrib.items():
        attribute = _local(key)
        if attribute.lower().startswith("on"):
            yield f"holds the event handler `{attribute}`", "remove it"
        elsewhere = attribute == "href" and not value.startswith("#")
        if elsewhere or ELSEWHERE.search(value):
            yield f"refers to something outside: `{value[:60]}`", "draw it into the picture"
    if name == "style" and ELSEWHERE.search(element.text or ""):
        yield "has a style that refers to something outside", "remove url(...) and @import"
    if name == "text" and (missing := "".join(fonts.shapeless("".join(element.itertext())))):
        yield f'holds "{missing}", which no font of the paper has', "turn the text into paths"


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

"""A built page as one file that opens from a memory stick: no server, no network, no script.

It is the same page, with everything that needs the site taken out and everything it shows put in,
so its words can never differ.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from stretchbook.finish.unfinished import Unfinished

KEPT = (  # what a reader needs; the menu, the search and the like lead nowhere from a single file
    "//*[contains(concat(' ', @class, ' '), ' letterhead ')]",
    "//*[contains(concat(' ', @class, ' '), ' disclaimer ')]",
    "//article",
    "//footer[contains(concat(' ', @class, ' '), ' md-footer ')]",
)
NEEDS_THE_SITE = (
    "//script | //noscript | //button | //form | //input | //template"
    " | //section[@class='one-file'] | //*[@data-moved-to]"
    " | //a[contains(concat(' ', @class, ' '), ' headerlink ')]"
)
Styles = tuple[str, str]
LASTING = ("http://", "https://", "mailto:", "tel:", "#")
ELSEWHERE = re.compile(r"url\((?!\s*['\"]?(?:data:|#))|@import")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
PLAIN = " =:/,;()+-.'?&@!$*[]{}"  # may stand in an address as they are
TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}


def one_file(site: Path, page: Path, styles: Callable[..., Styles]) -> bytes:
    """The page, with all it shows; `page` is the built file within `site`.

    styles: `styles_of` its sheets.
    """
    source = html.document_fromstring(page.read_bytes().decode("utf-8"))
    here = "/" + page.relative_to(site).as_posix().removesuffix("index.html")
    sheets = source.xpath("//link[@rel='stylesheet']")
    css = styles(*((_file(site, here, one.get("href", "")), one.get("media")) for one in sheets))
    _keep_only(source, page)
    _drop(source.xpath(NEEDS_THE_SITE))
    for image in source.xpath("//img"):
        _embed(site, here, image)
    _settle_links(source, _canonical(source))
    _drop(source.xpath("//p[not(*) and not(normalize-space())]"))
    _write_head(source, css)
    text: bytes = html.tostring(source, doctype="<!DOCTYPE html>", encoding="utf-8")
    return text + b"\n"


def _keep_only(source: HtmlElement, page: Path) -> None:
    """Leave what is kept, what is in it, and what it is in: styles depend on that."""
    kept: list[HtmlElement] = []
    for path in KEPT:
        found = source.xpath(path)
        if len(found) != 1:
            raise Unfinished(f"{page}: expected one element for {path}, found {len(found)}")
        kept += found
    body, all_kept = _part(source, "body"), {*kept}
    outer = [one for one in kept if all_kept.isdisjoint(one.iterancestors())]
    around = {one for element in outer for one in element.iterancestors()} - {body.getparent()}
    needed = around.union(outer)
    _drop(one for element in around for one in element if one not in needed)


def _part(source: HtmlElement, name: str) -> HtmlElement:
    part = source.find(name)
    if part is None:
        raise Unfinished(f"a built page has no {name}")
    return part


def _drop(elements: Iterable[HtmlElement]) -> None:
    """Take elements out; the text that follows each of them stays."""
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


def _canonical(source: HtmlElement) -> str:
    """The page's whole address, where the site knows its own."""
    found = source.xpath("//link[@rel='canonical']/@href")
    return str(found[0]) if found else ""


def _settle_links(source: HtmlElement, canonical: str) -> None:
    """Links within the site become whole addresses; where there is none, words without a link."""
    for link in source.xpath("//a[@href]"):
        address = link.get("href")
        if address.startswith(LASTING):
            continue
        if canonical:
            link.set("href", urljoin(canonical, address))
            continue
        around = link.getparent()
        if around.tag in {"p", "li"} and around.text_content().strip() == link.text_content():
            around.drop_tree()  # nothing but a way to another page
        else:
            link.drop_tag()


def _embed(site: Path, here: str, image: HtmlElement) -> None:
    file = _file(site, here, image.get("src", ""))
    data = file.read_bytes()
    kind = TYPES.get(file.suffix)
    if kind is None:
        raise Unfinished(f"{file.name}: this kind of picture cannot be put into a page")
    image.set("src", _data_address(kind, data))
    image.attrib.pop("loading", None)  # there is nothing to wait for, and print needs all of them


def _data_address(kind: str, data: bytes) -> str:
    """An SVG stays text, which is a quarter shorter than base64."""
    if kind == TYPES[".svg"]:
        return f"data:{kind},{quote(data.strip(), safe=PLAIN)}"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def styles_of(*sheets: tuple[Path, str | None]) -> Styles:
    """The text of these sheets, each with the media that it is for, and how a policy names it."""
    css = "\n".join(_stylesheet(file, media) for file, media in sheets)
    return css, base64.b64encode(hashlib.sha256(css.encode()).digest()).decode("ascii")


def _stylesheet(file: Path, media: str | None) -> str:
    css = SOURCE_MAP.sub("", file.read_text("utf-8")).strip()
    if ELSEWHERE.search(css) or "</style" in css:
        raise Unfinished(f"{file.name}: asks for another file, which a single page cannot have")
    return f"@media {media} {{\n{css}\n}}" if media else css


def _file(site: Path, here: str, address: str) -> Path:
    path = urlsplit(urljoin(here, address)).path
    return site / path.lstrip("/")


def _write_head(source: HtmlElement, styles: Styles) -> None:
    """A head of its own: the page's says what search engines and the site need."""
    head, title = _part(source, "head"), source.findtext(".//title") or ""
    canonical = source.xpath("//link[@rel='canonical']")
    head.clear()
    css, digest = styles
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"
    for name, attributes, content in (
        ("meta", {"charset": "utf-8"}, None),
        ("meta", {"name": "viewport", "content": "width=device-width,initial-scale=1"}, None),
        ("meta", {"http-equiv": "Content-Security-Policy", "content": policy}, None),
        ("meta", {"name": "referrer", "content": "no-referrer"}, None),
        ("meta", {"name": "robots", "content": "noindex"}, None),
        ("title", {}, title),
        ("style", {}, css),
    ):
        element = html.Element(name, attributes)
        element.text = content
        head.append(element)
    head.extend(canonical)

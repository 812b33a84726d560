"""Every built page, parsed once: its places, what it shows and where it leads.

The checks and the worker's list are made from this, so that no page is parsed twice.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from stretchbook.finish import promises
from stretchbook.keeping import remembered

IDS = etree.XPath("//@id")
NAMES = etree.XPath("//a/@name")  # how places were named before ids
SHOWN = etree.XPath(
    "//img/@src | //script/@src | //link[not(@rel='canonical')]/@href | //@data-movement"
)
LINKS = etree.XPath("//a/@href | //area/@href")
MORE = etree.XPath(
    "//*[not(self::img or self::script)]/@src | //@poster | //object/@data | //form/@action"
    " | //@data-moved-to | //@data-next-list"
)
SETS = etree.XPath("//@srcset")
CANONICAL = etree.XPath("//link[@rel='canonical']/@href")
ONE_OF_A_SET = re.compile(r"[^\s,]\S*[^\s,]|[^\s,]")  # an address, or how large its picture is
SIZE = re.compile(r"[\d.]+[wx]")
WITHIN = "/site/"  # stands for wherever the site is put


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    """One page of the built site; addresses are as they are written there.

    file: relative to the site, such as `about/index.html`.
    ids: in the order of the page, each as often as it stands there. names: older names of places.
    shown: what the browser fetches by itself, or a script for it. links: where a reader can go.
    more: all other addresses.
    canonical: its whole address, where the site knows its own. seen: what was promised of it.
    """

    file: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    shown: tuple[str, ...]
    links: tuple[str, ...]
    more: tuple[str, ...]
    canonical: str
    seen: promises.Seen


Pages = Mapping[str, BuiltPage]


def read(site: Path) -> Pages:
    """All pages by their files, in order."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {file: parse(file, (site / file).read_bytes()) for file in files}


@remembered
def parse(file: str, data: bytes) -> BuiltPage:
    """One page from what is in its file."""
    tree = html.document_fromstring(data.decode("utf-8"))
    canonical = _found(CANONICAL, tree)
    sets = (part for value in _found(SETS, tree) for part in ONE_OF_A_SET.findall(value))
    return BuiltPage(
        file=file,
        ids=_found(IDS, tree),
        names=_found(NAMES, tree),
        shown=_found(SHOWN, tree),
        links=_found(LINKS, tree),
        more=(*_found(MORE, tree), *(part for part in sets if not SIZE.fullmatch(part))),
        canonical=canonical[0] if canonical else "",
        seen=promises.see(tree),
    )


def _found(path: etree.XPath, tree: html.HtmlElement) -> tuple[str, ...]:
    """Plain texts: what lxml finds would hold on to the whole tree."""
    return tuple(map(str, cast("Iterable[str]", path(tree))))


def files_shown(page: BuiltPage, files: Collection[str]) -> list[str]:
    """Files of the site that the page shows, in order; each is one of `files`."""
    return _files(page, page.shown, files)


def pages_linked(page: BuiltPage, files: Collection[str]) -> list[str]:
    """Pages of the site that it links to, in order; each is one of `files`."""
    return [f for f in _files(page, page.links, files) if f.endswith("index.html")]


def _files(page: BuiltPage, addresses: Iterable[str], files: Collection[str]) -> list[str]:
    targets = (target_of(page.file, address) for address in addresses)
    found = (target[0] for target in targets if target)
    return [file for file in dict.fromkeys(found) if file in files]


def target_of(file: str, address: str) -> tuple[str, str] | None:
    """The file that an address on the page `file` leads to, and the place in it.

    None for what is not of this site. The file may not exist. It starts with `../` where the
    address leads above the site, and with `/` where it starts at the root of the host.
    """
    address = address.strip()
    if not address or address[0] in "#?":
        return file, unquote(urlsplit(address).fragment)
    folder = file.rpartition("/")[0]
    while folder and address.startswith("../"):
        folder, address = folder.rpartition("/")[0], address[3:]
    return _target(folder, address)


@lru_cache(maxsize=100_000)  # what stands around every page leads to the same few files
def _target(folder: str, address: str) -> tuple[str, str] | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    fragment = unquote(parts.fragment)
    base = f"{WITHIN}{folder}/" if folder else WITHIN
    path = unquote(urlsplit(urljoin(base, address)).path)
    if path.endswith("/"):
        path += "index.html"
    if path.startswith(WITHIN):
        return path.removeprefix(WITHIN), fragment
    return (path if parts.path.startswith("/") else f"../{path.lstrip('/')}"), fragment

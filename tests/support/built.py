"""A built site as a reader's browser sees it: parsed pages, their links and where those lead."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from stretchbook.plans import decode

HOST = "https://site.test"  # stands for whatever host the site is put on
NOT_FOUND = "/404.html"
OFFLINE = "/offline.html"  # shown by the worker in place of a page that is not on the device
PLAN = "/plan/"  # what follows its # is a plan
UNTRANSLATED = "/untranslated/"  # what follows its # is the page that a language does not have
SINGLE_FILES = "/downloads/"


def kept_offline(site: Path) -> dict[str, Any]:
    """What stands in front of the service worker: the build's version, its files, its languages."""
    text = (site / "service-worker.js").read_text("utf-8")
    build, _end = json.JSONDecoder().raw_decode(text.removeprefix("self.BUILD = "))
    return cast("dict[str, Any]", build)


@dataclass(frozen=True)
class Page:
    """One page; its address is relative to the site's root, such as `/sciatica/`."""

    address: str
    source: str

    @cached_property
    def tree(self) -> HtmlElement:
        return html.document_fromstring(self.source)

    @cached_property
    def ids(self) -> list[str]:
        return [element.get("id", "") for element in self.select("//*[@id]")]

    @property
    def title(self) -> str:
        return squeeze(self.select("//head/title")[0].text_content())

    @property
    def is_hand_written(self) -> bool:
        return self.address in {
            "/about/",
            "/authors/",
            "/clinicians/",
            "/plan-format/",
            "/privacy/",
        }

    def select(self, xpath: str) -> list[HtmlElement]:
        return cast("list[HtmlElement]", self.tree.xpath(xpath))

    def article(self) -> HtmlElement:
        (found,) = self.select("//article")
        return found

    def text(self) -> str:
        """All words of the article, closed blocks included, with single spaces."""
        return words(self.article())

    def meta(self, name: str) -> str | None:
        found = self.select(f"//head/meta[@name='{name}']")
        return found[0].get("content") if found else None


def words(element: HtmlElement) -> str:
    """The words of an element; neighbours such as table cells do not grow together."""
    inside = (text for text in element.itertext() if isinstance(text, str))
    return squeeze(" ".join(inside))


def squeeze(text: str) -> str:
    return re.sub(r"\s+([.,;:])", r"\1", " ".join(text.split()))


@cache
def pages_of(site: Path) -> dict[str, Page]:
    """Every page of a built site by its address, in order."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        address = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
        pages[address] = Page(address, path.read_text("utf-8"))
    return pages


@dataclass(frozen=True)
class Target:
    """Where an address on a page leads."""

    host: str
    path: str
    fragment: str

    def path_below(self, prefix: str) -> str | None:
        """The path within a site below `prefix`, or None where it leads out of the site."""
        below = self.path.startswith(prefix)
        return "/" + self.path.removeprefix(prefix) if below else None


def target_of(page: str, address: str, prefix: str = "/") -> Target:
    """What a browser makes of `address` on a page of a site that stands below `prefix`."""
    parts = urlsplit(urljoin(f"{HOST}{prefix}{page[1:]}", address.strip()))
    host = "" if f"{parts.scheme}://{parts.netloc}" == HOST else f"{parts.scheme}://{parts.netloc}"
    return Target(host, unquote(parts.path), unquote(parts.fragment))


def loaded_resources(page: Page) -> list[str]:
    """Everything that the browser fetches by itself, or that our scripts fetch, for this page."""
    attributes = {
        "//link[@rel!='canonical']": "href",
        "//*[@src]": "src",
        "//*[@poster]": "poster",
        "//object[@data]": "data",
        "//*[@data-movement]": "data-movement",
    }
    found = [e.get(name, "") for xpath, name in attributes.items() for e in page.select(xpath)]
    for element in page.select("//*[@srcset]"):
        found += [part.split()[0] for part in element.get("srcset", "").split(",")]
    return found


def links(page: Page) -> list[str]:
    """Where the page's links lead, without telephone numbers."""
    found = [element.get("href", "") for element in page.select("//a[@href] | //area[@href]")]
    return [address for address in found if not address.startswith(("tel:", "mailto:"))]


def in_english(pages: Mapping[str, Page]) -> dict[str, Page]:
    """Those of them that are in the language of the content."""
    return {name: page for name, page in pages.items() if page.tree.get("lang") == "en"}


def wrong_links(site: Path, page: Page, prefix: str) -> Iterator[str]:
    """The links within the site that lead nowhere, on a host where it stands below `prefix`."""
    for address in links(page):
        target = target_of(page.address, address, prefix)
        if target.host:
            continue
        path = target.path_below(prefix)
        if path is None or not is_file(site, path):
            yield f"{page.address}: {address} leads nowhere below {prefix}"
        elif path.endswith(UNTRANSLATED) and target.fragment.startswith("/"):
            if target.fragment not in pages_of(site):
                yield f"{page.address}: {address} speaks of a page that there is not"
        elif path.endswith(PLAN) and (reading := decode(target.fragment)).plan.steps:
            if reading.problems:
                yield f"{page.address}: {address} is not a whole plan"
        elif target.fragment and target.fragment not in pages_of(site)[path].ids:
            yield f"{page.address}: {address}: that page has no such place"


def wrong_resources(site: Path, page: Page, prefix: str) -> Iterator[str]:
    """What the page loads and nobody has, or somebody else."""
    for address in loaded_resources(page):
        if address.startswith("data:"):
            continue
        target = target_of(page.address, address, prefix)
        path = target.path_below(prefix)
        if target.host or path is None or not is_file(site, path):
            yield f"{page.address}: {address}"


def is_file(site: Path, path: str) -> bool:
    """Whether a plain static host has something at this path, which starts with a slash."""
    place = site / path.lstrip("/")
    return (place / "index.html").is_file() if path.endswith("/") else place.is_file()


def css_addresses(css: str) -> list[str]:
    """What a style sheet fetches: `url()` and `@import`, without what it carries in itself."""
    found = re.findall(r"""url\(\s*["']?([^"')]+)""", css)
    found += re.findall(r"""@import\s+["']([^"']+)""", css)
    return [address for address in found if not address.startswith(("data:", "#"))]


def without_comments(script: str) -> str:
    """A script without its block comments, which name licences and types of packages."""
    return re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)


def module_addresses(script: str) -> list[str]:
    """The other modules that one of our modules fetches."""
    code = without_comments(script)
    return re.findall(r"""(?<!["'])\b(?:from|import)\s*\(?\s*["']([^"']+)["']""", code)

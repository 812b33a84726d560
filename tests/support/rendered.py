"""What a renderer makes of our Markdown: the elements and texts, read by an HTML parser."""

import importlib
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any

import markdown
import yaml

from tests.support.content import ROOT

MKDOCS_DEFAULTS = ("toc", "tables", "fenced_code")


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml: `!!python/name` gives what has that name, `!ENV` and the like nothing."""


def _named(_loader: yaml.SafeLoader, suffix: str, _node: yaml.Node) -> object:
    module, _, name = suffix.rpartition(".")
    return getattr(importlib.import_module(module), name)


_Settings.add_multi_constructor("tag:yaml.org,2002:python/name:", _named)
_Settings.add_multi_constructor("", lambda *_: None)  # asked only after the one above


def extensions() -> dict[str, dict[str, Any]]:
    """The Markdown extensions of the site with their settings, MkDocs' own ones first."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Settings)  # noqa: S506 - a safe loader
    configs: dict[str, dict[str, Any]] = {name: {} for name in MKDOCS_DEFAULTS}
    for item in settings["markdown_extensions"]:
        configs |= item if isinstance(item, dict) else {item: {}}
    return configs


@cache
def _renderer() -> markdown.Markdown:
    configs = extensions()
    return markdown.Markdown(extensions=list(configs), extension_configs=configs)


def html(source: str) -> str:
    """The HTML that MkDocs would make of this Markdown."""
    result: str = _renderer().reset().convert(source)
    return result


@dataclass
class Element:
    """One element with everything in it."""

    tag: str
    attributes: dict[str, str | None]
    children: list["Element"] = field(default_factory=list)
    text: str = ""  # its own and that of its children, in order

    def find(self, tag: str) -> list["Element"]:
        """All elements of this kind, at any depth, in order."""
        return [element for element in self.walk() if element.tag == tag]

    def walk(self) -> list["Element"]:
        """All elements below this one, in the order of the page."""
        return [found for child in self.children for found in (child, *child.walk())]

    def by_id(self, name: str) -> "Element":
        """The one element with this id."""
        (found,) = (element for element in self.walk() if element.attributes.get("id") == name)
        return found


class _Tree(HTMLParser):
    VOID = frozenset({"img", "br", "hr", "meta", "link", "input"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in self.VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.VOID, f"<{tag}/> closes nothing"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def tree(source: str) -> Element:
    """The page that a browser would see, as a tree; every element must be closed."""
    parser = _Tree()
    parser.feed(html(source))
    parser.close()
    assert len(parser.open) == 1, f"never closed: {[e.tag for e in parser.open[1:]]}"
    return parser.open[0]


def tree_of_page(page: bytes) -> Element:
    """As `tree`, for a whole Markdown file with its front matter."""
    _, _, body = page.decode().partition("\n---\n")
    return tree(body)


def front_matter(page: bytes) -> dict[str, Any]:
    """What stands above the page, as MkDocs reads it."""
    head, _, _ = page.decode().partition("\n---\n")
    values: dict[str, Any] = yaml.safe_load(head)
    return values
